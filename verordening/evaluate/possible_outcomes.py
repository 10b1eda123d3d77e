"""What a decision may still come to, in words: ranges, with the ends that they leave out, and candidates."""

from __future__ import annotations

from verordening.evaluate.bounds import known
from verordening.evaluate.citing import cite
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.flooring import cut
from verordening.evaluate.limiting import is_empty, narrowed
from verordening.evaluate.outcome import Candidate, Cited, Range, Shown, Status
from verordening.evaluate.possibilities import Origin, Possibility
from verordening.evaluate.relating import Span, span_of
from verordening.evaluate.routes import EITHER
from verordening.evaluate.rules import effect_on
from verordening.evaluate.unknown import Unknown
from verordening.model.formatting import format_range, format_value
from verordening.model.rules import Decision, Form
from verordening.model.types import Kind, Value


def range_outcome(decided: Decided, way: Possibility | None, context: Context) -> Range | None:
    """What may be chosen, or what the law leaves; `way` is what opens it."""
    type_ = context.corpus.decisions[decided.decision].type
    if decided.low is None and decided.high is None:
        return Range(None, None, EITHER) if type_.kind is Kind.BOOL else None
    return _range(way, decided.low, decided.high, decided.decision, context)


def _range(
    way: Possibility | None, low: Value | None, high: Value | None, decision: str, context: Context
) -> Range:
    """A range with its words; what a delegation leaves without the ends that its relations exclude."""
    type_ = context.corpus.decisions[decision].type
    if way is None or way.rule is None or way.origin not in (Origin.GAP, Origin.MISSING_TEXT):
        return Range(low, high, format_range(low, high, type_))
    effect = effect_on(context.corpus.rules[way.rule], decision, Form.DELEGATE)
    span = Span(None, None) if effect is None else span_of(effect, decision, context)
    low_open = span.low_open and low == span.low
    high_open = span.high_open and high == span.high
    text = format_range(low, high, type_, low_open=low_open, high_open=high_open)
    return Range(low, high, text, low_open, high_open)


def candidates(decided: Decided, declared: Decision, context: Context) -> tuple[Candidate, ...]:
    """What an open or conflicting decision may still come to."""
    if decided.status not in (Status.OPEN, Status.STRIJDIG):
        return ()
    found: list[Candidate] = []
    for value in decided.candidates:
        source = next((each for each in decided.possible if known(each.value) == value), None)
        rule = None if source is None or source.rule is None else context.corpus.rules[source.rule]
        text = format_value(value, declared.type)
        found.append(Candidate(Shown(value, text), text, cite(rule, context) if rule is not None else None))
    for each in decided.possible:
        if each.origin in (Origin.MISSING_TEXT, Origin.GAP, Origin.CHOICE) and each.rule is not None:
            cited = cite(context.corpus.rules[each.rule], context)
            found += [Candidate(None, text, cited) for text in _range_texts(each, declared, context)]
    return tuple(found)


def uncounted(decided: Decided, context: Context) -> tuple[Cited, ...]:
    """The rules that may decide an open decision while what they give cannot be worked out yet."""
    if decided.status is not Status.OPEN:
        return ()
    waiting = (each for each in decided.possible if isinstance(each.value, Unknown))
    indices = dict.fromkeys(each.rule for each in waiting if each.rule is not None)
    return tuple(cite(context.corpus.rules[index], context) for index in indices)


RANGE_WORDS = {
    Origin.MISSING_TEXT: "wat de ontbrekende regeling bepaalt",
    Origin.GAP: "een leemte",
    Origin.CHOICE: "een keuze",
}


def _range_texts(each: Possibility, declared: Decision, context: Context) -> tuple[str, ...]:
    """A range still possible in words, and, where a floor may cut it, what it then leaves."""
    low, high = known(each.low), known(each.high)
    ranges = [(low, high)]
    if each.origin is not Origin.MISSING_TEXT:
        least, most = (known(end) for end in cut(declared.name, low, high, context, doubtful=True))
        left = narrowed(low, high, least, most) if each.origin is Origin.CHOICE else (least, most)
        ranges += [] if is_empty(*left) else [left]
    word = RANGE_WORDS[each.origin]
    texts = {
        f"{word} ({_range(each, *ends, declared.name, context).text})" if ends != (None, None) else word: None
        for ends in ranges
    }
    return tuple(texts)
