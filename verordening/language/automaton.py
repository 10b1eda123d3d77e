"""Reads a text by the parser's tables: words, one at a time, as the state takes them, and rules as they are complete.

It gives what Lark's own parser gives with its contextual lexer, at a fraction of the price; a test compares the two.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from verordening.language.tables import END, Grammar, Rule, Tables, tables
from verordening.language.tokens import PARTS_OF_HEAD, PLACE_WORDS, Meta, Token, head

Builder = Callable[[Meta, list[Any]], Any]
"""Makes something of the place of a rule and of its children."""
_Node = tuple[Any, Meta, int]
"""What a rule came to, where it stands, and how many levels of rules it takes."""
_Match = Callable[[str, int], "re.Match[str] | None"]
_Scanner = tuple[list[tuple[str, _Match]], dict[str, str], list[tuple[str, _Match]]]
"""What to look for in a state: patterns, then plain words, then patterns."""
_Passed = dict[tuple[int, int, str], tuple[int, int | None]]
"""Where a row of rules that each pass on their one child leads: the state, and what to do there."""

_match_word = re.compile(r"[^\W\d]\w*").match


class Unreadable(Exception):
    """The text does not follow the grammar: the parser stops at `offset`, after `tokens`.

    `looked_for` are the terminals that its state knows: all that can come here, and perhaps some that cannot.
    """

    def __init__(self, offset: int, tokens: list[Token], looked_for: Iterable[str]) -> None:
        super().__init__(f"stuck at {offset}")
        self.offset = offset
        self.tokens = tuple(tokens)
        self.looked_for = frozenset(looked_for)


class Automaton:
    """The parser. What the tables say of a state is unfolded when it is first reached."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._actions: list[dict[str, int] | None] = [None] * len(tables.shifts)
        self._scanners: list[dict[str, _Scanner]] = [{} for _ in tables.scanners]
        self._matches: dict[str, _Match] = {}
        self._passed: _Passed = {}
        self.no_builders: list[Builder | None] = [None] * len(tables.rules)
        self.match_skipped = re.compile(f"(?:{tables.skipped})*").match

    def builders(self, of: object) -> list[Builder | None]:
        """For each rule the method of `of` with its name; None for a row, which no one but the rule above it sees."""
        rules = self._tables.rules
        return [getattr(of, rule.callback) if rule.callback else None for rule in rules]

    def parse(self, text: str, builders: Sequence[Builder | None], line: int = 1) -> tuple[Any, int]:
        """What the builders make of a text that begins on this line of its file, and how many levels that takes.

        Builders are called bottom-up, in the order of the text. Raises Unreadable.
        """
        rules, gotos, known = self._tables.rules, self._tables.gotos, self._actions
        states = [self._tables.start]
        nodes: list[_Node] = []
        tokens: list[Token] = []
        words = _Words(self, text, line)
        while True:
            state = states[-1]
            token = words.next(state)
            if token is None:
                raise Unreadable(words.offset, tokens, self.actions(state))
            terminal = token.type
            action = (known[state] or self.actions(state)).get(terminal)
            while action is not None and action < 0:
                rule = rules[~action]
                size = rule.size
                if size == 1 and rule.passes:
                    states[-1], action = self._pass(states[-2], action, terminal)
                    continue
                if size:
                    parts = nodes[-size:]
                    del nodes[-size:], states[-size:]
                    nodes.append(_reduced(rule, parts, builders[~action]))
                else:
                    nodes.append(_reduced(rule, [], builders[~action]))
                state = gotos[states[-1]][rule.origin]
                states.append(state)
                action = (known[state] or self.actions(state)).get(terminal)
            if action is None:
                raise Unreadable(token.start_pos, tokens, self.actions(states[-1]))
            if terminal == END:
                return nodes[-1][0], nodes[-1][2]
            states.append(action)
            nodes.append((token, (token, token), 0))
            tokens.append(token)

    def _pass(self, below: int, action: int, terminal: str) -> tuple[int, int | None]:
        """Where a rule that passes on its one child leads, with all such rules after it: an operand takes ten."""
        key = (below, action, terminal)
        found = self._passed.get(key)
        if found is None:
            state = self._tables.gotos[below][self._tables.rules[~action].origin]
            after = self.actions(state).get(terminal)
            if after is not None and after < 0:
                rule = self._tables.rules[~after]
                if rule.size == 1 and rule.passes:
                    state, after = self._pass(below, after, terminal)
            found = self._passed[key] = (state, after)
        return found

    def accepted(self, terminals: Iterable[str]) -> frozenset[str]:
        """The terminals that the grammar takes after these. Raises ValueError where it does not take these."""
        states = [self._tables.start]
        for terminal in terminals:
            if not self._feed(states, terminal):
                raise ValueError(f"the grammar does not take {terminal} here")
        return frozenset(each for each in self.actions(states[-1]) if self._feed(list(states), each))

    def _feed(self, states: list[int], terminal: str) -> bool:
        """Whether a terminal can follow; `states` moves on past it."""
        action = self.actions(states[-1]).get(terminal)
        while action is not None and action < 0:
            rule = self._tables.rules[~action]
            if rule.size:
                del states[-rule.size :]
            states.append(self._tables.gotos[states[-1]][rule.origin])
            action = self.actions(states[-1]).get(terminal)
        if action is None:
            return False
        states.append(action)
        return True

    def actions(self, state: int) -> dict[str, int]:
        """What to do at each terminal: go on to a state (0 and up), or complete a rule (its number, inverted)."""
        known = self._actions[state]
        if known is None:
            known = {}
            for rule, row in self._tables.reductions[state]:
                known.update(dict.fromkeys(self._tables.lookaheads[row], ~rule))
            known.update(self._tables.shifts[state])
            self._actions[state] = known
        return known

    def scanner(self, state: int, first: str) -> _Scanner:
        """The words that can come next in a state and may begin with this character."""
        number = self._tables.scanner[state]
        known = self._scanners[number].get(first)
        if known is None:
            row = self._tables.scanners[number]
            known = (self._beginning(row.before, first), row.words, self._beginning(row.after, first))
            self._scanners[number][first] = known
        return known

    def _beginning(self, terminals: Iterable[str], first: str) -> list[tuple[str, _Match]]:
        known = self._tables.terminals
        return [(each, self._match(each)) for each in terminals if known[each].may_begin(first)]

    def _match(self, terminal: str) -> _Match:
        found = self._matches.get(terminal)
        if found is None:
            found = self._matches[terminal] = re.compile(self._tables.terminals[terminal].pattern).match
        return found


