"""How consequences are written: what stands behind `dan` and `herstel`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from verordening.language import syntax as s
from verordening.language.layout.document import FILL, LINE, Doc, Group, Nest, Row
from verordening.language.layout.expressions import value_doc
from verordening.language.layout.sameness import bare
from verordening.language.layout.values import UP_TO, quoted

_VERBS: Final = {"moet": "moet", "afgestemd": "moet", "gemotiveerd": "moet", "kan": "kan"}


def opening_word(clause: s.EffectClause) -> str:
    """The keyword of a clause with the verb that it opens with: `dan moet`, `dan kan`, `dan`."""
    verb = _VERBS.get(clause.effects[0].form, "")
    return f"{clause.keyword} {verb}".rstrip()


def effect_docs(clause: s.EffectClause) -> Doc:
    """The consequences after each other; the first without the verb that stands with the keyword."""
    docs: list[Doc] = []
    before: s.Effect | None = None
    for effect in clause.effects:
        verb = _VERBS.get(effect.form, "")
        carried = before is None or _carries_on(before, effect)
        doc = (f"{verb} " if verb and not carried else "", _effect(effect))
        docs.append((LINE, "en ", Row(effect.span, doc)) if docs else Row(effect.span, doc, opens=False))
        before = effect
    return tuple(docs)


def _carries_on(before: s.Effect, effect: s.Effect) -> bool:
    """Whether the verb of the consequence before is heard in this one, to the parser and to a reader."""
    if before.decision is None or effect.decision is None:
        return False
    if effect.form == "afgestemd":
        return before.form in ("moet", "afgestemd")
    return before.form == effect.form


def _effect(effect: s.Effect) -> Doc:
    printer = EFFECTS.get(effect.form)
    if printer is None:
        raise NotImplementedError(f"no layout for the consequence {effect.form!r}; add it to EFFECTS here")
    return printer(effect)


def _name(effect: s.Effect) -> str:
    assert effect.decision is not None
    return effect.decision.name


def _low(effect: s.Effect) -> Doc:
    assert effect.low is not None
    return value_doc(effect.low)


def _range(effect: s.Effect) -> Doc:
    assert effect.high is not None
    return (" van ", _low(effect), UP_TO[effect.half_open], value_doc(effect.high))


def _set(effect: s.Effect) -> Doc:
    return (f"{_name(effect)} = ", _low(effect))


def _may(effect: s.Effect) -> Doc:
    if effect.decision is None:
        return "afgeweken worden"
    return _set(effect) if bare(effect.low) == bare(effect.high) else (_name(effect), _range(effect))


def _tailored(effect: s.Effect) -> Doc:
    if effect.decision is None:
        return "afgestemd worden"
    return (f"{_name(effect)} afgestemd worden", _range(effect) if effect.low is not None else "")


def _delegated(effect: s.Effect) -> Doc:
    parts: list[Doc] = [f"bepaalt de {effect.delegate} "]
    if effect.krachtens is not None:
        parts += [f"krachtens {effect.krachtens}", FILL]
    parts += [_name(effect), _range(effect)]
    if effect.relation is not None:
        how, place = effect.relation
        parts += [",", FILL, f"{how} dan op grond van {place}"]
    return Group(Nest(tuple(parts), 2))


EFFECTS: Final[dict[str, Callable[[s.Effect], Doc]]] = {
    "moet": _set,
    "kan": _may,
    "afgestemd": _tailored,
    "hoogste": lambda effect: (f"{_name(effect)} ten hoogste ", _low(effect)),
    "minste": lambda effect: (f"{_name(effect)} ten minste ", _low(effect)),
    "mag_niet": lambda effect: ("mag niet ", _set(effect)),
    "bepaalt": _delegated,
    "gemotiveerd": lambda effect: f"gemotiveerd worden {effect.key} {quoted(effect.question)}",
}
"""Each form of consequence with how it is written, without its `moet` or `kan`."""
