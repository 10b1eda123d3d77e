"""The draft motivation of a decision (Awb 3:46, 3:47), from the outcome and the words of people in the case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final

from verordening.evaluate.outcome import FloorEffect, Outcome, RouteStatus
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.present.basis_content import on_texts
from verordening.present.citing import provenance_in_words
from verordening.present.dutch import after_colon, joined, numbered, sentence, small_after_colons, unended
from verordening.present.merged import merge_floors, merge_routes
from verordening.present.toets_content import title as about
from verordening.present.writing import following, grounds
from verordening.present.writing import sentences as s
from verordening.present.writing.deciding import decided
from verordening.present.writing.explaining import explained
from verordening.present.writing.matter import Matter, Stand, matters_of
from verordening.present.writing.naming import citing, named
from verordening.present.writing.sending import PLAIN, Sending
from verordening.present.writing.weighing import interests
from verordening.present.writing.written import Block, Gap, Line, Part, Table, Written, part, points, said

KIND: Final = "motivering"
KEYS: Final = (
    "besluit",
    "gegevens",
    "regels",
    "beoordelingen",
    "keuze",
    "ondergrenzen",
    "belangen",
    "gevolg",
    "hulpmiddel",
    "bezwaar",
    "woorden",
)
"""The parts by the names that a template uses."""


def motivation(outcome: Outcome, case: Case, corpus: Corpus, sending: Sending = PLAIN) -> Written:
    """The draft. Where a reason is missing it leaves a place open; what is not decided it does not motivate.

    `sending` is what it says beside the case.
    """
    matters = matters_of(outcome, case, corpus)
    parts = tuple(_parts(matters, outcome, case, sending))
    text = Written(KIND, s.MOTIVATION_TITLE, (about(outcome),), parts, outcome.peildatum.isoformat())
    return text._replace(parts=(*_aside(text, matters, outcome, sending), *parts, *explained(parts)))


def _parts(matters: tuple[Matter, ...], outcome: Outcome, case: Case, sending: Sending) -> Iterator[Part]:
    yield from part("besluit", s.HEADING_DECISION, decision_blocks(matters), not_about(sending))
    if not any(each.standing(Stand.CHOSEN, Stand.SETTLED, Stand.RESERVED) for each in matters):
        return
    yield from part("gegevens", s.HEADING_FACTS, grounds.facts(matters))
    for key, heading, blocks in (
        ("regels", s.HEADING_RULES, grounds.rules),
        ("beoordelingen", s.HEADING_JUDGEMENTS, grounds.judged),
        ("keuze", s.HEADING_CHOICE, grounds.choice),
        ("ondergrenzen", s.HEADING_FLOORS, following.floors),
    ):
        yield from part(key, heading, per_matter(matters, [(each, blocks(each)) for each in matters]))
    yield from part("belangen", s.HEADING_INTERESTS, interests_of(matters))
    yield from part("gevolg", s.HEADING_FOLLOWS, following.follows(outcome, matters))
    yield from part("hulpmiddel", s.HEADING_AID, following.aid(outcome))
    yield from part("bezwaar", s.HEADING_OBJECTION, following.objection(case, sending.contact, with_law=True))


def decision_blocks(matters: Sequence[Matter]) -> Iterator[Block]:
    """What was decided; of several acts each apart, after how many there are."""
    acts = [each for each in matters if each.act is not None]
    if acts:
        yield from said(s.ACTS.format(aantal=numbered(len(acts), "gedraging", "gedragingen")))
    if not any(each.outcome.decisions for each in matters):
        yield from said(s.NOTHING_ASKED, *map(sentence, matters[0].outcome.notes))
    for matter in matters:
        yield from act_heading(matter)
        yield from points(decided(matter))
        if matter.act is not None and matter.act.others:
            yield from said(s.OTHER_DUTY.format(plichten=joined(name for name, _ in matter.act.others)))


def not_about(sending: Sending) -> tuple[Block, ...]:
    """Which decisions of the case the text says nothing of."""
    if not sending.left_out:
        return ()
    return said(s.NOT_ABOUT.format(besluiten=joined(sending.left_out)))


def act_heading(matter: Matter) -> tuple[Block, ...]:
    """Which act the next blocks are about."""
    act = matter.act
    return (
        said(s.HEADING_ACT.format(nummer=act.number, gedraging=act.label or "nog niet bekend")) if act else ()
    )


def per_matter(matters: Sequence[Matter], told: Iterable[tuple[Matter, Iterable[Block]]]) -> Iterator[Block]:
    """What is said of each, under its own act where there are several; of acts with the same to say, once."""
    before: tuple[Block, ...] = ()
    for matter, blocks in told:
        found = tuple(blocks)
        if found and found != before:
            yield from act_heading(matter)
            yield from found
        before = found


def interests_of(matters: Sequence[Matter]) -> tuple[Block, ...]:
    """The interests that were weighed; several acts share one conversation."""
    return tuple(dict.fromkeys(chain.from_iterable(interests(each) for each in matters)))


# ------------------------------------------------ for the caseworker


def _aside(
    text: Written, matters: tuple[Matter, ...], outcome: Outcome, sending: Sending
) -> tuple[Part, ...]:
    return part(
        "medewerker",
        s.HEADING_CASEWORKER,
        said(s.FOR_CASEWORKER_DRAFT, s.FOR_CASEWORKER_QUOTES),
        missing(text),
        _defects(matters),
        _not_judged(matters),
        _signals(matters),
        () if sending.left_out else _unused(matters, days_known=outcome.calendar.start is not None),
        _afterwards(matters),
        _texts(matters),
        said(*(sentence(each) for each in outcome.notes)),
        aside=True,
    )


def missing(text: Written) -> Iterator[Block]:
    """What still has to be decided or written down, or that all of it is there."""
    if text.missing():
        yield from said(s.FOR_CASEWORKER_MISSING)
        yield from points(text.missing())
    else:
        yield from said(s.FOR_CASEWORKER_COMPLETE)
    yield from said(s.FOR_CASEWORKER_PRACTICAL)


def _defects(matters: Sequence[Matter]) -> Iterator[Block]:
    """What is wrong with the choice, one by one: it is what stands between the draft and a decision."""
    choices = (each.outcome.choice for each in matters)
    defects = dict.fromkeys(defect for each in choices if each is not None for defect in each.defects)
    yield from points(
        Line(
            s.FOR_CASEWORKER_DEFECT.format(gebrek=after_colon(sentence(small_after_colons(each)))),
            gap=Gap.UNDECIDED,
        )
        for each in defects
    )


def _not_judged(matters: Sequence[Matter]) -> Iterator[Block]:
    """The ways that nobody looked at yet: no duty to write about them, and never said to be closed."""
    lines = []
    for matter in matters:
        reserved = {cited.id for each in matter.outcome.decisions for cited in each.reservations}
        for merged in merge_routes(matter.outcome.routes):
            cited, judgement = merged.route.cited, merged.route.judgement
            if merged.route.status is RouteStatus.HANGT_AF_VAN and judgement and cited.id not in reserved:
                asked = matter.words.asking(judgement)
                text = s.FOR_CASEWORKER_NOT_JUDGED.format(vraag=after_colon(asked), regel=named(cited))
                lines.append(citing(text, cited))
    yield from points(lines)


def _signals(matters: Sequence[Matter]) -> Iterator[Block]:
    floors = (each for matter in matters for each in merge_floors(matter.outcome.floors))
    speaking = [each.floor for each in floors if each.floor.effect is FloorEffect.SIGNAAL]
    yield from points(
        s.FOR_CASEWORKER_SIGNAL.format(
            ondergrens=unended(after_colon(each.title)),
            uitleg=" ".join(sentence(text) for text in (each.explanation, each.who_may_act) if text),
        ).strip()
        for each in speaking
    )


def _unused(matters: Sequence[Matter], *, days_known: bool) -> Iterator[Block]:
    names = grounds.unused(matters)
    if names and not days_known:
        yield from said(s.FOR_CASEWORKER_UNUSED.format(gegevens=joined(names)))


def _afterwards(matters: Sequence[Matter]) -> Iterator[Block]:
    """What must be done later; that reasons must be given is what this text is for."""
    duties = dict.fromkeys(duty for each in matters for duty in each.outcome.duties)
    yield from points(
        s.FOR_CASEWORKER_AFTERWARDS.format(plicht=unended(each.reason), regel=named(each.cited))
        for each in duties
        if each.cited.regulation != "awb"
    )


def _texts(matters: Sequence[Matter]) -> Iterator[Block]:
    """How good each text is that this rests on, and what stands open about it."""
    cited = dict.fromkeys(each for matter in matters for each in matter.cited())
    if cited:
        rows = tuple(
            (named(each), provenance_in_words(each.provenance) or "de officiële tekst", each.provenance_note)
            for each in cited
        )
        yield Table(s.FOR_CASEWORKER_TEXTS, s.FOR_CASEWORKER_TEXTS_HEADS, rows)
    yield from said(*dict.fromkeys(on_texts(each.outcome) for each in matters))
    disputed = dict.fromkeys(
        view for matter in matters for each in matter.outcome.decisions for view in each.disputed
    )
    if disputed:
        views = " ".join(sentence(each) for each in disputed)
        yield from said(s.FOR_CASEWORKER_DISPUTED.format(standpunten=views))
