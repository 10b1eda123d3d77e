"""Headers and validity: rank, dates, herkomst and grounds of a regulation and of each place in it."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.language.references import ReferenceError_, parse_reference
from verordening.language.source import Span
from verordening.model import paths
from verordening.model.municipalities import close_municipalities, is_slug
from verordening.model.resolving.declarations import place_of
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.periods import validity_of
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.provenances import provenance_of
from verordening.model.resolving.wording import meant_or_choices
from verordening.model.rules import GRADES, RANKS, Checked, Grade, Provenance, Provision, Rank, Regulation
from verordening.model.validity import Force, Validity

RELATIONS: Final = ("binnenwettelijk", "buitenwettelijk", "tegenwettelijk")

_PUBLIC_NUMBER: Final = re.compile(r"(?:jci|bwb|cvdr|ecli)\S*", re.IGNORECASE)
"""What is meant to be a number by which a publication can be found."""


def regulation_of(file: FileBlocks, places: Places, problems: Problems) -> Regulation:
    """The header of a file; what is missing from it or unknown is reported (VRD301, VRD313-VRD318)."""
    header = file.header
    assert isinstance(header.head, s.RegelingHead)
    kind = _kind(header, problems)
    provenance = provenance_of(header.one("herkomst", s.OriginClause), problems)
    if provenance is None:
        problems.add_missing(
            "VRD315",
            "de herkomst van deze regeling ontbreekt",
            header.span,
            help="schrijf `herkomst officieel`, `parafrase`, `reconstructie` of `fictief`",
        )
        provenance = Provenance(Grade.RECONSTRUCTIE, "geen herkomst genoemd")
    _check_source(header, problems)
    _check_gemeente(header, problems)
    _check_relation(header, kind, problems)
    rank = RANKS.get(kind, Rank.BEGRIPPEN)
    return Regulation(
        file.id,
        header.head.title,
        kind or "begrippen",
        rank,
        file.gemeente,
        header.text("bron"),
        provenance,
        _validity_of_header(header, rank, problems),
        grounds_of(header, places),
        _omitted(file),
        _stated(header, "geen regeling", places),
        header.word("verhouding"),
        _texts(header, "omstreden"),
        place_of(header),
        checked_of(header),
        _stated(header, "volledig", places),
    )


def _kind(header: Block, problems: Problems) -> str:
    """The soort of a regulation, or nothing where it is missing or there is no such soort."""
    clause = header.one("soort", s.WordClause)
    if clause is None:
        problems.add_missing(
            "VRD314",
            "de soort van deze regeling ontbreekt",
            header.span,
            help="schrijf bijvoorbeeld `soort verordening`",
        )
        return ""
    word = clause.words[0]
    if word.name in RANKS:
        return word.name
    problems.add(
        "VRD314",
        f"`{word.name}` is geen soort regeling",
        word.span,
        help=meant_or_choices(word.name, RANKS),
    )
    return ""


def _validity_of_header(header: Block, rank: Rank, problems: Problems) -> Validity:
    validity = validity_of(header, header=True)
    if validity is not None:
        return validity
    if rank is not Rank.BEGRIPPEN:
        problems.add_missing(
            "VRD316",
            "hier staat niet vanaf wanneer deze regeling geldt",
            header.span,
            help="schrijf `in werking vanaf 1 januari 2015`, of `in werking vanaf onbekend`",
        )
    return Validity(None, None, Force.UNKNOWN)


def _check_gemeente(header: Block, problems: Problems) -> None:
    """Only a regulation that is known to be made up may name a municipality that does not exist."""
    clause = header.one("gemeente", s.WordClause)
    origin = header.one("herkomst", s.OriginClause)
    grade = Grade.FICTIEF if origin is None else GRADES.get(origin.grade.name, Grade.FICTIEF)
    if clause is None or grade is Grade.FICTIEF or is_slug(clause.words[0].name):
        return
    word = clause.words[0]
    close = close_municipalities(word.name)
    remedy = "kijk of de naam klopt; een verzonnen gemeente heeft `herkomst fictief`"
    if close:
        remedy = f"bedoelt u {' of '.join(f'`{each.slug}`' for each in close)}?"
    problems.add("VRD317", f"er is geen gemeente `{word.name}`", word.span, help=remedy)


def _check_source(header: Block, problems: Problems) -> None:
    """The number of a publication that cannot be right leads nobody anywhere; any other text is a description."""
    clause = header.one("bron", s.TextClause)
    if clause is None or _PUBLIC_NUMBER.fullmatch(clause.texts[0]) is None:
        return
    try:
        parse_reference(clause.texts[0])
    except ReferenceError_ as error:
        length = len(clause.texts[0])
        start = clause.span.end_column - len('"') - length
        problems.add(
            "VRD301",
            f"deze bron is niet te lezen: {error.reason}",
            Span.at(clause.span.file, clause.span.end_line, start, length),
            help=error.help,
            severity=Severity.WAARSCHUWING,
        )


def grounds_of(block: Block, places: Places) -> tuple[str, ...]:
    """The places that a block names as its grondslag."""
    clauses = block.all("grondslag", s.ReferenceClause)
    return tuple(
        each
        for clause in clauses
        for reference in clause.references
        for each in places.full_ids(reference, block)
    )


def grounds_around(block: Block, places: Places) -> tuple[str, ...]:
    """The places that a block, or else the nearest place around it, names as its grondslag."""
    clause = block.nearest("grondslag", s.ReferenceClause)
    references = clause.references if clause else ()
    return tuple(each for reference in references for each in places.full_ids(reference, block))


def provision_of(
    block: Block, regulation: Regulation, problems: Problems, follows: tuple[int, ...] = ()
) -> Provision:
    """A place with what it says of itself; what it leaves out comes from the places around it and the header.

    `follows` are the rules that its `daarna` names.
    """
    assert isinstance(block.head, s.PlaceHead)
    herkomst = block.nearest("herkomst", s.OriginClause)
    source = block.nearest("bron", s.TextClause)
    path = paths.show(block.path)
    afterwards = block.one("daarna", s.ReferenceClause)
    provenance = provenance_of(herkomst, problems) or regulation.provenance
    return Provision(
        f"{regulation.id} {path}",
        regulation.id,
        path,
        block.head.title,
        block.text("inhoud"),
        source.texts[0] if source else regulation.source,
        provenance,
        validity_of(block, header=False) or regulation.validity,
        afterwards.text if afterwards else "",
        follows,
        afterwards is not None and not afterwards.references,
        place_of(block),
        dead_references(block),
        checked_of(block) or (regulation.checked if provenance.grade is Grade.OFFICIEEL else None),
        block.one("verordening verplicht", s.TextClause) is not None,
    )


def dead_references(block: Block) -> tuple[tuple[str, str], ...]:
    """The references that the text makes and that lead nowhere, as written, with what is wrong."""
    clauses = block.all("dode verwijzing", s.ReferenceClause)
    return tuple((str(each), clause.text) for clause in clauses for each in clause.references)


def checked_of(block: Block) -> Checked | None:
    """When the block itself says that it was last read beside its source."""
    clause = block.one("nagelezen op", s.ReferenceClause)
    return Checked(clause.since, clause.text) if clause is not None and clause.since is not None else None


def disputed_of(block: Block, regulation: Regulation) -> tuple[str, ...]:
    """The positions in a dispute about a place, or about its whole regulation."""
    clause = block.nearest("omstreden", s.TextClause)
    return clause.texts if clause else regulation.disputed


def relation_of(block: Block, regulation: Regulation, problems: Problems) -> str:
    """Whether favourable policy stays within the law, goes beyond it or against it."""
    _check_relation(block, block.file.kind, problems)
    return written_relation(block, regulation)


def written_relation(block: Block, regulation: Regulation) -> str:
    """The same, of a block that was checked before or is still to be."""
    clause = block.nearest("verhouding", s.WordClause)
    return clause.words[0].name if clause else regulation.relation


def _check_relation(block: Block, kind: str, problems: Problems) -> None:
    """Report a `verhouding` that there is none of, or not for this soort; nothing where the soort is not known."""
    clause = block.one("verhouding", s.WordClause)
    if clause is None:
        return
    if clause.words[0].name not in RELATIONS:
        problems.add(
            "VRD318",
            f"`{clause.words[0].name}` is geen verhouding tot de wet",
            clause.words[0].span,
            help=meant_or_choices(clause.words[0].name, RELATIONS),
        )
    elif kind and kind not in ("beleidsregel", "gedragslijn"):
        problems.add(
            "VRD318",
            "alleen een beleidsregel of gedragslijn heeft een `verhouding` tot de wet",
            clause.span,
            help="haal deze regel weg",
        )


def _omitted(file: FileBlocks) -> tuple[tuple[str, str], ...]:
    clauses = list(file.header.all("niet opgenomen", s.ReferenceClause))
    for block in file.blocks:
        clauses += block.all("niet opgenomen", s.ReferenceClause)
    return tuple((", ".join(str(each) for each in clause.references), clause.text) for clause in clauses)


def _stated(header: Block, keyword: str, places: Places) -> tuple[tuple[str, date | None], ...]:
    """What a municipality says of its regulations on these grounds, each with the day from which it says so."""
    found = []
    for clause in header.all(keyword, s.ReferenceClause):
        for reference in clause.references:
            found += [(each, clause.since) for each in places.full_ids(reference, header)]
    return tuple(found)


def _texts(block: Block, keyword: str) -> tuple[str, ...]:
    clause = block.one(keyword, s.TextClause)
    return clause.texts if clause else ()
