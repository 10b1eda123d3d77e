"""A corpus: the regulations that hold together for one municipality, resolved, with the indices that readers need."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.model.coherences import Coherence
from verordening.model.courses import Concurrence
from verordening.model.guarantees import Guarantee
from verordening.model.rules import (
    Concept,
    Decision,
    Form,
    InputDeclaration,
    LegalValue,
    Provision,
    Rank,
    Regulation,
    Rule,
    Table,
)
from verordening.model.standards import Floor, Guideline
from verordening.model.validity import Force
from verordening.records import dataclass, field
from verordening.remembering import lru_cache


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Corpus:
    """National law with the rules of one municipality (`gemeente`, empty: national law only).

    `provisions` maps a place to its versions, mostly one.
    `by_decision` maps a decision to the indices of the rules that speak of it; `general` are the rules on a class of
    rules; `deviating` maps a rule to those that deviate from it. `fictional` are the municipalities that a regulation
    with herkomst fictief declares.

    `labels` are the words for gegevens, oordelen and besluiten by name, `plurals` the keys under which a case lists
    acts with their gegeven, `afterwards` the provisions that ask something after a decision, `filling` pairs of a
    delegation and a rule that fills it in, `reasons` the rules that demand reasons, `questions` what the gegevens and
    oordelen ask with their names, `delegating` the rules that leave something to whoever names a place as its ground,
    and `starts` the days on which a rule or an amount begins to hold. With these nobody has to go over all there is,
    which in a corpus from the cache would first have to be read.
    """

    gemeente: str
    regulations: dict[str, Regulation]
    provisions: dict[str, tuple[Provision, ...]]
    inputs: dict[str, InputDeclaration]
    concepts: dict[str, Concept]
    tables: dict[str, Table]
    decisions: dict[str, Decision]
    values: dict[str, LegalValue]
    rules: tuple[Rule, ...]
    coherences: tuple[Coherence, ...]
    floors: tuple[Floor, ...]
    guidelines: tuple[Guideline, ...]
    by_decision: dict[str, tuple[int, ...]]
    general: tuple[int, ...]
    deviating: dict[int, tuple[int, ...]]
    fictional: tuple[str, ...]
    concurrences: tuple[Concurrence, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    plurals: tuple[tuple[str, str], ...] = ()
    afterwards: tuple[Provision, ...] = ()
    filling: tuple[tuple[int, int], ...] = ()
    reasons: tuple[int, ...] = ()
    guarantees: tuple[Guarantee, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    delegating: dict[str, tuple[int, ...]] = field(default_factory=dict)
    starts: tuple[date, ...] = ()

    def rank_of(self, rule: Rule) -> Rank:
        """The rank of the regulation that a rule stands in."""
        return self.regulations[rule.regulation].rank

    def provision(self, place: str, day: date) -> Provision | None:
        """The text of a place on a day; where none is in force then, the last."""
        versions = self.provisions.get(place, ())
        holding = (each for each in versions if each.validity.on(day) is Force.IN_FORCE)
        return next(holding, versions[-1] if versions else None)

    def municipal(self) -> Iterator[Regulation]:
        """The regulations of the municipality itself."""
        return (each for each in self.regulations.values() if each.gemeente)


def keep_as(corpus: Corpus, name: str) -> None:
    """Say under which name a corpus stands in the cache: that name stands for all its texts."""
    _names(corpus)[:] = [name]


def kept_as(corpus: Corpus) -> str | None:
    """Under which name a corpus stands in the cache, for what follows from it; None where it is not known."""
    return next(iter(_names(corpus)), None)


@lru_cache(maxsize=64)
def _names(corpus: Corpus) -> list[str]:
    return []


def index_by_decision(rules: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    """For each decision the rules with a consequence for it, in order."""
    found: dict[str, list[int]] = {}
    for rule in rules:
        for decision in dict.fromkeys(effect.decision for effect in rule.effects if effect.decision):
            found.setdefault(decision, []).append(rule.index)
    return {decision: tuple(indices) for decision, indices in found.items()}


def index_general(rules: tuple[Rule, ...]) -> tuple[int, ...]:
    """The rules that tailor, or give room on, a class of rules as a whole."""
    return tuple(
        rule.index
        for rule in rules
        if any(not effect.decision and effect.form in (Form.TAILOR, Form.MAY) for effect in rule.effects)
    )


def index_deviating(rules: tuple[Rule, ...]) -> dict[int, tuple[int, ...]]:
    """For each rule the rules that deviate from it."""
    found: dict[int, list[int]] = {}
    for rule in rules:
        for target in rule.targets:
            found.setdefault(target, []).append(rule.index)
    return {target: tuple(indices) for target, indices in sorted(found.items())}


def index_labels(
    inputs: dict[str, InputDeclaration], decisions: dict[str, Decision]
) -> tuple[tuple[str, str], ...]:
    """The words for everything that a case gives or asks, by name."""
    of_inputs = ((name, each.label) for name, each in inputs.items())
    return (*of_inputs, *((name, each.label) for name, each in decisions.items()))


def index_plurals(inputs: dict[str, InputDeclaration]) -> tuple[tuple[str, str], ...]:
    """The keys under which a case may list several acts, with the gegeven that these are about."""
    return tuple((each.plural, name) for name, each in inputs.items() if each.plural)


def index_afterwards(provisions: dict[str, tuple[Provision, ...]]) -> tuple[Provision, ...]:
    """The provisions that ask something after a decision."""
    return tuple(each for versions in provisions.values() for each in versions if each.afterwards)


def index_filling(rules: tuple[Rule, ...]) -> tuple[tuple[int, int], ...]:
    """Each delegation with the rules that fill it in, whatever the decision."""
    return tuple(dict.fromkeys((index, rule.index) for rule in rules for index, _ in rule.fills))


def index_reasons(rules: tuple[Rule, ...]) -> tuple[int, ...]:
    """The rules that demand reasons."""
    return tuple(rule.index for rule in rules if any(effect.form is Form.REASONS for effect in rule.effects))


def index_questions(inputs: dict[str, InputDeclaration]) -> tuple[tuple[str, str], ...]:
    """What the gegevens and oordelen ask, with their names."""
    return tuple((each.question, name) for name, each in inputs.items() if each.question)


def index_delegating(rules: tuple[Rule, ...]) -> dict[str, tuple[int, ...]]:
    """For each place the rules that leave something to whoever names it as the ground, in order."""
    found: dict[str, list[int]] = {}
    for rule in rules:
        for ground in dict.fromkeys(each.krachtens for each in rule.effects if each.form is Form.DELEGATE):
            found.setdefault(ground, []).append(rule.index)
    return {ground: tuple(indices) for ground, indices in found.items()}


def index_starts(rules: tuple[Rule, ...], tables: dict[str, Table]) -> tuple[date, ...]:
    """The days on which a rule or an amount begins to hold, in order."""
    texts = (each for rule in rules for each in (rule.validity, rule.in_regulation))
    found = {each.start for each in texts if each.start is not None}
    found.update(row.start for table in tables.values() for row in table.rows if row.value is not None)
    return tuple(sorted(found))
