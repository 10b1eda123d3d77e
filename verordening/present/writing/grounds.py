"""On what a decision rests: facts, rules with their article, judgements with the reasons that a person gave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from verordening.evaluate.favouring import is_best
from verordening.evaluate.outcome import Cited, DecisionOutcome, RouteStatus
from verordening.evaluate.reason_quality import asks_a_day, named_day
from verordening.model.case import WHY_NOT_KEY
from verordening.model.formatting import format_date
from verordening.present.answer import outcome_sentence
from verordening.present.citing import in_brackets, shortened
from verordening.present.dutch import after_colon, grounds, sentence, spaced, unended
from verordening.present.merged import MergedRoute, merge_routes
from verordening.present.screen_reader import statement
from verordening.present.words import Words, runs
from verordening.present.writing import sentences as s
from verordening.present.writing.matter import Matter, Stand
from verordening.present.writing.naming import citing, named, places
from verordening.present.writing.written import Block, Gap, Paragraph, Table, points, said, to_give


def facts(matters: Sequence[Matter]) -> Iterator[Block]:
    """The facts that the decisions rest on, once for all acts. Where they come from, the case does not say."""
    rows = tuple(dict.fromkeys(fact_rows(matters)))
    if not rows:
        yield Paragraph(to_give(s.NO_FACTS))
        return
    yield from said(s.FACTS)
    yield Table(s.FACTS_CAPTION, s.FACTS_HEADS, rows)
    yield Paragraph(to_give(s.FACTS_SOURCE, Gap.PRACTICAL))


def fact_rows(matters: Sequence[Matter]) -> Iterator[tuple[str, str]]:
    """The label of each fact that a rule looks at, with what was given."""
    used = {name for each in matters for name in chain(each.case.facts, each.own_facts) if each.is_used(name)}
    for matter in matters:
        number = f" (gedraging {matter.act.number})" if matter.act is not None else ""
        shared = {name: value for name, value in matter.case.facts.items() if name not in matter.own_facts}
        act_name = matters[0].case.act_name or matter.case.act_name
        for name, value in shared.items():
            if name in used and name != act_name:
                yield sentence(matter.words.label(name)).rstrip("."), matter.value(name, value)
        for name, value in matter.own_facts.items():
            if name in used:
                yield sentence(matter.words.label(name)).rstrip(".") + number, matter.value(name, value)


def unused(matters: Sequence[Matter]) -> list[str]:
    """The labels of facts in the case that no rule looks at."""
    given = dict.fromkeys(name for each in matters for name in (*each.case.facts, *each.judgements))
    used = {name for each in matters for name in given if each.is_used(name)}
    return [matters[0].words.label(name) for name in given if name not in used]


def rules(matter: Matter) -> Iterator[Block]:
    """The rule behind each decision that stands, what made it apply, and what it set aside."""
    standing = matter.standing(Stand.CHOSEN, Stand.SETTLED, Stand.RESERVED)
    groups = runs(standing, key=lambda each: (each.cited, each.because, each.under))
    told: dict[tuple[str, ...], str] = {}
    for group in groups:
        because = tuple(sorted(group[0].because))
        yield from _rule(group, matter, alone=len(groups) == 1, same=told.get(because, ""))
        if because:
            told.setdefault(because, matter.words.label(group[0].name))
    lost = dict.fromkeys(remark for each in standing for remark in each.defeated)
    yield from points(
        citing(
            s.RULE_DEFEATED.format(
                regel=named(each.cited), reden=unended(shortened(grounds(each.reason), None))
            ),
            each.cited,
        )
        for each in lost
    )


def _rule(group: Sequence[DecisionOutcome], matter: Matter, *, alone: bool, same: str) -> Iterator[Block]:
    """One rule; `same` is a decision told before that has the same reasons."""
    first, names = group[0], matter.words.labels(each.name for each in group)
    if first.cited is None:
        reason = unended(shortened(first.reason, None))
        if reason:
            yield from said(sentence(s.RULE_NONE.format(besluiten=names, reden=reason)))
        return
    rule = named(first.cited)
    text = s.RULE_ALONE.format(regel=rule) if alone else sentence(s.RULE.format(besluiten=names, regel=rule))
    yield Paragraph(citing(text, first.cited))
    if first.under is not None:
        yield Paragraph(citing(s.RULE_UNDER.format(regel=named(first.under)), first.under))
    if same:
        yield from said(s.RULE_SAME.format(besluit=same))
    elif first.because:
        yield from said(s.RULE_BECAUSE)
        yield from points(told_fact(each) for each in first.because)
    deviating = {each.name for each in matter.deviating}
    yield from _calculated(each for each in group if each.name not in deviating)


def _calculated(decisions: Iterable[DecisionOutcome]) -> Iterator[Block]:
    """How the euros behind each percentage were worked out."""
    for each in decisions:
        amount = each.amount
        if amount is not None and amount.cents and each.shown is not None:
            whole = f"{amount.of_text}{in_brackets(amount.of_name)}"
            share = each.shown.value
            exact = isinstance(share, int | Fraction) and share * amount.of_cents == 100 * amount.cents
            form = s.CALCULATED if exact or not amount.rounding else s.CALCULATED_ROUNDED
            yield from said(form.format(deel=each.shown.text, geheel=whole, bedrag=amount.text))


def told_fact(fact: str) -> str:
    """`gedraging = te laat` as people read it."""
    return unended(statement(fact.replace(" = ", ": ")))


def judged(matter: Matter) -> Iterator[Block]:
    """Each judgement with the reason that was given; a missing reason leaves a place open."""
    for name, judgement in matter.judged():
        question, answer = matter.words.asking(name), matter.value(name, judgement.value)
        declared = matter.corpus.inputs[name]
        if not question.endswith("?"):
            question = declared.question or sentence(question)
        yield from said(s.JUDGED.format(vraag=question, antwoord=answer))
        if judgement.reason.strip():
            yield from said(s.JUDGED_WHY.format(reden=judgement.reason.strip()))
        else:
            yield Paragraph(to_give(f"{unended(question).rstrip('?')}: waarom oordeelt u dit?"))


def choice(matter: Matter) -> Iterator[Block]:
    """Why the rule was deviated from or not, in the words of who chose.

    Where a way is open and nobody said why it was not taken, a place stays open.
    """
    if matter.deviating:
        yield from _deviating(matter)
    why_not = matter.reason(WHY_NOT_KEY)
    if why_not:
        yield from said(s.NOT_DEVIATING.format(tekst=sentence(why_not)))
    deviating = {each.name for each in matter.deviating}
    standing = [each for each in matter.standing(Stand.SETTLED, Stand.CHOSEN) if each.name not in deviating]
    if not why_not:
        ready = {
            route.cited: None
            for each in standing
            for route in matter.routes_of(each)
            if route.status is RouteStatus.MAG and not is_best(each)
        }
        yield from points(to_give(s.WHY_NOT_DEVIATE.format(regel=named(each))) for each in ready)
    yield from _closed(standing, matter)


def _closed(standing: Sequence[DecisionOutcome], matter: Matter) -> Iterator[Block]:
    """The ways that are closed, and the decisions for which the law itself leaves no room."""
    routes = merge_routes(route for each in standing for route in matter.routes_of(each))
    closed: dict[str, list[Cited]] = {}
    for each in routes:
        if each.route.status is RouteStatus.MAG_NIET and each.route.reason and not each.for_others:
            closed.setdefault(each.route.reason, []).append(each.route.cited)
    yield from points(
        s.RULE_CLOSED.format(regel=places(cited), reden=after_colon(told_fact(grounds(reason))))
        for reason, cited in closed.items()
    )
    bound = [each for each in standing if each.cited is not None and each.cited.kind == "wet"]
    names = [each.name for each in bound if not matter.routes_of(each) and not is_best(each)]
    if names:
        yield from said(sentence(s.RULE_NO_ROOM.format(besluiten=matter.words.labels(names))))


def _deviating(matter: Matter) -> Iterator[Block]:
    """The way that was taken, what was chosen on it, by whom and why."""
    way, words = matter.route, matter.words
    if way is not None:
        yield from _way(way, words)
    values = [
        (each.name, words.with_period(each.name, each.shown.text)) for each in matter.deviating if each.shown
    ]
    yield from said(s.CHOSEN.format(keuze=words.per_decision(values)))
    yield from _calculated(matter.deviating)
    yield from without_choice(matter)
    chosen = matter.choice
    if chosen is not None and chosen.serves:
        value = matter.corpus.values[chosen.serves]
        yield from said(s.SERVES.format(waarde=spaced(value.name), uitleg=unended(value.text)))
    yield from answers(matter)
    if chosen is not None and chosen.decided_by:
        yield from said(s.DECIDED_BY.format(wie=words.role(chosen.decided_by)))


def without_choice(matter: Matter) -> Iterator[Block]:
    """What the rule would have given; nothing where the rule itself leaves the choice."""
    way, words = matter.route, matter.words
    ordinary = [words.decisions[each.name] for each in matter.deviating]
    without = outcome_sentence([each for each in ordinary if each.shown is not None], words)
    if without and (way is None or way.route.cited.id not in words.deciding_rules):
        yield from said(s.WITHOUT_CHOICE.format(uitkomst=after_colon(without)))


def _way(way: MergedRoute, words: Words) -> Iterator[Block]:
    """On which provision the room rests, and how far it goes."""
    cited = way.route.cited
    if way.tailors:
        opening = s.MUST_TAILOR
    else:
        opening = s.MAY_CHOOSE if cited.id in words.deciding_rules else s.MAY_DEVIATE
    yield Paragraph(citing(opening.format(regel=named(cited)), cited))
    if any(
        words.tells(name, each, general=way.route.general) and each.low != each.high
        for name, each in way.ranges
    ):
        yield from said(s.BETWEEN.format(ruimte=words.ranges(way.ranges)))


def answers(matter: Matter) -> Iterator[Block]:
    """The reasons of the choice, each after the question that it answers."""
    for key, text in matter.choice.reasons if matter.choice is not None else ():
        question = matter.reason_questions.get(key, sentence(matter.words.label(key)))
        day = named_day(text) if asks_a_day(question) else None
        if day is not None:
            yield from said(s.ANSWERED_DAY.format(vraag=question, dag=format_date(day)))
        else:
            yield from said(s.ANSWERED.format(vraag=question, tekst=sentence(text)))
