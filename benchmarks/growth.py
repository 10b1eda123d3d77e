"""What an answer costs when the law grows: one case under more and more rules that have nothing to do with it.

`python -m benchmarks.growth` prints it as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.evaluating import evaluation_of, timed
from benchmarks.processes import Job, measure, median

SIZES = (0, 250, 1_000)
"""Unrelated rules; the shipped law has some 300 for a municipality."""

_HEAD = """\
# Deze verordening bestaat niet. Zij is er om te meten.

regeling onverwant "Verordening over iets anders"
  soort verordening
  gemeente {gemeente}
  bron "verzonnen voorbeeld"
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "om te meten"
  in werking vanaf 1 januari 2015
  gebruikt pw, waarden, begrippen
"""
_RULE = """
gegeven onverwant_{n}: aantal van 0 tot en met 168
  vraag "Hoeveel is het bij onderdeel {n}?"
  herkomst fictief "om te meten"
begrip veel_onverwant_{n}: ja/nee = onverwant_{n} >= {limit} en niet onverwant_{n} = 168
besluit besluit_onverwant_{n}: ja/nee, standaard nee
  label       "besluit {n}"
  uitkomstzin "Onderdeel {n}: {{uitkomst}}"
artikel {n} "Onderdeel {n}"
  als      veel_onverwant_{n} of onverwant_{n} = 3
  tenzij   onverwant_{n} = {limit}
  dan moet besluit_onverwant_{n} = ja
"""


def unrelated_regulation(rules: int, gemeente: str = "amsterdam") -> str:
    """A regulation of this many rules, each with a fact and a decision of its own."""
    blocks = [_RULE.format(n=number, limit=number % 100 + 10) for number in range(1, rules + 1)]
    return _HEAD.format(gemeente=gemeente) + "".join(blocks)


def growth(
    case: Path, command: tuple[str, ...], scratch: Path, environment: Mapping[str, str], rounds: int
) -> list[dict[str, float]]:
    """For each number of unrelated rules: the warm process in CPU and times `python -c pass`, and the evaluation."""
    jobs = [Job("pass", (sys.executable, "-c", "pass"), {})]
    for size in SIZES:
        folder = scratch / f"onverwant-{size}"
        folder.mkdir()
        (folder / "onverwant.vrd").write_text(unrelated_regulation(size), encoding="utf-8")
        jobs.append(Job(f"{size} rules", (*command, str(case), "--regelingen", str(folder)), {}))
    base, *measured = measure(jobs, rounds, environment)
    pass_cpu = median(run.cpu for run in base.runs)
    found = []
    for size, each in zip(SIZES, measured, strict=True):
        cpu = median(run.cpu for run in each.runs)
        evaluation = evaluation_of(str(case), str(scratch / f"onverwant-{size}"))
        found.append(
            {
                "unrelated rules": size,
                "cpu_ms": round(cpu, 1),
                "ratio": round(cpu / pass_cpu, 2),
                "evaluation_us": round(timed(evaluation, 100)["p50"]),
            }
        )
    return found


def main(case: str, rounds: int = 15) -> list[dict[str, float]]:
    """The figures for one case, in a cache of its own."""
    from benchmarks.__main__ import command_for, environment_in

    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        return growth(Path(case), command_for("toets"), place, environment_in(place), rounds)


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
