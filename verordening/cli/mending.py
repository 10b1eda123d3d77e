"""`verordening lint --herstel` and `--diff`: what can be mended in the user's own files, mended or shown."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence

from verordening.analyse.lint.mending import mended
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.lint import checked, chosen, exit_code
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import Diagnostic
from verordening.language.source import Source
from verordening.model.loading import regulation_sets


def mend(paths: Sequence[str], arguments: Arguments) -> int:
    """Mend the files, or show how; gives the exit code. Raises InputError when a file cannot be read or written."""
    if not paths:
        raise usage_error(
            "VRD505",
            "achter `lint --herstel` ontbreekt een bestand of map",
            "noem uw eigen regelingen; de meegeleverde blijven zoals ze zijn",
        )
    unsafe, only_show = "--onveilig" in arguments.switches, "--diff" in arguments.switches
    sets = regulation_sets(paths)
    found, strict = chosen(checked(sets), arguments)
    sources = {file.source.path: file.source for each in sets for file in each.files if not file.shipped}
    results = {path: mended(source, found, unsafe=unsafe) for path, source in sources.items()}
    changed = {path: text for path, (text, number) in results.items() if number}
    number = sum(number for _, number in results.values())
    if only_show:
        for path, text in changed.items():
            terminal.write("".join(_difference(sources[path], text)))
        terminal.write_error(_summary(number, found, written=False))
        return exit_code(found, strict=strict)
    for path, text in changed.items():
        rewrite(path, text.encode(), path)
    left, _ = chosen(checked(regulation_sets(paths)), arguments) if changed else (found, strict)
    terminal.write(_summary(number, left, written=True))
    return exit_code(left, strict=strict)


def _difference(source: Source, text: str) -> Iterator[str]:
    old, new = source.text.splitlines(), text.splitlines()
    yield from (f"{line}\n" for line in difflib.unified_diff(old, new, source.path, source.path, lineterm=""))


def _summary(number: int, found: Sequence[Diagnostic], *, written: bool) -> str:
    did = "hersteld" if written else "te herstellen"
    things = "1 melding" if number == 1 else f"{number} meldingen"
    left = len(found) - (0 if written else number)
    rest = "Er blijft niets over" if not left else f"Er {'blijft' if left == 1 else 'blijven'} er {left} over"
    more = f"; bekijk {'die' if left == 1 else 'ze'} met `verordening lint`" if left else ""
    return f"{things} {did}. {rest}{more}.\n"
