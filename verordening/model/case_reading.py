"""Case files to typed cases, in two steps: the municipality decides which regulations say what the rest means.

`read_case_source` reads what needs no regulation, `type_case` the rest; all that is wrong is reported at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source, Span
from verordening.model.case import Case, Judgement
from verordening.model.case_acts import Readers, plural_keys, read_acts, several_remedy
from verordening.model.case_choice import read_choice
from verordening.model.case_mismatches import Wanted
from verordening.model.case_names import JUDGEMENT_KEYS, KEYS, unknown_decision, unknown_input
from verordening.model.case_problems import CaseProblems, Refusal, quoted
from verordening.model.case_shapes import Shapes
from verordening.model.conversation import Conversation
from verordening.model.corpus import Corpus
from verordening.model.date_reading import read_date, write_date
from verordening.model.municipalities import Municipality, close_municipalities, municipality, slug
from verordening.model.rules import Place
from verordening.model.scalar_errors import ScalarError
from verordening.model.types import BOOL, Kind, Value
from verordening.model.yaml_reading import Document, Mapping, Node, Scalar, Sequence, parse_yaml
from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Final

ExpectedNode = Node
"""What stands under `verwacht`, as read: it makes the case a test, and only tests look inside."""

Fictional = Callable[[], Iterable[Municipality]]
"""The municipalities that only a fictional regulation declares; called when a name is not on the list."""

LONGEST_TITLE: Final = 200
_NAMES_OF_A_MUNICIPALITY: Final = ("VRD406", "VRD407")
"""Without a municipality these say nothing: the name may be one that the municipality declares."""

UNTITLED: Final = "Casus zonder titel"
FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
"""The days that a case may be about; also what a `datum` runs over where its declaration says nothing."""

_NO_PLACE: Final = Place("", 0, 0)


class CaseDocument(NamedTuple):
    """A case before its names have a meaning. `problems` is what is wrong so far; `type_case` reports it with the rest.

    `gemeente` is a slug; it is the closest one when the name was misspelt, and empty when no municipality comes near.
    """

    title: str
    gemeente: str
    gemeente_name: str
    peildatum: date
    root: Mapping
    source: Source
    problems: tuple[Diagnostic, ...]

    @property
    def expected(self) -> ExpectedNode | None:
        """What stands under `verwacht`, untouched."""
        return self.root.get("verwacht")


def read_case(
    source: Source,
    corpus_for: Callable[[str], Corpus],
    *,
    fictional: Fictional = tuple,
    peildatum: date | None = None,
    examples: bool = False,
) -> tuple[Case, ExpectedNode | None]:
    """The case in a text, with what it must come to if it says so. `peildatum` goes before the case's own.

    `examples` is whether the example guidelines speak where the case does not say so.

    `corpus_for` gives the regulations for a municipality (a slug). Raises InputError with all that is wrong.
    """
    document = read_case_source(source, fictional=fictional, peildatum=peildatum)
    try:
        corpus = corpus_for(document.gemeente)
    except InputError as error:
        raise InputError((*document.problems, *error.diagnostics)) from None
    return type_case(document, corpus, examples=examples), document.expected


def read_case_file(
    path: str | Path, *, fictional: Fictional = tuple, peildatum: date | None = None
) -> CaseDocument:
    """The first step for a file. Raises InputError when it cannot be read as YAML at all."""
    return read_case_source(read_text(path, limit=CASE_LIMIT), fictional=fictional, peildatum=peildatum)


def read_case_source(
    source: Source, *, fictional: Fictional = tuple, peildatum: date | None = None
) -> CaseDocument:
    """The first step: title, municipality and day. Raises InputError when the text is no YAML that a case may be."""
    document = parse_yaml(source)
    problems = CaseProblems(document.source)
    problems.check_bsn(document.root, source.text)
    return read_case_document(document, problems, fictional=fictional, peildatum=peildatum)


def read_case_document(
    document: Document,
    problems: CaseProblems,
    *,
    fictional: Fictional = tuple,
    peildatum: date | None = None,
) -> CaseDocument:
    """The first step for keys and values that are there already. Raises InputError when `problems` are too many."""
    shapes = Shapes(problems)
    title = _title(document.root, shapes)
    found = _gemeente(document, shapes, fictional)
    day = _peildatum(document, shapes, peildatum)
    return CaseDocument(
        title, found.slug, found.name, peildatum or day, document.root, document.source, problems.ordered()
    )


def type_case(document: CaseDocument, corpus: Corpus, *, examples: bool = False) -> Case:
    """The second step: every name and value, by the regulations of the municipality. Raises InputError."""
    problems = CaseProblems(document.source, document.problems)
    shapes = Shapes(problems, corpus)
    root = document.root
    shapes.check_keys(root, (*KEYS, *plural_keys(corpus)), "een casus")
    act_name, acts = read_acts(root, corpus, shapes, Readers(_facts, _judgements, read_choice, _places))
    case = Case(
        document.title,
        document.gemeente,
        document.gemeente_name,
        document.peildatum,
        _asked(root, corpus, shapes),
        _facts(root, corpus, shapes),
        _judgements(root, corpus, shapes),
        read_choice(root, corpus, shapes),
        _flag(root, "voorbeeldrichtlijnen", shapes, examples),
        acts,
        act_name,
        _places(root),
        _conversation(root, shapes),
    )
    found = problems.ordered()
    if not document.gemeente:
        found = tuple(each for each in found if each.code not in _NAMES_OF_A_MUNICIPALITY)
    if found:
        raise InputError(found)
    return case


# ------------------------------------------------ what needs no regulation


def _title(root: Mapping, shapes: Shapes) -> str:
    scalar = shapes.scalar(root, "casus")
    if scalar is None:
        return UNTITLED
    title = " ".join(scalar.text.split())
    if len(title) > LONGEST_TITLE:
        shapes.refuse(
            Refusal(
                "VRD418", f"een titel is hier ten hoogste {LONGEST_TITLE} tekens", "maak de titel korter"
            ),
            scalar.span,
        )
    return title


def _gemeente(document: Document, shapes: Shapes, fictional: Fictional) -> Municipality:
    """The municipality that is named; the closest, or a nameless one, when there is no such municipality."""
    scalar = shapes.scalar(document.root, "gemeente")
    if scalar is None:
        if document.root.key("gemeente") is None:
            _missing(
                document, shapes, "gemeente", "schrijf erbij welke gemeente beslist: `gemeente: amsterdam`"
            )
        return Municipality("", "")
    found = municipality(scalar.text)
    if found is not None:
        return found
    others = tuple(fictional())
    own = next((each for each in others if each.slug == slug(scalar.text)), None)
    if own is not None:
        return own
    close = close_municipalities(scalar.text, others)
    remedy = "schrijf de naam van een gemeente van nu, zoals `amsterdam`"
    if close:
        remedy = f"bedoelt u {' of '.join(f'`{each.slug}`' for each in close)}?"
    shapes.refuse(Refusal("VRD403", f"er is geen gemeente {quoted(scalar.text)}", remedy), scalar.span)
    return close[0] if close else Municipality("", "")


def _peildatum(document: Document, shapes: Shapes, override: date | None) -> date:
    scalar = shapes.scalar(document.root, "peildatum")
    if scalar is None:
        if document.root.key("peildatum") is None and override is None:
            _missing(
                document,
                shapes,
                "peildatum",
                "schrijf erbij naar de regels van welke dag: `peildatum: 2026-03-01`",
            )
        return FIRST_DAY
    try:
        return read_peildatum(scalar.text)
    except Refusal as refusal:
        shapes.refuse(refusal, scalar.span)
    return FIRST_DAY


def read_peildatum(text: str) -> date:
    """The day that a peildatum names. Raises Refusal."""
    try:
        day = read_date(text)
    except ScalarError as error:
        raise Refusal("VRD415", error.reason, error.help, "hier hoort een datum") from None
    if not FIRST_DAY <= day <= LAST_DAY:
        bounds = f"{write_date(FIRST_DAY)} tot en met {write_date(LAST_DAY)}"
        raise Refusal(
            "VRD413",
            f"{quoted(text)} valt buiten de grenzen van `peildatum`: {bounds}",
            "kijk het jaar na",
            "buiten de grenzen",
        )
    return day


def _missing(document: Document, shapes: Shapes, key: str, remedy: str) -> None:
    refusal = Refusal("VRD404", f"in deze casus ontbreekt `{key}`", remedy)
    shapes.refuse(refusal, document.source.span(1, 1, 0))


# ------------------------------------------------ what the regulations say


def _asked(root: Mapping, corpus: Corpus, shapes: Shapes) -> tuple[str, ...]:
    asked: list[str] = []
    for name in shapes.names(root, "besluiten"):
        if name.text in corpus.decisions:
            asked.append(name.text)
        else:
            shapes.refuse(unknown_decision(name.text, corpus), name.span)
    return tuple(asked)


def _facts(root: Mapping, corpus: Corpus, shapes: Shapes) -> dict[str, Value]:
    facts: dict[str, Value] = {}
    for key, node in _entries(root, "gegevens", shapes):
        declared = corpus.inputs.get(key.text)
        if declared is None or declared.judgement:
            shapes.refuse(unknown_input(key.text, corpus, judgement=False), key.span)
            continue
        value: Value | None
        if declared.type.kind is Kind.LIST:
            from verordening.model.case_lists import read_items  # few cases hold a list

            value = read_items(node, key, declared, shapes)
        elif declared.plural and isinstance(node, Sequence):
            shapes.refuse_shape(key, node, Scalar, several_remedy(declared))
            continue
        else:
            value = shapes.value(node, key, Wanted(key.text, declared.type, declared.place))
        if value is not None:
            facts[key.text] = value
    return facts


def _places(root: Mapping) -> dict[str, Span]:
    """Where each fact stands."""
    section = root.get("gegevens")
    return {key.text: key.span for key, _ in section.entries} if isinstance(section, Mapping) else {}


def _judgements(root: Mapping, corpus: Corpus, shapes: Shapes) -> dict[str, Judgement]:
    judgements: dict[str, Judgement] = {}
    for key, node in _entries(root, "oordelen", shapes):
        declared = corpus.inputs.get(key.text)
        if declared is None or not declared.judgement:
            shapes.refuse(unknown_input(key.text, corpus, judgement=True), key.span)
            continue
        judgement = _judgement(node, key, Wanted(key.text, declared.type, declared.place), shapes)
        if judgement is not None:
            judgements[key.text] = judgement
    return judgements


def _judgement(node: Node, key: Scalar, wanted: Wanted, shapes: Shapes) -> Judgement | None:
    """`{oordeel: …, motivering: …}`; a bare value is a judgement without a reason, which counts as not given."""
    if not isinstance(node, Mapping):
        value = shapes.value(node, key, wanted)
        return Judgement(value, "") if value is not None else None
    shapes.check_keys(node, JUDGEMENT_KEYS, "een oordeel")
    given, given_key = node.get("oordeel"), node.key("oordeel")
    if given is None or given_key is None:
        remedy = f"schrijf `{key.text}: {{oordeel: …, motivering: …}}`"
        shapes.refuse(Refusal("VRD404", f"bij {quoted(key.text)} ontbreekt `oordeel`", remedy), key.span)
        return None
    value = shapes.value(given, given_key, wanted)
    reason, reason_key = node.get("motivering"), node.key("motivering")
    text = shapes.text(reason, reason_key) if reason is not None and reason_key is not None else ""
    return Judgement(value, text or "") if value is not None else None


def _conversation(root: Mapping, shapes: Shapes) -> Conversation | None:
    if root.get("gesprek") is None:
        return None
    from verordening.model.case_conversation import read_conversation

    return read_conversation(root, shapes)


def _entries(root: Mapping, key: str, shapes: Shapes) -> tuple[tuple[Scalar, Node], ...]:
    section = shapes.mapping(root, key)
    return section.entries if section is not None else ()


def _flag(root: Mapping, key: str, shapes: Shapes, otherwise: bool) -> bool:
    name, node = root.key(key), root.get(key)
    if name is None or node is None:
        return otherwise
    return shapes.value(node, name, Wanted(key, BOOL, _NO_PLACE)) is True
