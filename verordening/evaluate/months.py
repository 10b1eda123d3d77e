"""What settled decisions mean for the months: first and last day, what each month takes, when to look again.

A decision says so by its `course`. What all measures together take in a month is cut at what the regulation says of it,
and at the benefit itself: nobody gets less than nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from verordening.evaluate.arithmetic import rounded, share
from verordening.evaluate.bounds import known
from verordening.evaluate.citing import cite
from verordening.evaluate.context import Context
from verordening.evaluate.deciding import decide
from verordening.evaluate.decision_outcomes import deciding
from verordening.evaluate.expressions import term_of, value
from verordening.evaluate.month_outcomes import NO_CALENDAR, Calendar, Month, MonthPart
from verordening.evaluate.outcome import ChoiceStatus, Cited, Outcome, Status
from verordening.evaluate.rules import effect_on
from verordening.model.calendar import add_months
from verordening.model.case import Case
from verordening.model.corpus import Corpus
from verordening.model.courses import Course
from verordening.model.dependence import inputs_of, values_of
from verordening.model.formatting import format_value
from verordening.model.rules import Decision, Form, Grade, Provenance
from verordening.model.types import Kind, Number, Type, Value
from verordening.packed import NamedTuple
from verordening.remembering import lru_cache

MONEY = Type(Kind.AMOUNT)
SHARE = Type(Kind.PERCENTAGE)
MOST_MONTHS = 120
NO_RULE_FOR_ACTS = "Geen opgenomen regel zegt hoe de maatregelen voor deze gedragingen samenlopen."


class Measure(NamedTuple):
    """A settled decision that runs through months: percent, number of months, first day, months it is settled over."""

    decision: Decision
    course: Course
    act: int
    share: Number
    duration: int
    start: date | None
    spread: int
    by: Cited | None
    days: Days


class Days:
    """What is known of a case, looked at on one day and another; `given` is that on the peildatum."""

    __slots__ = ("_known", "given")

    def __init__(self, given: Context) -> None:
        self.given = given
        self._known = {given.day: given}

    def on(self, day: date) -> Context:
        """The same facts on a day."""
        known = self._known.get(day)
        if known is None:
            known = self._known[day] = Context(self.given.corpus, self.given.inputs, day)
        return known


def measures_of(outcome: Outcome, case: Case, days: Days, act: int) -> list[Measure]:
    """The decisions of an outcome that are settled, take something, and run through months."""
    found = []
    for each in outcome.decisions:
        decision = days.given.corpus.decisions[each.name]
        if decision.course is None:
            continue
        values = _settled(outcome)
        given = values.get(each.name)
        if not isinstance(given, int | Fraction) or isinstance(given, bool) or given == 0:
            continue
        values, by = _with_companions(values, decision.course, case, days.given)
        duration, start = values.get(decision.course.duration), values.get(decision.course.start)
        spread = values.get(decision.course.spread, 1)
        if isinstance(duration, int) and duration > 0:
            first = start if isinstance(start, date) else None
            over = spread if isinstance(spread, int) else 1
            found.append(Measure(decision, decision.course, act, given, duration, first, over, by, days))
    return found


def _settled(outcome: Outcome) -> dict[str, Value]:
    """What each decision comes to, a choice that passes before what the rules say."""
    values = {
        each.name: each.shown.value
        for each in outcome.decisions
        if each.shown is not None and each.status in (Status.BEPAALD, Status.VOORBEHOUD)
    }
    if outcome.choice is not None and outcome.choice.status is ChoiceStatus.IN_ORDE:
        values.update({name: shown.value for name, shown in outcome.choice.chosen})
    return values


def _with_companions(
    values: dict[str, Value], course: Course, case: Case, context: Context
) -> tuple[dict[str, Value], Cited | None]:
    """These values with those of the decisions that say when and how long; nothing without a first day."""
    corpus = context.corpus
    wanted = [name for name in (course.duration, course.start, course.spread) if name and name not in values]
    if course.start in wanted:
        # Of a decision that is settled already, all but its first day: without that nothing runs through the months.
        only_the_day = course.duration not in wanted and corpus.decisions[course.start].default is None
        needed = _needed_for(course.start, corpus, only_the_day)
        if not any(context.inputs.keys() >= each for each in needed):
            return values, None
    chosen = dict(case.choice.decisions) if case.choice is not None else {}
    by: Cited | None = None
    added: dict[str, Value] = {}
    for name, decided in decide(wanted, context).items():
        way = deciding(decided)
        settled = decided.value if decided.status in (Status.BEPAALD, Status.VOORBEHOUD) else None
        if decided.status is Status.AFSTEMMEN:
            settled = chosen.get(name, corpus.decisions[name].default)
        if settled is not None:
            added[name] = settled
        if name == course.start and way is not None and way.rule is not None:
            by = cite(corpus.rules[way.rule], context)
    return {**values, **added}, by


@lru_cache(maxsize=256)
def _needed_for(name: str, corpus: Corpus, settling: bool) -> tuple[frozenset[str], ...]:
    """For each rule on a decision what must be given to work out its value; of those `settling` it by themselves."""
    rules = (corpus.rules[index] for index in corpus.by_decision.get(name, ()))
    return tuple(
        frozenset(given for node in values_of(rule) for given in inputs_of(corpus, node))
        for rule in rules
        if not settling or not rule.deviates or effect_on(rule, name, Form.SET) is not None
    )


# ------------------------------------------------ the months


def calendar_of(measures: list[Measure], days: Days) -> Calendar:
    """What these measures mean together, month by month."""
    if not measures:
        return NO_CALENDAR
    corpus = days.given.corpus
    review = _review(measures)
    dated = _running([each for each in measures if each.start is not None], corpus, days.given.day)
    if dated is None:
        return Calendar(None, None, review, (), None, (NO_RULE_FOR_ACTS,))
    if not dated:
        return Calendar(None, None, review, (), None, ())
    parts: dict[date, list[MonthPart]] = {}
    for each in dated:
        for first, part in _parts_of(each):
            parts.setdefault(first, []).append(part)
    months = tuple(
        _month(first, tuple(parts[first]), measures[0].course, days.on(first)) for first in sorted(parts)
    )
    start = min(each.start for each in dated if each.start is not None)
    last = months[-1].first_day
    notes = [
        f"Het bedrag vanaf {_month_name(each.first_day)} is nog niet bekend."
        for each in months
        if each.cents is None
    ][:1]
    if any(_has_unknown_benefit(each, measures[0].course, days.on(each.first_day)) for each in months):
        notes.append("Er gaat nooit meer af dan de bijstand zelf; hoe hoog die is, is nog niet bekend.")
    if review is not None:
        notes += _review_notes(measures, days.given)
    by = next((each.by for each in dated if each.by is not None), None)
    return Calendar(start, add_months(last, 1) - timedelta(days=1), review, months, by, tuple(notes))


def _running(dated: list[Measure], corpus: Corpus, day: date) -> list[Measure] | None:
    """The measures that run where several acts meet, as the ordinance says (`bij meer gedragingen …`).

    All of them, or only those of the act with the highest (of equals the longest); None where no rule says which.
    """
    if len({each.act for each in dated}) < 2:
        return dated
    from verordening.evaluate.concurring import concurrence  # hardly a case has two acts

    rule = concurrence("gedragingen", corpus, day)
    if rule is None:
        return None
    if not rule.highest:
        return dated
    best = max(dated, key=lambda each: (each.share, each.duration, -each.act))
    return [each for each in dated if each.act == best.act]


def _parts_of(measure: Measure) -> list[tuple[date, MonthPart]]:
    """What one measure takes in each month."""
    assert measure.start is not None
    first = measure.start.replace(day=1)
    duration = min(measure.duration, MOST_MONTHS)
    if measure.spread <= 1:
        months = [add_months(first, number) for number in range(duration)]
        return [
            (day, MonthPart(measure.decision.name, measure.act, measure.share, _cents(measure, day)))
            for day in months
        ]
    whole = _cents(measure, first)
    total = None if whole is None else whole * duration
    portion = Fraction(measure.share) * duration / measure.spread
    amounts = _in_parts(total, measure.spread)
    return [
        (
            add_months(first, number),
            MonthPart(measure.decision.name, measure.act, _plain(portion), amounts[number]),
        )
        for number in range(measure.spread)
    ]


def _in_parts(total: int | None, number: int) -> list[int | None]:
    """An amount in equal parts; what cannot be divided goes to the first ones, so the first is never too small."""
    if total is None:
        return [None] * number
    each, rest = divmod(total, number)
    return [each + (1 if position < rest else 0) for position in range(number)]


def _plain(number: Fraction) -> Number:
    return number.numerator if number.denominator == 1 else number


def _cents(measure: Measure, day: date) -> int | None:
    """The euros of a percentage in the month of a day, rounded as the decision says."""
    context = measure.days.on(day)
    node = term_of(measure.decision.type.of, context.corpus) if measure.decision.type.of else None
    if node is None:
        return None
    whole = known(value(node, context))
    if not isinstance(whole, int | Fraction) or isinstance(whole, bool):
        return None
    unit, direction = measure.decision.rounding or (1, "half")
    return rounded(share(measure.share, whole), unit, direction)


def _month(first: date, parts: tuple[MonthPart, ...], course: Course, context: Context) -> Month:
    """The sum of a month, cut at what all measures together may take and at the benefit itself."""
    total = sum((Fraction(each.share) for each in parts), Fraction(0))
    cents = None if any(each.cents is None for each in parts) else sum(each.cents or 0 for each in parts)
    why: list[str] = []
    most = _number(course.most_share, context)
    if most is not None and total > most:
        if cents is not None:
            cents = min(cents, rounded(Fraction(cents) * most / total, 1, "half"))
        whole, grade = format_value(_plain(total), SHARE), _grade(course.most_share, context)
        why.append(f"samen {whole}, maar meer dan {format_value(most, SHARE)} kan niet{grade}")
        total = Fraction(most)
    benefit = _number(course.most_amount, context)
    if benefit is not None and cents is not None and cents > benefit:
        cents = rounded(benefit, 1, "beneden")
        why.append(f"nooit meer dan de bijstand van die maand ({format_value(cents, MONEY)})")
    text = format_value(_plain(total), SHARE)
    if cents is not None:
        text = f"{format_value(cents, MONEY)} ({text})"
    return Month(first, _plain(total), cents, text, "; ".join(why), parts)


def _has_unknown_benefit(month: Month, course: Course, context: Context) -> bool:
    """Whether the euros of a month may be less, because the benefit that they are cut at is not known."""
    return (
        bool(course.most_amount) and month.cents is not None and _number(course.most_amount, context) is None
    )


def _review_notes(measures: list[Measure], given: Context) -> list[str]:
    """On what the last day to look again rests, where that is not the official text."""
    found = dict.fromkeys(each.course.review for each in measures if each.course.review)
    origins = (_origin(name, given) for name in found)
    return [
        f"De dag om opnieuw te kijken is een {each.grade.name.lower()}: {each.note}."
        for each in origins
        if each is not None and each.grade is not Grade.OFFICIEEL
    ]


def _grade(name: str, context: Context) -> str:
    """The herkomst of a begrip, in brackets."""
    origin = _origin(name, context)
    return "" if origin is None else f" ({origin.grade.name.lower()})"


def _origin(name: str, context: Context) -> Provenance | None:
    provenance = context.corpus.concepts[name].provenance
    return None if provenance is None else provenance.on(context.day)


def _number(name: str, context: Context) -> Number | None:
    node = term_of(name, context.corpus) if name else None
    found = known(value(node, context)) if node is not None else None
    return found if isinstance(found, int | Fraction) and not isinstance(found, bool) else None


def _review(measures: list[Measure]) -> date | None:
    nodes = [(term_of(each.course.review, each.days.given.corpus), each.days.given) for each in measures]
    found = [known(value(node, given)) for node, given in nodes if node is not None]
    return min((each for each in found if isinstance(each, date)), default=None)


def _month_name(day: date) -> str:
    from verordening.model.formatting import format_date

    return format_date(day).partition(" ")[2]
