"""What guidelines say of a route: for it, against it, or in conflict with each other. No score and no advice."""

from __future__ import annotations

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import truth
from verordening.evaluate.outcome import Weighing
from verordening.model.rules import Rule
from verordening.model.standards import Guideline
from verordening.model.validity import Force


def weighings(rule: Rule, decided: Decided, serves: str, context: Context) -> tuple[Weighing, ...]:
    """Per value that the route may serve: guidelines for and against it. A route without a value of its own serves the
    caseworker's (`serves`); before that is known it is shown for each value that a guideline puts above the rule's.
    """
    deciding = [context.corpus.rules[each.rule] for each in decided.possible if each.rule is not None]
    applied = {value for each in deciding for value in each.serves}
    speaking = [each for each in context.corpus.guidelines if _speaks(each, decided, context)]
    own = rule.serves if rule.serves and not rule.general else (serves,) if serves else ()
    values = own or tuple(dict.fromkeys(end for each in speaking for end in (each.higher, each.lower)))
    found = []
    for value in values:
        favour = tuple(
            _words(each, context) for each in speaking if each.higher == value and each.lower in applied
        )
        against = tuple(
            _words(each, context) for each in speaking if each.lower == value and each.higher in applied
        )
        clash = _clashes(value, speaking, context)
        if favour or against or clash:
            found.append(Weighing(_text(value, context), favour, against, clash))
    return tuple(found)


def _speaks(guideline: Guideline, decided: Decided, context: Context) -> bool:
    if (
        guideline.validity.on(context.day) is Force.NOT_IN_FORCE
        or truth(guideline.condition, context) is not True
    ):
        return False
    if guideline.everywhere:
        return True
    places = {each.rule for each in decided.possible if each.rule is not None}
    through = {index for each in places for index, _ in context.corpus.rules[each].fills}
    return bool((places | through) & set(guideline.at))


def _clashes(value: str, speaking: list[Guideline], context: Context) -> tuple[str, ...]:
    """Guidelines that apply and order the same two values opposite ways."""
    return tuple(
        f"{first.title} en {second.title} wijzen tegengesteld"
        for first in speaking
        for second in speaking
        if first.higher == value and (first.higher, first.lower) == (second.lower, second.higher)
    )


def _words(guideline: Guideline, context: Context) -> str:
    title = context.corpus.regulations[guideline.regulation].title
    evidence = ", ".join(kind for kind, _ in guideline.evidence) or "geen bewijs genoemd"
    against = (
        f"; daartegen: {'; '.join(each.rstrip('.') for each in guideline.against)}"
        if guideline.against
        else ""
    )
    return (
        f"{guideline.title} ({title}, bewijs: {evidence}, {guideline.provenance.grade.name.lower()}){against}"
    )


def _text(value: str, context: Context) -> str:
    return value.replace("_", " ")
