"""Tables: rows that follow each other day by day. A day that no row speaks of must be declared `onbekend`."""

from __future__ import annotations

from datetime import date
from itertools import pairwise, zip_longest

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.model import expressions as e
from verordening.model.calendar import next_day_of_year
from verordening.model.formatting import format_date
from verordening.model.resolving.declarations import place_of
from verordening.model.resolving.names import Declared
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_of
from verordening.model.resolving.typing import Scope, fitting
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import GRADES, Provenance, Row, Table
from verordening.model.types import Value


def table_of(declared: Declared, scope: Scope) -> Table:
    """A tabel: each row ends where the next begins or on the next indexation day, whichever comes first.

    Reported: no rows (VRD221), out of order (VRD220), two rows on a day (VRD222), days without a row between two
    (VRD224), a row that goes on over an indexation day (VRD225).
    """
    block, head, problems = declared.block, declared.block.head, scope.problems
    assert isinstance(head, s.TableHead)
    assert declared.type is not None
    written = block.all("vanaf", s.RowClause)
    if not written:
        problems.add_missing(
            "VRD221",
            f"de tabel `{declared.name}` heeft geen rijen",
            head.name.span,
            help="voeg een rij toe, zoals `vanaf 1 januari 2026 is € 100` of `vanaf 1 januari 2026 is onbekend`",
        )
    for row in written:
        _check_end(row, head, problems)
    for earlier, later in pairwise(written):
        _check_order(earlier, later, head, problems)
    rows = tuple(
        Row(
            row.start,
            _end(row, following, head),
            _value(row, declared, scope),
            _provenance(row, problems),
        )
        for row, following in zip_longest(written, written[1:])
    )
    return Table(
        declared.name,
        declared.type,
        rows,
        head.indexed,
        block.text("label") or declared.name.replace("_", " "),
        provenance_of(block.one("herkomst", s.OriginClause), problems),
        place_of(block),
    )


def _own_end(row: s.RowClause, head: s.TableHead) -> date | None:
    """Where a row ends by itself: the day behind `tot`, or the next indexation day."""
    ends = [] if row.end is None else [row.end]
    if head.indexed:
        ends.append(next_day_of_year(row.start, head.indexed))
    return min(ends, default=None)


def _end(row: s.RowClause, following: s.RowClause | None, head: s.TableHead) -> date | None:
    ends = [_own_end(row, head), None if following is None else following.start]
    return min((each for each in ends if each is not None), default=None)


def _check_end(row: s.RowClause, head: s.TableHead, problems: Problems) -> None:
    """A row that says itself that it outlives an indexation day contradicts the head of its table."""
    own = _own_end(row, head)
    if row.end is None or own is None or row.end <= own:
        return
    day = format_date(own)
    problems.add(
        "VRD225",
        f"deze rij loopt door over {day}, en op die dag wordt de tabel geïndexeerd",
        row.span,
        help=f"laat `tot …` weg, en zet het bedrag vanaf {day} in een eigen rij, ook als het gelijk bleef",
    )


def _check_order(earlier: s.RowClause, later: s.RowClause, head: s.TableHead, problems: Problems) -> None:
    related = (Related(earlier.span, "de rij ervoor"),)
    own = _own_end(earlier, head)
    if later.start <= earlier.start:
        problems.add(
            "VRD220",
            "de rijen van deze tabel staan niet op volgorde van datum",
            later.span,
            help="zet de oudste rij bovenaan; elke datum komt één keer voor",
            related=related,
        )
    elif earlier.end is not None and earlier.end > later.start:
        problems.add(
            "VRD222",
            "twee rijen van deze tabel gelden op dezelfde dag",
            later.span,
            help="laat de rij ervoor eindigen op de dag waarop deze begint, of haal `tot …` daar weg",
            related=related,
        )
    elif own is not None and own < later.start and not problems.is_damaged(later.span.file):
        gap = format_date(own)
        problems.add(
            "VRD224",
            f"van {gap} tot {format_date(later.start)} heeft deze tabel geen rij",
            later.span,
            help=f"voeg de rij toe die ontbreekt; weet u het bedrag niet, schrijf dan `vanaf {gap} is onbekend`",
            related=related,
        )


def _value(row: s.RowClause, declared: Declared, scope: Scope) -> Value | None:
    if isinstance(row.amount, s.NoValue):
        return None
    assert declared.type is not None
    expression = fitting(row.amount, scope, declared.type, f"`{declared.name}`")
    return expression.value if isinstance(expression, e.Constant) else None


def _provenance(row: s.RowClause, problems: Problems) -> Provenance | None:
    if row.provenance in GRADES:
        return Provenance(GRADES[row.provenance], row.source)
    if row.provenance:
        problems.add(
            "VRD313",
            f"`{row.provenance}` is geen herkomst",
            row.span,
            help=meant_or_choices(row.provenance, reversed(GRADES)),
        )
    return None
