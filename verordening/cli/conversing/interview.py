"""The interview: what can still change the answer, in the order of the engine. Facts and judgements, one at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from verordening.cli.conversing.answers import hint_of, shown
from verordening.cli.conversing.prompts import Form, Option, Prompt, View
from verordening.evaluate.outcome import Question
from verordening.model.rules import InputDeclaration
from verordening.model.types import Kind, Type
from verordening.present.conversation_words import burden_of, why_asked
from verordening.present.dutch import listed

FACT: Final = "feit"
JUDGEMENT: Final = "oordeel"
_WHY_JUDGED: Final = "Waarom oordeelt u zo?"
_COUNT: Final = Type(Kind.COUNT, low=0, high=30, step=1)


def interview(view: View) -> Iterator[Prompt]:
    """What the decisions still turn on; a judgement that was given asks for its reason first."""
    yield from _unreasoned(view)
    for question in view.outcome.questions:
        yield from asked(question.name, view, question)


def asked(name: str, view: View, question: Question | None = None) -> Iterator[Prompt]:
    """The prompts behind a gegeven or oordeel."""
    declared = view.corpus.inputs.get(name)
    if declared is None:
        return
    why = why_asked(question, name, view.outcome)
    if declared.judgement:
        yield from _judgement(declared, view, why)
    elif declared.type.kind is Kind.LIST:
        yield from _list(declared, view, why)
    elif question is not None and question.text != declared.question:
        for behind in _given_lists(view):
            yield from _list(behind, view, why)
    else:
        given = view.at("gegevens", name)
        yield _value(f"gegevens/{name}", declared.question, declared.type, declared, view, given, why)


def _given_lists(view: View) -> Iterator[InputDeclaration]:
    """The lists in the case: what is missing of these is asked, rather than what follows from them."""
    for name in view.case.facts:
        declared = view.corpus.inputs.get(name)
        if declared is not None and declared.type.kind is Kind.LIST:
            yield declared


def _unreasoned(view: View) -> Iterator[Prompt]:
    for name, judgement in view.case.judgements.items():
        if not judgement.reason.strip() and name in view.corpus.inputs:
            yield from list(_judgement(view.corpus.inputs[name], view, ""))[1:]


def _judgement(declared: InputDeclaration, view: View, why: str) -> Iterator[Prompt]:
    place = f"oordelen/{declared.name}"
    bare = view.at("oordelen", declared.name)
    given = bare or view.at("oordelen", declared.name, "oordeel")
    yield _value(f"{place}/oordeel", declared.question, declared.type, declared, view, given, why)
    if given:
        yield Prompt(
            f"{place}/motivering",
            _WHY_JUDGED,
            Form.TEXT,
            JUDGEMENT,
            why=f"Zonder reden telt uw oordeel ({shown(given, declared.type)}) niet mee.",
            given=view.at("oordelen", declared.name, "motivering"),
            more=(*_weighed(declared), *_more(declared)),
        )


def _value(
    place: str, question: str, type_: Type, declared: InputDeclaration, view: View, given: str, why: str
) -> Prompt:
    options = tuple(Option(type_.label(each), each) for each in type_.options)
    return Prompt(
        place,
        question or f"{declared.label}?",
        Form.VALUE,
        JUDGEMENT if declared.judgement else FACT,
        type_,
        declared.place,
        options,
        why,
        declared.weigh,
        "" if options else hint_of(type_),
        given,
        _more(declared),
    )


def _weighed(declared: InputDeclaration) -> tuple[str, ...]:
    return (f"Weeg: {listed(declared.weigh)}.",) if declared.weigh else ()


def _more(declared: InputDeclaration) -> tuple[str, ...]:
    return tuple(filter(None, (declared.explanation, burden_of(declared))))


# ------------------------------------------------ lists


def _list(declared: InputDeclaration, view: View, why: str) -> Iterator[Prompt]:
    """First how many there are, then what is asked of each."""
    found = view.data.get("gegevens")
    given = found.get(declared.name) if isinstance(found, Mapping) else None
    number = "0" if isinstance(given, str) else str(len(given)) if isinstance(given, Sequence) else ""
    high = declared.type.high
    bounded = Type(Kind.COUNT, low=0, high=high if isinstance(high, int) else _COUNT.high, step=1)
    one = declared.type.of.replace("_", " ")
    yield Prompt(
        f"gegevens/{declared.name}",
        declared.question or f"{declared.label}?",
        Form.VALUE,
        FACT,
        bounded,
        declared.place,
        why=why,
        hint="hoeveel zijn het er? 0 als er geen zijn",
        given=number,
        several=True,
    )
    if isinstance(given, str) or not isinstance(given, Sequence):
        return
    for at, element in enumerate(given):
        known = element if isinstance(element, Mapping) else {}
        for field in declared.type.fields:
            text = known.get(field.name)
            question = field.question or f"{field.label}?"
            yield _value(
                f"gegevens/{declared.name}/{at}/{field.name}",
                f"{one.capitalize()} {at + 1}: {question[:1].lower()}{question[1:]}",
                field.type,
                declared,
                view,
                text if isinstance(text, str) else "",
                why,
            )
