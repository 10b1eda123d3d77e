"""Works out the parser's tables from the grammar. The only place where Lark is at work for `.vrd` files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from lark import Lark
from lark.lexer import TerminalDef
from lark.parsers.lalr_analysis import Shift

from verordening.language.tables import END, Rule, Scanner, Tables, Terminal
from verordening.language.tokens import PLACE_WORDS

_PLAIN: Final = re.compile(r"([^\W\d_]+)\(\?!\\w\)")
"""The pattern of a keyword of one word with one spelling."""
_KEYWORD_PRIORITY: Final = 3
_WORD_END: Final = r"(?!\w)"
_WORDS: Final = re.compile(r"[\w /']+")
_FIRST: Final = re.compile(r"(?:\\d|\\?[^\w\s\\\[(.^$]|[^\W\d_])(?![?*{])")
"""A digit, a mark or a letter, that must be there."""
_BRACKETS: Final = re.compile(r"\([^()]*\)")


class _Heads:
    """Tells Lark that place words are renamed where they open a place, so that every state must take them."""

    always_accept = PLACE_WORDS

    def process(self, stream: Any) -> Any:
        """Not called: only the tables are used."""
        return stream


def make_tables(grammar: str) -> Tables:
    """The tables of a grammar in Lark's notation. Raises what Lark raises, and ValueError on words that clash."""
    heads: Any = _Heads()
    parser: Any = Lark(grammar, parser="lalr", lexer="contextual", postlex=heads, maybe_placeholders=False)
    table = parser.parser.parser._parse_table  # noqa: SLF001 - Lark has no public way to its tables
    rules = sorted(parser.rules, key=lambda rule: (rule.origin.name, str(rule.expansion), str(rule.alias)))
    numbers = {rule: number for number, rule in enumerate(rules)}
    defined = {each.name: each for each in parser.terminals}
    ignored = [each for each in parser.terminals if each.name in parser.ignore_tokens]
    order = _order(table.states, table.start_states["start"])
    place = {state: at for at, state in enumerate(order)}
    lookaheads: dict[tuple[str, ...], int] = {}
    scanners: dict[tuple[str, ...], int] = {}
    shifts, gotos, reductions, scanner = [], [], [], []
    for state in order:
        shift: dict[str, int] = {}
        goto: dict[str, int] = {}
        complete: dict[int, list[str]] = {}
        for symbol, (action, argument) in sorted(table.states[state].items(), key=_symbol):
            if action is not Shift:
                complete.setdefault(numbers[argument], []).append(symbol)
            elif symbol.isupper():
                shift[symbol] = place[argument]
            else:
                goto[symbol] = place[argument]
        taken = {*shift, *(each for row in complete.values() for each in row), *PLACE_WORDS}
        accepted = tuple(each.name for each in _ranked(defined[name] for name in taken if name in defined))
        shifts.append(shift)
        gotos.append(goto)
        reductions.append(
            tuple(
                (rule, lookaheads.setdefault(tuple(sorted(row)), len(lookaheads)))
                for rule, row in complete.items()
            )
        )
        scanner.append(scanners.setdefault(accepted, len(scanners)))
    end = place[table.end_states["start"]]
    shifts[end][END] = end
    return Tables(
        {name: _terminal(each) for name, each in sorted(defined.items())},
        "|".join(each.pattern.to_regexp() for each in ignored),
        tuple(map(_rule, rules)),
        tuple(_scanner([defined[name] for name in accepted]) for accepted in scanners),
        tuple(lookaheads),
        tuple(shifts),
        tuple(gotos),
        tuple(reductions),
        tuple(scanner),
        place[table.start_states["start"]],
    )


def _symbol(entry: tuple[str, object]) -> str:
    return entry[0]


def _order(states: dict[int, dict[str, tuple[Any, Any]]], start: int) -> list[int]:
    """The states in the order in which they are reached: Lark numbers them in another order at every run."""
    order = [start]
    known = {start}
    for state in order:
        for _, (action, argument) in sorted(states[state].items(), key=_symbol):
            if action is Shift and argument not in known:
                known.add(argument)
                order.append(argument)
    return order


def _ranked(terminals: Iterable[TerminalDef]) -> list[TerminalDef]:
    """In the order in which Lark tries them."""

    def rank(each: TerminalDef) -> tuple[int, int, int, str]:
        return (-each.priority, -each.pattern.max_width, -len(each.pattern.value), each.name)

    return sorted(terminals, key=rank)


def _terminal(defined: TerminalDef) -> Terminal:
    plain = _PLAIN.fullmatch(defined.pattern.value)
    mark = defined.pattern.value if defined.pattern.type == "str" else ""
    written = defined.pattern.to_regexp()
    return Terminal(
        defined.name, written, mark, plain[1] if plain else "", _keyword(written), _begins(written)
    )


def _keyword(written: str) -> str:
    """The words that a pattern stands for; empty where it is no keyword."""
    if not written.endswith(_WORD_END):
        return ""
    words = re.sub(r"\[(.)[^\]]*\]", _last_choice, written.removesuffix(_WORD_END))
    words = words.replace(r"\s+", " ").replace("\\", "")
    return words if _WORDS.fullmatch(words) else ""


def _last_choice(choice: re.Match[str]) -> str:
    """Of `[iï]` the spelling that the dictionary has; of `['’]` the plain one."""
    letters = choice[0][1:-1]
    return letters[0] if not letters[-1].isalpha() else letters[-1]


def _begins(written: str) -> str:
    """The sign that all that matches a pattern begins with, or `\\d`; empty where that is not certain."""
    found = _FIRST.match(written)
    if found is None or "|" in _BRACKETS.sub("", written):
        return ""
    return found[0] if found[0] == r"\d" else found[0].removeprefix("\\")


def _scanner(ranked: list[TerminalDef]) -> Scanner:
    """The terminals of a state in the order in which Lark tries them, with the plain words as one step of it."""
    words: dict[str, str] = {}
    before, after = [], []
    for each in ranked:
        word = _terminal(each).word
        if word:
            words[word] = each.name
        elif each.priority < _KEYWORD_PRIORITY:
            after.append(each.name)
        else:
            hidden = [other for other in words if re.match(each.pattern.to_regexp(), other)]
            if hidden:
                raise ValueError(f"{each.name} is tried after {hidden}, which it also matches")
            before.append(each.name)
    return Scanner(tuple(before), words, tuple(after))


def _rule(rule: Any) -> Rule:
    """What Lark's own tree builder does with a rule."""
    kept = tuple(
        (at, not symbol.is_term and symbol.name.startswith("_"))
        for at, symbol in enumerate(rule.expansion)
        if not (symbol.is_term and symbol.filter_out)
    )
    origin = str(rule.origin.name)
    passes = rule.options.expand1 and not rule.alias
    built = not origin.startswith("_") and not (passes and len(kept) == 1)
    return Rule(origin, len(rule.expansion), kept, str(rule.alias or origin) if built else "", passes)
