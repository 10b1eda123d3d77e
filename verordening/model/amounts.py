"""All tables as they stand on one day: which amounts hold, which have run out, and which soon will."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from verordening.choices import StrEnum
from verordening.model.corpus import Corpus
from verordening.model.rules import Provenance, Regulation, Row, Table
from verordening.model.tables import row_on
from verordening.records import dataclass

SOON_DAYS = 60


class Standing(StrEnum):
    """How a table stands on a day. What ENDS or has ENDED without a row after it asks for work."""

    ENDED = "afgelopen"
    ENDS = "loopt_af"
    UNKNOWN = "onbekend"
    NOT_YET = "nog_niet"
    HOLDS = "geldt"


@dataclass(frozen=True, slots=True)
class TableOn:
    """A table on a day: the row that holds (ENDED: the last; NOT_YET: the first), and the regulation it stands in."""

    table: Table
    regulation: Regulation
    standing: Standing
    row: Row

    @property
    def provenance(self) -> Provenance:
        """How good the amount is."""
        return self.provenance_of(self.row)

    def provenance_of(self, row: Row) -> Provenance:
        """How good the amount of a row of the table is."""
        own = row.provenance or self.table.provenance or self.regulation.provenance
        return own.on(row.start)

    @property
    def needs_work(self) -> bool:
        """Whether an amount is missing, or will be soon."""
        return self.standing in (Standing.ENDED, Standing.ENDS)


def tables_on(corpora: Iterable[Corpus], day: date) -> tuple[TableOn, ...]:
    """The tables of these corpora on a day, each once, in order of regulation and place."""
    found: dict[tuple[str, int], TableOn] = {}
    for corpus in corpora:
        homes = {each.place.file: each for each in corpus.regulations.values()}
        for table in corpus.tables.values():
            if table.rows:
                key = (table.place.file, table.place.line)
                found.setdefault(key, _on(table, homes[table.place.file], day))
    return tuple(sorted(found.values(), key=lambda each: (each.table.place.file, each.table.place.line)))


def _on(table: Table, regulation: Regulation, day: date) -> TableOn:
    row = row_on(table, day)
    if row is None:
        before = [each for each in table.rows if each.start <= day]
        standing = Standing.ENDED if before else Standing.NOT_YET
        return TableOn(table, regulation, standing, before[-1] if before else table.rows[0])
    if row.value is None:
        return TableOn(table, regulation, Standing.UNKNOWN, row)
    ends_soon = row.end is not None and row.end <= day + timedelta(days=SOON_DAYS)
    following = None if row.end is None else row_on(table, row.end)
    if ends_soon and (following is None or following.value is None):
        return TableOn(table, regulation, Standing.ENDS, row)
    return TableOn(table, regulation, Standing.HOLDS, row)
