"""What the questions found as messages, with both places and the case in which it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verordening.analyse.conflicts.catalogue import question_of
from verordening.analyse.conflicts.finding import Answered, Finding, Site, Unsettled, Witness
from verordening.analyse.lint.look import Look
from verordening.evaluate.citing import shown_input
from verordening.evaluate.context import Context
from verordening.evaluate.outcome import DecisionOutcome, Status
from verordening.language.diagnostics import Diagnostic, Related, Severity, remark
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.model.types import Value
from verordening.records import replace


def reported(each: Answered, look: Look) -> Diagnostic:
    """One answer as a message, at the words that it is about."""
    sites = tuple(_sharpened(one, look) for one in each.sites)
    corpus, sources = look.corpus, look.sources
    if isinstance(each, Finding):
        return _found(replace(each, sites=sites), corpus, sources)
    return _unsettled(replace(each, sites=sites), corpus, sources)


def _sharpened(site: Site, look: Look) -> Site:
    """The same at the words of the consequence, in a file that is looked at itself."""
    if site.rule is None or not site.decision or site.span.file not in look.own:
        return site
    rule = look.corpus.rules[site.rule]
    effect = next(each for each in rule.effects if each.decision == site.decision)
    return replace(site, span=look.span_of(rule, effect))


def _found(each: Finding, corpus: Corpus, sources: Mapping[str, Source]) -> Diagnostic:
    first, *others = each.sites
    shared = _shared(each)
    return remark(
        sources.get(first.span.file),
        each.code,
        each.message,
        first.span,
        label=first.label,
        help=each.help,
        severity=each.severity,
        related=_related((*others, *each.beside)),
        notes=(*each.remarks, *(note for one in each.witnesses for note in _notes(one, shared, corpus))),
    )


def _unsettled(each: Unsettled, corpus: Corpus, sources: Mapping[str, Source]) -> Diagnostic:
    first, *others = each.sites
    title = question_of(each.code).title
    about = f" ({corpus.decisions[each.about].label})" if each.about else ""
    return remark(
        sources.get(first.span.file),
        each.code,
        f"niet bewezen dat dit nooit gebeurt: {title[0].lower()}{title[1:]}{about}",
        first.span,
        label=first.label,
        help="kijk zelf of dit kan, of schrijf de voorwaarden eenvoudiger",
        severity=Severity.ADVIES,
        related=_related(others),
        notes=(("waarom niet", "; ".join(each.why)), ("zo ver gekomen", f"{each.tried} gevallen nagegaan")),
    )


def _related(sites: Iterable[Site]) -> tuple[Related, ...]:
    return tuple(Related(each.span, each.label) for each in sites)


def _shared(each: Finding) -> Mapping[str, Value]:
    """Of cases side by side what all of them say, and which has been said once; of a single case nothing."""
    if len(each.witnesses) < 2:
        return {}
    first, *others = (one.case.inputs() for one in each.witnesses)
    return {name: value for name, value in first.items() if all(one.get(name) == value for one in others)}


def _notes(each: Witness, shared: Mapping[str, Value], corpus: Corpus) -> Iterator[tuple[str, str]]:
    yield each.label or "zaak waarin het blijkt", _witness_words(each, shared, corpus)
    outcomes = "; ".join(
        _outcome_words(one)
        for outcome in (each.outcome, *(act.outcome for act in each.outcome.acts))
        for one in outcome.decisions
    )
    if outcomes:
        yield "uitkomst", outcomes


def _witness_words(each: Witness, shared: Mapping[str, Value], corpus: Corpus) -> str:
    """The facts and judgements of a case in which something shows, but those that are shared, and its day."""
    given = each.case.inputs()
    context = Context(corpus, given, each.case.peildatum)
    facts = [shown_input(name, value, context) for name, value in given.items() if name not in shared]
    for number, act in enumerate(each.case.acts, start=1):
        own = each.case.with_act(act, act.kinds[0]).inputs()
        told = (shown_input(name, value, context) for name, value in own.items() if given.get(name) != value)
        facts.append(f"gedraging {number}: {' en '.join(told)}")
    return ", ".join([*facts, f"op {format_date(each.case.peildatum)}"])


def _outcome_words(each: DecisionOutcome) -> str:
    if each.status is Status.STRIJDIG:
        return f"{each.label} strijdig: {' of '.join(one.text for one in each.candidates)}"
    if each.status is Status.LEEMTE:
        return f"{each.label} leemte"
    if each.status is Status.BEPAALD and each.shown is None:
        return f"{each.label} geen besluit"
    return (
        f"{each.label} {each.shown.text}" if each.shown is not None else f"{each.label} {each.status.value}"
    )
