"""`verordening lint --volg`: lint again each time one of the files changes, until the user stops it (Ctrl+C)."""

from __future__ import annotations

import gc
import os
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.lint import Linted, linted
from verordening.cli.messages import show_diagnostics
from verordening.cli.settings import settings_path
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import Diagnostic, InputError, printable
from verordening.model.regulation_files import SUFFIX, user_paths

FORMATS: Final = ("tekst", "kort", "schermlezer")
SECONDS: Final = 0.3
"""Between two looks at the files. What is still being written has changed again by the next look."""

_WRONG_INPUT: Final = 2
_ELSEWHERE: Final = frozenset({"--herstel", "--diff"})
_STOPS: Final = "Ctrl+C stopt."

_Stamp = tuple[int, int, int]


def watch(paths: Sequence[str], arguments: Arguments) -> int:
    """Lint, and again at each change; gives the exit code of the last time. Raises InputError as `lint` does at first.

    Findings go to the output, what is said about them beside it.
    """
    _check(paths, arguments)
    gc.enable()  # the door turns it off for a process that lives for one answer
    seen = _stamps(paths)
    last = linted(paths, arguments)
    terminal.write(last.text)
    _say(f"{_now()}. Ik kijk mee met {_counted(seen)}. {_STOPS}")
    code = last.code
    try:
        while True:
            changed = _changed(seen, seen := _next(paths, seen))
            try:
                found = linted(paths, arguments)
            except InputError as error:
                code = _WRONG_INPUT
                _say("")
                show_diagnostics(error.diagnostics, arguments.format, exit_code=code)
                _say(f"{_now()}, {changed}. Zo is er niets na te kijken. {_STOPS}")
                continue
            _say("")
            terminal.write(found.text)
            _say(f"{_now()}, {changed}: {_difference(last, found)}. {_STOPS}")
            last, code = found, found.code
    except KeyboardInterrupt:
        _say("\nGestopt.")
        return code


def _check(paths: Sequence[str], arguments: Arguments) -> None:
    if not paths:
        raise usage_error(
            "VRD505",
            "achter `lint --volg` ontbreekt een bestand of map",
            "noem uw eigen regelingen; de meegeleverde veranderen niet",
        )
    for flag in sorted(_ELSEWHERE & arguments.switches):
        raise usage_error(
            "VRD506", f"`--volg` en `{flag}` gaan niet samen", f"laat een van beide weg: `{flag}`"
        )
    if arguments.format not in FORMATS:
        raise usage_error(
            "VRD504",
            f"`--volg` kan niet met `--formaat {arguments.format}`",
            f"kies uit {', '.join(f'`{each}`' for each in FORMATS)}",
        )


def _next(paths: Sequence[str], seen: dict[str, _Stamp]) -> dict[str, _Stamp]:
    """How the files are once they are no longer as they were, and nobody is writing them any more."""
    before = seen
    while True:
        time.sleep(SECONDS)
        now = _stamps(paths)
        if now == before and now != seen:
            return now
        before = now


def _stamps(paths: Sequence[str]) -> dict[str, _Stamp]:
    """When and how large each file is that is read, the settings too; without those that are not there."""
    found: dict[str, _Stamp] = {}
    for path in _files(paths):
        try:
            info = os.stat(path)
        except (OSError, ValueError):
            continue
        found[path] = (info.st_mtime_ns, info.st_size, info.st_ino)
    return found


def _files(paths: Sequence[str]) -> Iterator[str]:
    for each in paths:
        with suppress(InputError):
            yield from user_paths([each])
    with suppress(InputError):
        yield settings_path()


def _changed(before: dict[str, _Stamp], now: dict[str, _Stamp]) -> str:
    """What happened to the files, in a few words: the first by name."""
    said = [f"{_name(path)} is weg" for path in before if path not in now]
    said += [f"{_name(path)} is nieuw" for path in now if path not in before]
    said += [f"{_name(path)} is veranderd" for path in now if path in before and before[path] != now[path]]
    first, *others = said
    return f"{first} (en nog {len(others)})" if others else first


def _difference(before: Linted, now: Linted) -> str:
    """How many findings went and came; one that only moved to another line did neither."""
    old, new = (Counter(map(_what, each.found)) for each in (before, now))
    gone, came = (old - new).total(), (new - old).total()
    return f"{gone or 'niets'} opgelost, {came or 'niets'} nieuw"


def _what(found: Diagnostic) -> tuple[str, str, str]:
    return found.code, found.message, found.span.file if found.span else ""


def _counted(seen: dict[str, _Stamp]) -> str:
    number = sum(path.lower().endswith(SUFFIX) for path in seen)
    return "1 bestand" if number == 1 else f"{number} bestanden"


def _name(path: str) -> str:
    return printable(path.encode("utf-8", "replace").decode("utf-8"))


def _now() -> str:
    return time.strftime("%H:%M:%S")


def _say(text: str) -> None:
    terminal.write_error(f"{text}\n")
    terminal.finish()
