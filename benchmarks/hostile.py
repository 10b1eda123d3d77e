"""What 100 kB that somebody meant badly cost `lint`: `python -m benchmarks.hostile [NAME…]` prints a table.

Each of the inputs repeats one thing until the file is full, since that is what a look at all pairs shows by.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.processes import Job, measure

SIZE = 100_000
"""Bytes of each input."""
MOST_CPU = 2_000
"""Milliseconds of CPU that lint may take for one."""

_MUNICIPAL = """\
regeling vol "Verordening die vol staat"
  soort verordening
  gemeente grootdam
  bron "verzonnen voorbeeld"
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "om te meten"
  in werking vanaf 1 januari 2015
  gebruikt pw, waarden, begrippen
"""
_NATIONAL = _MUNICIPAL.replace("  gemeente grootdam\n", "").replace("soort verordening", "soort wet")
_RULE = """
artikel {n} "Artikel {n}"
  als      gedraging = te_laat_geregistreerd en uren >= {n}
  dan moet verlaging = {p}%
"""
_HOURS = """
gegeven uren: aantal van 0 tot en met 9999
  vraag "Hoeveel uur?"
"""
_ONE_ARTICLE = '\nartikel 1 "Artikel 1"'


def _many(head: str, item: str) -> bytes:
    """A head with as many of an item as the size allows, each with its number `n` and a percentage `p`.

    `m` is the number before it, and 0 for each fiftieth.
    """
    written, size = [head], len(head.encode())
    number = 0
    while True:
        number += 1
        text = item.format(n=number, p=number % 100 + 1, m=number - 1 if number % 50 else 0)
        size += len(text.encode())
        if size > SIZE:
            return "".join(written).encode()
        written.append(text)


def _fill(text: str) -> bytes:
    """A municipal regulation that ends with this text as often as the size allows."""
    return (_MUNICIPAL + text * ((SIZE - len(_MUNICIPAL)) // len(text.encode()))).encode()


INPUTS: Mapping[str, Callable[[], bytes]] = {
    "national, rules on one decision": lambda: _many(_NATIONAL + _HOURS, _RULE),
    "national, rules in one article": lambda: _many(
        _NATIONAL + _HOURS + _ONE_ARTICLE,
        "\n  lid {n}\n    als uren >= {n} en gedraging = te_laat_geregistreerd\n    dan moet verlaging = {p}%",
    ),
    "municipal, rules on one decision": lambda: _many(_MUNICIPAL + _HOURS, _RULE),
    "municipal, rules in one article": lambda: _many(
        _MUNICIPAL + _HOURS + _ONE_ARTICLE,
        "\n  lid {n}\n    als uren >= {n} en gedraging = te_laat_geregistreerd\n    dan moet verlaging = {p}%",
    ),
    "the same rule over and over": lambda: _many(
        _MUNICIPAL + _ONE_ARTICLE,
        "\n  lid {n}\n    als gedraging = te_laat_geregistreerd\n    dan moet verlaging = {p}%",
    ),
    "bounds": lambda: _many(
        _MUNICIPAL + _HOURS + _ONE_ARTICLE,
        "\n  lid {n}\n    als uren >= {n} en uren < {n} + 3\n    dan moet verlaging = {p}%",
    ),
    "plain bounds": lambda: _many(
        _MUNICIPAL + _HOURS + _ONE_ARTICLE,
        "\n  lid {n}\n    als uren >= {m} en uren <= {n}\n    dan moet verlaging = {p}%",
    ),
    "deviating from one": lambda: _many(
        _MUNICIPAL + _ONE_ARTICLE + "\n  lid 0\n    dan moet verlaging = 5%",
        "\n  lid {n}\n    in afwijking van lid 0\n    dan moet verlaging = {p}%",
    ),
    "deviating from the one before": lambda: _many(
        _MUNICIPAL
        + _ONE_ARTICLE
        + "\n  lid 0\n    dan moet verlaging = 5%\n  lid 1\n    dan moet verlaging = 6%",
        "\n  lid 1{n}\n    in afwijking van lid 1\n    dan moet verlaging = {p}%",
    ),
    "deviating from all": lambda: _many(
        _MUNICIPAL
        + _ONE_ARTICLE
        + "".join(f"\n  lid {n}\n    dan moet verlaging = 5%" for n in range(1_000))
        + '\nartikel 2 "Artikel 2"',
        "\n  lid {n}\n    in afwijking van artikel 1\n    dan moet verlaging = {p}%",
    ),
    "deviating from a class": lambda: _many(
        _MUNICIPAL + _ONE_ARTICLE,
        "\n  lid {n}\n    in afwijking van elke beleidsregel\n    dan moet verlaging = {p}%",
    ),
    "delegating": lambda: _many(
        _NATIONAL + _ONE_ARTICLE,
        "\n  lid {n}\n    als kostendelende_medebewoners >= {p}\n    "
        "dan bepaalt de verordening verlaging van 0% tot en met {p}%",
    ),
    "findings: f = ja": lambda: _many(
        _MUNICIPAL + '\ngegeven f: ja/nee\n  vraag "Is dat zo?"\n', "begrip b{n} = f = ja\n"
    ),
    "conditions that repeat": lambda: _many(
        _MUNICIPAL + _HOURS,
        "begrip b{n} = uren > {n} en uren > {n} en uren > {n} en uren < 3\n",
    ),
    "comments that leave findings": lambda: _fill("# negeer VRD751: daarom\n"),
    "comments that leave many findings": lambda: _fill(f"# negeer {', '.join(['VRD751'] * 9)}: daarom\n"),
    "findings that are left": lambda: _many(
        _MUNICIPAL + '\ngegeven f: ja/nee\n  vraag "Is dat zo?"\n',
        "begrip b{n} = f = ja # negeer VRD701: zo\n",
    ),
    "one `of` of 900 parts": lambda: (
        f"{_MUNICIPAL}{_HOURS}\nbegrip b = {' of '.join(f'uren = {n}' for n in range(900))}\n".encode()
    ),
    "one `en` of 900 parts": lambda: (
        f"{_MUNICIPAL}{_HOURS}\nbegrip b = {' en '.join(f'uren > {n}' for n in range(900))}\n".encode()
    ),
    "a fact with 2,000 options": lambda: _many(
        f"{_MUNICIPAL}\ngegeven keus: een van ({', '.join(f'o{n}' for n in range(2_000))})\n"
        '  vraag "Welke?"\n',
        '\nartikel {n} "A"\n  als keus = o{n}\n  dan moet verlaging = {p}%',
    ),
    "begrippen on top of each other": lambda: _many(
        _MUNICIPAL + _HOURS + "begrip b0 = uren > 1\n", "begrip b{n} = uren > {p} of b{m}\n"
    ),
    "facts with one question": lambda: _many(
        _MUNICIPAL, '\ngegeven g{n}: ja/nee\n  vraag "Is dat zo?"\n  herkomst fictief "x"'
    ),
    "facts that nothing uses": lambda: _many(_MUNICIPAL, '\ngegeven g{n}: ja/nee\n  vraag "Is het {n}?"'),
    "facts asked about a person": lambda: _many(
        _MUNICIPAL, '\ngegeven naam_{n}: ja/nee\n  vraag "Wat is de naam van {n}, indien bekend?"'
    ),
    "decisions": lambda: _many(
        _MUNICIPAL,
        '\nbesluit besluit_{n}: ja/nee, standaard nee\n  label "b{n}"\n  uitkomstzin "{n}: {{uitkomst}}"',
    ),
    "a table with many rows": lambda: _many(
        _MUNICIPAL + "\ntabel t: bedrag per maand, geïndexeerd op 1 januari\n",
        "  vanaf 1 januari {n:04} is € {n},00\n",
    ),
    "tables": lambda: _many(
        _MUNICIPAL,
        "\ntabel t{n}: bedrag per maand, geïndexeerd op 1 januari\n  vanaf 1 januari 2015 is € {n},00\n",
    ),
    "amounts of tables": lambda: _many(
        _MUNICIPAL, "begrip b{n}: bedrag per maand = € 1.401,50 per maand + € {n},00 per maand\n"
    ),
    "samenhang": lambda: _many(
        _MUNICIPAL + _HOURS,
        '\nsamenhang "s{n}" als uren > {n} dan niet uren = {p}\n  herkomst fictief "x"\n',
    ),
    "articles that are left out": lambda: _many(
        _MUNICIPAL,
        '\nniet opgenomen artikel {n} "Dit staat er niet"\nartikel {n} "A"\n'
        '  inhoud "Artikel {n} van de Participatiewet."',
    ),
    "sentences": lambda: _many(
        _MUNICIPAL,
        '\nartikel {n} "A"\n  inhoud "Indien Jan de Vries van Participatiewet artikel {n} per abuis afwijkt."',
    ),
    "a comment of `@`": lambda: _MUNICIPAL.encode() + b"# " + b"@" * SIZE,
    "a comment of addresses": lambda: _fill("# a@b.c-d.e\n"),
    "a comment of `a.a@`": lambda: _MUNICIPAL.encode() + b"# " + b"a.a@" * (SIZE // 4),
    "a comment of digits": lambda: _MUNICIPAL.encode() + b"# " + b"1 " * (SIZE // 2),
    "a comment of zeros": lambda: _MUNICIPAL.encode() + b"# " + b"0" * SIZE,
    "a comment of initials": lambda: _MUNICIPAL.encode() + b"# " + b"A. " * (SIZE // 3),
    "a comment of initials and capitals": lambda: _MUNICIPAL.encode() + b"# " + b"A. Ba " * (SIZE // 6),
    "a comment of capitals": lambda: _MUNICIPAL.encode() + b"# " + b"Aa" * (SIZE // 2),
    "a comment of names": lambda: _MUNICIPAL.encode() + b"# " + b"Jan van der " * (SIZE // 12),
    "a comment of streets": lambda: _MUNICIPAL.encode() + b"# " + b"Aastraat " * (SIZE // 9),
    "a comment of many capitals": lambda: _MUNICIPAL.encode() + b"# " + b"Aa " * (SIZE // 3) + b"Aaaaaa 1",
    "a comment of postcodes": lambda: _MUNICIPAL.encode() + b"# " + b"1234 AB " * (SIZE // 8),
    "a comment of accounts": lambda: _MUNICIPAL.encode() + b"# " + b"NL11 ABCD 0123456789 " * (SIZE // 21),
    "comments of burgerservicenummers": lambda: _fill("# 111222333\n"),
    "mistakes": lambda: _many(_MUNICIPAL, 'artikel {n} "A"\n  als als als\n'),
    "unknown names": lambda: _many(_MUNICIPAL, "begrip b{n} = onbekend_{n} of anders_{n}\n"),
    "brackets": lambda: _fill("begrip b = ((((((((((\n"),
    "bytes": lambda: bytes(range(256)) * (SIZE // 256),
    "bytes that are no text": lambda: b"\xff\xfe\xfa\x00" * (SIZE // 4),
    "zero bytes": lambda: bytes(SIZE),
    "one word": lambda: b"a" * SIZE,
    "quotes": lambda: b'"' * SIZE,
    "empty lines": lambda: _MUNICIPAL.encode() + b"\n" * SIZE,
}


def hostile_jobs(
    command: tuple[str, ...], scratch: Path, environment: Mapping[str, str], names: list[str]
) -> Iterator[Job]:
    """`lint` of each input, beside a law that is known; `command` is `lint`."""
    law = scratch / "law"
    subprocess.run(
        command, env={**environment, "VERORDENING_CACHE": str(law)}, capture_output=True, check=True
    )
    cache = scratch / "cache"

    def prepare() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        shutil.copytree(law, cache)

    for at, (name, made) in enumerate(INPUTS.items()):
        if any(part in name for part in names) or not names:
            path = scratch / f"{at}.vrd"
            path.write_bytes(made())
            yield Job(name, (*command, str(path)), {"VERORDENING_CACHE": str(cache)}, prepare)


def main(names: list[str]) -> int:
    """Print what each input took; 1 when one took too long."""
    from benchmarks.__main__ import command_for, environment_in

    slow = 0
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        environment = environment_in(scratch)
        for job in hostile_jobs(command_for("lint"), scratch, environment, names):
            (measured,) = measure([job], 1, environment)
            if measured.failure:
                print(f"{job.name:40} {measured.failure}", flush=True)
                continue
            took = measured.runs[0].cpu
            slow += took > MOST_CPU
            print(f"{job.name:40}{took:7.0f} ms{'  over budget' if took > MOST_CPU else ''}", flush=True)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
