"""Syntax errors in plain Dutch: where the parser stops, what is probably meant, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from verordening.language.complaint import Complaint
from verordening.language.diagnostics import shown
from verordening.language.mistakes import branches, marks, places, quotes, values, words
from verordening.language.mistakes.examples import example_help
from verordening.language.mistakes.expecting import described
from verordening.language.mistakes.stuck import Stuck, end_of, find_stuck, start_of
from verordening.language.mistakes.vocabulary import opens_clause

_REMEDIES: tuple[Callable[[Stuck], Complaint | None], ...] = (
    quotes.missing_quote,
    quotes.other_quotes,
    marks.brackets,
    places.reference_on_next_line,
    places.place_inside_line,
    places.number_without_word,
    values.decimals,
    values.percent_or_euro_word,
    values.date_in_words,
    branches.branch,
    marks.operators,
    words.other_word,
    words.other_word_before,
    words.must_or_may,
    values.unit,
    words.word_as_name,
    words.name_of_two_words,
    quotes.text_without_quotes,
    marks.unknown_character,
)
"""The special cases, the surest first; each knows one kind of mistake."""


def explain(text: str, begin: int) -> Complaint | None:
    """What keeps a text from being read; None when it can be. The user's own text starts at `begin`."""
    stuck = find_stuck(text, begin)
    if stuck is None:
        return None
    for remedy in _REMEDIES:
        complaint = remedy(stuck)
        if complaint is not None:
            return complaint
    return _plain(stuck)


def _plain(stuck: Stuck) -> Complaint:
    wanted = described(stuck.expected)
    if not stuck.at_end:
        message = f"hier wordt {wanted} verwacht, maar er staat {shown(stuck.thing)}"
        return stuck.complaint("VRD101", message, help=_help(stuck))
    last = stuck.previous
    if last is None:
        return stuck.complaint("VRD102", f"hier wordt {wanted} verwacht", start=stuck.begin, length=1)
    return stuck.complaint(
        "VRD102",
        f"achter {shown(last)} ontbreekt nog iets: hier wordt {wanted} verwacht",
        start=start_of(last),
        length=end_of(last) - start_of(last),
        help=example_help(stuck),
    )


def _help(stuck: Stuck) -> str:
    if not stuck.tokens:
        return 'begin met `regeling NAAM "Titel"`'
    if stuck.opens_line and opens_clause(stuck.expected):
        return "begin de regel met een woord van de taal, zoals `als`, `dan` of `inhoud`"
    return example_help(stuck)
