"""What is said of a list with something missing holds of every list that it may turn out to be.

Expressions over small lists are made at random; every list that a partial one may turn out to be is tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.properties.corpora import load
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import value
from verordening.evaluate.outcome import Status
from verordening.evaluate.unknown import Unknown
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.types import Items, Value

DAY = date(2026, 3, 1)
MOST = 2
AGES = range(3)
DECLARED = f"""\
regeling begrippen "Begrippen"
  soort begrippen
  herkomst fictief "een voorbeeld"
gegeven kinderen: lijst van kind (thuis: ja/nee, jaren: aantal van 0 tot en met {AGES[-1]}) ten hoogste {MOST}
gegeven streng: ja/nee
besluit toeslag: bedrag, standaard € 0
"""
RULES = """\
regeling regels "Regels"
  soort wet
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt begrippen
artikel 1
  als      {condition}
  dan moet toeslag = € 10
artikel 2
  in afwijking van artikel 1
  als      {other}
  dan moet toeslag = € 20
"""

# ------------------------------------------------ expressions

comparisons = st.builds(
    "jaren {} {}".format, st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), st.sampled_from(AGES)
)
literals = st.one_of(st.just("thuis"), st.just("niet thuis"), comparisons)
conditions = st.recursive(
    st.one_of(literals, st.just("streng")),
    lambda inner: st.one_of(
        st.builds("({} en {})".format, inner, inner),
        st.builds("({} of {})".format, inner, inner),
        st.builds("niet ({})".format, inner),
    ),
    max_leaves=4,
)
numbers = st.one_of(
    st.just("aantal kinderen"),
    st.builds("aantal kinderen met ({})".format, conditions),
    st.builds("de som van jaren van kinderen met ({})".format, conditions),
    st.builds("de som van (jaren - 1) van kinderen met ({})".format, conditions),
    st.builds("de hoogste jaren van kinderen met ({})".format, conditions),
    st.builds("de laagste jaren van kinderen met ({})".format, conditions),
)
truths = st.one_of(
    st.builds(
        "{} {} {}".format, numbers, st.sampled_from(["<", "<=", ">", ">=", "=", "!="]), st.integers(0, 4)
    ),
    st.builds("er is een kind met ({})".format, conditions),
    st.builds("er is geen kind met ({})".format, conditions),
    st.builds("voor elk kind met ({}) geldt ({})".format, conditions, conditions),
)
orderings = st.sampled_from(["<", "<=", ">", ">="])
plain = st.one_of(
    st.builds("aantal kinderen met ({}) {} {}".format, literals, orderings, st.integers(0, 2)),
    st.builds("de som van jaren van kinderen met (thuis) {} {}".format, orderings, st.integers(0, 4)),
    st.builds("er is een kind met ({})".format, literals),
    st.builds("voor elk kind geldt ({})".format, literals),
)
"""What looks at each unknown part once: here strong Kleene is exact."""

# ------------------------------------------------ lists

elements = st.fixed_dictionaries({}, optional={"thuis": st.booleans(), "jaren": st.sampled_from(AGES)})
lists = st.builds(Items, st.lists(elements, max_size=MOST).map(tuple), st.booleans())
partial = st.fixed_dictionaries({}, optional={"kinderen": lists, "streng": st.booleans()})


def completions(facts: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Every complete case that a partial one may turn out to be."""
    items = facts.get("kinderen", Items((), complete=False))
    assert isinstance(items, Items)
    more = 0 if items.complete else MOST - len(items.elements)
    strict = [facts["streng"]] if "streng" in facts else [True, False]
    for extra in range(more + 1):
        rows = [tuple(_whole(element)) for element in (*items.elements, *({} for _ in range(extra)))]
        for whole, streng in product(product(*rows), strict):
            yield {"kinderen": Items(whole), "streng": streng}


def _whole(element: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    at_home = [element["thuis"]] if "thuis" in element else [True, False]
    ages = [element["jaren"]] if "jaren" in element else list(AGES)
    for thuis, jaren in product(at_home, ages):
        yield {"thuis": thuis, "jaren": jaren}


# ------------------------------------------------ what must hold


@lru_cache(maxsize=4096)
def corpus_with(expression: str) -> Corpus:
    corpus, found = load([("begrippen.vrd", f"{DECLARED}begrip proef = {expression}\n")], "")
    assert found == ()
    return corpus


def found_in(expression: str, facts: Mapping[str, Value]) -> Value | None:
    """What an expression comes to; None while it is unknown."""
    corpus = corpus_with(expression)
    found = value(corpus.concepts["proef"].value, Context(corpus, facts, DAY))
    return None if isinstance(found, Unknown) else found


@given(st.one_of(truths, numbers), partial)
def test_what_is_known_of_a_partial_list_holds_of_every_whole_one(
    expression: str, facts: dict[str, Value]
) -> None:
    known = found_in(expression, facts)
    if known is not None:
        assert {found_in(expression, whole) for whole in completions(facts)} == {known}


@given(plain, partial)
def test_what_all_whole_lists_agree_on_is_known_of_the_partial_one(
    expression: str, facts: dict[str, Value]
) -> None:
    whole = {found_in(expression, each) for each in completions(facts)}
    known = found_in(expression, facts)
    assert (known is not None) == (len(whole) == 1)


@given(truths, truths, partial)
def test_a_settled_decision_stays_settled_when_a_list_is_filled_in(
    condition: str, other: str, facts: dict[str, Value]
) -> None:
    rules = RULES.format(condition=condition, other=other)
    corpus, remarks = load([("begrippen.vrd", DECLARED), ("regels.vrd", rules)], "")
    assert remarks == ()

    def answer(given_facts: Mapping[str, Value]) -> tuple[Status, Value | None, frozenset[Value]]:
        case = Case("proef", "", "", DAY, ("toeslag",), dict(given_facts))
        (decision,) = evaluate(corpus, case).decisions
        candidates = frozenset(each.shown.value for each in decision.candidates if each.shown is not None)
        return decision.status, None if decision.shown is None else decision.shown.value, candidates

    status, settled, candidates = answer(facts)
    for whole in completions(facts):
        became, amount, _ = answer(whole)
        if status is Status.BEPAALD:
            assert (became, amount) == (Status.BEPAALD, settled)
        elif became is Status.BEPAALD:
            assert amount in candidates
