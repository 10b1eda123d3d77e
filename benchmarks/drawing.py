"""Lines in a file of SVG: what pygal draws, without its script and the day on which it drew."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from pygal import Config, Line
from pygal.style import Style

_SVG = "http://www.w3.org/2000/svg"
_COLOURS = ("#0b5394", "#767676", "#c2570c", "#38761d")


class Series(NamedTuple):
    """A line: what it is, and its heights."""

    label: str
    heights: Sequence[float]
    dashed: bool = False


def lines_drawn(
    path: Path, title: str, names: Sequence[str], series: Sequence[Series], *, logarithmic: bool = True
) -> None:
    """Write the lines above these names to a file; `logarithmic` is for the heights."""
    config = Config(
        js=[],
        width=760,
        height=420,
        title=title,
        logarithmic=logarithmic,
        show_legend=True,
        legend_at_bottom=True,
        truncate_legend=-1,
        include_x_axis=not logarithmic,
        style=Style(
            background="white",
            plot_background="white",
            colors=_COLOURS,
            font_family="sans-serif",
            guide_stroke_color="#dddddd",
            major_guide_stroke_color="#dddddd",
        ),
    )
    picture = Line(config)
    picture.uuid = path.stem
    picture.x_labels = list(names)
    if logarithmic:
        picture.y_labels = _powers([height for each in series for height in each.heights])
    for each in series:
        picture.add(
            each.label,
            list(each.heights),
            stroke_style={"dasharray": "6, 4"} if each.dashed else {"width": 2},
        )
    drawing = ElementTree.fromstring(picture.render(is_unicode=True, disable_xml_declaration=True))
    for element in drawing.iter():
        for child in [child for child in element if child.tag in (f"{{{_SVG}}}script", f"{{{_SVG}}}desc")]:
            element.remove(child)
    ElementTree.register_namespace("", _SVG)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ElementTree.tostring(drawing, encoding="unicode") + "\n", encoding="utf-8")


def _powers(heights: Sequence[float]) -> list[float]:
    """The powers of ten that these lie between, both ends included."""
    low, high = floor(log10(min(heights))), ceil(log10(max(heights)))
    return [10.0**power for power in range(low, high + 1)]
