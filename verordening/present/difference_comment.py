"""What differs as one comment on a change, in Markdown, for a council member."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.language.diagnostics import printable
from verordening.model.formatting import format_date
from verordening.present.difference_content import (
    TITLE,
    Compared,
    answer,
    asides,
    not_proven,
    room,
    subtitle,
    who,
)
from verordening.present.difference_words import DIRECTIONS, before_and_after, most_words, rules_words, tally

MOST_GROUPS: Final = 20
"""A comment with more groups than this for one decision names the number of the rest: nobody reads on."""
_SIGNS: Final = {"achteruit": "🔻", "vooruit": "🔺", "anders": "🔹"}


def render_comment(compared: Sequence[Compared]) -> str:
    """The comment; a part for each municipality."""
    lines = [f"## {TITLE}", ""]
    for each in compared:
        lines += _part(each)
    return "\n".join(lines).rstrip() + "\n"


def _part(each: Compared) -> Iterator[str]:
    yield f"*{printable(subtitle(each))}*"
    yield ""
    for line in answer(each):
        yield f"**{printable(line)}**"
        yield ""
    for found in each.difference.decisions:
        if not found.groups:
            continue
        day = f" op {format_date(found.day)}" if len(each.difference.days) > 1 else ""
        yield f"### {printable(found.decision.label)}{day}: {tally(found)}"
        yield ""
        for group in found.groups[:MOST_GROUPS]:
            most = most_words(group, found)
            change = printable(before_and_after(group, found.decision.name))
            sign, way = _SIGNS[group.direction.value], DIRECTIONS[group.direction]
            yield (f"- {sign} **{printable(who(group))}**: {way}, {change}" + (f"; {most}" if most else ""))
            yield f"  <br>{printable(rules_words(group))}"
        if len(found.groups) > MOST_GROUPS:
            yield f"- … en nog {len(found.groups) - MOST_GROUPS} groepen: kijk met `verordening vergelijk --alles`"
        yield ""
    for heading, items in (
        ("Ruimte om af te wijken", list(room(each))),
        ("Verder veranderd", list(asides(each))),
        ("Niet bewezen", list(not_proven(each.difference))),
    ):
        if items:
            yield f"### {heading}"
            yield ""
            yield from (f"- {printable(item.text)}" for item in items)
            yield ""
