"""What is asked of weighing: what people want, what the decision does, whether it is balanced, and the arguments."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from verordening.cli.conversing.answers import hint_of
from verordening.cli.conversing.prompts import Form, Prompt, View
from verordening.model.conversation_questions import HEARD, PURPOSE_FITS, QUESTIONS
from verordening.model.types import BOOL
from verordening.present.conversation_words import is_burdening

WEIGHING: Final = "weging"
_WHY: Final = {
    "inwoner": "Zo staat het doel van de inwoner er in eigen woorden, apart van het uwe.",
    "gevolgen/nu/inwoner": "Een besluit weegt de belangen van wie het raakt (Awb 3:4).",
    "gevolgen/nu/kinderen": "Zijn er geen kinderen, druk dan op Enter.",
    "afweging/geschikt": "Wie beslist, weegt of het besluit geschikt en evenwichtig is (Awb 3:4).",
    "afweging/noodzakelijk": "Dit besluit belast de inwoner; dan telt of het lichter kan.",
    "gelijke_gevallen": "Gelijke gevallen krijgen een gelijk besluit; anders schrijft u op waarom.",
    "vraag_aan_het_team": "Twijfelt u, leg het dan voor. Anders: Enter.",
}


def goals(view: View) -> Iterator[Prompt]:
    """Whether the resident was heard, and what each of the two wants."""
    yield _flag("gehoord", HEARD, view, "Wie belast wordt, mag eerst zijn kant vertellen (Awb 4:8).")
    yield from _texts(view, "inwoner", "medewerker")


def purpose(view: View) -> Iterator[Prompt]:
    """Whether the rule does here what it is for."""
    yield _flag("doel_van_de_regel/past", PURPOSE_FITS, view, "")
    if view.at("gesprek", "doel_van_de_regel", "past"):
        yield from _texts(view, "doel_van_de_regel/toelichting")


def effects(view: View) -> Iterator[Prompt]:
    """What the decision does, now and in a year."""
    for moment in ("nu", "over_een_jaar"):
        yield from _texts(view, *(f"gevolgen/{moment}/{who}" for who in ("inwoner", "kinderen", "gemeente")))


def balance(view: View) -> Iterator[Prompt]:
    """Awb 3:4; whether it can be done with less is asked of a decision that burdens."""
    lighter = ("afweging/noodzakelijk",) if is_burdening(view.outcome) else ()
    yield from _texts(view, "afweging/geschikt", *lighter, "afweging/evenwichtig")


def equal_cases(view: View) -> Iterator[Prompt]:
    """What was decided in cases like this one."""
    yield from _texts(view, "gelijke_gevallen")


def reasons(view: View) -> Iterator[Prompt]:
    """What speaks for deviating and against it, and what the team is asked."""
    yield from _texts(view, "argumenten/voor", "argumenten/tegen", "vraag_aan_het_team")


def _texts(view: View, *places: str) -> Iterator[Prompt]:
    for place in places:
        several = place.startswith("argumenten/")
        yield Prompt(
            f"gesprek/{place}",
            QUESTIONS[place.replace("/", ".")],
            Form.TEXTS if several else Form.TEXT,
            WEIGHING,
            why=_WHY.get(place, ""),
            hint="één per regel; Enter als u klaar bent" if several else "",
            given=view.at("gesprek", *place.split("/")),
            several=several,
        )


def _flag(place: str, question: str, view: View, why: str) -> Prompt:
    given = view.at("gesprek", *place.split("/"))
    return Prompt(
        f"gesprek/{place}", question, Form.VALUE, WEIGHING, BOOL, why=why, hint=hint_of(BOOL), given=given
    )
