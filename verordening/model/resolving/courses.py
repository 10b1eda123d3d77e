"""Decisions that run through the months, and what holds where several acts or duties meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model.courses import Concurrence, Course
from verordening.model.resolving.gathering import Block
from verordening.model.resolving.names import Declared, Names
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import Provision, Regulation
from verordening.model.types import Kind

MEETING: Final = ("verplichtingen", "gedragingen")
"""What may meet: several duties breached by one act, several acts."""

_KINDS: Final = {"duur": Kind.DURATION, "ingang": Kind.DATE, "verrekend over": Kind.DURATION}


def course_of(declared: Declared, names: Names, problems: Problems) -> Course | None:
    """How a besluit runs through the months; None where it does not say how long. Reports names of another sort."""
    block = declared.block
    found = {keyword: _decision(keyword, kind, block, names, problems) for keyword, kind in _KINDS.items()}
    most = {Kind.PERCENTAGE: "", Kind.AMOUNT: ""}
    for word in _words("samen ten hoogste", block):
        kind = _kind_of_concept(word, (Kind.PERCENTAGE, Kind.AMOUNT), names, problems)
        if kind is not None:
            most[kind] = word.name
    review = ""
    for word in _words("heroverwegen voor", block):
        if _kind_of_concept(word, (Kind.DATE,), names, problems) is not None:
            review = word.name
    if not found["duur"]:
        return None
    return Course(
        found["duur"],
        found["ingang"],
        found["verrekend over"],
        most[Kind.PERCENTAGE],
        most[Kind.AMOUNT],
        review,
    )


def check_several(terms: Sequence[Declared], known: Iterable[str], problems: Problems) -> None:
    """Report each `per` that names no gegeven of which a case may hold several; `known` are such gegevens."""
    plurals = [
        *known,
        *(each.name for each in terms if each.block.one("meervoud", s.WordClause) is not None),
    ]
    for each in terms:
        head = each.block.head
        if not isinstance(head, s.InputHead | s.DecisionHead) or head.per is None:
            continue
        if head.per.name not in plurals and not problems.is_meant(head.per.name):
            problems.add(
                "VRD203",
                f"een casus kan niet meer dan één `{head.per.name}` hebben",
                head.per.span,
                help=bedoelt_u(head.per.name, plurals)
                or "zet bij dat gegeven `meervoud …`, met de sleutel waaronder een casus er meer noemt",
            )


def concurrences_of(
    places: Iterable[tuple[Block, Provision]],
    regulations: dict[str, Regulation],
    names: Names,
    problems: Problems,
) -> Iterator[Concurrence]:
    """What these provisions say where acts or duties meet."""
    for block, provision in places:
        for clause in block.all("bij meer", s.WordClause):
            of, which, decision = clause.words
            if of.name not in MEETING:
                problems.add(
                    "VRD203",
                    f"achter `bij meer` hoort niet `{of.name}`",
                    of.span,
                    help=meant_or_choices(of.name, MEETING),
                )
            if names.find_decision(decision, problems) is None or of.name not in MEETING:
                continue
            yield Concurrence(
                provision.id,
                of.name,
                which.name == "hoogste",
                decision.name,
                provision.validity,
                regulations[provision.regulation].validity,
            )


def _words(keyword: str, block: Block) -> tuple[s.Name, ...]:
    clause = block.one(keyword, s.WordClause)
    return clause.words if clause is not None else ()


def _decision(keyword: str, kind: Kind, block: Block, names: Names, problems: Problems) -> str:
    """The besluit behind a keyword, which must be of this kind."""
    for word in _words(keyword, block):
        declared = names.find_decision(word, problems)
        if declared is None:
            continue
        if declared.type is not None and declared.type.kind is not kind:
            problems.add(
                "VRD204",
                f"achter `{keyword}` hoort een besluit dat een {kind.value} is, en `{word.name}` is dat niet",
                word.span,
                help=f"noem een besluit dat een {kind.value} is",
            )
            continue
        return word.name
    return ""


def _kind_of_concept(word: s.Name, kinds: tuple[Kind, ...], names: Names, problems: Problems) -> Kind | None:
    """The kind of the begrip of this name, which must be one of these."""
    declared = names.terms.get(word.name)
    if declared is None:
        names.report_unknown(word.name, word.span, problems)
        return None
    head = declared.block.head
    if isinstance(head, s.ConceptHead) and head.type is not None:
        found = next((kind for kind in kinds if kind.value == head.type.kind), None)
        if found is not None:
            return found
    wanted = " of een ".join(kind.value for kind in kinds)
    problems.add(
        "VRD203",
        f"hier hoort een begrip dat een {wanted} is, en `{word.name}` is dat niet",
        word.span,
        help=f"noem een begrip, met achter de dubbele punt `{kinds[0].value}`",
    )
    return None
