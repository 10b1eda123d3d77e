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
    common_facts,
    not_proven,
    room,
    subtitle,
    who,
)
from verordening.present.difference_words import (
    DIRECTIONS,
    before_and_after,
    floors_words,
    most_words,
    rules_words,
    tally,
)
from verordening.present.meeting_words import meeting_items

MOST_GROUPS: Final = 20
"""A comment with more groups than this for one decision names the number of the rest: nobody reads on."""
_SIGNS: Final = {"achteruit": "🔻", "vooruit": "🔺", "anders": "🔹"}


def render_comment(compared: Sequence[Compared]) -> str:
    """The comment; a part for each municipality."""
    return "\n".join(comment_lines(compared)).rstrip() + "\n"


def comment_lines(compared: Sequence[Compared], level: int = 2) -> list[str]:
    """The same as lines under a heading of this level, to stand in another comment."""
    head = "#" * level
    lines = [f"{head} {TITLE}", ""]
    for each in compared:
        lines += _part(each, head + "#")
    return lines


def _part(each: Compared, head: str) -> Iterator[str]:
    yield f"*{printable(subtitle(each))}*"
    yield ""
    for line in answer(each):
        yield f"**{printable(line)}**"
        yield ""
    for found in each.difference.decisions:
        if not found.groups:
            continue
        day = f" op {format_date(found.day)}" if len(each.difference.days) > 1 else ""
        yield f"{head} {printable(found.decision.label)}{day}: {tally(found)}"
        yield ""
        common = common_facts(found)
        if common:
            yield f"Bij al deze groepen: {printable(', '.join(common))}."
            yield ""
        for group in found.groups[:MOST_GROUPS]:
            most = most_words(group, found)
            change = printable(before_and_after(group, found.decision.name))
            sign, way = _SIGNS[group.direction.value], DIRECTIONS[group.direction]
            yield (
                f"- {sign} **{printable(who(group, found))}**: {way}, {change}"
                + (f"; {most}" if most else "")
            )
            yield f"  <br>{printable(rules_words(group))}"
            for text in floors_words(group.witness.old, group.witness.new):
                yield f"  <br>ondergrens {printable(text)}"
        if len(found.groups) > MOST_GROUPS:
            yield f"- … en nog {len(found.groups) - MOST_GROUPS} groepen: kijk met `verordening vergelijk --alles`"
        yield ""
    for heading, items in (
        ("Ruimte om af te wijken", list(room(each))),
        ("Samenloop", list(meeting_items(each.difference.meetings))),
        ("Verder veranderd", list(asides(each))),
        ("Niet bewezen", list(not_proven(each.difference))),
    ):
        if items:
            yield f"{head} {heading}"
            yield ""
            for item in items:
                yield f"- {printable(item.text)}"
                yield from (f"  <br>{printable(inside.text)}" for inside in item.inside)
            yield ""
