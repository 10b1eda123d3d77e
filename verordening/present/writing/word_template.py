"""Our own Word template, made from code so that anybody can see how: what a municipality starts its own from.

It works for every kind of text: what is for the caseworker first, then all parts in order.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from verordening.present.writing.needing import NotInstalledError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table


def start_template() -> bytes:
    """The template as a docx file. Raises NotInstalledError."""
    try:
        from docx import Document
    except ImportError:
        raise NotInstalledError("docxtpl") from None
    made = Document()
    _set_language(made)
    made.core_properties.title = "{{ titel }}"
    made.core_properties.author = ""
    made.core_properties.comments = ""
    made.core_properties.language = "nl-NL"
    made.add_paragraph("{{ titel }}", style="Title")
    made.add_paragraph("{{ zaak }}")
    made.add_paragraph("{%p if medewerker.tekst %}")
    made.add_paragraph("{{ medewerker.kop }}", style="Heading 1")
    _add_blocks(made, "medewerker")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p for deel in delen %}")
    made.add_paragraph("{{ deel.kop }}", style="Heading 1")
    _add_blocks(made, "deel")
    made.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _add_blocks(made: Document, part: str) -> None:
    """The paragraphs, points and tables of one part, in their order."""
    made.add_paragraph(f"{{%p for blok in {part}.blokken %}}")
    made.add_paragraph('{%p if blok.soort == "punt" %}')
    made.add_paragraph("{{ blok.tekst }}", style="List Bullet")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph('{%p if blok.soort == "alinea" %}')
    made.add_paragraph("{{ blok.tekst }}")
    made.add_paragraph("{%p endif %}")
    made.add_paragraph('{%p if blok.soort == "tabel" %}')
    _fill(made.add_table(rows=3, cols=2, style="Table Grid"))
    made.add_paragraph("{%p endif %}")
    made.add_paragraph("{%p endfor %}")


def _fill(table: Table) -> None:
    table.cell(0, 0).text = "{%tr for rij in blok.rijen %}"
    table.cell(1, 0).text = "{{ rij.links }}"
    table.cell(1, 1).text = "{{ rij.rechts }}"
    table.cell(2, 0).text = "{%tr endfor %}"


def _set_language(made: Document) -> None:
    """Dutch, for whoever has the text read aloud or checked."""
    from docx.oxml.ns import qn

    fonts = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for each in fonts.findall(qn("w:lang")):
        each.set(qn("w:val"), "nl-NL")
