"""The ends of ranges: an upper end that is left out, and the bounds that a begrip keeps."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from verordening.evaluate.arithmetic import compare
from verordening.evaluate.unknown import NOTHING, Result, Unknown
from verordening.model.corpus import Corpus
from verordening.model.expressions import Within
from verordening.model.formatting import format_range, format_value
from verordening.model.types import Below, Type, Value, last_below
from verordening.remembering import lru_cache


def below(limit: Result) -> Result:
    """The upper end of `van a tot b`: everything below b."""
    return Below(limit) if isinstance(limit, int | Fraction | date) and not isinstance(limit, bool) else limit


def last_value(end: Below, decision: str, corpus: Corpus) -> Value:
    """The last value that can be chosen below an end that is left out: what floors are tested on."""
    return last_below(end.limit, corpus.decisions[decision].type)


def kept_within(result: Result, node: Within, corpus: Corpus) -> Result:
    """A value of a begrip with bounds; outside them there is none."""
    if isinstance(result, Unknown) or compare(node.low, result) <= 0 <= compare(node.high, result):
        return result
    return _outside(result, node, corpus)


@lru_cache(maxsize=1024)
def _outside(value: Value, node: Within, corpus: Corpus) -> Unknown:
    concept = corpus.concepts[node.concept]
    return Unknown(NOTHING, frozenset({outside_words(value, node, concept.label, concept.type)}))


def outside_words(value: Value, node: Within, label: str, type_: Type) -> str:
    """Why there is no value: "`aantal kostendelers` wordt hier 1, maar moet 2 tot en met 10 zijn"."""
    bounds = format_range(node.low, node.high, type_)
    return f"`{label}` wordt hier {format_value(value, type_)}, maar moet {bounds} zijn"
