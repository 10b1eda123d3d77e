"""What the catalogue finds in the files of one set, without what their author has looked at and left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verordening.analyse.lint.catalogue import catalogue
from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.ignoring import kept
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import LintRule
from verordening.analyse.lint.rules import negeren_zonder_melding
from verordening.analyse.lint.written import TreeOf
from verordening.language.diagnostics import Diagnostic, remark
from verordening.language.source import Source
from verordening.model.corpus import Corpus


def lint(
    corpus: Corpus,
    sources: Mapping[str, Source],
    own: frozenset[str],
    tree_of: TreeOf,
    others: Iterable[Diagnostic] = (),
) -> Iterator[Diagnostic]:
    """Everything that the rules find in the files `own` of a corpus without errors, and what was found besides."""
    look = Look(corpus, sources, own, tree_of)
    rules = catalogue()
    found = [reported(rule, each, sources) for rule in rules.values() for each in rule.check(look)]
    left, unused = kept((*others, *found), sources, own)
    yield from left
    idle = rules[negeren_zonder_melding.CODE]
    yield from (reported(idle, negeren_zonder_melding.finding(*each), sources) for each in unused)


def reported(rule: LintRule, found: Finding, sources: Mapping[str, Source]) -> Diagnostic:
    """What a rule found, with its code and severity."""
    return remark(
        sources.get(found.span.file),
        rule.code,
        found.message,
        found.span,
        label=found.label,
        help=found.help,
        severity=rule.severity,
        related=found.related,
        edits=found.edits,
        safe=found.safe,
    )
