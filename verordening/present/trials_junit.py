"""Trials as JUnit XML, which build servers read: a suite a file, a test case a trial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from verordening.analyse.trials.running import Verdict
from verordening.language.diagnostics import printable
from verordening.present.trials_content import Told, ToldFile

_ELEMENTS: Final = {
    Verdict.NIET_GOED: "failure",
    Verdict.TE_BEOORDELEN: "failure",
    Verdict.GEWEIGERD: "error",
}
_PENDING: Final = "nog te beoordelen: vul in wat eruit moet komen"
_REFUSED: Final = "niet te beproeven"
_UNREADABLE: Final = "niet te lezen"


def render_junit(files: Sequence[ToldFile]) -> str:
    """The XML text. A file in which something is wrong beside its trials counts as one test case with an error."""
    suites = [each for each in files if each.trials or each.refusals]
    total, failures, errors = (sum(_numbers(each)[kind] for each in suites) for kind in range(3))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines.append(f'<testsuites name="verordening" tests="{total}" failures="{failures}" errors="{errors}">')
    lines += [line for each in suites for line in _suite(each)]
    lines.append("</testsuites>")
    return "\n".join(lines) + "\n"


def _numbers(file: ToldFile) -> tuple[int, int, int]:
    """How many test cases, failures and errors."""
    if not file.trials:
        return 1, 0, 1
    kinds = [_ELEMENTS.get(each.verdict, "") for each in file.trials]
    return len(kinds), kinds.count("failure"), kinds.count("error")


def _suite(file: ToldFile) -> Iterator[str]:
    tests, failures, errors = _numbers(file)
    name = quoteattr(printable(file.path))
    yield f'  <testsuite name={name} tests="{tests}" failures="{failures}" errors="{errors}" skipped="0">'
    if not file.trials:
        yield f'    <testcase classname={name} name="{_UNREADABLE}">'
        yield f'      <error message="{_UNREADABLE}">{_told(file)}</error>'
        yield "    </testcase>"
    for trial in file.trials:
        yield from _case(trial, file)
    yield "  </testsuite>"


def _case(trial: Told, file: ToldFile) -> Iterator[str]:
    title = f"{trial.name} (regel {trial.line})" if file.rows else trial.name
    head = f"<testcase classname={quoteattr(printable(file.path))} name={quoteattr(printable(title))}"
    element = _ELEMENTS.get(trial.verdict)
    if element is None:
        yield f"    {head}/>"
        return
    said = [f"{each.label}: verwacht {each.expected}, gekregen {each.found}" for each in trial.misses]
    if trial.verdict is Verdict.TE_BEOORDELEN:
        said = [_PENDING]
    text = _told(file) if trial.verdict is Verdict.GEWEIGERD else escape(printable("; ".join(said)))
    message = quoteattr(printable(said[0]) if said else _REFUSED)
    yield f"    {head}>"
    yield f"      <{element} message={message}>{text}</{element}>"
    yield "    </testcase>"


def _told(file: ToldFile) -> str:
    return escape("; ".join(printable(f"{each.span}: {each.message}") for each in file.refusals))
