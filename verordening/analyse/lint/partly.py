"""What the catalogue finds in a set with errors: each rule looks where nothing that it needs is missing.

So a mistake in one provision or file hides nothing of the others, and no finding is there because of the mistake.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import cast

from verordening.analyse.lint.catalogue import catalogue
from verordening.analyse.lint.ignoring import kept
from verordening.analyse.lint.linting import reported
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import LintRule, Needs
from verordening.analyse.lint.selecting import NOT_LOOKED_AT
from verordening.analyse.lint.written import Written
from verordening.language import syntax as s
from verordening.language.diagnostics import Diagnostic, Severity, diagnostic, shown
from verordening.language.source import Span
from verordening.model.broken_sets import BrokenSet
from verordening.records import replace

_MOST_NAMED = 3
_END = (sys.maxsize, 0)
"""A place behind every text."""


def lint_partly(broken: BrokenSet) -> Iterator[Diagnostic]:
    """What can be found beside the errors of a set, and a word about what was not looked at."""
    sources = broken.sources
    found = [reported(rule, each, sources) for rule, look in _looks(broken) for each in rule.check(look)]
    # What a comment leaves may be of a rule that did not look: none of them is unused.
    left, _ = kept(found, sources, broken.own)
    yield from left
    yield _not_looked_at(broken)


def told_once(found: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The same, with one word about what was not looked at where several sets have the same errors."""
    waiting: dict[tuple[Span | None, str], Diagnostic] = {}
    for each in found:
        if each.code == NOT_LOOKED_AT:
            first = waiting.setdefault((each.span, each.message), each)
            notes = tuple(dict.fromkeys((*first.notes, *each.notes)))
            waiting[each.span, each.message] = replace(first, notes=notes)
    told: list[Diagnostic] = []
    for each in found:
        if each.code != NOT_LOOKED_AT:
            told.append(each)
        elif (each.span, each.message) in waiting:
            told.append(waiting.pop((each.span, each.message)))
    return tuple(told)


def _looks(broken: BrokenSet) -> Iterator[tuple[LintRule, Look]]:
    """Each rule that can be right, with what it may look at."""
    by_need = {Needs.PROVISION: _written(broken)}
    by_need[Needs.TEXT] = by_need[Needs.PROVISION]
    if broken.corpus is not None:
        by_need[Needs.REGULATION] = Look(broken.corpus, broken.sources, broken.sound, broken.tree_of)
    for rule in catalogue().values():
        if rule.needs in by_need:
            # A rule that needs no more than what is written looks at nothing else.
            yield rule, cast(Look, by_need[rule.needs])


def _written(broken: BrokenSet) -> Written:
    """The own files by their texts, and by what stands in them without errors."""

    @cache
    def tree_of(path: str) -> s.File:
        return s.File(path, tuple(_sound_items(broken.tree_of(path).items, path, broken.errors)))

    return Written(broken.sources, broken.own, tree_of)


def _sound_items(items: Sequence[s.Item], path: str, errors: Iterable[Diagnostic]) -> Iterator[s.Item]:
    """The items with no error in them, nor behind them before the next: there a part of them may be lost."""
    spans = [each.span for each in errors if each.span is not None and each.span.file == path]
    wrong = [((each.line, each.column), (each.end_line, each.end_column)) for each in spans]
    starts = [(each.head.span.line, each.head.span.column) for each in items]
    for item, (start, end) in zip(items, pairwise([*starts, _END]), strict=True):
        if not any(first < end and last >= start for first, last in wrong):
            yield item


def _not_looked_at(broken: BrokenSet) -> Diagnostic:
    """That not everything was looked at, because of what, and what was all the same."""
    rules = catalogue().values()
    spans = sorted((each.span for each in broken.errors if each.span is not None), key=_place)
    wrong = list(dict.fromkeys(each.file for each in spans))
    waiting = sum(each.needs > Needs.PROVISION for each in rules)
    everywhere = len(rules) - waiting
    notes = [("wel nagekeken", f"de tekst, en elke bepaling zonder fout ({everywhere} lintregels)")]
    if broken.sound:
        most = sum(each.needs <= Needs.REGULATION for each in rules)
        notes.append(("bijna helemaal", f"{_named(sorted(broken.sound))} ({most} lintregels)"))
    beside = sorted(broken.own - broken.sound - set(wrong))
    if beside:
        notes.append(("niet los na te kijken", f"{_named(beside)}: kan horen bij een bestand met een fout"))
    return diagnostic(
        None,
        NOT_LOOKED_AT,
        f"niet alles is nagekeken: door de fouten in {_named(wrong)} keken {waiting} van de {len(rules)} "
        "lintregels niet of niet overal",
        spans[-1] if spans else None,
        severity=Severity.ADVIES,
        help="herstel de fouten; daarna kijkt `verordening lint` alles na",
        notes=tuple(notes),
    )


def _place(span: Span) -> tuple[str, int, int]:
    return span.file, span.line, span.column


def _named(paths: Sequence[str]) -> str:
    names = [shown(each) for each in paths[:_MOST_NAMED]]
    if len(paths) > _MOST_NAMED:
        return f"{', '.join(names)} en nog {len(paths) - _MOST_NAMED}"
    return " en ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
