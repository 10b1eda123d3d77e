"""The function that works a case out: the lines of a program, and then what they say as the values of a tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, Final

from verordening.evaluate.tracing import Layout
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.population.lowering.facts import Room
from verordening.population.lowering.program import ASIDE, Made, aside_column, lower
from verordening.population.lowering.terms import node_of
from verordening.population.outcomes import CONTRADICTED, Part, column
from verordening.population.program import Column
from verordening.population.tracing.lines import written
from verordening.population.tracing.parts import parts_of
from verordening.population.tracing.reading import NAMES, Reading, Told, Where, read_back, where
from verordening.records import dataclass
from verordening.symbolic.refusing import NotEncodableError
from verordening.symbolic.terms import Bool, Term

Working = Callable[..., tuple[Any, ...] | None]
"""Takes what gives a fact by its name and the columns of a case. Gives per decision its value and what `OF_DECISION`
holds of it; then the results, the rules that apply, the floors in play and what rules give, as a tree has them. Nothing
where the interpreter must do the case.
"""

OF_DECISION: Final = (Part.STATUS, Part.RULE, Part.AMOUNT, Part.AMOUNT_KNOWN, Part.OVERRIDDEN)
_PARTS: Final = frozenset({*OF_DECISION, Part.VALUE, Part.KNOWN})
_DOUBT: Final = "twijfel"


@dataclass(frozen=True, slots=True)
class Generated:
    """The function, the columns that it takes and its text."""

    work_out: Working
    columns: tuple[Column, ...]
    text: str


def generate(
    corpus: Corpus, day: date, layout: Layout, fixed: Mapping[str, Value], rooms: Mapping[str, Room]
) -> Generated:
    """The function for the decisions of a layout, for cases with the facts `fixed` and lists of this length.

    Raises NotEncodableError where a program cannot say all of it.
    """
    names = tuple(branch.decision.name for branch in layout.branches)
    wanted = _Wanted(layout)
    lowered = lower(
        corpus,
        day,
        names,
        None,
        _PARTS,
        floors=False,
        fixed=fixed,
        rooms=rooms,
        more=wanted.of,
    )
    for _, why in lowered.left_out:
        raise NotEncodableError(why)
    program = lowered.program
    at = dict(program.outputs)
    aside = [at[each] for each in (CONTRADICTED, ASIDE, _DOUBT, *(aside_column(name) for name in names))]
    held = [at[column(name, part)] for name in names for part in OF_DECISION]
    lines, nodes, told = written(program, [*aside, *held], wanted.readings(at))
    arguments = ", ".join(("given", *(f"c{place}" for place in range(len(program.columns)))))
    body = [
        *lines,
        f"    if {' or '.join(nodes[each] for each in aside)}:",
        "        return None",
        "    return (",
        *(f"        {each}," for each in wanted.texts([nodes[each] for each in held], told)),
        "    )",
    ]
    text = "\n".join([f"def work_out({arguments}):", *body, ""])
    names_in_it = {**NAMES, **{f"t{number}": table for number, table in enumerate(program.tables)}}
    exec(compile(text, "<program>", "exec"), names_in_it)  # noqa: S102 - only numbers, names of our own and options
    return Generated(names_in_it["work_out"], program.columns, text)  # type: ignore[arg-type]


class _Wanted:
    """What a tree asks of a program: all that is read back, in order, and how it stands in what a function gives."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._columns: dict[int, Bool | Term] = {}
        self._values: list[Reading] = []

    def of(self, made: Made) -> Mapping[str, Bool | Term]:
        """The columns that the program must have for a tree."""
        parts = self._parts = parts_of(self._layout, made)

        def node(term: Bool | Term) -> int:
            found = node_of(made.world.facts.builder, term)
            self._columns[found] = term
            return found

        self._values += [read_back(result.value, node) for result in made.results.values()]
        self._values += [
            _fact(each) if isinstance(each, str) else read_back(each, node) for each in parts.results
        ]
        self._values += [
            read_back(each, node) for each in (*parts.applying.values(), *parts.in_play.values())
        ]
        for each in parts.given:
            pair = read_back(each.value, node), read_back(each.stands, node)
            self._values += [where(each.never, "True", "False", node), *pair]
        return {**{str(number): term for number, term in self._columns.items()}, _DOUBT: parts.doubt}

    def readings(self, at: Mapping[str, int]) -> list[Reading]:
        """What is read back, of the nodes that these columns are in a program."""
        moved = {number: at[str(number)] for number in self._columns}
        return [_moved(each, moved) for each in self._values]

    def texts(self, held: Sequence[str], told: Sequence[str]) -> Iterator[str]:
        """The parts of what a function gives, of the texts for what decisions hold and for what is read back."""
        parts, values, size = self._parts, iter(told), len(OF_DECISION)
        for number in range(len(self._layout.branches)):
            yield _row([next(values), *held[number * size : (number + 1) * size]])
        yield _row(list(islice(values, len(parts.results))))
        yield _mapping({at: next(values) for at in parts.applying})
        yield _mapping({at: next(values) for at in parts.in_play})
        given = {}
        for each in parts.given:
            never, pair = next(values), f"({next(values)}, {next(values)})"
            given[each.decision, each.rule] = pair if never == "False" else f"(None if {never} else {pair})"
        yield _mapping(given)


def _moved(reading: Reading, nodes: Mapping[int, int]) -> Reading:
    """The same of another program."""
    if isinstance(reading, Told):
        return Told(reading.text, nodes[reading.node])
    if isinstance(reading, Where):
        return Where(nodes[reading.when], _moved(reading.one, nodes), _moved(reading.other, nodes))
    return reading


def _fact(name: str) -> str:
    return f"given({name!r}, U)"


def _row(texts: Sequence[str]) -> str:
    return f"({', '.join(texts)},)" if texts else "()"


def _mapping(texts: Mapping[Any, str]) -> str:
    return f"{{{', '.join(f'{key!r}: {text}' for key, text in texts.items())}}}"
