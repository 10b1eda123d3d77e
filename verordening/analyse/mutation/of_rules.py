"""The changes that can be made to rules: gone, otherwise bound, under other conditions, with other values or days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, NamedTuple

from verordening.analyse.mutation.variants import (
    CONDITION,
    DATE,
    VALUE,
    Variant,
    condition_variants,
    variants,
)
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.formatting import format_date
from verordening.model.rules import Effect, Form, Rule
from verordening.model.types import BOOL, Kind, Type
from verordening.model.validity import Force, Validity
from verordening.records import replace

GONE: Final = "weg"
BINDING: Final = "moet of kan"
DEVIATION: Final = "afwijking"

_NEVER: Final = e.Constant(False, BOOL.kind, "")
OUTSIDE: Final = "de waarde valt buiten de grenzen van het besluit"
_NAMED: Final = "een andere bepaling verwijst ernaar"
_DAYS: Final = ("start", "end", "tolerated", "exists", "applied")
_VERSIONS: Final = "er zijn dan dagen zonder tekst, of met twee teksten"


class Changed(NamedTuple):
    """A rule with one change, told in words; `refused` and `turned` as of a mutant."""

    sort: str
    words: str
    rule: Rule
    refused: str = ""
    beyond: bool = False
    turned: tuple[e.Expression | None, e.Expression | None] | None = None


def changed_rules(rule: Rule, corpus: Corpus) -> Iterator[Changed]:
    """Every rule that differs from this one in one place."""
    gone = replace(rule, condition=_NEVER, effects=(), transitions=())
    yield Changed(GONE, "de hele bepaling weg", gone, _NAMED if _is_named(rule, corpus) else "")
    yield from _conditions(rule, corpus)
    for at, effect in enumerate(rule.effects):
        yield from _effects(rule, at, effect, corpus)
    if rule.deviates:
        words = "zonder “in afwijking van”"
        yield Changed(DEVIATION, words, replace(rule, targets=(), deviates=False, general=False))
    if rule.replaces:
        yield Changed(DEVIATION, "zonder wat deze bepaling vervangt", replace(rule, replaces=()))
    for words, validity, refused in _own_days(rule):
        yield Changed(
            DATE, words, replace(rule, validity=validity), refused or _between_versions(rule, corpus)
        )
    yield from _transitions(rule, corpus)


# ------------------------------------------------ conditions


def _conditions(rule: Rule, corpus: Corpus) -> Iterator[Changed]:
    if rule.condition is not None:
        for each in condition_variants(rule.condition, corpus):
            turned = (rule.condition, each.node)
            yield _told(each, replace(rule, condition=each.node), turned)
    if rule.exception is not None:
        for each in condition_variants(rule.exception, corpus):
            turned = (rule.exception, each.node or _NEVER)
            yield _told(each, replace(rule, exception=each.node), turned, "tenzij: ")
    if rule.because:
        label = corpus.inputs[rule.because].label
        yield Changed(CONDITION, f"zonder “wegens {label}”", replace(rule, because=""))


def _told(
    variant: Variant,
    rule: Rule,
    turned: tuple[e.Expression | None, e.Expression | None],
    before: str = "",
) -> Changed:
    return Changed(variant.sort, before + variant.words, rule, beyond=variant.beyond, turned=turned)


# ------------------------------------------------ consequences


def _effects(rule: Rule, at: int, effect: Effect, corpus: Corpus) -> Iterator[Changed]:
    def with_effect(new: Effect | None) -> Rule:
        kept = () if new is None else (new,)
        return replace(rule, effects=(*rule.effects[:at], *kept, *rule.effects[at + 1 :]))

    name = _label(effect, corpus)
    if effect.form is Form.REASONS:
        return
    if len(rule.effects) > 1:
        yield Changed(GONE, f"zonder het gevolg voor {name}", with_effect(None))
    for sort, words, new, refused in _otherwise_bound(effect, name, corpus):
        yield Changed(sort, words, with_effect(new), refused)
    for each, new in _other_values(effect, corpus):
        refused = OUTSIDE if _is_outside(new, corpus) else ""
        yield Changed(VALUE, f"{name}: {each.words}", with_effect(new), refused, each.beyond)


def _label(effect: Effect, corpus: Corpus) -> str:
    return f"`{effect.decision}`" if effect.decision in corpus.decisions else "de groep regels"


def _otherwise_bound(effect: Effect, name: str, corpus: Corpus) -> Iterator[tuple[str, str, Effect, str]]:
    """`moet` for `kan` and the other way round; a delegation without its relation; no more than for no less than."""
    if effect.form is Form.SET and effect.decision:
        yield BINDING, f"{name}: moet wordt kan", replace(effect, form=Form.MAY), ""
    elif effect.form is Form.MAY and effect.decision and effect.high is not None:
        high = effect.high
        if not isinstance(high, e.OrdinaryOutcome | e.UpTo):
            yield BINDING, f"{name}: kan wordt moet", replace(effect, form=Form.SET, low=high), ""
    elif effect.form is Form.TAILOR and effect.decision:
        yield BINDING, f"{name}: de plicht tot afstemming wordt kan", replace(effect, form=Form.MAY), ""
    elif effect.form in (Form.AT_MOST, Form.AT_LEAST):
        other = Form.AT_LEAST if effect.form is Form.AT_MOST else Form.AT_MOST
        yield BINDING, f"{name}: hoogste en minste verwisseld", replace(effect, form=other), ""
    if effect.relation is not None:
        yield CONDITION, f"{name}: zonder de verhouding tot een ander lid", replace(effect, relation=None), ""


def _other_values(effect: Effect, corpus: Corpus) -> Iterator[tuple[Variant, Effect]]:
    low, high = effect.low, effect.high
    if low is not None and low is high:
        for each in _values(low, corpus):
            yield each, replace(effect, low=each.node, high=each.node)
        return
    for name, word, bound in (("low", "vanaf", low), ("high", "tot en met", high)):
        for each in _values(bound, corpus) if bound is not None else ():
            yield each._replace(words=f"{word} {each.words}"), replace(effect, **{name: each.node})  # type: ignore[arg-type]


def _values(node: e.Expression, corpus: Corpus) -> Iterator[Variant]:
    """Of a value of an `een van`: the first other option."""
    if isinstance(node, e.Constant) and isinstance(node.value, str):
        for decision in corpus.decisions.values():
            others = [each for each in decision.type.options if each != node.value]
            if node.value in decision.type.options and others:
                yield Variant(VALUE, f"`{node.value}` wordt `{others[0]}`", replace(node, value=others[0]))
                return
    yield from variants(node, corpus)


def _is_outside(effect: Effect, corpus: Corpus) -> bool:
    """Whether a value that stands there as a number is one that the decision cannot have."""
    type_ = corpus.decisions[effect.decision].type
    ends = [each.value for each in (effect.low, effect.high) if isinstance(each, e.Constant)]
    if any(is_outside(each, type_) for each in ends):
        return True
    first, last = ends if len(ends) == 2 else (0, 0)
    return isinstance(first, int | Fraction) and isinstance(last, int | Fraction) and first > last


def is_outside(value: object, type_: Type) -> bool:
    """Whether a value lies outside the bounds of a type; a percentage without bounds is not below 0."""
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        return False
    low, high = type_.low, type_.high
    if type_.kind in (Kind.PERCENTAGE, Kind.AMOUNT) and low is None:
        low = 0
    below = isinstance(low, int | Fraction) and value < low
    return below or (isinstance(high, int | Fraction) and value > high)


# ------------------------------------------------ days


def moved_validities(validity: Validity) -> Iterator[tuple[str, Validity, str]]:
    """The days on which a text begins or ends to hold, one day earlier and later.

    A day before which the text is only not known is no threshold of the law.
    """
    if validity.start is not None and validity.before is Force.NOT_IN_FORCE:
        for moved in _moved(validity.start):
            yield f"geldt vanaf {format_date(moved)}", replace(validity, start=moved), ""
    if validity.end is not None:
        for moved in _moved(validity.end):
            yield f"geldt tot {format_date(moved)}", replace(validity, end=moved), ""
    for name, words in (
        ("tolerated", "gedoogd vanaf"),
        ("exists", "nieuw vanaf"),
        ("applied", "toegepast vanaf"),
    ):
        day = getattr(validity, name)
        for moved in _moved(day) if day is not None else ():
            changed = replace(validity, **{name: moved})  # type: ignore[arg-type]
            if not _is_the_same(validity, changed):
                yield f"{words} {format_date(moved)}", changed, ""


def _is_the_same(one: Validity, other: Validity) -> bool:
    """Whether two validities come to the same on every day: on those around each day that either names."""
    named = [day for each in (one, other) for name in _DAYS if (day := getattr(each, name)) is not None]
    return all(
        (one.on(day), one.is_early(day), one.is_tolerated(day))
        == (other.on(day), other.is_early(day), other.is_tolerated(day))
        for each in named
        for day in (each - timedelta(days=1), each)
    )


def inherited(own: Validity, whole: Validity, moved: Validity) -> Validity:
    """The days of a rule after those of its regulation moved: the days that it has from the regulation move along."""
    same = {name: getattr(moved, name) for name in _DAYS if getattr(own, name) == getattr(whole, name)}
    return replace(own, **same)


def _own_days(rule: Rule) -> Iterator[tuple[str, Validity, str]]:
    """The days of a rule that are not those of its regulation."""
    whole, own = rule.in_regulation, rule.validity
    if (own.start, own.end, own.applied) == (whole.start, whole.end, whole.applied):
        return
    for words, validity, refused in moved_validities(own):
        moved_end = validity.end != own.end
        if not (validity.start != own.start and own.start == whole.start) and not (
            moved_end and own.end == whole.end
        ):
            yield words, validity, refused


def _moved(day: date) -> tuple[date, date]:
    return day - timedelta(days=1), day + timedelta(days=1)


def _between_versions(rule: Rule, corpus: Corpus) -> str:
    """Another text of the same place is there: a gap or overlap between the two is found when they are read."""
    others = corpus.provisions.get(rule.id, ())
    return _VERSIONS if len(others) > 1 else ""


def _transitions(rule: Rule, corpus: Corpus) -> Iterator[Changed]:
    for at, each in enumerate(rule.transitions):
        rest = (*rule.transitions[:at], *rule.transitions[at + 1 :])
        yield Changed(GONE, f"zonder het overgangsrecht van {each.id}", replace(rule, transitions=rest))
        if each.condition is not None:
            for variant in condition_variants(each.condition, corpus):
                new = replace(each, condition=variant.node)
                changed = replace(
                    rule, transitions=(*rule.transitions[:at], new, *rule.transitions[at + 1 :])
                )
                yield Changed(
                    variant.sort, f"overgangsrecht: {variant.words}", changed, beyond=variant.beyond
                )


# ------------------------------------------------ what names a rule


def _is_named(rule: Rule, corpus: Corpus) -> bool:
    """Whether another rule refers to this one, so that without it the reference is dead."""
    index = rule.index
    return any(
        other.index != index
        and (
            (index in other.targets and not other.general)
            or index in other.replaces
            or rule.id in other.beside
            or any(effect.krachtens == rule.id for effect in other.effects)
            or any(_names_in(effect, index) for effect in other.effects)
        )
        for other in corpus.rules
    )


def _names_in(effect: Effect, index: int) -> bool:
    if effect.relation is not None and index in effect.relation[1]:
        return True
    waiting = [each for each in (effect.low, effect.high) if each is not None]
    while waiting:
        node = waiting.pop()
        if isinstance(node, e.RuleValue) and index in node.rules:
            return True
        waiting.extend(parts(node))
    return False
