"""The names of a corpus: what each declared name is, and where it was declared."""

from __future__ import annotations

from verordening.language import syntax as s
from verordening.language.diagnostics import Related
from verordening.language.source import Span
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.types import Kind, Type
from verordening.records import dataclass, field

WORDS = {
    "concept": "begrip",
    "table": "tabel",
    "decision": "besluit",
    "value": "waarde",
    "floor": "ondergrens",
    "guarantee": "waarborg",
}


@dataclass(slots=True)
class Declared:
    """A declared name: what it is, its type (None where it has none, or not yet), its block.

    `word` is the one that declares it: gegeven, begrip, …
    """

    what: str
    name: str
    word: str
    block: Block
    type: Type | None = None

    @property
    def is_judgement(self) -> bool:
        """Whether it is an oordeel."""
        return self.word == "oordeel"


@dataclass(slots=True)
class Names:
    """All names of a corpus. `waarde`, `ondergrens` and `waarborg` have their own spaces; the rest share one.

    `elements` are the lists by what one element is called.
    """

    terms: dict[str, Declared] = field(default_factory=dict)
    elements: dict[str, Declared] = field(default_factory=dict)
    values: dict[str, Declared] = field(default_factory=dict)
    floors: dict[str, Declared] = field(default_factory=dict)
    guarantees: dict[str, Declared] = field(default_factory=dict)

    def options(self) -> frozenset[str]:
        """The values of every `een van`, as far as types are known."""
        types = (each.type for each in self.terms.values() if each.type is not None)
        return frozenset(option for type_ in types if type_.kind is Kind.ENUM for option in type_.options)

    def report_unknown(self, name: str, span: Span, problems: Problems) -> None:
        """Report a name that is declared nowhere, with the name that was meant."""
        if not problems.is_meant(name):
            problems.add(
                "VRD202",
                f"er is niets met de naam `{name}`",
                span,
                help=problems.guess(name, self.terms)
                or "kijk of de naam klopt, of voeg een gegeven, oordeel, begrip of tabel met deze naam toe",
            )

    def find_decision(self, name: s.Name, problems: Problems) -> Declared | None:
        """The besluit of this name; anything else is reported."""
        declared = self.terms.get(name.name)
        if declared is not None and declared.what == "decision":
            return declared
        if declared is None and problems.is_meant(name.name):
            return None
        what = f"`{name.name}` is geen besluit"
        if declared is not None:
            what += f" maar een {declared.word}"
        decisions = [each for each, other in self.terms.items() if other.what == "decision"]
        problems.add(
            "VRD203",
            what,
            name.span,
            help=problems.guess(name.name, decisions) or "noem hier een besluit",
        )
        return None

    def find_judgement(self, name: s.Name, problems: Problems) -> Declared | None:
        """The oordeel of this name; anything else is reported."""
        declared = self.terms.get(name.name)
        if declared is not None and declared.is_judgement:
            return declared
        if declared is None and problems.is_meant(name.name):
            return None
        judgements = [each for each, other in self.terms.items() if other.is_judgement]
        remedy = f"voeg toe: `oordeel {name.name}: ja/nee`"
        if declared is not None:
            remedy = "noem een oordeel, of schrijf deze voorwaarde achter `als`"
        problems.add(
            "VRD203",
            f"achter `wegens` hoort een oordeel, en `{name.name}` is dat niet",
            name.span,
            help=problems.guess(name.name, judgements) or remedy,
        )
        return None

    def find_value(self, name: s.Name, problems: Problems) -> str:
        """The name of a `waarde`, reported when there is none."""
        if name.name not in self.values and not problems.is_meant(name.name):
            problems.add(
                "VRD203",
                f"`{name.name}` is geen waarde die de wet dient",
                name.span,
                help=meant_or_choices(name.name, self.values) or "voeg eerst een `waarde` met deze naam toe",
            )
        return name.name


def declare(files: list[FileBlocks], names: Names, problems: Problems) -> Names:
    """These names with all that the files declare; a name declared twice is reported with both places (VRD201)."""
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
                case s.GuaranteeHead():
                    space, what = names.guarantees, "guarantee"
                case _:
                    continue
            name = head.name
            if name.name in space:
                first = space[name.name].block
                problems.add(
                    "VRD201",
                    f"de naam `{name.name}` bestaat al",
                    name.span,
                    label="nog een keer",
                    help="kies hier een andere naam, of haal een van de twee weg",
                    related=(Related(_name_span(first), "hier voor het eerst"),),
                )
                continue
            word = head.keyword if isinstance(head, s.InputHead) else WORDS[what]
            space[name.name] = Declared(what, name.name, word, block)
            if isinstance(head, s.InputHead) and head.type.element is not None:
                _declare_element(head.type.element, space[name.name], names, problems)
    return names


def _declare_element(element: s.Name, declared: Declared, names: Names, problems: Problems) -> None:
    before = names.elements.setdefault(element.name, declared)
    if before is declared:
        return
    head = before.block.head
    assert isinstance(head, s.InputHead)
    problems.add(
        "VRD201",
        f"de naam `{element.name}` bestaat al",
        element.span,
        label="nog een keer",
        help="noem één onderdeel van deze lijst anders",
        related=(Related((head.type.element or head.name).span, "hier voor het eerst"),),
    )


def _name_span(block: Block) -> Span:
    name = getattr(block.head, "name", None)
    return name.span if isinstance(name, s.Name) else block.span
