"""The function that works a case out: the lines of a program, and then what they say as the values of a tree."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, Final

from verordening.evaluate.tracing import Layout
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.population.engines.generated import worked_out
from verordening.population.lowering.program import ASIDE, Made, aside_column, lower
from verordening.population.lowering.terms import node_of
from verordening.population.outcomes import CONTRADICTED, Part, column
from verordening.population.program import Column
from verordening.population.tracing.parts import TreeParts, parts_of
from verordening.population.tracing.reading import NAMES, Text, read_back
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
_PLACE: Final = re.compile(r"@([^@]+)@")


@dataclass(frozen=True, slots=True)
class Generated:
    """The function, the columns that it takes and its text."""

    work_out: Working
    columns: tuple[Column, ...]
    text: str


def generate(
    corpus: Corpus, day: date, layout: Layout, fixed: Mapping[str, Value], absent: Collection[str]
) -> Generated:
    """The function for the decisions of a layout, for cases with the facts `fixed` and without those `absent`.

    Raises NotEncodableError where a program cannot say all of it.
    """
    names = tuple(branch.decision.name for branch in layout.branches)
    wanted = _Wanted()
    given = corpus.inputs.keys() - set(absent)
    lowered = lower(
        corpus,
        day,
        names,
        given,
        _PARTS,
        floors=False,
        fixed=fixed,
        more=lambda made: wanted.of(layout, made),
    )
    for _, why in lowered.left_out:
        raise NotEncodableError(why)
    program = lowered.program
    lines, texts = worked_out(program, named=True)
    of_name = {name: texts[at] for name, at in program.outputs}
    arguments = ", ".join(("given", *(f"c{place}" for place in range(len(program.columns)))))
    aside = (CONTRADICTED, ASIDE, _DOUBT, *(aside_column(name) for name in names))
    body = [
        *lines,
        f"    if {' or '.join(of_name[each] for each in aside)}:",
        "        return None",
        "    return (",
        *(f"        {each}," for each in wanted.texts(of_name)),
        "    )",
    ]
    text = "\n".join([f"def work_out({arguments}):", *body, ""])
    names_in_it = {**NAMES, **{f"t{number}": table for number, table in enumerate(program.tables)}}
    exec(compile(text, "<program>", "exec"), names_in_it)  # noqa: S102 - only numbers, names of our own and options
    return Generated(names_in_it["work_out"], program.columns, text)  # type: ignore[arg-type]


class _Wanted:
    """What a tree asks of a program: texts in which `@x@` stands for what the program says in its column `x`."""

    def __init__(self) -> None:
        self._columns: dict[str, Bool | Term] = {}
        self._texts: list[str] = []

    def of(self, layout: Layout, made: Made) -> Mapping[str, Bool | Term]:
        """The columns that the program must have for a tree."""
        builder = made.world.facts.builder

        def text(term: Bool | Term) -> str:
            name = str(node_of(builder, term))
            self._columns[name] = term
            return f"@{name}@"

        parts = parts_of(layout, made)
        for name, result in made.results.items():
            held = ", ".join(f"@{column(name, part)}@" for part in OF_DECISION)
            self._texts.append(f"({read_back(result.value, text)}, {held})")
        self._texts += [
            _row([_fact(each) if isinstance(each, str) else read_back(each, text) for each in parts.results]),
            _mapping({at: read_back(each, text) for at, each in parts.applying.items()}),
            _mapping({at: read_back(each, text) for at, each in parts.in_play.items()}),
            _given(parts, text),
        ]
        return {**self._columns, _DOUBT: parts.doubt}

    def texts(self, of_name: Mapping[str, str]) -> list[str]:
        """The texts, with what the program says in its own words."""
        return [_PLACE.sub(lambda found: of_name[found[1]], each) for each in self._texts]


def _fact(name: str) -> str:
    return f"given({name!r}, U)"


def _row(texts: Sequence[str]) -> str:
    return f"[{', '.join(texts)}]"


def _mapping(texts: Mapping[int, str]) -> str:
    return f"{{{', '.join(f'{key}: {text}' for key, text in texts.items())}}}"


def _given(parts: TreeParts, text: Text) -> str:
    """What each rule gives that speaks of a decision and may apply; nothing where it surely does not."""
    found = []
    for each in parts.given:
        pair = f"({read_back(each.value, text)}, {read_back(each.stands, text)})"
        if each.never is not False:
            pair = f"(None if {text(each.never)} else {pair})"
        found.append(f"({each.decision!r}, {each.rule}): {pair}")
    return f"{{{', '.join(found)}}}"
