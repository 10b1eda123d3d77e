"""`verordening opmaak [PAD…]`: regulations in their one layout, rewritten in place or only compared."""

from __future__ import annotations

import difflib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.messages import show_diagnostics
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import Diagnostic, InputError, diagnostic
from verordening.language.layout import laid_out
from verordening.language.parsing import parse
from verordening.language.reading import REGULATION_LIMIT, decode, read_text
from verordening.language.source import Source
from verordening.model.regulation_files import user_paths
from verordening.resources import resource_folder

SCHEMA: Final = "verordening/opmaak/1"
_FROM_INPUT: Final = "-"
_INPUT_NAME: Final = "invoer"
_RIGHT: Final = 0
_DIFFERENT: Final = 1
_WRONG_INPUT: Final = 2


@dataclass(frozen=True, slots=True)
class _Result:
    """A file with its text as it was and as it should be; `wrong` says why there is no such text."""

    name: str
    old: bytes = b""
    new: str = ""
    wrong: tuple[Diagnostic, ...] = ()

    @property
    def state(self) -> str:
        """`fout`, `goed`, or `anders`."""
        if self.wrong:
            return "fout"
        return "goed" if self.new.encode() == self.old else "anders"


def run(arguments: Arguments) -> int:
    """Lay out what was named; gives the exit code. Raises InputError when a path cannot be read at all."""
    if _FROM_INPUT in arguments.words:
        return _run_on_input(arguments)
    only_compare = bool(arguments.switches)
    results = []
    for path in _paths(arguments):
        result = _of_file(path)
        if result.state == "anders" and not only_compare:
            result = _written(path, result)
        results.append(result)
    wrong = [found for each in results for found in each.wrong]
    different = only_compare and any(each.state == "anders" for each in results)
    code = _WRONG_INPUT if wrong else _DIFFERENT if different else _RIGHT
    if arguments.format == "json":
        terminal.write(_json(results, wrong, arguments, code))
        return code
    if "--diff" in arguments.switches:
        terminal.write("".join(line for each in results for line in _difference(each)))
        terminal.write_error(_summary(results, written=False))
    else:
        terminal.write("".join(_lines(results, written=not only_compare)))
    if wrong:
        show_diagnostics(wrong, arguments.format, exit_code=code)
    return code


def _run_on_input(arguments: Arguments) -> int:
    """The input laid out to the output, as an editor wants it; of a text with mistakes nothing is written."""
    if len(arguments.words) > 1:
        raise usage_error(
            "VRD506",
            "een streepje (-) staat hier niet alleen",
            "noem bestanden, of alleen een streepje voor de invoer",
        )
    data = sys.stdin.buffer.read(REGULATION_LIMIT + 1)
    if len(data) > REGULATION_LIMIT:
        message = f"de invoer is te groot: een regeling is ten hoogste {REGULATION_LIMIT // 1_000_000} MB"
        raise InputError((diagnostic(None, "VRD004", message, None, help="kijk of dit de goede tekst is"),))
    result = _of_source(Source(_INPUT_NAME, decode(data, _INPUT_NAME)), data)
    if result.wrong:
        raise InputError(result.wrong)
    if not arguments.switches:
        terminal.write(result.new)
        return _RIGHT
    if "--diff" in arguments.switches:
        terminal.write("".join(_difference(result)))
    return _DIFFERENT if result.state == "anders" else _RIGHT


# ------------------------------------------------ files


def not_laid_out(paths: Sequence[str]) -> Iterator[str]:
    """The files at these paths that are not in the layout, as they are named; one with mistakes is not among them."""
    for path in user_paths(paths):
        result = _of_file(path)
        if result.state == "anders":
            yield result.name


def _paths(arguments: Arguments) -> Sequence[str]:
    """The files to lay out; those that ship with the program only when they are named."""
    if arguments.words:
        return user_paths(arguments.words)
    paths = user_paths([arguments.overlay or os.curdir])
    shipped = os.path.realpath(resource_folder("ordinances"))
    return [path for path in paths if not os.path.realpath(path).startswith(shipped + os.sep)]


def _of_file(path: str) -> _Result:
    try:
        source = read_text(path, limit=REGULATION_LIMIT)
        return _of_source(source, Path(path).read_bytes())
    except InputError as error:
        return _Result(path, wrong=error.diagnostics)


def _of_source(source: Source, old: bytes) -> _Result:
    file, found = parse(source)
    if found:
        return _Result(source.path, old, wrong=found)
    return _Result(source.path, old, laid_out(source, file))


def _written(path: str, result: _Result) -> _Result:
    try:
        rewrite(path, result.new.encode(), result.name)
    except InputError as error:
        return _Result(result.name, wrong=error.diagnostics)
    return result


# ------------------------------------------------ words


def _lines(results: Sequence[_Result], *, written: bool) -> Iterator[str]:
    word = "opgemaakt" if written else "nog niet opgemaakt"
    yield from (f"{word}: {each.name}\n" for each in results if each.state == "anders")
    yield _summary(results, written=written)


def _summary(results: Sequence[_Result], *, written: bool) -> str:
    """`3 bestanden opgemaakt, 12 waren al goed, 1 kon niet worden opgemaakt.`"""
    number = Counter(each.state for each in results)
    changed, right, wrong = number["anders"], number["goed"], number["fout"]
    parts: list[str] = []
    if changed:
        parts.append(f"{_files(changed)} {'opgemaakt' if written else 'nog niet opgemaakt'}")
    if right:
        subject = f"{right}" if parts else _files(right)
        parts.append(f"{subject} {'was' if right == 1 else 'waren'} al goed")
    if wrong:
        subject = f"{wrong}" if parts else _files(wrong)
        parts.append(f"{subject} {'kon' if wrong == 1 else 'konden'} niet worden opgemaakt")
    return f"{', '.join(parts)}.\n" if parts else "Geen bestanden gevonden.\n"


def _files(number: int) -> str:
    return "1 bestand" if number == 1 else f"{number} bestanden"


def _difference(result: _Result) -> Iterator[str]:
    """A unified difference; that only line ends or a byte order mark differ is said in words."""
    if result.state != "anders":
        return
    old = decode(result.old, result.name)
    if old == result.new:
        yield f"{result.name}: alleen de regeleinden of het merkteken vooraan worden anders\n"
        return
    lines = difflib.unified_diff(_split(old), _split(result.new), result.name, result.name, lineterm="")
    yield from (f"{line}\n" for line in lines)


def _split(text: str) -> list[str]:
    """The lines, as `diff` counts them: an end of line that is missing is marked."""
    *lines, last = text.split("\n")
    return [*lines, f"{last}\n\\ Geen regeleinde aan het eind van het bestand"] if last else lines


def _json(results: Sequence[_Result], wrong: Sequence[Diagnostic], arguments: Arguments, code: int) -> str:
    import json

    from verordening.present.diagnostics_json import diagnostics_json

    answer = {
        "schema": SCHEMA,
        "geschreven": not arguments.switches,
        "bestanden": [
            {"bestand": each.name, "was": each.state} | _json_difference(each, arguments) for each in results
        ],
        "meldingen": diagnostics_json(wrong, exit_code=code)["meldingen"],
        "afsluitcode": code,
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def _json_difference(result: _Result, arguments: Arguments) -> dict[str, str]:
    return {"verschil": "".join(_difference(result))} if "--diff" in arguments.switches else {}
