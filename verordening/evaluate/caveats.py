"""What must be said with a rule that decides, because of the kind of policy that it is."""

from __future__ import annotations

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import FAVOURABLE, Decided
from verordening.evaluate.routes import who_decides
from verordening.evaluate.speaking import rank_of
from verordening.model.rules import Rank, Rule

CUSTOM = (
    "dit is een vaste gedragslijn en geen beleidsregel, dus nooit de enige reden: "
    "schrijf in het besluit zelf waarom het zo is (Awb 4:82)"
)
BEYOND = "dit beleid gaat verder dan de wet, ten gunste van de inwoner; de rechter toetst dat terughoudend"
AGAINST = (
    "dit beleid gaat tegen de wet in, en de rechter neemt zulk beleid als gegeven (ECLI:NL:CRVB:2025:700)"
)


def caveat(rule: Rule, context: Context) -> str:
    """What the reader must know of this rule, or nothing."""
    if rule.relation == "tegenwettelijk":
        return f"{AGAINST}; {who_decides(rule)}"
    if rule.relation == "buitenwettelijk":
        return BEYOND
    return CUSTOM if rank_of(rule, context) in (Rank.GEDRAGSLIJN, Rank.WERKINSTRUCTIE) else ""


def against_the_law(decided: Decided, context: Context) -> str:
    """The reason of a conflict between the law and policy: never that the caseworker may, but who decides."""
    rules = [context.corpus.rules[each.rule] for each in decided.possible if each.rule is not None]
    policy = next(each for each in rules if each.relation == "tegenwettelijk")
    return f"{FAVOURABLE}: {AGAINST}; {who_decides(policy)}"
