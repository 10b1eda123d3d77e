"""Reads what PyYAML finds in a YAML text, strictly: no YAML typing, duplicate keys, anchors, labels or depth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verordening.language.bsn import mask_bsn
from verordening.language.diagnostics import Diagnostic, InputError, Related, diagnostic, shown
from verordening.language.source import Source, Span
from verordening.model.yaml_nodes import Mapping, Node, Scalar, Sequence
from verordening.model.yaml_problems import KEYS_HELP, check_text, forbidden_character, syntax_problem
from verordening.patterns import compiled_later
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

DEPTH_LIMIT: Final = 20
NODE_LIMIT: Final = 20_000
PROBLEM_LIMIT: Final = 50
"""Reading stops at this many problems."""


def read_events(source: Source, text: str) -> Mapping:
    """The keys in a text with their values; `source` is the same text as messages show it. Raises InputError."""
    check_text(source)
    reader = _Reader(source)
    root = reader.read(text)
    if reader.problems:
        raise InputError(reader.problems)
    if not isinstance(root, Mapping):
        raise _error(
            source,
            "VRD028",
            "het bestand begint niet met sleutels",
            root.span if root is not None else Span.at(source.path, 1, 1),
            help=KEYS_HELP,
        )
    return root


def _error(source: Source, code: str, message: str, span: Span, *, help: str) -> InputError:
    return InputError((diagnostic(source, code, message, span, help=help),))


class _Reader:
    """Builds the tree from parser events without recursion and collects the problems on the way."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Diagnostic] = []
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._nodes = 0
        self._documents = 0

    def read(self, text: str) -> Node | None:
        """The root of the tree, or None when there is no document."""
        for event in self._events(text):
            self._take(type(event).__name__, event)
        return self._root

    def _events(self, text: str) -> Iterator[Any]:
        with compiled_later():
            import yaml

        module: Any = yaml  # the stubs leave the parser functions untyped
        loader = getattr(module, "CSafeLoader", module.SafeLoader)
        try:
            yield from module.parse(text, Loader=loader)
        except (module.YAMLError, ValueError, OverflowError) as error:
            raise InputError((*self.problems, syntax_problem(self.source, error))) from None

    def _take(self, kind: str, event: Any) -> None:
        match kind:
            case "ScalarEvent":
                self._check_properties(event)
                self._add(self._scalar(event))
            case "MappingStartEvent" | "SequenceStartEvent":
                self._check_properties(event)
                self._push(_Open(kind == "MappingStartEvent", self._span(event), []))
            case "MappingEndEvent" | "SequenceEndEvent":
                self._add(self._close(self._open.pop(), self._span(event)))
            case "AliasEvent":
                self._refuse_alias(self._span(event))
                self._add(Scalar("", self._span(event), quoted=True))
            case "DocumentStartEvent":
                self._start_document(event)

    def _scalar(self, event: Any) -> Scalar:
        span, quoted = self._span(event), bool(event.style)
        if forbidden_character(event.value) is not None:
            self._note(
                "VRD030",
                "in deze tekst staat een onzichtbaar teken dat niet mag",
                span,
                help="haal de code achter de schuine streep weg",
            )
        return Scalar("" if event.value == "~" and not quoted else event.value, span, quoted)

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(self.source.path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _note(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        help: str,
        label: str = "",
        related: Related | None = None,
    ) -> None:
        others = () if related is None else (related,)
        self.problems.append(
            diagnostic(self.source, code, message, span, help=help, label=label, related=others)
        )
        if len(self.problems) >= PROBLEM_LIMIT:
            raise InputError(self.problems)

    def _start_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _error(
                self.source,
                "VRD025",
                "hier begint een tweede document in hetzelfde bestand",
                self._span(event),
                help="haal de regel `---` weg, of zet elk document in een eigen bestand",
            )
        if event.version is not None or event.tags:
            self._note(
                "VRD024",
                "een opdracht aan YAML mag hier niet",
                Span.at(self.source.path, event.start_mark.line + 1, 1),
                help="haal de regel weg die met `%` begint",
            )

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._refuse_alias(self._span(event))
        if event.tag is not None:
            self._note(
                "VRD024",
                "een YAML-label met een uitroepteken mag hier niet",
                self._span(event),
                help="haal het label weg, of zet de hele tekst tussen aanhalingstekens",
            )

    def _refuse_alias(self, span: Span) -> None:
        self._note(
            "VRD023",
            "een anker (`&`) of een verwijzing daarnaar (`*`) mag hier niet",
            span,
            help="schrijf de waarde voluit, of zet de hele tekst tussen aanhalingstekens",
        )

    def _push(self, opened: _Open) -> None:
        if len(self._open) >= DEPTH_LIMIT:
            raise _error(
                self.source,
                "VRD026",
                f"de gegevens zijn meer dan {DEPTH_LIMIT} lagen diep genest",
                opened.span,
                help="kijk of er een haakje te veel staat, of maak de indeling eenvoudiger",
            )
        self._open.append(opened)

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > NODE_LIMIT:
            raise _error(
                self.source,
                "VRD027",
                f"het bestand heeft meer dan {NODE_LIMIT} onderdelen",
                node.span,
                help="kijk of dit het goede bestand is, of verdeel het over meer bestanden",
            )
        if self._open:
            self._open[-1].children.append(node)
        else:
            self._root = node

    def _close(self, opened: _Open, end: Span) -> Node:
        span = opened.span.to(end)
        if not opened.is_mapping:
            return Sequence(tuple(opened.children), span)
        pairs = zip(opened.children[::2], opened.children[1::2], strict=True)
        return Mapping(tuple(self._entries(pairs)), span)

    def _entries(self, pairs: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Scalar, Node]]:
        seen: dict[str, Scalar] = {}
        for key, value in pairs:
            if not isinstance(key, Scalar) or (not key.text and not key.quoted):
                self._note(
                    "VRD031",
                    "voor de dubbele punt staat geen gewone tekst",
                    key.span,
                    help="schrijf voor de dubbele punt de naam van een sleutel",
                )
            elif key.text == "<<" and not key.quoted:
                self._refuse_merge(key)
            elif key.text in seen:
                self._refuse_duplicate(key, seen[key.text])
            else:
                seen[key.text] = key
                yield key, value

    def _refuse_merge(self, key: Scalar) -> None:
        self._note(
            "VRD023",
            "samenvoegen met `<<` mag hier niet",
            key.span,
            help="schrijf de sleutels en hun waarden voluit",
        )

    def _refuse_duplicate(self, key: Scalar, first: Scalar) -> None:
        self._note(
            "VRD022",
            f"de sleutel {shown(mask_bsn(key.text))} staat er twee keer",
            key.span,
            help="laat de goede regel staan en haal de andere weg",
            label="de tweede keer",
            related=Related(first.span, "de eerste keer"),
        )


@dataclass(frozen=True, slots=True)
class _Open:
    """A mapping or list whose end has not been read yet."""

    is_mapping: bool
    span: Span
    children: list[Node]
