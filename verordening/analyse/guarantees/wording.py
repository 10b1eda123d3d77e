"""What is found of a promise, in a Dutch sentence that a council member reads."""

from __future__ import annotations

from fractions import Fraction

from verordening.analyse.guarantees.finding import Side
from verordening.analyse.guarantees.sides import Pairing, Rising, Same
from verordening.evaluate.trace_words import phrase
from verordening.model.corpus import Corpus
from verordening.model.expressions import DecisionValue
from verordening.model.formatting import format_value
from verordening.model.guarantees import Compared, Guarantee, Subject
from verordening.model.types import Kind, normalised


def kept_words(guarantee: Guarantee) -> str:
    """That a promise holds."""
    return f"“{guarantee.title}” geldt voor alle zaken"


def unproven_words(guarantee: Guarantee, why: tuple[str, ...]) -> str:
    """That it is not known whether it does, and why."""
    return f"of “{guarantee.title}” voor alle zaken geldt, is niet bewezen: {'; '.join(why)}"


def broken_words(
    corpus: Corpus, guarantee: Guarantee, subject: Subject, pairing: Pairing, sides: tuple[Side, Side]
) -> str:
    """How two cases break it, with what each comes to."""
    one, other = sides
    plain = isinstance(subject.value, DecisionValue)
    label = phrase(subject.value, corpus) if plain else f"“{phrase(subject.value, corpus)}”"
    if isinstance(pairing, Rising):
        fact = corpus.inputs[pairing.fact]
        before, after = (each.case.inputs()[pairing.fact] for each in sides)
        less, moves = _difference(one, other, subject), "daalt" if pairing.rising else "stijgt"
        return (
            f"stijgt {fact.label} van {format_value(before, fact.type)} naar {format_value(after, fact.type)}, "
            f"dan {moves} {label} van {one.words} naar {other.words}{less}"
        )
    if isinstance(pairing, Same):
        return f"{label} is {one.words} als {_and(one)}, en {other.words} als {_and(other)}"
    assert isinstance(guarantee.property, Compared)
    than = {"<": "lager", ">": "hoger", "<=": "niet hoger", ">=": "niet lager"}[guarantee.property.operator]
    if subject.type.kind is Kind.DURATION:
        than = than.replace("lager", "korter").replace("hoger", "langer")
    return (
        f"{label} is {one.words} als {_and(one)}, en {other.words} als {_and(other)}: "
        f"het eerste hoort {than} te zijn"
    )


def _and(side: Side) -> str:
    return " en ".join(side.differs)


def _difference(one: Side, other: Side, subject: Subject) -> str:
    before, after = one.value, other.value
    if not isinstance(before, int | Fraction) or not isinstance(after, int | Fraction):
        return ""
    apart = Fraction(after) - Fraction(before)
    word = "meer" if apart > 0 else "minder"
    return f" ({format_value(normalised(abs(apart)), subject.type, with_unit=True)} {word})"
