"""The interests that were weighed and by whom, as the case tells it (Awb 3:4). Nothing is filled in for anybody."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.model.conversation import Conversation, Effects
from verordening.present.dutch import sentence
from verordening.present.writing import sentences as s
from verordening.present.writing.matter import Matter
from verordening.present.writing.written import Block, Gap, Line, Paragraph, said, to_give


def interests(matter: Matter) -> Iterator[Block]:
    """What each wants, what the decision does for whom, and how that was weighed.

    Who used room must have weighed: then a missing weighing leaves a place open.
    """
    told = matter.case.conversation or Conversation()
    yield from _heard(told)
    yield from said(*(text for text in _texts(told) if text))
    if not matter.deviating:
        return
    if not told.proportionality.balanced:
        yield Paragraph(to_give(s.HOW_WEIGHED))
    by = matter.choice.decided_by if matter.choice is not None else ""
    yield Paragraph(
        Line(s.WEIGHED_BY.format(wie=matter.words.role(by))) if by else to_give(s.WEIGHED_BY_WHOM)
    )


def _heard(told: Conversation) -> Iterator[Block]:
    """Whether the resident could tell their side (Awb 4:8)."""
    if told.heard is None:
        yield Paragraph(to_give(s.IS_HEARD, Gap.PRACTICAL))
    elif told.heard:
        yield from said(s.HEARD)
    else:
        yield from said(s.NOT_HEARD)
        yield Paragraph(to_give(s.WHY_NOT_HEARD))


def _texts(told: Conversation) -> Iterator[str]:
    yield _quoted(s.RESIDENT_WANTS, told.resident)
    yield _quoted(s.CASEWORKER_WANTS, told.caseworker)
    if told.purpose.fits is not None:
        fits = s.PURPOSE_FITS if told.purpose.fits else s.PURPOSE_FITS_NOT
        yield f"{fits} “{sentence(told.purpose.explanation)}”" if told.purpose.explanation else fits
    yield from _effects(s.EFFECT_NOW, told.now)
    yield from _effects(s.EFFECT_LATER, told.in_a_year)
    weighed = told.proportionality
    yield _quoted(s.SUITABLE, weighed.suitable)
    yield _quoted(s.NECESSARY, weighed.necessary)
    yield _quoted(s.BALANCED, weighed.balanced)
    yield _quoted(s.EQUAL_CASES, told.equal_cases)


def _effects(form: str, told: Effects) -> Iterator[str]:
    for who, text in (
        (s.THE_RESIDENT, told.resident),
        (s.THE_CHILDREN, told.children),
        (s.THE_MUNICIPALITY, told.municipality),
    ):
        if text:
            yield form.format(wie=who, tekst=sentence(text))


def _quoted(form: str, text: str) -> str:
    return form.format(tekst=sentence(text)) if text else ""
