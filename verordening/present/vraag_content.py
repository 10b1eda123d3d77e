"""What `vraag` says: what is still missing, what each answer does, who must show it, and who was heard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.evaluate.hearing import Hearing
from verordening.evaluate.outcome import Outcome, Question, RouteStatus
from verordening.evaluate.witnesses import Completion, Witness
from verordening.present.acts_content import documents
from verordening.present.citing import in_brackets, in_short
from verordening.present.document import ALLOWED, HINGES, REQUIRED, Document, Item, Section, section
from verordening.present.dutch import counted, joined, listed, sentence
from verordening.present.guidance_content import guidance_hint, maybe_speaking
from verordening.present.merged import merge_routes
from verordening.present.room_content import action, hinge_names, in_order
from verordening.present.toets_content import closing, notes, subtitle, telling_answers, title
from verordening.present.words import Words

_NOBODY_SAYS: Final = "Onze bronnen zeggen niet wie dit moet aantonen."
_MAYBE: Final = "Misschien: er zijn te veel mogelijkheden om na te gaan of dit nog iets verandert."
_ENDS: Final = {
    "afstemmen": "u kiest zelf, binnen grenzen",
    "open": "nog open",
    "leemte": "een leemte",
    "strijdig": "regels die elkaar tegenspreken",
    "bepaald": "een vaste uitkomst",
}
"""Words for what a decision comes to when that is no value."""
_FEW: Final = ("ja of nee", "een van")


def vraag_documents(outcome: Outcome, hearing: Hearing) -> tuple[Document, ...]:
    """The questions of the case, or of each of its acts; hearing the resident is said once, at the end."""
    found = list(documents(outcome, vraag_document))
    heard = tuple(_heard(hearing, Words(outcome)))
    last = found[-1]
    found[-1] = last._replace(sections=(*last.sections, *section("GEHOORD", "Gehoord", heard)))
    return tuple(found)


def vraag_document(outcome: Outcome) -> Document:
    """The answer to: what do I still have to know, and who must show it?"""
    words = Words(outcome)
    asked = tuple(_question(each, words) for each in outcome.questions)
    if len(asked) > 1:
        asked = tuple(each._replace(text=f"{number}. {each.text}") for number, each in enumerate(asked, 1))
    questions = (Section(items=asked, apart=True, spoken="Vraag"),) if asked else ()
    return Document(
        title(outcome),
        subtitle(words),
        tuple(_answer(words)),
        (*questions, *_of_the_routes(words), *_of_the_guidelines(words), *notes(outcome)),
        closing(outcome),
    )


def _answer(words: Words) -> Iterator[str]:
    about = words.labels(words.outcome.asked)
    number = len(words.outcome.questions)
    if not number:
        if about:
            yield f"Er is niets meer te vragen over {about}."
        texts = dict.fromkeys(text for each in words.outcome.decisions for text in each.missing_texts)
        for text in texts:
            yield sentence(text)
        return
    yield f"Nog {counted(number, 'vraag', 'vragen')} over {about}."
    if number > 1:
        yield "De vraag die het meest beslist, staat vooraan. Na elk antwoord kunnen er vragen vervallen."


def _question(question: Question, words: Words) -> Item:
    margin = "beoordeling" if question.judgement else "feit"
    inside = (*_ends(question, words), *_who(question, words))
    return Item(question.text, sign=HINGES, margin=margin, margin_word="dit is een", inside=inside)


def _ends(question: Question, words: Words) -> Iterator[Item]:
    """Where the answers lead: all of them, or two that show that it matters."""
    if question.weigh:
        yield Item(f"Weeg: {listed(question.weigh)}.")
    telling = telling_answers(question, words)
    if telling:
        yield from (Item(end, lead=given, branch=True) for given, end in telling)
    elif question.witness is not None:
        yield from _shown(question, question.witness, words)
    else:
        yield Item(_MAYBE)
    rest = [
        each for each in question.decisions if question.witness is None or each != question.witness.decision
    ]
    if question.witness is not None and rest:
        yield Item(f"Verandert ook: {words.labels(rest)}.")


def _shown(question: Question, witness: Witness, words: Words) -> Iterator[Item]:
    ends = (witness.first, witness.second)
    others = joined(witness.first.others)
    if question.type_text.startswith(_FEW) and len(question.options) in (0, 2):
        if others:
            yield Item(f"Als {others}:")
        yield from (Item(_end(witness, each, words), lead=each.answer, branch=True) for each in ends)
        return
    shown = "; ".join(f"bij {each.answer}: {_end(witness, each, words)}" for each in ends)
    yield Item(f"Bijvoorbeeld{f', als {others}' if others else ''}: {shown}.")


def _end(witness: Witness, end: Completion, words: Words) -> str:
    status = _ENDS.get(end.outcome)
    if status is not None:
        return f"{status} ({words.label(witness.decision)})"
    return words.of(witness.decision, words.with_period(witness.decision, end.outcome))


def _who(question: Question, words: Words) -> Iterator[Item]:
    burden = question.burden
    if burden is None:
        yield Item(_NOBODY_SAYS)
        return
    grade = burden.ground.grade.name.lower()
    yield Item(f"Wie dit moet aantonen: {words.role(burden.bearer)}. Bron ({grade}): {burden.ground.note}.")


def _of_the_routes(words: Words) -> Iterator[Section]:
    """What only the ways to deviate turn on, each question once with the ways that need it."""
    known = {each.name for each in words.outcome.questions}
    asked: dict[str, list[Item]] = {}
    for merged in in_order(merge_routes(words.outcome.routes)):
        names = hinge_names(merged) if merged.route.status is RouteStatus.HANGT_AF_VAN else ()
        where = in_short(merged.route.cited, None)
        others = counted(len(names) - 1, "ander antwoord", "andere antwoorden")
        more = (
            f" Daarvoor {'is' if len(names) == 2 else 'zijn'} ook {others} nodig." if len(names) > 1 else ""
        )
        for name in names:
            if name and name not in known:
                opens = f"Opent {where}: {action(merged, words)}.{more}"
                asked.setdefault(name, []).append(Item(opens))
    items = []
    for name, opening in asked.items():
        question = words.question(name)
        who = tuple(_who(question, words)) if question is not None else ()
        items.append(Item(words.asking(name), sign=HINGES, inside=(*opening, *who)))
    yield from section("AFWIJKEN", "Om af te wijken", items)


def _of_the_guidelines(words: Words) -> Iterator[Section]:
    """What guidelines turn on, of the ways that the caseworker considers; of the others only that they are there."""
    considered, waiting = maybe_speaking(words)
    asked: dict[str, list[str]] = {}
    for voice in considered:
        for name in voice.hinges:
            asked.setdefault(name, []).append(f"“{voice.title}”")
    items = [
        Item(words.asking(name), sign=HINGES, inside=(Item(f"Voor de richtlijn {joined(titles)}."),))
        for name, titles in asked.items()
    ]
    if waiting:
        items.append(Item(guidance_hint(waiting, words)))
    yield from section("RICHTLIJNEN", "Richtlijnen", items)


def _heard(hearing: Hearing, words: Words) -> Iterator[Item]:
    by = in_brackets(in_short(hearing.cited, None)) if hearing.cited is not None else ""
    if hearing.heard:
        yield Item("De inwoner is gehoord. Schrijf in het besluit wat u daarmee deed.", sign=ALLOWED)
    elif not hearing.burdens:
        yield Item("Horen hoeft niet voor deze uitkomst: gunstiger voor de inwoner kan zij niet.")
    else:
        about = joined(f"“{words.label(name)}”" for name in hearing.burdens)
        known = "De inwoner is nog niet gehoord."
        unknown = "Of de inwoner is gehoord, staat niet in de casus (`gesprek: gehoord`)."
        sign, first = (REQUIRED, known) if hearing.heard is False else (HINGES, unknown)
        yield Item(
            f"{first} Laat de inwoner eerst zijn kant vertellen{by}, want het besluit over {about} kan nadelig zijn. "
            "Dat is niet verplicht als de feiten van de inwoner zelf komen.",
            sign=sign,
        )
