"""What `conflicten` found in other forms: as data, and as a comment on a change that a council member can read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from verordening.analyse.conflicts.finding import Finding, Unsettled
from verordening.language.diagnostics import Diagnostic, Severity, printable
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date
from verordening.present.diagnostics_json import diagnostics_json
from verordening.present.dutch import joined, numbered
from verordening.present.wrapping import wrap
from verordening.present.written_case import case_data

SCHEMA: Final = "verordening/conflicten/1"
MOST_LINES: Final = 30
"""A comment with more findings than this names the number of the rest: nobody reads on."""

_SIGNS: Final = {Severity.FOUT: "❌", Severity.WAARSCHUWING: "⚠️", Severity.ADVIES: "💡"}


class Told(NamedTuple):
    """One answer with the regulations it is about, as a message, and with its mark."""

    answer: Finding | Unsettled
    corpus: Corpus
    message: Diagnostic
    mark: str = ""


def render_conflicts_json(found: Sequence[Told], day: date, later: Sequence[date], *, exit_code: int) -> str:
    """The messages as those of lint, with the cases in which each shows; `day` is the first that was looked at, and on
    those `later` what changes then was looked at again.
    """
    answer = diagnostics_json([each.message for each in found], exit_code=exit_code)
    messages = answer["meldingen"]
    assert isinstance(messages, list)
    for message, each in zip(messages, found, strict=True):
        message["kenmerk"] = each.mark or None
        message["bewezen"] = isinstance(each.answer, Finding)
        message["zaken"] = _cases(each)
    return (
        json.dumps(
            {
                **answer,
                "schema": SCHEMA,
                "peildatum": day.isoformat(),
                "opnieuw_bekeken_op": [each.isoformat() for each in later],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


def _cases(each: Told) -> list[object]:
    if isinstance(each.answer, Unsettled):
        return []
    return [case_data(one.case, one.outcome, each.corpus) for one in each.answer.witnesses]


def render_unsettled(found: Sequence[Told], width: int, *, more: bool) -> str:
    """What is not proven, a line or two each: which rules, and why; `more` where the extra `analyse` may prove it."""
    unsettled = [each for each in found if isinstance(each.answer, Unsettled)]
    if not unsettled:
        return ""
    lines = [f"NIET BEWEZEN   {numbered(len(unsettled), 'vraag', 'vragen')}: kijk hier zelf naar"]
    for each in unsettled:
        first, *others = wrap(_told(each), max(20, width - 4), first=max(20, width - 2))
        lines += [f"  {first}", *(f"    {line}" for line in others)]
    if more:
        lines += wrap('  Meer wordt bewezen met: pip install "verordening[analyse]"', width)
    return "\n".join(lines) + "\n"


def _told(each: Told) -> str:
    assert isinstance(each.answer, Unsettled)
    places = " en ".join(f"`{one.id}`" for one in each.answer.sites)
    about = f", {each.corpus.decisions[each.answer.about].label}" if each.answer.about else ""
    return printable(f"{each.answer.code} {places}{about}: {'; '.join(each.answer.why)}")


def render_conflicts_comment(found: Sequence[Told]) -> str:
    """One comment on a change, in Markdown."""
    settled = [each for each in found if isinstance(each.answer, Finding)]
    weighty = [each for each in settled if each.message.severity is not Severity.ADVIES]
    advice = [each for each in settled if each.message.severity is Severity.ADVIES]
    unsettled = len(found) - len(settled)
    lines = ["## Waar gaat het mis, in welke zaak dan ook?", "", f"**{_verdict(weighty, unsettled)}**", ""]
    for each in weighty[:MOST_LINES]:
        lines += _paragraph(each)
    rest = len(weighty) - MOST_LINES
    lines += [f"… en nog {rest}: kijk met `verordening conflicten`.", ""] if rest > 0 else []
    if advice:
        lines += [
            "<details><summary>",
            f"Om te weten: {numbered(len(advice), 'punt', 'punten')}",
            "</summary>",
            "",
        ]
        for each in advice[:MOST_LINES]:
            lines += _paragraph(each)
        lines += ["</details>", ""]
    if unsettled:
        lines += [f"Niet bewezen: {numbered(unsettled, 'vraag', 'vragen')}. Dat is geen groen licht.", ""]
    return "\n".join(lines)


def _verdict(weighty: Sequence[Told], unsettled: int) -> str:
    if weighty:
        verb = "is" if len(weighty) == 1 else "zijn"
        return f"Er {verb} {numbered(len(weighty), 'zaak', 'zaken')} gevonden waarin iets misgaat."
    if unsettled:
        return "Er is niets gevonden dat misgaat, maar niet alles is bewezen."
    return "Er is niets gevonden dat misgaat."


def _paragraph(each: Told) -> Iterator[str]:
    message = each.message
    yield f"{_SIGNS[message.severity]} **{printable(message.message)}** ({message.code})"
    yield ""
    yield f"- {_place(message)}: {printable(message.label)}"
    yield from (
        f"- `{printable(one.span.file)}` regel {one.span.line}: {printable(one.label)}"
        for one in message.related
    )
    yield from (f"- *{word}*: {printable(text)}" for word, text in message.notes)
    yield f"- *wat u doet*: {printable(message.help)}"
    yield ""


def _place(message: Diagnostic) -> str:
    return (
        f"`{printable(message.span.file)}` regel {message.span.line}"
        if message.span is not None
        else "plaats"
    )


def render_tally(found: Sequence[Told], day: date, later: Sequence[date], *, accepted: bool) -> str:
    """The last lines: how much was found and how much is not proven, and what that is about."""
    settled = sum(isinstance(each.answer, Finding) for each in found)
    told = f"{numbered(settled, 'vondst', 'vondsten')}, {len(found) - settled} niet bewezen."
    nothing = "Niets gevonden, behalve wat is aanvaard." if accepted else "Niets gevonden."
    return f"{told if found else nothing} {scope(day, later)}"


def scope(day: date, later: Sequence[date]) -> str:
    """What was looked at, so that nothing found does not sound surer than it is."""
    looked = f"Nagekeken: de regels die hier zijn opgenomen, zoals zij gelden op {format_date(day)}."
    if not later:
        return f"{looked} Van later is hier geen wijziging bekend."
    days = joined(format_date(each) for each in later)
    return (
        f"{looked} Wat daarna verandert, is opnieuw bekeken op {days}, "
        "behalve waar een bedrag van dan nog niet bekend is."
    )
