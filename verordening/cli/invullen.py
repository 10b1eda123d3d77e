"""`verordening bedragen --invullen`: asks for new amounts, shows what changes, writes them into the user's files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Final, NamedTuple

from verordening.cli.arguments import Arguments
from verordening.cli.asking import OutOfInputError, ask, is_yes, say, until
from verordening.cli.bedragen import all_tables, named
from verordening.cli.clock import today
from verordening.cli.own_files import OwnFile, OwnFolder, with_source
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, Severity
from verordening.language.layout import laid_out
from verordening.model.amounts import TableOn
from verordening.model.entries import parsed
from verordening.model.formatting import format_date, format_value
from verordening.model.loading import Library, check
from verordening.model.rules import GRADES, Row
from verordening.model.scalars import Quantity, ScalarError, read_amount, read_date, read_percentage
from verordening.model.table_editing import NewRow, with_row
from verordening.model.types import Kind, Type

_DONE: Final = 0
_SKIP: Final = "s"
_UNKNOWN: Final = "onbekend"
_NOTABLE: Final = 20
"""A change of more percent than this is pointed out before it is written."""
_GRADES: Final = tuple(reversed(GRADES))


def fill_in(arguments: Arguments) -> int:
    """Walk through the tables named, or those that have run out or soon will. Raises InputError."""
    if arguments.format == "json":
        message = "`--invullen` stelt vragen, en dat kan niet als json"
        raise usage_error("VRD504", message, "laat `--formaat` weg")
    if not arguments.overlay:
        raise usage_error(
            "VRD509",
            "de meegeleverde regelingen blijven zoals zij zijn; nieuwe bedragen komen in een map van uzelf",
            "noem die map met `--regelingen MAP`; wat er nog niet in staat, wordt erheen gekopieerd",
        )
    dialogue = Dialogue(OwnFolder(arguments.overlay))
    tables = named(all_tables(dialogue.library, arguments.peildatum or today()), arguments.words)
    if not arguments.words:
        tables = tuple(each for each in tables if _is_empty(each)) or tuple(
            each for each in tables if each.needs_work
        )
    if not tables:
        say("Geen bedrag is afgelopen of loopt binnenkort af. Noem een tabel om die toch aan te vullen.")
        return _DONE
    try:
        for number, each in enumerate(tables, start=1):
            dialogue.ask_for(each, f"{number} van {len(tables)}")
    except OutOfInputError:
        say("De antwoorden zijn op; wat nog niet is opgeschreven, is niet veranderd.")
    say(f"\nOpgeschreven: {dialogue.written} van {len(tables)}.")
    return _DONE


def _is_empty(each: TableOn) -> bool:
    """Whether it is a table of a municipality that a start left to be filled in; those go first."""
    return bool(each.regulation.gemeente) and all(row.value is None for row in each.table.rows)


class Amount(NamedTuple):
    """What is to be written, with its number where that can be compared."""

    text: str
    number: Fraction | None


class Dialogue:
    """The questions about each table; the herkomst and source of the last answer are offered again."""

    def __init__(self, folder: OwnFolder) -> None:
        self.folder, self.library = folder, folder.library()
        self.written = 0
        self._grade, self._source = "officieel", ""

    def ask_for(self, each: TableOn, number: str) -> None:
        """Ask for a row of one table and write it."""
        table = each.table
        say(f"\n{table.label} ({table.name}), {number}")
        say(f"  laatste rij: {_told(table.rows[-1], table.type)}")
        start = until(lambda: _start(table.rows[-1]))
        if start is None:
            return
        amount = until(lambda: _amount(table.type))
        if amount is None:
            self._write(each, NewRow(start, _UNKNOWN, "", ""), None)
            return
        self._grade = until(lambda: _grade(self._grade))
        self._source = until(lambda: _source(self._source))
        self._write(each, NewRow(start, amount.text, self._grade, self._source), amount.number)

    def _write(self, each: TableOn, row: NewRow, number: Fraction | None) -> None:
        file = self.folder.open(self.library, each.table.place.file)
        tree, _ = parsed(file.source)
        edit = with_row(file.raw, tree, each.table.name, row)
        say(f"  {file.path}, regel {edit.line}:")
        if edit.replaced:
            say(f"    - {edit.replaced}")
        say(f"    + {row.text()}")
        for remark in _remarkable(each, row, number):
            say(f"  let op: {remark}")
        if file.is_copy:
            say("  Deze regeling is meegeleverd; er komt een kopie van in uw map.")
        if not is_yes("  Opschrijven? (ja of nee)"):
            say("  Niet opgeschreven.")
            return
        changed = _laid_out_as(file, file.with_text(edit.text))
        library = with_source(self.library, changed.source)
        wrong = _wrong_in(library, each.regulation.gemeente)
        if wrong:
            say("  Niet opgeschreven, want zo klopt de tabel niet meer:")
            for message in wrong:
                say(f"    {message}")
            return
        changed.save()
        self.library, self.written = library, self.written + 1
        say("  Opgeschreven.")


def _laid_out_as(before: OwnFile, after: OwnFile) -> OwnFile:
    """The file as it is to be written: one that stood in the one layout still does, any other is left as it was."""
    return after.with_text(_layout_of(after)) if _layout_of(before) == before.raw else after


def _layout_of(file: OwnFile) -> str:
    tree, found = parsed(file.source)
    return file.raw if found else laid_out(file.source, tree)


# ---------------------------------------------------------------- questions


def _start(last: Row) -> date | None:
    """From when the amount holds; None to leave the table as it is."""
    offered = last.start if last.end is None and last.value is None else last.end
    offer = f" [{format_date(offered)}]" if offered is not None else ""
    answer = ask(f"  Vanaf welke dag? (of {_SKIP}: sla over){offer}")
    if answer.casefold() == _SKIP:
        return None
    return offered if not answer and offered is not None else read_date(answer)


def _amount(type_: Type) -> Amount | None:
    """The amount; None where nobody knows it."""
    question, read = _READERS.get(type_.kind, ("Welke waarde?", None))
    answer = ask(f"  {question} (of {_UNKNOWN})")
    if answer.casefold() == _UNKNOWN:
        return None
    if read is None:
        if not answer or set(answer) & set('"#'):
            raise ScalarError("dat is geen waarde", f"schrijf alleen {type_.describe()}, of {_UNKNOWN}")
        return Amount(answer, None)
    found = read(f"€ {answer}" if type_.kind is Kind.AMOUNT and answer[:1].isdigit() else answer)
    if found.unit is not None and found.unit != type_.unit:
        wanted = f"per {type_.unit}" if type_.unit else "zonder tijd"
        raise ScalarError(f"deze tabel heeft bedragen {wanted}", f"reken het om, en schrijf het {wanted}")
    if found.number < 0:
        raise ScalarError("een bedrag onder nul hoort niet in een tabel", "kijk het bedrag na")
    return Amount(format_value(found.number, Type(type_.kind)), Fraction(found.number))


_READERS: Final[dict[Kind, tuple[str, Callable[[str], Quantity]]]] = {
    Kind.AMOUNT: ("Welk bedrag, zoals € 1.401,50?", read_amount),
    Kind.PERCENTAGE: ("Welk percentage, zoals 5%?", read_percentage),
}
"""Of other kinds the regulation itself says whether what was typed is right."""


def _grade(offered: str) -> str:
    answer = ask(f"  Herkomst? ({', '.join(_GRADES)}) [{offered}]").casefold() or offered
    if answer not in GRADES:
        raise ScalarError(f"`{answer}` is geen herkomst", f"kies {' of '.join(_GRADES)}")
    return answer


def _source(offered: str) -> str:
    answer = ask(
        "  Waar staat dit bedrag? (zoals Normenbrief 1 juli 2026)" + (f" [{offered}]" if offered else "")
    )
    answer = answer or offered
    if not answer:
        raise ScalarError("de bron ontbreekt", "schrijf waar het bedrag staat, zodat iemand het kan nakijken")
    if '"' in answer:
        raise ScalarError("een bron heeft geen aanhalingstekens", "laat ze weg")
    return answer


# ---------------------------------------------------------------- remarks


def _told(row: Row, type_: Type) -> str:
    until_day = f" tot {format_date(row.end)}" if row.end is not None else ""
    amount = "onbekend" if row.value is None else format_value(row.value, type_, with_unit=True)
    return f"vanaf {format_date(row.start)}{until_day}: {amount}"


def _remarkable(each: TableOn, row: NewRow, number: Fraction | None) -> Iterator[str]:
    """What a typing error would look like: a large change, or a day on which the table is not indexed."""
    indexed = each.table.indexed
    if indexed and (row.start.month, row.start.day) not in indexed:
        yield f"{format_date(row.start)} is geen dag waarop deze tabel wordt geïndexeerd"
    earlier = [one.value for one in each.table.rows if one.start < row.start and one.value is not None]
    last = earlier[-1] if earlier else None
    if number is None or not isinstance(last, int | Fraction) or isinstance(last, bool) or not last:
        return
    change = round(abs(number - last) * 100 / last)
    if change > _NOTABLE:
        word = "hoger" if number > last else "lager"
        yield f"dat is {change}% {word} dan het bedrag ervoor ({format_value(last, each.table.type)})"


def _wrong_in(library: Library, gemeente: str) -> list[str]:
    """What would be wrong with the regulations."""
    try:
        found = check([library.set_of(gemeente)])
    except InputError as error:
        found = error.diagnostics
    return [f"{one.message}; {one.help}" for one in found if one.severity is Severity.FOUT]
