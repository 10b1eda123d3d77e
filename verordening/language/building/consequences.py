"""What follows from a rule: `dan …`, `herstel …`."""

from __future__ import annotations

from typing import Any

from verordening.language import syntax as s
from verordening.language.building.base import Base, nodes, text, tokens
from verordening.language.tokens import Meta
from verordening.records import replace

_CARRIED_SET = ""
_CARRIED_RANGE = "kan van"


class Consequences(Base):
    """One method a consequence, then the clauses that join them."""

    def _effect(self, form: str, meta: Meta, children: list[Any]) -> s.Effect:
        names = self._names(children)
        parts = nodes(children)
        low = parts[0] if parts else None
        high = parts[1] if len(parts) > 1 else low
        half_open = bool(tokens(children, "TOT"))
        return s.Effect(self._span(meta), form, names[0] if names else None, low, high, half_open=half_open)

    def must_set(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("moet", meta, children)

    def may_set(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("kan", meta, children)

    def may_range(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("kan", meta, children)

    def carry_set(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect(_CARRIED_SET, meta, children)

    def carry_range(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect(_CARRIED_RANGE, meta, children)

    def tailor(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("afgestemd", meta, children)

    def tailor_all(self, meta: Meta, _: list[Any]) -> s.Effect:
        return s.Effect(self._span(meta), "afgestemd")

    def may_all(self, meta: Meta, _: list[Any]) -> s.Effect:
        return s.Effect(self._span(meta), "kan")

    def at_most(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("hoogste", meta, children)

    def at_least(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("minste", meta, children)

    def forbid(self, meta: Meta, children: list[Any]) -> s.Effect:
        return self._effect("mag_niet", meta, children)

    def give_reasons(self, meta: Meta, children: list[Any]) -> s.Effect:
        key, question = tokens(children, "NAME", "STRING")
        return s.Effect(self._span(meta), "gemotiveerd", key=str(key), question=text(question))

    def relation(self, _: Meta, children: list[Any]) -> tuple[str, s.Reference]:
        return (str(tokens(children, "NAME")[0]), nodes(children)[0])

    def delegate(self, meta: Meta, children: list[Any]) -> s.Effect:
        kind, decision = tokens(children, "NAME")
        parts = nodes(children)
        krachtens = parts.pop(0) if isinstance(parts[0], s.Reference) else None
        relation = parts.pop() if isinstance(parts[-1], tuple) else None
        return s.Effect(
            self._span(meta),
            "bepaalt",
            self._name(decision),
            parts[0],
            parts[1],
            delegate=str(kind),
            krachtens=krachtens,
            relation=relation,
            half_open=bool(tokens(children, "TOT")),
        )

    # ------------------------------------------------ the clauses

    def clause_dan(self, meta: Meta, children: list[Any]) -> s.EffectClause:
        effects: list[s.Effect] = []
        for effect in nodes(children):
            before = effects[-1].form if effects else ""
            effects.append(self._carry_on(effect, before))
        return s.EffectClause(self._span(meta), "dan", tuple(effects))

    def _carry_on(self, effect: s.Effect, before: str) -> s.Effect:
        """The effect with the `moet` or `kan` that it left out; only `kan` can carry on to a range."""
        carriers = {_CARRIED_SET: ("moet", "kan"), _CARRIED_RANGE: ("kan",)}.get(effect.form)
        if carriers is None:
            return effect
        if before in carriers:
            return replace(effect, form=before)
        if effect.form == _CARRIED_RANGE and before == "moet":
            self._problem(
                "VRD113",
                "`moet` kan geen ruimte geven van een waarde tot en met een andere",
                effect.span,
                "schrijf `kan` voor het besluit, of `moet … afgestemd worden van … tot en met …`",
            )
        else:
            self._problem(
                "VRD113",
                "hier is niet duidelijk of dit moet of kan",
                effect.span,
                "schrijf `moet` of `kan` voor het besluit",
            )
        return replace(effect, form="kan")

    def clause_herstel(self, meta: Meta, children: list[Any]) -> s.EffectClause:
        return s.EffectClause(self._span(meta), "herstel", tuple(nodes(children)))
