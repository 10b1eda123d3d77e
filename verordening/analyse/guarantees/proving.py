"""Every promise of a corpus: proved, broken with two cases beside each other, or not proven with how far it came."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from verordening.analyse.guarantees.finding import GuaranteeFinding, Verdict
from verordening.analyse.guarantees.looking import compared_by, facts_behind, flows
from verordening.analyse.guarantees.recalling import Part, Recall
from verordening.analyse.guarantees.settling import Settle
from verordening.analyse.guarantees.showing import Pair, Showing
from verordening.analyse.guarantees.sides import Rising, Same, TwoConditions
from verordening.analyse.guarantees.twins import MOST_TRIED, NOBODY, Searched, Twins
from verordening.analyse.guarantees.wording import broken_words, kept_words, unproven_words
from verordening.evaluate.context import Context
from verordening.model.corpus import Corpus
from verordening.model.guarantees import Compared, Excluded, Guarantee, Independent, Monotone
from verordening.model.rules import Rank
from verordening.model.validity import Force


def findings(
    corpus: Corpus, day: date, most: int = MOST_TRIED, settle: Settle | None = None
) -> Iterator[GuaranteeFinding]:
    """What is found of each promise about two cases that holds on a day, in the order of the files.

    A promise that says several things is broken in each part by itself. `most` is how many cases are looked at for one
    part; `settle` is the second tier, where it is installed.
    """
    for guarantee in corpus.guarantees:
        if isinstance(guarantee.property, Excluded):
            continue
        regulation = corpus.regulations[guarantee.regulation]
        if regulation.rank is Rank.BEGRIPPEN or regulation.validity.on(day) is not Force.NOT_IN_FORCE:
            yield from findings_of(corpus, guarantee, day, most, settle)


def findings_of(
    corpus: Corpus,
    guarantee: Guarantee,
    day: date,
    most: int = MOST_TRIED,
    settle: Settle | None = None,
    recall: Recall | None = None,
) -> Iterator[GuaranteeFinding]:
    """What is found of one promise: each part that is broken; else whether all of it is proved.

    What `recall` knows from earlier runs is not searched for again; two cases are worked out again before they are
    believed.
    """
    unproven: dict[str, None] = {}
    tried, broken = 0, False
    for part in _parts(corpus, guarantee):
        found = None if recall is None else recall.found(part, guarantee, most)
        if found is None:
            found = _looked_for(corpus, guarantee, part, day, most, settle)
            if recall is not None:
                recall.keep(part, guarantee, most, found)
        tried += found.tried
        if found.pair is not None:
            broken = True
            yield _broken(corpus, guarantee, part, found.pair, found.tried)
        unproven |= found.why
    if unproven and not broken:
        why = tuple(unproven)
        yield GuaranteeFinding(
            guarantee, Verdict.NOT_PROVEN, unproven_words(guarantee, why), why=why, tried=tried
        )
    elif not broken:
        yield GuaranteeFinding(guarantee, Verdict.HOLDS, kept_words(guarantee), tried=tried)


def _looked_for(
    corpus: Corpus, guarantee: Guarantee, part: Part, day: date, most: int, settle: Settle | None
) -> Searched:
    """What is found of one part, with the smallest two cases that break it."""
    found = _searched(corpus, guarantee, part, day, most)
    if settle is not None and found.pair is None and found.why and NOBODY not in found.why:
        found = _settled(corpus, guarantee, part, day, found, settle)
    if found.pair is not None:
        showing = Showing(corpus, guarantee, part.subject, part.pairing)
        found = Searched(showing.smallest(found.pair), found.why, found.tried)
    return found


def _parts(corpus: Corpus, guarantee: Guarantee) -> Iterator[Part]:
    match guarantee.property:
        case Independent() as promised:
            for subject in promised.subjects:
                yield from (Part(subject, Same(corpus, fact)) for fact in promised.facts)
        case Monotone() as promised:
            yield Part(promised.subject, Rising(corpus, promised.fact, promised.rising))
        case Compared() as promised:
            yield Part(promised.subject, TwoConditions(corpus, promised))
        case Excluded():
            raise ValueError("about two decisions in one case")


def _searched(corpus: Corpus, guarantee: Guarantee, part: Part, day: date, most: int) -> Searched:
    pairing = part.pairing
    if isinstance(pairing, Same) and facts_behind(corpus, part.subject).isdisjoint(pairing.own):
        return Searched()
    flowing = isinstance(pairing, Rising) and flows(corpus, part.subject, pairing.fact)
    looked = compared_by(corpus, guarantee, part.subject, pairing.ties)
    twins = Twins(corpus, guarantee.condition, part.subject, pairing, looked, flowing=flowing, most=most)
    return twins.search(Context(corpus, {}, day))


def _settled(
    corpus: Corpus, guarantee: Guarantee, part: Part, day: date, found: Searched, settle: Settle
) -> Searched:
    """What the second tier makes of what trying left open; a pair that does not hold up settles nothing."""
    answer = settle(corpus, guarantee.condition, part.subject, part.pairing, day)
    if answer is None:
        return found
    if answer.pair is None:
        return Searched(why=dict.fromkeys(answer.why), tried=found.tried)
    showing = Showing(corpus, guarantee, part.subject, part.pairing)
    if showing.is_broken(answer.pair):
        return Searched(showing.told(answer.pair), tried=found.tried)
    return found


def _broken(corpus: Corpus, guarantee: Guarantee, part: Part, pair: Pair, tried: int) -> GuaranteeFinding:
    showing = Showing(corpus, guarantee, part.subject, part.pairing)
    one, other = pair
    sides = showing.side(one, other), showing.side(other, one)
    replayed = all(showing.replays(each.case, each.value) for each in sides)
    words = broken_words(corpus, guarantee, part.subject, part.pairing, sides)
    shared = showing.shared(one, other)
    return GuaranteeFinding(guarantee, Verdict.BROKEN, words, sides, shared, replayed, (), tried)
