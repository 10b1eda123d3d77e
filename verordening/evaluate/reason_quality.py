"""Whether a text can be a reason at all. Whether it is a good one, only a person can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from verordening.model.date_reading import read_date
from verordening.model.scalar_errors import ScalarError
from verordening.remembering import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

SHORTEST: Final = 20
"""Characters of a reason at least, spaces taken together."""

_FEWEST_WORDS: Final = 3
_FEWEST_LETTERS: Final = 6
_MANY_WORDS: Final = 20
"""From so many different words on nobody is just repeating."""
_DAY_ASKED: Final = ("wanneer", "welke dag", "welke datum")
_BEFORE_A_DAY: Final = ("tot en met ", "tot ", "vanaf ", "op ", "per ")


def why_no_reason(text: str, question: str, others: Mapping[str, str]) -> str:
    """Why a text is no reason, in Dutch to go on after `de reden bij …`; empty where it may be one.

    `others` are the reasons that stand before it, by key.
    """
    said = " ".join(text.split())
    if not said:
        return "ontbreekt"
    if _words_of(said) and _is_question(said, question):
        return "is de vraag zelf, en geen antwoord"
    if asks_a_day(question):
        if named_day(said) is not None:
            return ""
        if len(said) < SHORTEST:
            return f"is te kort: noem een dag, zoals 1 februari 2027, of schrijf ten minste {SHORTEST} tekens"
    if len(said) < SHORTEST:
        return f"is te kort: {len(said)} tekens, en het moeten er ten minste {SHORTEST} zijn"
    words = _words_of(said)
    different = frozenset(words)
    if len(different) < _FEWEST_WORDS:
        return "zegt niets: schrijf een hele zin"
    if len(different) < _MANY_WORDS and len(different) * 3 < len(words):
        return "herhaalt steeds dezelfde woorden"
    if len(set("".join(different))) < _FEWEST_LETTERS:
        return "zegt niets: schrijf een hele zin"
    same = next((key for key, other in others.items() if _bare(other) == _bare(said)), "")
    return f"is dezelfde tekst als bij `{same}`" if same else ""


def asks_a_day(question: str) -> bool:
    """Whether a question is answered by a day alone: `Tot wanneer …?`, but not `Op welke dag …, en waarom …?`."""
    asked = question.casefold()
    rest = _without_before(asked)
    whole = any(rest.startswith(each) and not _goes_on(rest[len(each) :]) for each in _DAY_ASKED)
    return whole and "waarom" not in asked


def named_day(text: str) -> date | None:
    """The day that a text is, with or without `tot`, `vanaf` or `op` before it; None where it is anything else."""
    try:
        return read_date(_without_before(text.strip().rstrip(".").casefold()))
    except ScalarError:
        return None


def _without_before(text: str) -> str:
    return text[len(next((each for each in _BEFORE_A_DAY if text.startswith(each)), "")) :]


def _goes_on(rest: str) -> bool:
    """Whether a word goes on in what stands behind it."""
    return rest[:1].isalnum() or rest[:1] == "_"


def _is_question(said: str, question: str) -> bool:
    """Whether a text is the question, or the question with next to nothing beside it."""
    asked, bare = _bare(question), _bare(said)
    if not asked or not bare:
        return False
    if bare == asked or (len(bare) >= SHORTEST and bare in asked):
        return True
    return asked in bare and len(bare.replace(asked, "").strip()) < SHORTEST


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    """A text without capitals, marks and extra spaces."""
    return " ".join(_runs(text.casefold(), str.isalnum))


def _words_of(text: str) -> list[str]:
    """The words of two letters and more."""
    return [each.casefold() for each in _runs(text, _is_letter) if len(each) > 1]


def _runs(text: str, within: Callable[[str], bool]) -> list[str]:
    """The stretches of characters of a kind."""
    return "".join(each if within(each) else " " for each in text).split()


def _is_letter(character: str) -> bool:
    return character.isalnum() and not character.isdecimal()
