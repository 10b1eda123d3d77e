"""Rules and provisions as the outcome cites them, and the reasons why a rule does or does not apply, in Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from verordening.evaluate.context import Context, told_once
from verordening.evaluate.expressions import truth
from verordening.evaluate.holding import in_force, ruling_transition, text_day, version_words
from verordening.evaluate.naming import place_words
from verordening.evaluate.outcome import Cited
from verordening.evaluate.rules import applies
from verordening.evaluate.trace_words import phrase
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, inputs_of, pinning_conditions
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Provenance, Regulation, Rule
from verordening.model.source_links import link
from verordening.model.types import Value
from verordening.records import replace
from verordening.remembering import lru_cache


def cite(rule: Rule, context: Context) -> Cited:
    """A rule as cited: a municipal one with the title around it, one of an act (known by its number) with its own.

    With its version where overgangsrecht leaves a choice between versions.
    """
    if not rule.transitions:
        return _cite_rule(rule, context.corpus, context.day)
    known = _cite_rule(rule, context.corpus, text_day(rule, context))
    version = version_words(rule, context)
    return replace(known, version=version) if version else known


@lru_cache(maxsize=16384)
def _cite_rule(rule: Rule, corpus: Corpus, day: date) -> Cited:
    header = corpus.regulations[rule.regulation]
    title = rule.title if header.gemeente else _own_title(rule, corpus)
    return _cited(rule.id, header, rule.path, rule.source, rule.provenance.on(day), title, day)


def _own_title(rule: Rule, corpus: Corpus) -> str:
    """The title of the place of a rule itself, in the version that the rule is."""
    versions = corpus.provisions[rule.id]
    return next((each.title for each in versions if each.place.line == rule.place.line), versions[0].title)


@lru_cache(maxsize=4096)
def cite_place(place: str, corpus: Corpus, day: date) -> Cited:
    """A place by its id (`awb artikel 3:46`), as cited; a place inside an encoded one takes that one's source."""
    regulation, _, path = place.partition(" ")
    provision = corpus.provision(place, day)
    header = corpus.regulations[regulation]
    if provision is None:
        return _cited(place, header, path, header.source, header.provenance.on(day), "", day)
    return _cited(place, header, path, provision.source, provision.provenance.on(day), provision.title, day)


def _cited(
    place: str, header: Regulation, path: str, source: str, provenance: Provenance, title: str, day: date
) -> Cited:
    return Cited(
        place,
        header.id,
        header.title,
        path,
        header.kind,
        not header.gemeente,
        link(source, path, day),
        provenance.grade.name.lower(),
        provenance.note,
        title,
    )


def name_of(rule: Rule, context: Context) -> str:
    """A rule by the title of its regulation and its place."""
    return f"{context.corpus.regulations[rule.regulation].title} {rule.path}"


def shown_input(name: str, value: Value, context: Context) -> str:
    """`gedraging = te laat geregistreerd`."""
    if value.__class__ is bool or value.__class__ is str:
        return _shown_choice(name, value, context.corpus)
    declared = context.corpus.inputs[name]
    return f"{declared.label} = {format_value(value, declared.type)}"


@lru_cache(maxsize=4096)
def _shown_choice(name: str, value: bool | str, corpus: Corpus) -> str:
    """The words for one of the few values of a fact."""
    declared = corpus.inputs[name]
    return f"{declared.label} = {format_value(value, declared.type)}"


def facts_of(nodes: tuple[e.Expression, ...], context: Context) -> list[str]:
    """The facts and judgements in expressions; not a fact that only follows from others that are named with it."""
    given, sources = context.inputs, context.sources
    every, names = _names_in(nodes, context.corpus)
    found = []
    for name in names:
        value = given.get(name)
        if value is not None and (name not in sources or not _all_given(sources[name], every, given)):
            found.append(shown_input(name, value, context))
    return found


@lru_cache(maxsize=8192)
def _names_in(nodes: tuple[e.Expression, ...], corpus: Corpus) -> tuple[frozenset[str], tuple[str, ...]]:
    """The inputs that expressions depend on, as a set and in the order in which they appear."""
    names = tuple(dict.fromkeys(name for node in nodes for name in inputs_of(corpus, node)))
    return frozenset(names), names


def _all_given(wanted: frozenset[str], among: frozenset[str], given: Mapping[str, Value]) -> bool:
    return wanted <= among and wanted <= given.keys()


