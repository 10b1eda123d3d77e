"""The whole way from syntax trees to a corpus."""

from __future__ import annotations

from typing import TypeVar

from verordening.language import syntax as s
from verordening.language.diagnostics import Diagnostic
from verordening.language.source import Source
from verordening.model.corpus import (
    Corpus,
    index_afterwards,
    index_by_decision,
    index_deviating,
    index_filling,
    index_general,
    index_labels,
    index_plurals,
    index_reasons,
)
from verordening.model.dependence import conditions_of, inputs_in
from verordening.model.resolving import checks, periods
from verordening.model.resolving.coherences import coherence_of
from verordening.model.resolving.courses import check_several, concurrences_of
from verordening.model.resolving.declarations import Declarations
from verordening.model.resolving.example_places import Room, check_examples, is_example
from verordening.model.resolving.filling_in import check_filled_in
from verordening.model.resolving.gathering import Block, FileBlocks, gather
from verordening.model.resolving.headers import grounds_of, provision_of, regulation_of
from verordening.model.resolving.mentions import Mentions
from verordening.model.resolving.names import Names, declare
from verordening.model.resolving.places import Places, Spot
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.protected import check_benefit, check_protected
from verordening.model.resolving.provenances import check_origin
from verordening.model.resolving.referring import check_references
from verordening.model.resolving.ruling import Ruling
from verordening.model.resolving.standards import Standards
from verordening.model.resolving.tables import table_of
from verordening.model.resolving.transitions import (
    Applied,
    Version,
    final_validities,
    transitions_of,
    version,
)
from verordening.model.resolving.using import check_used
from verordening.model.rules import Grade, InputDeclaration, Provision, Rank, Regulation, Rule
from verordening.model.standards import Guideline
from verordening.model.validity import Validity
from verordening.records import replace

VersionedT = TypeVar("VersionedT", Rule, Guideline, Provision)


