"""What a start leaves to be filled in: a text that still says so (VRD370), a table without any amount (VRD228)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.problems import Problems

TO_FILL_IN: Final = "vul in"
"""How a text begins that its author has still to write."""


def check_filled_in(files: Iterable[FileBlocks], problems: Problems) -> None:
    """Name each place that is still as a start left it. Of tables only those of a municipality."""
    for file in files:
        for block in (file.header, *file.blocks):
            for clause in block.clauses:
                for text in _texts(clause):
                    if text.casefold().startswith(TO_FILL_IN):
                        problems.add(
                            "VRD370",
                            "hier moet nog iets worden ingevuld",
                            clause.span,
                            help="vervang deze tekst door die van uw gemeente",
                            severity=Severity.ADVIES,
                        )
            if file.gemeente and isinstance(block.head, s.TableHead):
                _check_table(block, block.head, problems)


def _texts(clause: s.Clause) -> Iterator[str]:
    if isinstance(clause, s.TextClause):
        yield from clause.texts
    elif isinstance(clause, s.WordClause | s.ReferenceClause):
        yield clause.text
    elif isinstance(clause, s.OriginClause):
        yield clause.text
        yield clause.earlier_text


def _check_table(block: Block, head: s.TableHead, problems: Problems) -> None:
    rows = block.all("vanaf", s.RowClause)
    if rows and all(isinstance(row.amount, s.NoValue) for row in rows):
        problems.add(
            "VRD228",
            f"de tabel `{head.name.name}` heeft nog geen enkele waarde",
            head.name.span,
            help="vul haar in, of laat `verordening bedragen --invullen --regelingen MAP` ernaar vragen",
            severity=Severity.WAARSCHUWING,
        )
