"""The whole way from syntax trees to a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from verordening.language import syntax as s
from verordening.language.diagnostics import Diagnostic
from verordening.language.source import Source
from verordening.model import paths
from verordening.model.corpus import (
    Corpus,
    index_afterwards,
    index_by_decision,
    index_delegating,
    index_deviating,
    index_filling,
    index_general,
    index_labels,
    index_plurals,
    index_questions,
    index_reasons,
    index_starts,
)
from verordening.model.resolving import checks, periods
from verordening.model.resolving.allowing import allowed_concepts, is_allowed
from verordening.model.resolving.beforehand import NOTHING, Beforehand
from verordening.model.resolving.coherences import coherence_of
from verordening.model.resolving.courses import check_several, concurrences_of
from verordening.model.resolving.declarations import Declarations
from verordening.model.resolving.example_places import Room, check_examples, give_way, is_example
from verordening.model.resolving.filling_in import check_filled_in
from verordening.model.resolving.gathering import Block, FileBlocks, gather
from verordening.model.resolving.guarantees import Guarantees
from verordening.model.resolving.headers import grounds_of, provision_of, regulation_of
from verordening.model.resolving.joining import general_judgements, joined, joined_rules, marked
from verordening.model.resolving.mentions import Mentions
from verordening.model.resolving.names import Declared, Names, declare
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
from verordening.model.rules import Concept, Decision, Grade, InputDeclaration, Provision, Rule, Table
from verordening.model.standards import Guideline
from verordening.model.validity import Validity
from verordening.records import dataclass, replace

VersionedT = TypeVar("VersionedT", Rule, Guideline, Provision)


@dataclass(frozen=True, slots=True, eq=False)
class Resolution:
    """A corpus with all that is wrong, and what was found on the way."""

    corpus: Corpus
    remarks: tuple[Diagnostic, ...]
    files: list[FileBlocks]
    names: Names
    places: Places
    mentions: Mentions
    levels: dict[str, int]
    allowed: frozenset[str]
    room: Room


def resolve(
    files: tuple[s.File, ...],
    sources: dict[str, Source],
    gemeente: str,
    damaged: frozenset[str] = frozenset(),
    meant: frozenset[str] = frozenset(),
) -> tuple[Corpus, tuple[Diagnostic, ...]]:
    """The corpus of these files with everything that is wrong with them, in order of file and line."""
    done = resolution(files, sources, gemeente, damaged, meant)
    return done.corpus, done.remarks


def resolution(
    files: tuple[s.File, ...],
    sources: dict[str, Source],
    gemeente: str,
    damaged: frozenset[str] = frozenset(),
    meant: frozenset[str] = frozenset(),
    beforehand: Beforehand = NOTHING,
) -> Resolution:
    """The corpus of these files with everything that is wrong with them.

    Use the corpus only when nothing is wrong. `damaged` are the paths of files of which a part could not be read, and
    `meant` the names that files mean to declare (`declared_names`): what only follows from such a part is not reported.

    With law that was resolved `beforehand` the files are those of a municipality alone, and the corpus is that of both.
    Raises Entangled where that would not be what all files together are.
    """
    problems = Problems(sources, damaged, meant)
    gathered = gather(files, problems)
    give_way(gathered)
    beforehand.check_words(gathered)
    law = beforehand.law
    known = law.corpus
    names = beforehand.names()
    before = len(names.terms)
    declare(gathered, names, problems)
    terms = tuple(names.terms.values())[before:]
    places = Places(problems)
    for known_file in law.files:
        places.add_known(known_file)
    for file in gathered:
        places.add(file)
    ruling_blocks = _register_places(gathered, places, len(known.rules))
    declarations = Declarations(names, problems, places.kinds, dict(law.levels))
    regulations = {
        **known.regulations,
        **{file.id: regulation_of(file, places, problems) for file in gathered},
    }
    for file in gathered:
        for block in (file.header, *file.blocks):
            periods.check_periods(block, problems)
            check_origin(block, problems)
    transitions = transitions_of(gathered, places, declarations, regulations, problems)
    ruling = Ruling(names, places, declarations, transitions, problems, beforehand)
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
    floors = tuple(
        standards.floor(each.block, order)
        for order, each in enumerate(names.floors.values())
        if order >= len(known.floors)
    )
    promised = Guarantees(names, places, declarations, problems)
    guarantees = [
        promised.guarantee(each.block, regulations[each.block.file.id].provenance)
        for each in list(names.guarantees.values())[len(known.guarantees) :]
    ]
    check_examples(gathered, problems)
    room = Room(gathered)
    beforehand.check_rules(transitions, rules, room)
    guidelines = [
        standards.guideline(block)
        for file in gathered
        for block in file.blocks
        if isinstance(block.head, s.PlaceHead)
        and block.head.part == "richtlijn"
        and (not is_example(file) or room.has(paths.show(block.path)))
    ]
    general = general_judgements(rules)
    inputs, concepts, tables, decisions = _declared(terms, before, declarations, places)
    inputs = {name: marked(each, general) for name, each in inputs.items()}
    check_several(terms, (name for _, name in known.plurals), problems)
    mentions = Mentions()
    check_references(gathered, mentions, places, regulations, beforehand.days(), problems)
    check_used(gathered, mentions, places, names, problems)
    of_classes = ruling.of_classes()
    every = joined_rules(known.rules, of_classes, rules)
    checks.check_circles(every, beforehand.steps((*of_classes.values(), *rules)), problems)
    checks.check_given(rules, problems)
    check_filled_in(gathered, problems)
    checks.check_rank_of_rules(
        rules, {file.id: regulations[file.id] for file in gathered if file.kind}, problems
    )
    all_inputs, all_concepts = {**known.inputs, **inputs}, {**known.concepts, **concepts}
    coherences = tuple(
        coherence_of(
            block,
            declarations,
            places,
            all_inputs,
            all_concepts,
            is_allowed(block, places, regulations),
            regulations.get(file.id),
            problems,
        )
        for file in gathered
        for block in file.blocks
        if isinstance(block.head, s.CoherenceHead)
    )
    allowed = frozenset(law.allowed) | allowed_concepts(terms, places, regulations)
    by_act = frozenset(draft.index for draft in ruling.drafts if is_allowed(draft.block, places, regulations))
    check_protected(rules, all_inputs, all_concepts, allowed, by_act, problems)
    lean = tuple(rule for rule in rules if rule.index in by_act)
    all_decisions = {**known.decisions, **decisions}
    check_benefit(lean, every, all_inputs, all_concepts, allowed, all_decisions, regulations, problems)
    by_place = _by_place(provisions)
    corpus = Corpus(
        gemeente,
        regulations,
        by_place,
        inputs,
        concepts,
        tables,
        decisions,
        {each.name: declarations.value(each) for each in list(names.values.values())[len(known.values) :]},
        rules,
        coherences,
        floors,
        tuple(_settled(each, validities) for each in guidelines if each is not None),
        index_by_decision(rules),
        index_general(rules),
        index_deviating((*of_classes.values(), *rules)),
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
        tuple(each for each in guarantees if each is not None),
        index_questions(inputs),
        index_delegating(rules),
        index_starts(rules, tables),
    )
    return Resolution(
        joined(known, corpus, of_classes, general, room),
        problems.found,
        gathered,
        names,
        places,
        mentions,
        declarations.levels,
        allowed,
        room,
    )


def _declared(
    terms: Iterable[Declared], first: int, declarations: Declarations, places: Places
) -> tuple[dict[str, InputDeclaration], dict[str, Concept], dict[str, Table], dict[str, Decision]]:
    """What these names stand for; `first` is the number of the first among all names."""
    inputs, concepts, tables, decisions = {}, {}, {}, {}
    for order, each in enumerate(terms, first):
        match each.what:
            case "input":
                inputs[each.name] = declarations.input(each, order, grounds_of(each.block, places))
            case "concept":
                declarations.concept_type(each)
                if each.name in declarations.concepts:
                    concepts[each.name] = declarations.concepts[each.name]
            case "table":
                tables[each.name] = table_of(each, declarations.scope(each.block))
            case "decision":
                decisions[each.name] = declarations.decision(each, order)
    return inputs, concepts, tables, decisions


def _register_places(files: list[FileBlocks], places: Places, first: int) -> list[Block]:
    """Every place gets its spot; the blocks that hold a rule come back in order, which is that of the rules.

    `first` is the number of the first rule.
    """
    ruling: list[Block] = []
    for file in files:
        for block in file.blocks:
            if not isinstance(block.head, s.PlaceHead):
                continue
            rule = -1
            if block.one("dan", s.EffectClause) is not None:
                rule = first + len(ruling)
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
