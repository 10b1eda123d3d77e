"""What looking through all cases costs: Amsterdam with all law, one changed rule, and more and more related rules.

`python -m benchmarks.conflicts` prints a table and draws the growth; some three minutes on a quiet machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.__main__ import ROOT, command_for, environment_in
from benchmarks.processes import Job, Measured, measure, median

SIZES = (100, 300, 1_000)
"""Rules of a made-up regulation, ten of which give a value to the same decision."""
PER_DECISION = 10
MOST_FIRST, MOST_ALL, MOST_CHANGED, MOST_MEMORY = 2, 20, 1, 600
"""Seconds to the first finding, for all of Amsterdam with the law, and after one changed rule; megabytes."""
_WIDTH = 50

_HEAD = """\
regeling veel "Verordening met veel regels"
  soort      verordening
  gemeente   meetdam
  bron       "verzonnen voorbeeld"
  herkomst   fictief "om te meten"
  in werking vanaf 1 januari 2015
"""
_DECISION = """
besluit premie_{d}: bedrag van € 0 tot en met € 1.000, standaard € 0, gunstig hoger
  uitkomstzin "De premie is {{uitkomst}}"
gegeven dagen_{d}: aantal van 0 tot en met 500
  vraag "Hoeveel dagen?"
gegeven inkomen_{d}: bedrag per maand van € 0 tot en met € 20.000
  vraag "Hoeveel inkomen?"
gegeven soort_{d}: een van (een, twee, drie, vier)
  vraag "Welke soort?"
"""
_RULE = """
artikel {n} "Onderdeel {n}"
  als      dagen_{d} >= {low} en dagen_{d} < {high} en inkomen_{d} < € {income} per maand en soort_{d} != {kind}
  dan moet premie_{d} = € {amount}
"""


def related_regulation(rules: int) -> str:
    """A regulation of this many rules: in each decision stretches of days that follow on each other, the last two of
    which overlap.
    """
    parts = [_HEAD]
    for number in range(rules):
        decision, place = divmod(number, PER_DECISION)
        if not place:
            parts.append(_DECISION.format(d=decision))
        low = place * 20 - (5 if place == PER_DECISION - 1 else 0)
        kind = ("een", "twee", "drie", "vier")[place % 4]
        parts.append(
            _RULE.format(
                n=number + 1,
                d=decision,
                low=low,
                high=place * 20 + 20,
                income=1_000 + place * 100,
                kind=kind,
                amount=place * 10 + 10,
            )
        )
    return "".join(parts)


def main() -> int:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        environment = environment_in(place)
        print(json.dumps(_amsterdam(place, environment), indent=2))
        for line in _drawn(_growth(place, environment)):
            print(line)
    return 0


def _amsterdam(scratch: Path, environment: Mapping[str, str]) -> dict[str, float]:
    command = command_for("conflicten", "amsterdam")
    subprocess.run(command_for("lint"), env=environment, capture_output=True, check=False)
    first = _first_finding(command, environment)
    law = {**environment, "VERORDENING_CACHE": str(scratch / "known")}
    subprocess.run(command, env=law, capture_output=True, check=False)
    folder = scratch / "gewijzigd"
    folder.mkdir()
    shipped = (ROOT / "ordinances" / "amsterdam" / "maatregelen.vrd").read_text(encoding="utf-8")
    own = (*command_for("conflicten", str(folder)),)

    def changed() -> None:
        text = shipped.replace("dan moet verlaging = 70%", f"dan moet verlaging = {_next()}%")
        (folder / "maatregelen.vrd").write_text(text, encoding="utf-8")

    changed()
    subprocess.run(own, env=law, capture_output=True, check=False)
    jobs = [
        Job("pass", (sys.executable, "-c", "pass"), {}),
        Job("all, nothing remembered", command, {"VERORDENING_CACHE": "uit"}),
        Job("one changed rule", own, {"VERORDENING_CACHE": law["VERORDENING_CACHE"]}, changed),
    ]
    base, whole, after = measure(jobs, 3, environment)
    return {
        "first finding, seconds on the clock": round(first, 2),
        "all, seconds of CPU": round(_cpu(whole) / 1_000, 2),
        "all, megabytes": round(max(run.memory for run in whole.runs)),
        "one changed rule, seconds of CPU": round(_cpu(after) / 1_000, 2),
        "all, times pass": round(_cpu(whole) / _cpu(base)),
    }


_changes: Iterator[int] = iter(range(60, 100))


def _next() -> int:
    return next(_changes)


def _cpu(each: Measured) -> float:
    if each.failure:
        raise SystemExit(f"{each.job.name}: {each.failure}")
    return median(run.cpu for run in each.runs)


def _first_finding(command: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """The seconds until the first line is there."""
    start = time.perf_counter()
    with subprocess.Popen(command, env={**environment}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        found = time.perf_counter() - start
        process.kill()
    return found


def _growth(scratch: Path, environment: Mapping[str, str]) -> list[tuple[int, int, float]]:
    """For each size the related pairs and the seconds of CPU, without what resolving the regulation takes."""
    found = []
    for size in SIZES:
        path = scratch / f"veel-{size}.vrd"
        path.write_text(related_regulation(size), encoding="utf-8")
        reading = Job("lint", command_for("lint", str(path), "--negeer", "VRD7,VRD80"), {})
        looking = Job("conflicten", command_for("conflicten", str(path)), {})

        def forget(cache: Path = Path(environment["VERORDENING_CACHE"])) -> None:
            for each in cache.glob("entries/*"):
                each.unlink()

        read, looked = measure(
            [Job(each.name, each.command, {}, forget) for each in (reading, looking)], 1, environment
        )
        pairs = size * (PER_DECISION - 1) // 2
        found.append((size, pairs, (_cpu(looked) - _cpu(read)) / 1_000))
    return found


def _drawn(found: list[tuple[int, int, float]]) -> Iterator[str]:
    yield "rules  pairs  seconds  ms a pair"
    most = max(seconds for _, _, seconds in found)
    for size, pairs, seconds in found:
        bar = "█" * max(1, round(seconds / most * _WIDTH))
        yield f"{size:>5}  {pairs:>5}  {seconds:>7.2f}  {seconds / pairs * 1_000:>9.2f}  {bar}"


if __name__ == "__main__":
    sys.exit(main())
