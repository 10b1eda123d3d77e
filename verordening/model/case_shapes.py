"""The shapes that parts of a case have: keys with values, a list of names, a text, a typed value. Says what differs."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.language.source import Span
from verordening.model.case_mismatches import Wanted
from verordening.model.case_names import unknown_key
from verordening.model.case_problems import CaseProblems, Refusal, quoted
from verordening.model.case_values import LEAVE_OUT, read_value
from verordening.model.corpus import Corpus
from verordening.model.types import Value
from verordening.model.yaml_reading import Mapping, Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_SHAPES: Final = {
    Mapping: ("horen sleutels met elk een waarde", "staan sleutels"),
    Sequence: ("hoort een lijst", "staat een lijst"),
    Scalar: ("hoort één waarde", "staat één waarde"),
}
"""What belongs here, and what stands here instead."""


class Shapes:
    """Takes parts out of a case; each problem goes to `problems`, and the part is then None or left out."""

    def __init__(self, problems: CaseProblems, corpus: Corpus | None = None) -> None:
        self.problems, self.corpus = problems, corpus

    def refuse(self, refusal: Refusal, span: Span) -> None:
        """Note a refusal at its place."""
        self.problems.refuse(refusal, span)

    def check_keys(self, written: Mapping, known: Iterable[str], inside: str) -> None:
        """Refuse each key that `inside` (`een casus`) does not have."""
        keys = tuple(known)
        for key, _ in written.entries:
            if key.text not in keys:
                self.refuse(unknown_key(key.text, keys, inside, self.corpus), key.span)

    def mapping(self, written: Mapping, key: str, *, empty_is_none: bool = False) -> Mapping | None:
        """The keys under `key`."""
        name, node = written.key(key), written.get(key)
        if name is None or node is None or isinstance(node, Mapping):
            return node if isinstance(node, Mapping) else None
        if isinstance(node, Scalar) and not node.text.strip():
            if not empty_is_none:
                self._nothing_under(name)
            return None
        self.refuse_shape(
            name, node, Mapping, f"zet onder `{key}` op elke regel een naam, een dubbele punt en een waarde"
        )
        return None

    def names(self, written: Mapping, key: str) -> tuple[Scalar, ...]:
        """The names that a list holds; one name without brackets is a list of one."""
        name, node = written.key(key), written.get(key)
        if name is None or node is None:
            return ()
        example = f"schrijf `{key}: [verlaging, duur_verlaging]`"
        if isinstance(node, Scalar) and node.text.strip() and "," in node.text:
            self.refuse_shape(
                name, node, Sequence, f"zet er haakjes omheen: `[{' '.join(node.text.split())}]`"
            )
            return ()
        if isinstance(node, Mapping):
            self.refuse_shape(name, node, Sequence, example)
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        found: dict[str, Scalar] = {}
        for item in items:
            if isinstance(item, Scalar) and item.text.strip():
                self._add_once(found, item)
            else:
                refusal = Refusal("VRD416", f"in de lijst van `{key}` staat iets dat geen naam is", example)
                self.refuse(refusal, item.span)
        if not items:
            self._nothing_under(name)
        return tuple(found.values())

    def _add_once(self, found: dict[str, Scalar], item: Scalar) -> None:
        if found.setdefault(item.text, item) is not item:
            refusal = Refusal(
                "VRD405", f"{quoted(item.text)} staat twee keer in deze lijst", "haal de tweede weg"
            )
            self.refuse(refusal, item.span)

    def scalar(self, written: Mapping, key: str) -> Scalar | None:
        """The one value under `key`."""
        name, node = written.key(key), written.get(key)
        if name is None or node is None:
            return None
        return self.one(node, name)

    def one(self, node: Node, key: Scalar) -> Scalar | None:
        """`node` as one value that is filled in."""
        if not isinstance(node, Scalar):
            self.refuse_shape(key, node, Scalar, f"schrijf achter {quoted(key.text)} één waarde")
            return None
        if not node.text.strip():
            self.refuse(
                Refusal("VRD410", f"achter {quoted(key.text)} is niets ingevuld", LEAVE_OUT), key.span
            )
            return None
        return node

    def value(self, node: Node, key: Scalar, wanted: Wanted) -> Value | None:
        """`node` as a value of the wanted type."""
        scalar = self.one(node, key)
        if scalar is None:
            return None
        try:
            return read_value(scalar.text, wanted)
        except Refusal as refusal:
            self.refuse(refusal, scalar.span)
            return None

    def text(self, node: Node, key: Scalar) -> str | None:
        """`node` as a text, on one line; a text left out is empty."""
        if not isinstance(node, Scalar):
            self.refuse_shape(key, node, Scalar, f"schrijf achter {quoted(key.text)} een tekst")
            return None
        return " ".join(node.text.split())

    def refuse_shape(self, key: Scalar, node: Node, wanted: type[Node], help: str) -> None:
        """Note that `key` holds something of another shape."""
        message = f"bij {quoted(key.text)} {_SHAPES[wanted][0]}, maar hier {_SHAPES[type(node)][1]}"
        self.refuse(Refusal("VRD416", message, help), key.span)

    def _nothing_under(self, name: Scalar) -> None:
        refusal = Refusal(
            "VRD410", f"onder {quoted(name.text)} staat niets", "vul iets in, of haal de regel weg"
        )
        self.refuse(refusal, name.span)
