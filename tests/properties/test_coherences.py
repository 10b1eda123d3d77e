"""What is said of a partial case holds of every completion that goes with each samenhang."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.properties.corpora import load
from verordening.evaluate.coherence import implied
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import truth
from verordening.evaluate.outcome import Status
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.types import Value

DAY = date(2026, 3, 1)
DOMAINS: dict[str, list[Value]] = {
    "a": [True, False],
    "k": ["rood", "geel", "blauw"],
    "n": list(range(5)),
    "m": list(range(5)),
}
TEXT = """\
regeling regels "Regels"
  soort wet
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
gegeven a: ja/nee
gegeven k: een van (rood, geel, blauw)
gegeven n: aantal van 0 tot en met 4
gegeven m: aantal van 0 tot en met 4
besluit toeslag: bedrag, standaard € 0
samenhang "de eerste" {first}
samenhang "de tweede" {second}
artikel 1
  als      {condition}
  dan moet toeslag = € 10
"""
signs = st.sampled_from(["<", "<=", ">", ">=", "=", "!="])
literals = st.one_of(
    st.sampled_from(["a", "niet a", "k = rood", "k != geel"]),
    st.builds("n {} {}".format, signs, st.integers(0, 4)),
    st.builds("m {} {}".format, signs, st.integers(0, 4)),
    st.builds("n {} m".format, signs),
)
conditions = st.one_of(
    literals,
    st.builds("{} en {}".format, literals, literals),
    st.builds("({} of {})".format, literals, literals),
)
coherences = st.one_of(
    st.builds("als {} dan {}".format, conditions, conditions), st.builds("dan {}".format, conditions)
)
partial = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(values) for name, values in DOMAINS.items()}
)


def completions(corpus: Corpus, facts: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Every complete case that a partial one may turn out to be, and that goes with each samenhang."""
    rows = [[facts[name]] if name in facts else values for name, values in DOMAINS.items()]
    for row in product(*rows):
        whole = dict(zip(DOMAINS, row, strict=True))
        context = Context(corpus, whole, DAY)
        if all(
            truth(each.condition, context) is False or truth(each.demand, context) is True
            for each in corpus.coherences
        ):
            yield whole


@given(coherences, coherences, conditions, partial)
def test_what_is_said_holds_of_every_case_that_can_be(
    first: str, second: str, condition: str, facts: dict[str, Value]
) -> None:
    text = TEXT.format(first=first, second=second, condition=condition)
    corpus, remarks = load([("regels.vrd", text)], "")
    assert remarks == ()
    possible = list(completions(corpus, facts))
    assume(possible)
    for name, known in implied(corpus, facts, DAY).inputs.items():
        assert {whole[name] for whole in possible} == {known}
    (said,) = evaluate(corpus, Case("proef", "", "", DAY, ("toeslag",), dict(facts))).decisions
    (rule,) = corpus.rules
    amounts = {1000 if truth(rule.condition, Context(corpus, whole, DAY)) else 0 for whole in possible}
    if said.status is Status.BEPAALD:
        assert said.shown is not None
        assert amounts == {said.shown.value}
    else:
        candidates = {each.shown.value for each in said.candidates if each.shown is not None}
        assert amounts <= candidates