def resolve(
    files: tuple[s.File, ...],
    sources: dict[str, Source],
    gemeente: str,
    damaged: frozenset[str] = frozenset(),
    meant: frozenset[str] = frozenset(),
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus of these files with everything that is wrong with them, in order of file and line.

    Use the corpus only when nothing is wrong. `damaged` are the paths of files of which a part could not be read, and
    `meant` the names that files mean to declare (`declared_names`): what only follows from such a part is not reported.
    """
    problems = Problems(sources, damaged, meant)
    gathered = gather(files, problems)
    names = declare(gathered, problems)
    places = Places(problems)
    for file in gathered:
        places.add(file)
    ruling_blocks = _register_places(gathered, places)
    declarations = Declarations(names, problems, places.kinds)
    regulations = {file.id: regulation_of(file, places, problems) for file in gathered}
    for file in gathered:
        for block in (file.header, *file.blocks):
            periods.check_periods(block, problems)
            check_origin(block, problems)
    transitions = transitions_of(gathered, places, declarations, regulations, problems)
    ruling = Ruling(names, places, declarations, transitions, problems)
    for block in ruling_blocks:
        ruling.add(block, regulations[block.file.id])
    rules = ruling.rules()
    said = [
        (block, provision_of(block, regulations[file.id], problems, _followed(block, places)))
        for file in gathered
        for block in file.blocks
        if isinstance(block.head, s.PlaceHead) and _says_something(block)
    ]
    provisions = [provision for _, provision in said]
    tolerated = [each.id for each in provisions if each.validity.tolerated is not None]
    applied = Applied(gathered, places, regulations, tolerated, problems)
    periods.check_versions(provisions, problems)
    validities = final_validities(provisions, applied)
    provisions = [_settled(each, validities) for each in provisions]
    rules = tuple(_settled(each, validities) for each in rules)
    standards = Standards(names, places, declarations, regulations, problems)
    floors = tuple(standards.floor(each.block, order) for order, each in enumerate(names.floors.values()))
    check_examples(gathered, problems)
    room = Room(gathered)
    guidelines = [
        standards.guideline(block)
        for file in gathered
        for block in file.blocks
        if isinstance(block.head, s.PlaceHead)
        and block.head.part == "richtlijn"
        and (not is_example(file) or room.has(block.path))
    ]
    inputs, concepts, tables, decisions = {}, {}, {}, {}
    general = _general_judgements(rules)
    for order, each in enumerate(names.terms.values()):
        match each.what:
            case "input":
                declared = declarations.input(each, order, grounds_of(each.block, places))
                inputs[each.name] = _marked(declared, general)
            case "concept":
                declarations.concept_type(each)
                if each.name in declarations.concepts:
                    concepts[each.name] = declarations.concepts[each.name]
            case "table":
                tables[each.name] = table_of(each, declarations.scope(each.block))
            case "decision":
                decisions[each.name] = declarations.decision(each, order)
    check_several(names, problems)
    mentions = Mentions()
    check_references(gathered, mentions, places, regulations, problems)
    check_used(gathered, mentions, places, names, problems)
    checks.check_circles(rules, problems)
    check_filled_in(gathered, problems)
    checks.check_rank_of_rules(
        rules, {file.id: regulations[file.id] for file in gathered if file.kind}, problems
    )
    coherences = tuple(
        coherence_of(
            block, declarations, places, inputs, concepts, _is_allowed(block, places, regulations), problems
        )
        for file in gathered
        for block in file.blocks
        if isinstance(block.head, s.CoherenceHead)
    )
    allowed = _allowed_concepts(names, places, regulations)
    by_act = frozenset(
        draft.index for draft in ruling.drafts if _is_allowed(draft.block, places, regulations)
    )
    check_protected(rules, inputs, concepts, allowed, by_act, problems)
    lean = tuple(rule for rule in rules if rule.index in by_act)
    check_benefit(lean, rules, inputs, concepts, allowed, decisions, regulations, problems)
    by_place = _by_place(provisions)
    corpus = Corpus(
        gemeente,
        regulations,
        by_place,
        inputs,
        concepts,
        tables,
        decisions,
        {each.name: declarations.value(each) for each in names.values.values()},
        rules,
        coherences,
        floors,
        tuple(_settled(each, validities) for each in guidelines if each is not None),
        index_by_decision(rules),
        index_general(rules),
        index_deviating(rules),
        tuple(
            sorted(
                {
                    each.gemeente
                    for each in regulations.values()
                    if each.gemeente and each.provenance.grade is Grade.FICTIEF
                }
            )
        ),
        tuple(
            concurrences_of(
                [(block, provision) for (block, _), provision in zip(said, provisions, strict=True)],
                regulations,
                names,
                problems,
            )
        ),
        index_labels(inputs, decisions),
        index_plurals(inputs),
        index_afterwards(by_place),
        index_filling(rules),
        index_reasons(rules),
    )
    return corpus, problems.found


def _register_places(files: list[FileBlocks], places: Places) -> list[Block]:
    """Every place gets its spot; the blocks that hold a rule come back in order, which is the order of the rules."""
    ruling: list[Block] = []
    for file in files:
        for block in file.blocks:
            if not isinstance(block.head, s.PlaceHead):
                continue
            rule = -1
            if block.one("dan", s.EffectClause) is not None:
                rule = len(ruling)
                ruling.append(block)
            places.spots[file.id].append(Spot(file.id, block.path, rule))
    return ruling


def _followed(block: Block, places: Places) -> tuple[int, ...]:
    """The rules that the `daarna` of a place names."""
    clauses = block.all("daarna", s.ReferenceClause)
    return tuple(
        rule for clause in clauses for each in clause.references for rule in places.rules(each, block)
    )


def _says_something(block: Block) -> bool:
    """Whether a place carries a rule or a text of its own, and so needs one version a day."""
    return bool(block.clauses) and any(
        each.keyword in ("dan", "inhoud", "daarna", "weegt", "overgangsrecht", "bij meer")
        for each in block.clauses
    )


def _settled(each: VersionedT, validities: dict[Version, Validity]) -> VersionedT:
    """A rule, guideline or provision with the days on which it holds in the end."""
    validity = validities[version(each)]
    return each if validity is each.validity else replace(each, validity=validity)


def _by_place(provisions: list[Provision]) -> dict[str, tuple[Provision, ...]]:
    """The versions of each place."""
    found: dict[str, tuple[Provision, ...]] = {}
    for each in provisions:
        found[each.id] = (*found.get(each.id, ()), each)
    return found


def _general_judgements(rules: tuple[Rule, ...]) -> set[str]:
    """What a general duty turns on: its `wegens` and what its condition asks."""
    found: set[str] = set()
    for rule in rules:
        if rule.general:
            found.add(rule.because)
            for node in conditions_of(rule):
                found.update(inputs_in(node, {}))
    return found


def _marked(declared: InputDeclaration, general: set[str]) -> InputDeclaration:
    """An oordeel of a general duty is a route, never a question."""
    return replace(declared, general=True) if declared.judgement and declared.name in general else declared


def _allowed_concepts(names: Names, places: Places, regulations: dict[str, Regulation]) -> frozenset[str]:
    return frozenset(
        each.name
        for each in names.terms.values()
        if each.what == "concept" and _is_allowed(each.block, places, regulations)
    )


def _is_allowed(block: Block, places: Places, regulations: dict[str, Regulation]) -> bool:
    """Whether an act allows a rule or begrip to look at a protected ground; assumed where that cannot be read."""
    if places.problems.is_damaged(block.file.path):
        return True
    clause = block.nearest("toegestaan door", s.ReferenceClause)
    for reference in clause.references if clause is not None else ():
        grounds = places.full_ids(reference, block)
        allowing = [regulations[ground.split(" ")[0]] for ground in grounds]
        if not grounds or any(
            each.rank >= Rank.WET or places.problems.is_damaged(each.place.file) for each in allowing
        ):
            return True
    return False
