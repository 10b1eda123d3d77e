"""What looking through all cases costs: Amsterdam with all law, after each kind of change, and with ever more rules.

`python -m benchmarks.conflicts` prints each line as soon as it is there, `--json` all of it at the end; some five
minutes on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.__main__ import ROOT, command_for, environment_in
from benchmarks.processes import Job, Measured, measure, median

SIZES = (100, 300, 1_000)
"""Rules of a made-up regulation, ten of which give a value to the same decision."""
PER_DECISION = 10
MOST_SECONDS = {
    "first finding": 2,
    "all, nothing remembered": 20,
    "a changed percentage": 1,
    "an added rule": 1,
}
MOST_MEMORY = 600
"""Seconds of CPU to the first finding, for all of Amsterdam with the law, and after one change; megabytes."""
ROUNDS = 3
_WRONG = 2
"""The exit code of input that cannot be read."""
_ADDED = """\
  lid 3
    in afwijking van lid 1
    als      gedraging = schade_of_dreiging en herhaald_binnen_12_maanden_artikel_10
    dan moet verlaging = {}%
    dient    handhaving

artikel 11 "Overige verplichtingen"
"""
CHANGES = {
    "nothing changed": ("amsterdam/maatregelen.vrd", "", ""),
    "a changed comment": (
        "amsterdam/maatregelen.vrd",
        'artikel 11 "Overige',
        '# Versie {}.\nartikel 11 "Overige',
    ),
    "a changed percentage": ("amsterdam/maatregelen.vrd", "verlaging = 70%", "verlaging = {}%"),
    "an added rule": ("amsterdam/maatregelen.vrd", 'artikel 11 "Overige verplichtingen"\n', _ADDED),
    "a changed national rule": (
        "landelijk/participatiewet.vrd",
        "artikel 8 lid 1 onderdeel a verlaging van 0% tot en met 100%",
        "artikel 8 lid 1 onderdeel a verlaging van 0% tot en met {}%",
    ),
}
"""For each kind of change the file, what stands there and what it becomes, with another number at each run."""

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
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.conflicts", description="What looking through all cases costs."
    )
    parser.add_argument(
        "--json", action="store_true", help="print JSON at the end instead of a line at a time"
    )
    as_json = parser.parse_args().json
    found: dict[str, list[dict[str, Any]]] = {"amsterdam": [], "growth": []}
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        environment = environment_in(place)
        for part, rows, words in (
            ("amsterdam", _amsterdam(place, environment), _row),
            ("growth", _growth(place, environment), _bar),
        ):
            if not as_json:
                print(_HEADS[part], flush=True)
            for row in rows:
                found[part].append(row)
                if not as_json:
                    print(words(row), flush=True)
    if as_json:
        print(json.dumps(found, indent=2))
    return 0


_HEADS = {
    "amsterdam": f"{'Amsterdam with all law':32}{'CPU':>9}{'× pass':>9}{'wall':>10}{'memory':>10}",
    "growth": f"\n{'rules':>5}  {'pairs':>5}  {'CPU':>9}  {'a pair':>9}",
}


def _row(row: dict[str, Any]) -> str:
    over = row["seconds"] > MOST_SECONDS.get(row["name"], float("inf")) or row["memory_mb"] > MOST_MEMORY
    return (
        f"{row['name']:32}{row['seconds']:7.2f} s{row['ratio']:9.0f}{row['wall']:8.2f} s"
        f"{row['memory_mb']:7.0f} MB{'  over budget' if over else ''}"
    )


def _bar(row: dict[str, Any]) -> str:
    bar = "█" * max(1, round(row["seconds"] / row["rules"] * _PER_RULE))
    each = row["seconds"] / row["pairs"] * 1_000
    return f"{row['rules']:>5}  {row['pairs']:>5}  {row['seconds']:>7.2f} s  {each:>6.2f} ms  {bar}"


# ------------------------------------------------ Amsterdam


def _amsterdam(scratch: Path, environment: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """The first finding, all of it, and all of it after each kind of change."""
    command = command_for("conflicten", "amsterdam")
    base = Job("pass", (sys.executable, "-c", "pass"), {})
    off = {"VERORDENING_CACHE": "uit"}
    passed, whole = measure([base, Job("all, nothing remembered", command, off)], 1, environment)
    most = _cpu(passed)
    subprocess.run(command_for("lint"), env=environment, capture_output=True, check=False)
    seconds = _first_finding(command, environment)
    yield {
        "name": "first finding",
        "seconds": seconds,
        "ratio": seconds * 1_000 / most,
        "wall": 0.0,
        "memory_mb": 0.0,
    }
    yield _measured(whole, most)
    folder = scratch / "gewijzigd"
    over = (*command, "--regelingen", str(folder))
    for name, change in CHANGES.items():
        for number in (None, 74):
            _write(folder, change, number)
            if subprocess.run(over, env=environment, capture_output=True, check=False).returncode == _WRONG:
                raise SystemExit(f"{name}: this cannot be read")
        job = Job(name, over, {}, _changing(folder, change))
        yield _measured(measure([job], ROUNDS, environment)[0], most)


def _changing(folder: Path, change: tuple[str, str, str]) -> Callable[[], None]:
    numbers = count(75)
    return lambda: _write(folder, change, next(numbers))


def _write(folder: Path, change: tuple[str, str, str], number: int | None) -> None:
    """All of Amsterdam in the folder, and the file with the change, if there is a number to write in it."""
    name, before, after = change
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "ordinances" / "amsterdam", folder / "amsterdam")
    text = (ROOT / "ordinances" / name).read_text(encoding="utf-8")
    if before not in text:
        raise SystemExit(f"{name} no longer says: {before}")
    if before and number is not None:
        text = text.replace(before, after.format(number), 1)
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _measured(each: Measured, base: float) -> dict[str, Any]:
    return {
        "name": each.job.name,
        "seconds": round(_cpu(each) / 1_000, 2),
        "ratio": round(_cpu(each) / base),
        "wall": round(median(run.wall for run in each.runs) / 1_000, 2),
        "memory_mb": round(max(run.memory for run in each.runs)),
    }


def _cpu(each: Measured) -> float:
    if each.failure:
        raise SystemExit(f"{each.job.name}: {each.failure}")
    return median(run.cpu for run in each.runs)


def _first_finding(command: tuple[str, ...], environment: Mapping[str, str]) -> float:
    """The seconds of CPU until the first line is there."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with subprocess.Popen(command, env={**environment}, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2)


# ------------------------------------------------ more and more rules

_PER_RULE = 2_000
"""The bar is this long where a rule takes a second: as long for each size where the cost is linear."""


def _growth(scratch: Path, environment: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """For each size the related pairs and the seconds of CPU, without what resolving the regulation takes."""
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
        yield {
            "rules": size,
            "pairs": size * (PER_DECISION - 1) // 2,
            "seconds": round((_cpu(looked) - _cpu(read)) / 1_000, 2),
        }


if __name__ == "__main__":
    sys.exit(main())
