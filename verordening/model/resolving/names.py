"""The names of a corpus: what each declared name is, and where it was declared."""

from __future__ import annotations

from dataclasses import dataclass, field

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.language.suggestions import bedoelt_u
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.problems import Problems
from verordening.model.types import Kind, Type

WORDS = {
    "input": "gegeven of oordeel",
    "concept": "begrip",
    "table": "tabel",
    "decision": "besluit",
    "value": "waarde",
    "floor": "ondergrens",
}


@dataclass(slots=True)
class Declared:
    """A declared name: what it is, its type (None where it has none, or not yet), its block."""

    what: str
    name: str
    block: Block
    type: Type | None = None


@dataclass(slots=True)
class Names:
    """All names of a corpus. `waarde` and `ondergrens` have their own spaces; the rest share one."""

    terms: dict[str, Declared] = field(default_factory=dict)
    values: dict[str, Declared] = field(default_factory=dict)
    floors: dict[str, Declared] = field(default_factory=dict)

    def enum_option(self, name: str) -> bool:
        """Whether some `een van` has this value."""
        return any(
            each.type is not None and each.type.kind is Kind.ENUM and name in each.type.options
            for each in self.terms.values()
        )

    def find_value(self, name: s.Name, problems: Problems) -> str:
        """The name of a `waarde`, reported when it is not declared."""
        if name.name not in self.values:
            problems.add(
                "VRD203",
                f"`{name.name}` is geen waarde",
                name.span,
                help=bedoelt_u(name.name, self.values) or "waarden staan in landelijk/waarden.vrd",
            )
        return name.name


def declare(files: list[FileBlocks], problems: Problems) -> Names:
    """All declared names; a name declared twice is reported with both places (VRD201)."""
    names = Names()
    for file in files:
        for block in file.blocks:
            head = block.head
            space, what = names.terms, ""
            match head:
                case s.InputHead():
                    what = "input"
                case s.ConceptHead():
                    what = "concept"
                case s.TableHead():
                    what = "table"
                case s.DecisionHead():
                    what = "decision"
                case s.ValueHead():
                    space, what = names.values, "value"
                case s.FloorHead():
                    space, what = names.floors, "floor"
                case _:
                    continue
            name = head.name
            if name.name in space:
                first = space[name.name].block
                problems.add(
                    "VRD201",
                    f"`{name.name}` is al gedeclareerd",
                    name.span,
                    label="nog een keer",
                    help="gebruik de eerste, of kies een andere naam",
                    related=(Related(_name_span(first), "hier voor het eerst"),),
                )
                continue
            space[name.name] = Declared(what, name.name, block)
    return names


def _name_span(block: Block) -> Span:
    name = getattr(block.head, "name", None)
    return name.span if isinstance(name, s.Name) else block.span
