"""A chart as inline SVG: lines and words, no script and no style of its own; the page gives it its colours.

pygal measures and places. What it adds for a mouse is left out, and so is the day on which it drew.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from textwrap import shorten
from typing import Any, Final
from xml.etree import ElementTree

from pygal import Config, HorizontalBar
from pygal.style import Style

from verordening.present.writing.written import Bar, Chart

# pygal leaves a finder of maps that Python no longer knows how to ask, and of which Python 3.11 warns.
sys.meta_path[:] = [each for each in sys.meta_path if hasattr(each, "find_spec")]

_WIDTH: Final = 760
_BAR: Final = 22
_BETWEEN: Final = 10
_AROUND: Final = 12
_LETTERS: Final = 14
_LONGEST_NAME: Final = 44
_DROPPED: Final = frozenset({"defs", "desc", "title"})
_ROOM: Final = 1.5
"""How much wider the drawing is than its longest bar, for the words beside it."""
_SAME: Final = "Staven. De tabel hierna zegt hetzelfde in getallen."


def drawn(chart: Chart, title: str, name: str) -> str:
    """The chart as an `svg` element; `name` is its own on the page.

    Whoever does not see it hears what it is about, and that the table after it says the same.
    """
    drawing = ElementTree.fromstring(_rendered(chart))
    for each in list(drawing.iter()):
        each.tag = each.tag.rpartition("}")[2]
        for child in [child for child in each if child.tag.rpartition("}")[2] in _DROPPED]:
            each.remove(child)
        each.attrib.pop("text-anchor", None)
    drawing.attrib = {
        "class": "chart",
        "viewBox": drawing.attrib["viewBox"],
        "role": "img",
        "aria-labelledby": f"{name}-titel {name}-tekst",
    }
    about = (("title", "titel", title), ("desc", "tekst", _SAME))
    for place, (tag, part, text) in enumerate(about):
        element = ElementTree.Element(tag, id=f"{name}-{part}")
        element.text = text
        drawing.insert(place, element)
    return ElementTree.tostring(drawing, encoding="unicode")


def _rendered(chart: Chart) -> str:
    beside = max(map(len, chart.bars), default=1)
    longest = max((bar.length for bars in chart.bars for bar in bars), default=0)
    picture = HorizontalBar(
        Config(
            css=[],
            js=[],
            width=_WIDTH,
            height=_AROUND + len(chart.names) * (_BAR * beside + _BETWEEN),
            margin=4,
            range=(0, max(longest, 1) * _ROOM),
            print_values=True,
            print_values_position="top",
            show_legend=False,
            show_x_labels=False,
            show_x_guides=False,
            show_y_guides=False,
            truncate_label=-1,
            style=Style(label_font_size=_LETTERS, major_label_font_size=_LETTERS, value_font_size=_LETTERS),
        )
    )
    names = [shorten(each, _LONGEST_NAME, placeholder=" …") for each in chart.names]
    picture.x_labels = names[::-1]  # from the bottom up
    for at in range(beside):
        picture.add("", [_value(bars[at]) for bars in reversed(chart.bars)])
    text: str = picture.render(is_unicode=True, disable_xml_declaration=True)
    return text


def _value(bar: Bar) -> dict[str, Any]:
    return {"value": bar.length, "formatter": _saying(bar.said), "node": {"class": bar.tone.value}}


def _saying(text: str) -> Callable[[object], str]:
    return lambda _: text
