"""A written text as one page of HTML: to read aloud, by keyboard and on paper; no scripts, no network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Final

from verordening.present.writing.written import (
    Block,
    Gap,
    Line,
    Paragraph,
    Part,
    Points,
    Table,
    Written,
)

_STYLE: Final = """\
@page { size: A4; margin: 22mm 20mm; }
html { font-size: 11pt; }
body { font-family: "DejaVu Sans", Arial, sans-serif; line-height: 1.45; color: #1a1a1a; background: #fff;
  max-width: 46em; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; line-height: 1.2; margin: 0 0 .4em; }
h2 { font-size: 1.15em; margin: 1.3em 0 .3em; break-after: avoid; }
p, ul { margin: .35em 0; }
ul { padding-left: 1.3em; }
li { margin: .15em 0; }
table { border-collapse: collapse; width: 100%; margin: .5em 0; table-layout: fixed; }
caption { text-align: left; font-weight: bold; padding-bottom: .2em; }
th, td { border: 1px solid #767676; padding: .25em .5em; text-align: left; vertical-align: top; }
tr { break-inside: avoid; }
a { color: #0b3d91; }
strong.gap { background: #fff3bf; padding: 0 .2em; }
section.aside { border: 2px solid #0b3d91; padding: .2em .8em .6em; margin: 1em 0; }
.about { color: #444; margin: 0; }
th:first-child:nth-last-child(n + 4) { width: 32%; }
figure { margin: .8em 0; }
figcaption { font-weight: bold; break-after: avoid; }
figure caption { font-weight: normal; }
svg.chart { width: 100%; height: auto; break-inside: avoid; --more: #0b5394; --less: #c2570c; --neither: #767676; }
svg.chart text { fill: currentColor; font-family: inherit; font-size: 14px; }
svg.chart .axis.y text { text-anchor: end; }
svg.chart .background, svg.chart .tooltip { fill: none; }
svg.chart .more { fill: var(--more); }
svg.chart .less { fill: var(--less); }
svg.chart .neither { fill: var(--neither); }
@media print { body { margin: 0; max-width: none; padding: 0; } }
@media screen and (prefers-color-scheme: dark) {
  body { color: #e8e8e8; background: #161616; }
  a { color: #9ec5fe; }
  .about { color: #bbb; }
  strong.gap { color: #1a1a1a; }
  section.aside { border-color: #9ec5fe; }
  svg.chart { --more: #6ea8fe; --less: #f59e5b; --neither: #a0a0a0; }
}
"""
_SHEET: Final = """\
@page { margin: 13mm 15mm; }
html { font-size: %spt; }
body { line-height: 1.3; }
h1 { font-size: 1.4em; }
h2 { font-size: 1.05em; margin: .7em 0 .15em; }
p, ul { margin: .15em 0; }
li { margin: 0; }
"""


def render_html(text: Written, *, size: float = 0) -> str:
    """The whole page. With `size` (points) it is laid out tightly in letters of that size."""
    style = _STYLE + (_SHEET % f"{size:g}" if size else "")
    title = escape(text.title)
    body = "\n".join(
        [f"<h1>{title}</h1>", *(f'<p class="about">{escape(each)}</p>' for each in text.about), *_parts(text)]
    )
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n"
        f'<meta name="dcterms.created" content="{text.day}">\n<meta name="dcterms.modified" content="{text.day}">\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _parts(text: Written) -> Iterator[str]:
    for number, part in enumerate(text.parts, start=1):
        yield _part(part, f"deel-{number}")


def _part(part: Part, id_: str) -> str:
    kind = ' class="aside"' if part.aside else ""
    heading = f'<h{part.level} id="{id_}">{escape(part.heading)}</h{part.level}>'
    blocks = "\n".join(
        _block(block, f"{id_}-beeld-{number}") for number, block in enumerate(part.blocks, start=1)
    )
    return f'<section{kind} aria-labelledby="{id_}">\n{heading}\n{blocks}\n</section>'


def _block(block: Block, name: str) -> str:
    match block:
        case Paragraph(line):
            return f"<p>{_line(line)}</p>"
        case Points(lines):
            return "<ul>\n" + "\n".join(f"<li>{_line(each)}</li>" for each in lines) + "\n</ul>"
        case Table(chart=None):
            return _table(block, block.caption)
        case Table():
            return _figure(block, name)


def _figure(table: Table, name: str) -> str:
    """A table with its drawing before it."""
    from verordening.present.writing.drawing import drawn

    assert table.chart is not None
    drawing = drawn(table.chart, table.caption, name)
    caption = f"<figcaption>{escape(table.caption)}</figcaption>"
    return f"<figure>\n{caption}\n{drawing}\n{_table(table, 'In getallen')}\n</figure>"


def _table(table: Table, caption: str) -> str:
    heads = "".join(f'<th scope="col">{escape(each)}</th>' for each in table.heads)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{escape(each)}</td>" for each in row) + "</tr>" for row in table.rows
    )
    top = f"<caption>{escape(caption)}</caption>"
    return f"<table>\n{top}\n<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{rows}\n</tbody>\n</table>"


def _line(line: Line) -> str:
    if line.gap in (Gap.REASON, Gap.PRACTICAL):
        return f'<strong class="gap">{escape(line.shown)}</strong>'
    before, anchor, after = map(escape, line.split)
    link = f'<a href="{escape(line.link, quote=True)}">{anchor}</a>' if anchor else ""
    return f"{before}{link}{after}"
