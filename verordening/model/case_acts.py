"""Several acts in one case: each with facts, judgements and a choice of its own."""

from __future__ import annotations

from collections.abc import Callable

from verordening.language.source import Span
from verordening.model.case import Act, Choice, Judgement
from verordening.model.case_mismatches import Wanted
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_shapes import Shapes
from verordening.model.corpus import Corpus
from verordening.model.rules import InputDeclaration
from verordening.model.types import Value
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_KEYS: Final = ("gegevens", "oordelen", "keuze")
MOST_ACTS: Final = 20
MOST_DUTIES: Final = 10


class Readers(NamedTuple):
    """How the parts of a case are read, of which an act has the same."""

    facts: Callable[[Mapping, Corpus, Shapes], dict[str, Value]]
    judgements: Callable[[Mapping, Corpus, Shapes], dict[str, Judgement]]
    choice: Callable[[Mapping, Corpus, Shapes], Choice | None]
    places: Callable[[Mapping], dict[str, Span]]


def plural_keys(corpus: Corpus) -> dict[str, InputDeclaration]:
    """The keys under which a case may hold several acts, with the gegeven that each is about."""
    return {key: corpus.inputs[name] for key, name in corpus.plurals}


def several_remedy(declared: InputDeclaration) -> str:
    """What to write where several acts, or one that breaches several duties, stand behind the name of one."""
    return (
        f"zet ze onder de sleutel `{declared.plural}`, elk achter een streepje met een eigen `gegevens`; "
        f"raakt één handeling meer verplichtingen, schrijf dan daar `{declared.name}: [a, b]`"
    )


def read_acts(root: Mapping, corpus: Corpus, shapes: Shapes, readers: Readers) -> tuple[str, tuple[Act, ...]]:
    """The acts in a case with the name of the gegeven that they are of; no name where the case lists none."""
    for key, declared in plural_keys(corpus).items():
        name, node = root.key(key), root.get(key)
        if name is None or node is None:
            continue
        _refuse_outside(root, key, declared, corpus, shapes)
        if not isinstance(node, Sequence):
            shapes.refuse_shape(
                name, node, Sequence, f"zet onder `{key}` voor elke {declared.name} een streepje"
            )
            return "", ()
        if not 1 <= len(node.items) <= MOST_ACTS:
            refusal = Refusal(
                "VRD413", f"onder `{key}` horen 1 tot en met {MOST_ACTS}", "haal er een paar weg"
            )
            shapes.refuse(refusal, name.span)
            return "", ()
        found = [_act(item, name, declared, corpus, shapes, readers) for item in node.items]
        return declared.name, tuple(act for act in found if act is not None)
    return "", ()


def _act(
    node: Node, name: Scalar, declared: InputDeclaration, corpus: Corpus, shapes: Shapes, readers: Readers
) -> Act | None:
    if not isinstance(node, Mapping):
        shapes.refuse_shape(
            name, node, Mapping, "zet achter het streepje `gegevens:` en daaronder de gegevens"
        )
        return None
    shapes.check_keys(node, _KEYS, f"een {declared.name}")
    _refuse_inside(node, declared, corpus, shapes)
    kinds: list[str] = []
    rest = node
    section = shapes.mapping(node, "gegevens")
    if section is not None:
        key, given = section.key(declared.name), section.get(declared.name)
        if key is not None and isinstance(given, Sequence):
            wanted = Wanted(declared.name, declared.type, declared.place)
            values = [shapes.value(item, key, wanted) for item in given.items[:MOST_DUTIES]]
            kinds = [value for value in dict.fromkeys(values) if isinstance(value, str)]
            kept = tuple((other, value) for other, value in section.entries if other is not key)
            rest = Mapping(
                tuple(
                    (other, Mapping(kept, section.span) if other.text == "gegevens" else value)
                    for other, value in node.entries
                ),
                node.span,
            )
    facts = readers.facts(rest, corpus, shapes)
    given_kind = facts.pop(declared.name, None)
    if isinstance(given_kind, str):
        kinds = [given_kind]
    return Act(
        tuple(kinds),
        facts,
        readers.judgements(rest, corpus, shapes),
        readers.choice(rest, corpus, shapes),
        readers.places(node),
    )


def _refuse_outside(
    root: Mapping, key: str, declared: InputDeclaration, corpus: Corpus, shapes: Shapes
) -> None:
    """What is of each act must stand with the act."""
    for section in ("gegevens", "oordelen"):
        node = root.get(section)
        for name, _ in node.entries if isinstance(node, Mapping) else ():
            found = corpus.inputs.get(name.text)
            if found is not None and found.per == declared.name:
                refusal = Refusal(
                    "VRD409",
                    f"{quoted(name.text)} hoort bij elke {declared.name} apart",
                    f"zet dit onder `{key}` bij de {declared.name} waarover het gaat",
                )
                shapes.refuse(refusal, name.span)


def _refuse_inside(act: Mapping, declared: InputDeclaration, corpus: Corpus, shapes: Shapes) -> None:
    """What is of the whole case must not stand with one act."""
    for section in ("gegevens", "oordelen"):
        node = act.get(section)
        for name, _ in node.entries if isinstance(node, Mapping) else ():
            found = corpus.inputs.get(name.text)
            if found is not None and found.per != declared.name:
                refusal = Refusal(
                    "VRD409",
                    f"{quoted(name.text)} hoort bij de casus als geheel, niet bij één {declared.name}",
                    f"zet dit bovenaan onder `{section}`",
                )
                shapes.refuse(refusal, name.span)
