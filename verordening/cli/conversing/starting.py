"""The first questions, where a case does not say them yet: which municipality, which day, which decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from verordening.cli.cases import Regulations
from verordening.cli.conversing.prompts import Form, Option, Prompt
from verordening.model.case_editing import Written
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_reading import read_peildatum
from verordening.model.corpus import Corpus
from verordening.model.date_reading import write_date
from verordening.model.municipalities import close_municipalities, municipality, slug

_MOST_FOUND: Final = 12
OFFERED: Final = "VRD414"
"""A word that means several decisions is no mistake: the code says that these are now there to choose from."""

_TODAY: Final = "vandaag"


class Start:
    """Asks what a case must say before anything can be worked out; remembers what a word was found to mean."""

    ORDER: Final = ("gemeente", "peildatum", "besluiten")

    def __init__(self, regulations: Regulations, today: date) -> None:
        self._regulations, self._today = regulations, today
        self._found: tuple[Option, ...] = ()
        self._clear: tuple[str, ...] = ()

    def prompts(self, data: Mapping[str, Written]) -> Iterator[Prompt]:
        """What is missing, in order."""
        if "gemeente" not in data:
            yield Prompt("gemeente", "Welke gemeente beslist?", Form.TEXT, hint="de naam van de gemeente")
        if "peildatum" not in data:
            hint = f"een datum, zoals 16-2-2026; Enter: vandaag, {write_date(self._today)}"
            why = "Het programma past de regels van die dag toe."
            yield Prompt("peildatum", "Van welke dag gelden de regels?", Form.TEXT, hint=hint, why=why)
        if "besluiten" not in data and "gegevens" not in data:
            yield self._decisions()

    def _decisions(self) -> Prompt:
        hint = "een woord, zoals verlaging of terugvordering; meer besluiten met een komma ertussen"
        if self._found:
            hint = "een of meer nummers, met een komma ertussen, of een ander woord"
        return Prompt(
            "besluiten",
            "Over welk besluit gaat het?",
            Form.PICK,
            options=self._found,
            hint=hint,
            several=True,
        )

    def answer(self, name: str, line: str, data: Mapping[str, Written]) -> Written:
        """What to write. Raises Refusal; a word that means several decisions gives these to choose from."""
        if name == "gemeente":
            return self._gemeente(line)
        if name == "peildatum":
            if line.casefold() in ("", _TODAY):
                return self._today.isoformat()
            return read_peildatum(line).isoformat()
        return list(self._chosen(line, self._regulations(str(data["gemeente"]))))

    def _gemeente(self, line: str) -> str:
        if not line:
            raise Refusal(
                "VRD404", "zonder gemeente kan het gesprek niet beginnen", "typ de naam van de gemeente"
            )
        fictional = self._regulations.library.fictional
        found = municipality(line)
        if found is not None:
            return found.slug
        if slug(line) in {each.slug for each in fictional}:
            return slug(line)
        close = close_municipalities(line, fictional)
        remedy = f"bedoelt u {' of '.join(each.name for each in close)}?" if close else "kijk de naam na"
        raise Refusal("VRD403", f"er is geen gemeente {quoted(line)}", remedy)

    # -------------------------------------------- which decision

    def _chosen(self, line: str, corpus: Corpus) -> Iterator[str]:
        chosen = list(self._clear)
        unclear: list[str] = []
        for word in filter(None, (each.strip() for each in line.split(","))):
            found = self._meant(word, corpus)
            if not found:
                remedy = "typ een ander woord, of een deel van een woord"
                raise Refusal("VRD408", f"er is geen besluit met {quoted(word)}", remedy)
            if len(found) == 1:
                chosen += found
            else:
                unclear += found
        if unclear or not chosen:
            self._clear = tuple(chosen)
            self._offer(dict.fromkeys(unclear), corpus)
        self._found, self._clear = (), ()
        for name in dict.fromkeys(chosen):
            yield name
            course = corpus.decisions[name].course
            if course is not None and course.duration and course.duration not in chosen:
                yield course.duration

    def _meant(self, word: str, corpus: Corpus) -> list[str]:
        """The decisions that a number or a word may mean; one that is called so goes before others."""
        if word.isascii() and word.isdigit() and 1 <= int(word[:4]) <= len(self._found):
            return [self._found[int(word) - 1].value]
        wanted = word.casefold()
        exact = [
            name
            for name, each in corpus.decisions.items()
            if wanted in (name.casefold(), each.label.casefold())
        ]
        if exact:
            return exact[:1]
        return [
            name
            for name, each in corpus.decisions.items()
            if all(part in f"{name} {each.label} {each.sentence}".casefold() for part in wanted.split())
        ]

    def _offer(self, names: Mapping[str, None], corpus: Corpus) -> None:
        if not names:
            raise Refusal(
                "VRD404", "zonder besluit kan het gesprek niet beginnen", "typ een woord, zoals verlaging"
            )
        self._found = tuple(Option(corpus.decisions[each].label, each) for each in names)[:_MOST_FOUND]
        more = len(names) > _MOST_FOUND
        raise Refusal(
            OFFERED,
            "Dat kunnen meer besluiten zijn. Kies een of meer nummers"
            + (", of typ een preciezer woord." if more else "."),
            "",
        )