@functools.cache
def automaton(grammar: Grammar = "regeling") -> Automaton:
    """The parser of a grammar; made once per process."""
    return Automaton(tables(grammar))


def _reduced(rule: Rule, parts: list[_Node], builder: Builder | None) -> _Node:
    """The node of a rule that is complete."""
    children: list[Any] = []
    depth = 0
    for at, laid_open in rule.kept:
        value, _, levels = parts[at]
        if levels > depth:
            depth = levels
        if not laid_open:
            children.append(value)
        elif children:
            children += value
        else:
            children = value
    # Nearly always the first and the last take up text themselves.
    if parts and parts[0][1] is not None and parts[-1][1] is not None:
        meta: Meta = (parts[0][1][0], parts[-1][1][1])
    else:
        meta = _place(parts)
    if rule.passes and len(children) == 1:
        return children[0], meta, depth
    if builder is None:
        return children, meta, depth
    return builder(meta, children), meta, depth + 1


def _place(parts: list[_Node]) -> Meta:
    """From the first to the last of these that take up any text."""
    for _, first, _ in parts:
        if first is not None:
            for _, last, _ in reversed(parts):
                if last is not None:
                    return first[0], last[1]
    return None


class _Words:
    """The words of a text, read one by one as the parser takes them. `offset` is where the next one is looked for.

    A place word opens a place where it is the first of its line, or follows one that does (`lid 1 onderdeel a`);
    elsewhere it belongs to a reference. Without this the parser would take the `lid 3` of a new line for part of a
    `grondslag pw artikel 8` on the line above.
    """

    def __init__(self, automaton: Automaton, text: str, line: int) -> None:
        self._automaton = automaton
        self._match_skipped = automaton.match_skipped
        self._text = text
        self._line = line
        self._line_start = 0
        self._last_line = -1
        self._opening = False
        self.offset = 0

    def next(self, state: int) -> Token | None:
        """The next word that the state takes, the end of the text, or None where there stands something else."""
        text, start = self._text, self.offset
        skipped = self._match_skipped(text, start)
        if skipped is not None:
            end = skipped.end()
            if end - start > 1 or text[start:end] == "\n":
                self._pass(start, end)
            self.offset = start = end
        if start == len(text):
            return self._token(END, "")
        before, words, after = self._automaton.scanner(state, text[start])
        for terminal, match in before:
            found = match(text, start)
            if found is not None:
                return self._token(terminal, found[0])
        found = _match_word(text, start)
        if found is not None:
            word = found[0]
            if word in words:
                return self._token(words[word], word)
        for terminal, match in after:
            found = match(text, start)
            if found is not None:
                return self._token(terminal, found[0])
        return None

    def _token(self, terminal: str, value: str) -> Token:
        token = Token(value)
        token.start_pos = start = self.offset
        token.line = line = self._line
        token.column = start - self._line_start + 1
        token.end_pos = end = start + len(value)
        if "\n" in value:
            self._pass(start, end)
        else:
            self.offset = end
        token.end_line = self._line
        token.end_column = end - self._line_start + 1
        if line != self._last_line:
            self._last_line, self._opening = line, terminal in PLACE_WORDS
        if self._opening:
            if terminal in PLACE_WORDS:
                terminal = head(terminal)
            else:
                self._opening = terminal in PARTS_OF_HEAD
        token.type = terminal
        return token

    def _pass(self, start: int, end: int) -> None:
        """Go on to an offset, counting lines."""
        breaks = self._text.count("\n", start, end)
        if breaks:
            self._line += breaks
            self._line_start = self._text.rfind("\n", start, end) + 1
        self.offset = end