@told_once
def grounds_met(rule: Rule, context: Context) -> tuple[str, ...]:
    """The facts and judgements that made a rule apply, and this version of it hold."""
    found = dict.fromkeys(facts_of((*conditions_of(rule), *pinning_conditions(rule)), context))
    if rule.because and rule.because in context.inputs:
        found[shown_input(rule.because, context.inputs[rule.because], context)] = None
    return tuple(found)


@told_once
def why_not(rule: Rule, context: Context) -> str:
    """Why a rule does not apply: the facts that rule it out, or its dates."""
    if in_force(rule, context) is False:
        return _date_reason(rule, context)
    facts: dict[str, None] = {}
    for node in conditions_of(rule):
        wanted = node is not rule.condition
        if truth(node, context) is wanted:
            for part in _deciding(node, wanted, context):
                facts.update(dict.fromkeys(_facts_in(part, context)))
    if rule.because and context.inputs.get(rule.because) is False:
        facts[shown_input(rule.because, False, context)] = None
    if facts:
        return "want " + " en ".join(list(facts)[:MOST_FACTS])
    if rule.deviates and all(applies(target, context) is False for target in rule.targets):
        return "de regel waarvan zij afwijkt, geldt hier niet"
    return "de voorwaarden zijn niet vervuld"


MOST_FACTS = 3
ORDERINGS = frozenset({"<", "<=", ">", ">="})


def _facts_in(part: e.Expression, context: Context) -> list[str]:
    """The facts in a part of a condition; of a comparison also what they were compared with."""
    facts = [
        shown_input(name, context.inputs[name], context)
        for name in inputs_of(context.corpus, part)
        if name in context.inputs
    ]
    inner = context.corpus.concepts[part.name].value if isinstance(part, e.ConceptValue) else part
    if isinstance(inner, e.Compare) and inner.operator in ORDERINGS and facts:
        met = "wel" if truth(inner, context) is True else "niet"
        return [f"{facts[0]} ({met} {phrase(inner, context.corpus)})"]
    return facts


def _date_reason(rule: Rule, context: Context) -> str:
    transition = ruling_transition(rule, context)
    if transition is not None:
        by = place_words(transition.id, context.corpus)
        return (
            f"volgens het overgangsrecht van {by} geldt hier nog de tekst van {format_date(transition.day)}"
        )
    for validity in (rule.in_regulation, rule.validity):
        if validity.end is not None and context.day >= validity.end:
            return f"gold tot {format_date(validity.end)}"
        if validity.start is not None and context.day < validity.start:
            return f"gold toen nog niet: pas vanaf {format_date(validity.start)}"
    return "geldt op deze dag niet"


def _deciding(node: e.Expression, wanted: bool, context: Context) -> list[e.Expression]:
    """The smallest parts of a condition that already make it `wanted`."""
    if (isinstance(node, e.And) and not wanted) or (isinstance(node, e.Or) and wanted):
        for operand in node.operands:
            if truth(operand, context) is wanted:
                return _deciding(operand, wanted, context)
    if isinstance(node, (e.And, e.Or)):
        return [part for operand in node.operands for part in _deciding(operand, wanted, context)]
    if isinstance(node, e.Not):
        return _deciding(node.operand, not wanted, context)
    if isinstance(node, e.ConceptValue):
        inner = context.corpus.concepts[node.name].value
        return _deciding(inner, wanted, context) if isinstance(inner, (e.And, e.Or, e.Not)) else [node]
    return [node]


@told_once
def concepts_deciding(rule: Rule, context: Context) -> tuple[str, ...]:
    """The concepts whose own comparison (not a plain fact inside them) makes a rule not apply."""
    found: dict[str, None] = {}
    for node in conditions_of(rule):
        wanted = node is not rule.condition
        if truth(node, context) is wanted:
            _concepts_in(node, wanted, "", found, context)
    return tuple(found)


def _concepts_in(
    node: e.Expression, wanted: bool, inside: str, found: dict[str, None], context: Context
) -> None:
    if isinstance(node, (e.And, e.Or)):
        one_is_enough = isinstance(node, e.And) is not wanted
        for operand in node.operands:
            if truth(operand, context) is wanted:
                _concepts_in(operand, wanted, inside, found, context)
                if one_is_enough:
                    return
    elif isinstance(node, e.Not):
        _concepts_in(node.operand, not wanted, inside, found, context)
    elif isinstance(node, e.ConceptValue):
        _concepts_in(context.corpus.concepts[node.name].value, wanted, node.name, found, context)
    elif inside and not isinstance(node, e.Input):
        found[inside] = None
