"""The parser as tables: worked out from the grammar by Lark, and kept in the cache after the first time.

Lark takes half a second to work them out, and 50 ms to be imported at all.
"""

from __future__ import annotations

import functools
import json
import os
from typing import Any, Final, Literal

from verordening.caching import entry_name, read_entry, write_entry
from verordening.records import dataclass, field_values
from verordening.resources import resource_path

END: Final = "$END"
"""The terminal behind the last word."""


@dataclass(frozen=True, slots=True, eq=False)
class Terminal:
    """A kind of word: its pattern, and where only one spelling fits that `mark` (such as `=`) or `word`.

    `keyword` are the words of the language that it stands for (`tot en met`), empty for anything else. `begins` is the
    sign that it begins with, `\\d` for a digit, empty where that may be more than one.
    """

    name: str
    pattern: str
    mark: str
    word: str
    keyword: str
    begins: str

    def may_begin(self, first: str) -> bool:
        """Whether a word of this kind may begin with this character; False only where it certainly cannot."""
        if not self.begins or not first.isascii():
            return True
        return first.isdigit() if self.begins == r"\d" else first == self.begins


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """What to do when a rule of the grammar is complete.

    `size` symbols make one `origin`. `kept` are those that count, each with whether it is a row to be laid open;
    `callback` names what builds it: empty for a row; `passes` says that one child alone stands for the whole.
    """

    origin: str
    size: int
    kept: tuple[tuple[int, bool], ...]
    callback: str
    passes: bool


@dataclass(frozen=True, slots=True, eq=False)
class Scanner:
    """Which words a state takes: terminals tried before the plain words, plain words, and terminals tried after."""

    before: tuple[str, ...]
    words: dict[str, str]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """An LALR(1) automaton.

    `shifts` and `gotos` give the next state by terminal and by rule; `reductions` are a rule with the row of
    `lookaheads` at which it is complete; `scanner` numbers the scanner of each state.
    """

    terminals: dict[str, Terminal]
    skipped: str
    rules: tuple[Rule, ...]
    scanners: tuple[Scanner, ...]
    lookaheads: tuple[tuple[str, ...], ...]
    shifts: tuple[dict[str, int], ...]
    gotos: tuple[dict[str, int], ...]
    reductions: tuple[tuple[tuple[int, int], ...], ...]
    scanner: tuple[int, ...]
    start: int


Grammar = Literal["regeling", "verwijzing"]
"""The grammar of `.vrd` files, and that of legal references."""


def grammar_text(grammar: Grammar) -> str:
    """A grammar in Lark's notation."""
    with open(os.path.join(resource_path("grammars"), f"{grammar}.lark"), encoding="utf-8") as file:
        return file.read()


@functools.cache
def tables(grammar: Grammar) -> Tables:
    """The tables of a grammar; read or made once per process."""
    text = grammar_text(grammar)
    name = entry_name("tables", text)
    kept = read_entry(name)
    if kept is not None:
        try:
            return from_json(kept)
        except (ValueError, LookupError, TypeError):
            pass
    from verordening.language.table_making import make_tables

    made = make_tables(text)
    write_entry(name, to_json(made))
    return made


def to_json(tables: Tables) -> bytes:
    """The tables as UTF-8 JSON."""
    return json.dumps(
        [
            [field_values(each) for each in tables.terminals.values()],
            tables.skipped,
            [[each.origin, each.size, each.kept, each.callback, each.passes] for each in tables.rules],
            [[each.before, each.words, each.after] for each in tables.scanners],
            tables.lookaheads,
            tables.shifts,
            tables.gotos,
            tables.reductions,
            tables.scanner,
            tables.start,
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


def from_json(data: bytes) -> Tables:
    """What `to_json` was given. Raises ValueError, LookupError or TypeError on anything else."""
    terminals, skipped, rules, scanners, lookaheads, shifts, gotos, reductions, scanner, start = json.loads(
        data
    )
    return Tables(
        {each[0]: Terminal(*each) for each in terminals},
        skipped,
        tuple(_rule(*each) for each in rules),
        tuple(Scanner(tuple(before), words, tuple(after)) for before, words, after in scanners),
        tuple(map(tuple, lookaheads)),
        tuple(shifts),
        tuple(gotos),
        tuple(tuple((rule, ahead) for rule, ahead in each) for each in reductions),
        tuple(scanner),
        start,
    )


def _rule(origin: str, size: int, kept: list[Any], callback: str, passes: bool) -> Rule:
    return Rule(origin, size, tuple((at, laid_open) for at, laid_open in kept), callback, passes)
