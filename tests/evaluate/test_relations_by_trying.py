"""The measure of a relation against trying every case there is, over generated ordinances with few facts of few values.

Pw 18 lid 5 and 6 in small, as in `test_relations`: whether a value fits is found out by a search, and here by the words
of the rule itself. The search may say that it does not know; it is never wrong, and never wrong with fewer facts.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

import pytest

from tests.evaluate.laws import DAY, law_of, regulation
from tests.evaluate.test_relations import ACT
from verordening.evaluate.beside import Beside, fits_beside
from verordening.evaluate.context import Context
from verordening.evaluate.relating import fits
from verordening.evaluate.rules import applies, set_value
from verordening.evaluate.standing import STANDING
from verordening.evaluate.told_apart import held, told_apart
from verordening.evaluate.unknown import Unknown
from verordening.model.corpus import Corpus
from verordening.model.rules import Rule
from verordening.model.types import Value

DOMAINS: dict[str, tuple[Value, ...]] = {
    "daad": ("geen", "licht", "zwaar"),
    "herhaald": (False, True),
    "gezin": (False, True),
    "kind": (False, True),
    "eerst": (0, 1, 2),
    "later": (0, 1, 2),
    "uren": (0, 1, 2, 3),
}
TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven daad: een van (geen, licht, zwaar)
gegeven herhaald: ja/nee
gegeven gezin: ja/nee
gegeven kind: ja/nee
gegeven eerst: aantal van 0 tot en met 2
gegeven later: aantal van 0 tot en met 2
gegeven uren: aantal van 0 tot en met 3
samenhang "een kind hoort bij een gezin"
  als kind
  dan gezin
besluit verlaging: percentage van 0% tot en met 100%, standaard 0%
besluit duur_verlaging: duur in maanden van 0 maanden tot en met 6 maanden, standaard 0 maanden
""",
)
ATOMS = (
    "daad = licht", "daad != geen", "herhaald", "niet herhaald", "gezin", "niet gezin", "kind", "eerst <= later",
    "niet (eerst <= later)", "later <= eerst + 1", "uren >= 2", "uren < 3", "eerst = 1", "(gezin of uren > 1)",
)  # fmt: skip
VALUES = ("1 maand", "2 maanden", "2 maanden", "3 maanden", "het kleinste van (uren keer 1 maand, 2 maanden)")


def generated(seed: int) -> Corpus:
    """The act with an ordinance of two to four rules, some of which deviate from those before them."""
    chance = random.Random(seed)
    written = []
    for number in range(1, chance.randint(3, 5)):
        clauses = [f"    als {' en '.join(chance.sample(ATOMS, chance.randint(1, 3)))}"]
        if number > 1 and chance.random() < 0.6:
            clauses.insert(0, f"    in afwijking van lid {chance.randint(1, number - 1)}")
        clauses.append(f"    dan moet duur_verlaging = {chance.choice(VALUES)}")
        written.append("\n".join([f"  lid {number}", *clauses]))
    text = "\n".join(["artikel 7", *written])
    local = regulation("maatregelen", "verordening", text, local=True, header="  grondslag wet artikel 8\n")
    return law_of(TERMS, ACT, local).corpus


def cases(known: dict[str, Value]) -> Iterator[dict[str, Value]]:
    """Every case of these facts that there can be: a child comes with a family."""
    free = [name for name in DOMAINS if name not in known]
    for chosen in itertools.product(*(DOMAINS[name] for name in free)):
        case = {**known, **dict(zip(free, chosen, strict=True))}
        if case["gezin"] or not case["kind"]:
            yield case


def whole(corpus: Corpus, facts: dict[str, Value]) -> Context:
    """A case looked at beside the one that is decided."""
    context = Context(corpus, facts, DAY)
    context.as_a_whole = True
    return context


def by_trying(
    asked: Beside, names: frozenset[str], known: dict[str, Value], corpus: Corpus, *, own: bool
) -> bool:
    """What `measuring` says of a value, word for word: it falls when everything given breaks the relation."""
    other_stands = False
    for case in cases({name: known[name] for name in names}):
        context = whole(corpus, case)
        if STANDING.delegation(asked.other, "duur_verlaging", context) is not True:
            continue
        other_stands = True
        given = {
            rule.index: set_value(rule.index, "duur_verlaging", context)
            for rule in STANDING.filling(asked.other, "duur_verlaging", corpus)
            if STANDING.rule(rule.index, "duur_verlaging", context) is True
        }
        is_less = corpus.rules[asked.delegation].path.endswith("lid 5")
        if not given or (own and asked.rule in given):
            return True
        if any(
            fits(asked.value, each, is_less)
            for each in given.values()
            if not isinstance(each, Unknown | None)
        ):
            return True
    return not other_stands


def asked_of(corpus: Corpus, rule: Rule, case: dict[str, Value]) -> Iterator[Beside]:
    """What is asked of a rule that applies in a case."""
    context = whole(corpus, case)
    value = set_value(rule.index, "duur_verlaging", context)
    if applies(rule.index, context) is True and value is not None and not isinstance(value, Unknown):
        five, six = (
            each.index for each in corpus.rules if each.path in ("artikel 18 lid 5", "artikel 18 lid 6")
        )
        yield Beside(value, "duur_verlaging", rule.index, five, six)
        yield Beside(value, "duur_verlaging", rule.index, six, five)


@pytest.mark.parametrize("seed", range(40))
def test_the_search_says_what_trying_everything_says(seed: int) -> None:
    corpus = generated(seed)
    chance = random.Random(seed)
    every = list(cases({}))
    checked = unproven = 0
    for case in chance.sample(every, 12):
        for rule in corpus.rules:
            if rule.path.startswith("artikel 7"):
                for asked in asked_of(corpus, rule, case):
                    shared, _ = told_apart(corpus, asked.delegation, asked.other)
                    own = held(corpus, asked.rule, asked.delegation, asked.other)
                    expected = by_trying(asked, shared, case, corpus, own=False) and (
                        own == shared or by_trying(asked, own, case, corpus, own=True)
                    )
                    for facts in (case, {name: case[name] for name in case if chance.random() < 0.5}):
                        found = fits_beside(asked, STANDING, Context(corpus, facts, DAY))
                        checked += 1
                        if isinstance(found, Unknown):
                            assert found.inputs or found.texts
                            unproven += facts is case
                        else:
                            assert found is expected, (asked, facts)
    assert unproven * 20 <= checked
