"""The decision in short for the resident: plain Dutch (B1), only what was decided, and why in the words of people."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.outcome import Outcome
from verordening.model.case import WHY_NOT_KEY, Case
from verordening.model.corpus import Corpus
from verordening.model.plain_words import LONGEST, length, quoted, sentences_in, to_avoid
from verordening.present.basis_content import on_texts
from verordening.present.citing import shortened
from verordening.present.dutch import sentence, unended
from verordening.present.words import runs
from verordening.present.writing import following, grounds
from verordening.present.writing import sentences as s
from verordening.present.writing.deciding import not_decided, stands
from verordening.present.writing.explaining import explained
from verordening.present.writing.matter import Matter, Stand, matters_of
from verordening.present.writing.motivation import act_heading, missing, not_about, per_matter
from verordening.present.writing.naming import citing, named
from verordening.present.writing.sending import PLAIN, Sending
from verordening.present.writing.written import (
    Block,
    Gap,
    Line,
    Paragraph,
    Part,
    Written,
    part,
    points,
    said,
)

KIND: Final = "samenvatting"
KEYS: Final = ("besluit", "waarom", "betekenis", "hulpmiddel", "bezwaar", "woorden")
"""The parts by the names that a template uses."""


def summary(outcome: Outcome, case: Case, corpus: Corpus, sending: Sending = PLAIN) -> Written:
    """The summary; what is not decided it names and says no more of. `sending`: what it says beside the case."""
    matters = matters_of(outcome, case, corpus)
    parts = tuple(_parts(matters, outcome, case, sending))
    words = explained(parts) if any(each.standing(Stand.CHOSEN, Stand.SETTLED) for each in matters) else ()
    text = Written(KIND, s.SUMMARY_TITLE, (), (*parts, *words), outcome.peildatum.isoformat())
    texts = said(*dict.fromkeys(on_texts(each.outcome) for each in matters))
    notes = (said(s.FOR_CASEWORKER_DRAFT), missing(text), _on_words(text), texts)
    return text._replace(parts=(*part("medewerker", s.HEADING_CASEWORKER, *notes, aside=True), *text.parts))


def _on_words(text: Written) -> Iterator[Block]:
    """Where the caseworker's own words are hard to read: long sentences, and words with a plainer one."""
    own = [each for line in text.lines() for each in quoted(line.shown)]
    long = [each for one in own for each in sentences_in(one) if length(each) > LONGEST]
    yield from points(s.FOR_CASEWORKER_LONG.format(aantal=length(each), zin=each) for each in long)
    hard = dict.fromkeys(pair for one in own for pair in to_avoid(one))
    yield from points(s.FOR_CASEWORKER_WORD.format(woord=word, liever=better) for word, better in hard)


def _parts(matters: tuple[Matter, ...], outcome: Outcome, case: Case, sending: Sending) -> Iterator[Part]:
    yield from part("besluit", s.HEADING_DECISION, _decision(matters), not_about(sending))
    yield from part("waarom", s.HEADING_WHY, per_matter(matters, [(each, _why(each)) for each in matters]))
    if not any(each.standing(Stand.CHOSEN, Stand.SETTLED) for each in matters):
        return
    floors = per_matter(matters, [(each, following.floors(each, briefly=True)) for each in matters])
    follows = () if reserved(matters) else following.follows(outcome, matters)
    yield from part("betekenis", s.HEADING_MEANING, floors, follows)
    yield from part("hulpmiddel", s.HEADING_AID, said(s.SUMMARY_AID))
    how = following.objection(case, sending.contact, with_law=False)
    yield from part("bezwaar", s.HEADING_OBJECTION, how, following.questions(sending.contact))


def reserved(matters: tuple[Matter, ...]) -> bool:
    """Whether a judgement may still change what the rules give: then nobody is told what it means for them."""
    return any(each.standing(Stand.RESERVED) for each in matters)


def _decision(matters: tuple[Matter, ...]) -> Iterator[Block]:
    if not any(each.outcome.decisions for each in matters):
        yield Paragraph(Line(s.NOTHING_ASKED, gap=Gap.UNDECIDED))
    for matter in matters:
        yield from act_heading(matter)
        yield from map(Paragraph, (*stands(matter), *not_decided(matter)))


def _why(matter: Matter) -> Iterator[Block]:
    standing = matter.standing(Stand.CHOSEN, Stand.SETTLED)
    told: set[tuple[str, ...]] = set()
    for group in runs(standing, key=lambda each: each.cited):
        first = group[0]
        names = matter.words.labels(each.name for each in group)
        if first.cited is None:
            reason = unended(shortened(first.reason, None))
            yield from said(sentence(s.RULE_NONE.format(besluiten=names, reden=reason)) if reason else "")
            continue
        form = s.SUMMARY_RULE if len(group) == len(standing) else s.SUMMARY_RULE_OF
        rule = sentence(form.format(besluiten=names, regel=named(first.cited)))
        yield Paragraph(citing(rule, first.cited))
        because = tuple(sorted(first.because))
        if because and because not in told:
            told.add(because)
            yield from said(s.SUMMARY_FACTS)
            yield from points(grounds.told_fact(each) for each in first.because)
    yield from _choice(matter)


def _choice(matter: Matter) -> Iterator[Block]:
    """That the rule was deviated from or not, with the reasons that were written down."""
    way, chosen = matter.route, matter.choice
    if matter.deviating and way is not None and chosen is not None:
        deviated = s.SUMMARY_TAILOR if way.tailors else s.SUMMARY_DEVIATE
        yield Paragraph(citing(deviated.format(regel=named(way.route.cited)), way.route.cited))
        yield from grounds.without_choice(matter)
        yield from grounds.answers(matter)
    elif matter.reason(WHY_NOT_KEY):
        yield from said(s.NOT_DEVIATING.format(tekst=sentence(matter.reason(WHY_NOT_KEY))))
