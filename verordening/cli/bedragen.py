"""`verordening bedragen [TABEL…]`: which amounts hold, what runs out, and with `--invullen` the new ones."""

from __future__ import annotations

from datetime import date
from typing import Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.clock import today
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.amounts import TableOn, tables_on
from verordening.model.loading import Library, load_corpus

_CLEAN: Final = 0
_FINDINGS: Final = 1


def run(arguments: Arguments) -> int:
    """Print the overview, or walk through new amounts; gives the exit code. Raises InputError."""
    if "--invullen" in arguments.switches:
        from verordening.cli.invullen import fill_in

        return fill_in(arguments)
    from verordening.model.loading import read_library

    day = arguments.peildatum or today()
    tables = named(all_tables(read_library(overlay=arguments.overlay or None), day), arguments.words)
    checking = "--controleer" in arguments.switches
    code = _FINDINGS if checking and any(each.needs_work for each in tables) else _CLEAN
    terminal.write(_text(tables, day, arguments.format, code))
    return code


def all_tables(library: Library, day: date) -> tuple[TableOn, ...]:
    """The tables of national law and of every municipality."""
    return tables_on((load_corpus(each, library=library) for each in ("", *library.gemeenten)), day)


def named(tables: tuple[TableOn, ...], words: tuple[str, ...]) -> tuple[TableOn, ...]:
    """Only the tables that were named; all of them without names. Raises InputError on a name that is no table."""
    known = {each.table.name for each in tables}
    for word in words:
        if word not in known:
            raise usage_error(
                "VRD508",
                f"er is geen tabel {shown(word)}",
                bedoelt_u(word, known) or "kijk met `verordening bedragen` hoe de tabellen heten",
            )
    return tuple(each for each in tables if not words or each.table.name in words)


def _text(tables: tuple[TableOn, ...], day: date, form: str, code: int) -> str:
    if form == "json":
        from verordening.present.amounts_json import render_amounts_json

        return render_amounts_json(tables, day, exit_code=code)
    from verordening.present.amounts_content import read_amounts, render_amounts

    return (
        read_amounts(tables, day) if form == "schermlezer" else render_amounts(tables, day, terminal.width())
    )
