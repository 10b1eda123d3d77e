"""Headers and validity: rank, dates, herkomst and grounds of a regulation and of each place in it."""

from __future__ import annotations

from datetime import date

from verordening.language import syntax as s
from verordening.language.suggestions import bedoelt_u
from verordening.model import paths
from verordening.model.municipalities import municipality
from verordening.model.resolving.declarations import place_of, provenance_of
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.rules import RANKS, Force, Grade, Provenance, Provision, Rank, Regulation, Validity

RELATIONS = ("binnenwettelijk", "buitenwettelijk", "tegenwettelijk")


def validity_of(block: Block, *, header: bool) -> Validity | None:
    """The period of a header or place, None where neither it nor a place around it gives one."""
    period = block.nearest("in werking", s.PeriodClause)
    if period is None:
        return None
    new = block.nearest("nieuw", s.PeriodClause)
    tolerated = block.nearest("gedoogd", s.PeriodClause)
    before = Force.NOT_IN_FORCE if header or new is not None else Force.UNKNOWN
    return Validity(period.start, period.end, before, tolerated.start if tolerated else None)


def regulation_of(file: FileBlocks, places: Places, problems: Problems) -> Regulation:
    """The header of a file; a missing or unknown soort, herkomst or date is reported (VRD313-VRD317)."""
    header = file.header
    assert isinstance(header.head, s.RegelingHead)
    kind = header.word("soort")
    span = header.span
    if kind not in RANKS:
        clause = header.one("soort", s.WordClause)
        problems.add(
            "VRD314",
            f"`{kind}` is geen soort regeling" if kind else "de soort van deze regeling ontbreekt",
            clause.words[0].span if clause else span,
            help=bedoelt_u(kind, RANKS) or "kies uit " + ", ".join(RANKS),
        )
        kind = "begrippen"
    provenance = provenance_of(header.one("herkomst", s.WordClause), problems)
    if provenance is None:
        problems.add(
            "VRD315",
            "de herkomst van deze regeling ontbreekt",
            span,
            help="schrijf `herkomst officieel`, `parafrase`, `reconstructie` of `fictief`",
        )
        provenance = Provenance(Grade.RECONSTRUCTIE, "geen herkomst genoemd")
    validity = validity_of(header, header=True)
    if validity is None:
        if RANKS[kind] is not Rank.BEGRIPPEN:
            problems.add(
                "VRD316",
                "het is niet bekend vanaf wanneer deze regeling geldt",
                span,
                help="schrijf `in werking vanaf 1 januari 2015`, of `in werking vanaf onbekend`",
            )
        validity = Validity(None, None, Force.UNKNOWN)
    relation = header.word("verhouding")
    _check_relation(header, kind, problems)
    gemeente = file.gemeente
    if gemeente and provenance.grade is not Grade.FICTIEF and municipality(gemeente) is None:
        clause = header.one("gemeente", s.WordClause)
        problems.add(
            "VRD317",
            f"`{gemeente}` is geen Nederlandse gemeente",
            clause.words[0].span if clause else span,
            help="schrijf de naam met kleine letters en _ , of geef een verzonnen gemeente `herkomst fictief`",
        )
    return Regulation(
        file.id,
        header.head.title,
        kind,
        RANKS[kind],
        gemeente,
        header.text("bron"),
        provenance,
        validity,
        grounds_of(header, places),
        _omitted(file),
        _absent(header, places),
        relation,
        _texts(header, "omstreden"),
        place_of(header),
    )


def grounds_of(block: Block, places: Places) -> tuple[str, ...]:
    """The places that a block names as its grondslag."""
    clauses = block.all("grondslag", s.ReferenceClause)
    found = [places.full_id(reference, block) for clause in clauses for reference in clause.references]
    return tuple(each for each in found if each is not None)


def provision_of(
    block: Block, regulation: Regulation, problems: Problems, follows: tuple[int, ...] = ()
) -> Provision:
    """A place with what it says of itself; what it leaves out comes from the places around it and the header.

    `follows` are the rules that its `daarna` names.
    """
    assert isinstance(block.head, s.PlaceHead)
    herkomst = block.nearest("herkomst", s.WordClause)
    source = block.nearest("bron", s.TextClause)
    path = paths.show(block.path)
    afterwards = block.one("daarna", s.ReferenceClause)
    return Provision(
        f"{regulation.id} {path}",
        regulation.id,
        path,
        block.head.title,
        block.text("inhoud"),
        source.texts[0] if source else regulation.source,
        provenance_of(herkomst, problems) or regulation.provenance,
        validity_of(block, header=False) or regulation.validity,
        afterwards.text if afterwards else "",
        follows,
        afterwards is not None and not afterwards.references,
        place_of(block),
    )


def disputed_of(block: Block, regulation: Regulation) -> tuple[str, ...]:
    """The positions in a dispute about a place, or about its whole regulation."""
    clause = block.nearest("omstreden", s.TextClause)
    return clause.texts if clause else regulation.disputed


def relation_of(block: Block, regulation: Regulation, problems: Problems) -> str:
    """Whether favourable policy stays within the law, goes beyond it or against it."""
    _check_relation(block, regulation.kind, problems)
    clause = block.nearest("verhouding", s.WordClause)
    return clause.words[0].name if clause else regulation.relation


def _check_relation(block: Block, kind: str, problems: Problems) -> None:
    clause = block.one("verhouding", s.WordClause)
    if clause is None:
        return
    if clause.words[0].name not in RELATIONS:
        problems.add(
            "VRD318",
            f"`{clause.words[0].name}` is geen verhouding tot de wet",
            clause.words[0].span,
            help="kies uit " + ", ".join(RELATIONS),
        )
    elif kind not in ("beleidsregel", "gedragslijn"):
        problems.add("VRD318", "alleen beleid heeft een `verhouding` tot de wet", clause.span)


def _omitted(file: FileBlocks) -> tuple[tuple[str, str], ...]:
    clauses = list(file.header.all("niet opgenomen", s.ReferenceClause))
    for block in file.blocks:
        clauses += block.all("niet opgenomen", s.ReferenceClause)
    return tuple((", ".join(str(each) for each in clause.references), clause.text) for clause in clauses)


def _absent(header: Block, places: Places) -> tuple[tuple[str, date | None], ...]:
    found = []
    for clause in header.all("geen regeling", s.ReferenceClause):
        for reference in clause.references:
            place = places.full_id(reference, header)
            if place is not None:
                found.append((place, clause.since))
    return tuple(found)


def _texts(block: Block, keyword: str) -> tuple[str, ...]:
    clause = block.one(keyword, s.TextClause)
    return clause.texts if clause else ()
