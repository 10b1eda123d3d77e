"""Relations between leden, as written: the word must suit the decision, and the other place must delegate it too."""

from __future__ import annotations

from collections.abc import Callable

from verordening.language import syntax as s
from verordening.model.resolving.consequences import Draft
from verordening.model.resolving.names import Names
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.rules import Form
from verordening.model.types import Kind, Type


def check_relations(
    draft: Draft, drafts: Callable[[int], Draft], names: Names, places: Places, problems: Problems
) -> None:
    """Report a relation by a word that does not suit, or with a place that does not delegate the decision (VRD350).

    `drafts` gives the rule with a number.
    """
    clause = draft.block.one("dan", s.EffectClause)
    for effect in clause.effects if clause is not None else ():
        declared = names.terms.get(effect.decision.name) if effect.decision is not None else None
        if effect.relation is None or declared is None or declared.type is None:
            continue
        word, reference = effect.relation
        wanted = _words(declared.type)
        if word not in wanted:
            problems.add(
                "VRD350",
                f"`{word}` past niet bij `{declared.name}`",
                effect.span,
                help=f"schrijf `{wanted[0]} dan op grond van …` of `{wanted[1]} dan op grond van …`",
            )
        others = [drafts(index) for index in places.rules(reference, draft.block)]
        found = places.exists(reference, draft.block)
        if (
            found
            and all(each.is_whole for each in others)
            and not any(_delegates(each, declared.name) for each in others)
        ):
            problems.add(
                "VRD350",
                f"`{reference}` laat `{declared.name}` niet over aan een lagere regeling",
                reference.span,
                help="noem een andere plaats die met `bepaalt` hetzelfde besluit overlaat",
            )


def _words(type_: Type) -> tuple[str, str]:
    """The words for less and more."""
    return ("korter", "langer") if type_.kind is Kind.DURATION else ("lager", "hoger")


def _delegates(draft: Draft, decision: str) -> bool:
    return any(each.form is Form.DELEGATE and each.decision == decision for each in draft.effects)
