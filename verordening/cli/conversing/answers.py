"""What was typed to what is written in the case: in words or a number, checked with the messages of the case itself."""

from __future__ import annotations

import re
from typing import Final

from verordening.cli.conversing.prompts import Form, Prompt, View
from verordening.evaluate.reason_quality import asks_a_day, named_day, why_no_reason
from verordening.language.suggestions import bedoelt_u
from verordening.model.case import WHY_NOT_KEY
from verordening.model.case_conversation import refused_text
from verordening.model.case_editing import Written
from verordening.model.case_mismatches import Wanted, example_of, is_bare_number
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_values import read_value
from verordening.model.conversation_questions import repeats
from verordening.model.date_reading import read_date
from verordening.model.formatting import format_value
from verordening.model.rules import Place
from verordening.model.scalar_errors import ScalarError
from verordening.model.types import Kind, Type

_SHORT: Final = {"j": "ja", "n": "nee", "y": "ja", "yes": "ja", "no": "nee"}
_FEWEST_LETTERS: Final = 3
_NO_PLACE: Final = Place("", 0, 0)
_UNITS: Final = {
    "maand": "maanden",
    "jaar": "jaar",
    "dag": "dagen",
    "week": "weken",
    "uur": "uur",
    "werkdag": "werkdagen",
}


def written(line: str, prompt: Prompt) -> Written:
    """What to write for an answer. Raises Refusal, with the remedy, where it is none."""
    if prompt.form is Form.PICK:
        return _picked(line, prompt)
    if prompt.form is Form.VALUE and prompt.type is not None:
        text = _value(line, prompt, prompt.type)
        _check_value(text, prompt, prompt.type)
        return text
    _check_text(line, prompt)
    return [line] if prompt.form is Form.TEXTS else line


def _check_value(text: str, prompt: Prompt, type_: Type) -> None:
    try:
        read_value(text, Wanted(prompt.name, type_, prompt.declared or _NO_PLACE))
    except Refusal as refusal:
        if refusal.code == "VRD413" and prompt.path[0] == "keuze":
            raise Refusal("VRD413", refusal.message, "kies binnen wat deze weg toelaat") from None
        raise


def check_reason(line: str, prompt: Prompt, view: View) -> None:
    """Refuse at once what the check of the choice would refuse in the end. Raises Refusal."""
    if prompt.path[:2] != ("keuze", "motivering") or prompt.name == WHY_NOT_KEY:
        return
    given = view.case.choice.reasons if view.case.choice is not None else ()
    wrong = why_no_reason(line, prompt.question, {key: text for key, text in given if key != prompt.name})
    if wrong:
        raise Refusal("VRD420", f"deze reden {wrong}", "schrijf in een zin waarom, voor deze inwoner")


def hint_of(type_: Type) -> str:
    """How an answer of this type is typed: `ja of nee`, `een bedrag, zoals € 1.401,50 per maand`."""
    if type_.kind is Kind.BOOL:
        return "ja of nee"
    if type_.kind is Kind.DATE:
        return "een datum, zoals 16-2-2026"
    example = example_of(type_)
    described = type_.describe().replace("_", " ")
    return f"{described}, zoals {example}" if example else described


def _value(line: str, prompt: Prompt, type_: Type) -> str:
    """The text that a case has: a number gets the only unit that it can have, a date its fixed form."""
    if type_.kind is Kind.BOOL:
        return _SHORT.get(line.casefold(), line.casefold())
    if type_.kind is Kind.ENUM:
        return _picked(line, prompt)
    if type_.kind is Kind.DATE:
        try:
            return read_date(re.sub(r"(?<=\d)[/.](?=\d)", "-", line)).isoformat()
        except ScalarError:
            return line
    if not is_bare_number(line):
        return line
    match type_.kind:
        case Kind.AMOUNT:
            return f"€ {line}" + (f" per {type_.unit}" if type_.unit else "")
        case Kind.PERCENTAGE:
            return f"{line}%"
        case Kind.DURATION:
            return f"{line} {_UNITS[type_.unit] if line != '1' else type_.unit}"
    return line


def _picked(line: str, prompt: Prompt) -> str:
    """The option with this number, these words or this value."""
    if line.isascii() and line.isdigit() and 1 <= int(line[:4]) <= len(prompt.options):
        return prompt.options[int(line) - 1].value
    wanted = line.casefold()
    for option in prompt.options:
        if wanted in (option.words.casefold(), option.value.casefold()):
            return option.value
    starting = [each for each in prompt.options if each.words.casefold().startswith(wanted)]
    if len(starting) == 1:
        return starting[0].value
    remedy = bedoelt_u(line, [each.words for each in prompt.options])
    most = len(prompt.options)
    raise Refusal(
        "VRD414",
        f"{quoted(line)} staat er niet bij",
        remedy or ("typ 1, of druk op Enter" if most == 1 else f"typ een nummer van 1 tot en met {most}"),
    )


def _check_text(line: str, prompt: Prompt) -> None:
    if asks_a_day(prompt.question) and named_day(line) is not None:
        return
    if sum(map(str.isalpha, line)) < _FEWEST_LETTERS:
        raise Refusal(
            "VRD410", f"{quoted(line)} zegt te weinig", "schrijf een paar woorden, of druk op Enter"
        )
    if prompt.id.startswith("gesprek/"):
        refusal = refused_text(line, ".".join(prompt.path[1:]))
        if refusal is not None:
            raise refusal
    elif repeats(line, prompt.question):
        raise Refusal("VRD420", "dat is de vraag zelf", "schrijf het antwoord in uw eigen woorden")


def shown(value: str, type_: Type | None) -> str:
    """An answer as people read it: the label of an option, a date in words."""
    if type_ is None or not value:
        return value
    try:
        return format_value(read_value(value, Wanted("", type_, _NO_PLACE)), type_, with_unit=True)
    except Refusal:
        return value


def offered(prompt: Prompt) -> str:
    """The answer that stands at a question already, as people read it."""
    words = {option.value: option.words for option in prompt.options}
    return words.get(prompt.given) or shown(prompt.given, prompt.type)
