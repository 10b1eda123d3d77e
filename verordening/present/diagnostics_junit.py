"""Messages as JUnit XML, which build servers read: a suite a file, a test case a message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from verordening.analyse.lint.selecting import NOT_LOOKED_AT
from verordening.language.diagnostics import Diagnostic, printable
from verordening.present.diagnostics_whole import whole_text

_NOWHERE = "zonder bestand"
_CLEAN = "niets gevonden"
_PARTLY = "niets gevonden, maar niet alles is nagekeken"
_WHY = "fouten houden een deel van de controle tegen: zie VRD690"


def render_junit(found: Sequence[Diagnostic], files: Sequence[str]) -> str:
    """The XML text. A file without messages is one test case that passes; or that is skipped, where errors kept some
    rules from looking.
    """
    partly = any(each.code == NOT_LOOKED_AT for each in found)
    by_file: dict[str, list[Diagnostic]] = {file: [] for file in dict.fromkeys(files)}
    for each in found:
        by_file.setdefault(each.span.file if each.span else _NOWHERE, []).append(each)
    total = sum(max(1, len(each)) for each in by_file.values())
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="verordening" tests="{total}" failures="{len(found)}" errors="0">')
    lines += [line for file, messages in by_file.items() for line in _suite(file, messages, partly=partly)]
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _suite(file: str, messages: Sequence[Diagnostic], *, partly: bool) -> Iterator[str]:
    name = quoteattr(printable(file))
    skipped = ' skipped="1"' if partly and not messages else ""
    tests, failures = max(1, len(messages)), len(messages)
    yield f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="0"{skipped}>'
    if skipped:
        yield f'    <testcase classname={name} name="{_PARTLY}"><skipped message="{_WHY}"/></testcase>'
    elif not messages:
        yield f'    <testcase classname={name} name="{_CLEAN}"/>'
    for each in messages:
        where = f"regel {each.span.line}: " if each.span else ""
        yield f"    <testcase classname={name} name={quoteattr(f'{where}{each.code}')}>"
        yield (
            f"      <failure type={quoteattr(each.severity.value)} message={quoteattr(printable(each.message))}>"
            f"{escape(printable(whole_text(each)))}</failure>"
        )
        yield "    </testcase>"
    yield "  </testsuite>"
