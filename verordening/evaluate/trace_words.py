"""Expressions and what they came to in Dutch words, for the evaluation tree."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Place
from verordening.model.types import INDEFINITE, Kind, Type

SIGNS = {"=": "=", "!=": "is niet", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
OPERATORS = {"+": "+", "-": "-", "*": "keer", "/": "gedeeld door"}


def where(place: Place) -> str:
    """`participatiewet.vrd:12`."""
    return f"{place.file.rpartition('/')[2]}:{place.line}"


def truth_words(truth: object, yes: str = "waar", no: str = "niet waar") -> str:
    """A truth in words."""
    return "onbekend" if isinstance(truth, Unknown) else yes if truth else no


def result_words(result: object, type_: Type) -> str:
    """A value of a known type in words."""
    if isinstance(result, Unknown) or result is None:
        return "onbekend"
    return format_value(result, type_)  # type: ignore[arg-type]


def expression_words(node: e.Expression, result: object, corpus: Corpus) -> tuple[str, str, str]:
    """An expression, what it came to, and where the thing it names stands."""
    text = _text(node, corpus)
    match node:
        case e.Input():
            declared = corpus.inputs[node.name]
            return text, result_words(result, declared.type), where(declared.place)
        case e.ConceptValue():
            concept = corpus.concepts[node.name]
            return text, result_words(result, concept.type), where(concept.place)
        case e.TableValue():
            table = corpus.tables[node.name]
            return text, result_words(result, table.type), where(table.place)
        case e.Constant():
            return text, "", ""
    if isinstance(result, bool | Unknown):
        return text, truth_words(result), ""
    return text, format_date(result) if isinstance(result, date) else "", ""


def _text(node: e.Expression, corpus: Corpus) -> str:
    match node:
        case e.Constant():
            return _constant(node)
        case e.Input():
            return corpus.inputs[node.name].label
        case e.ConceptValue():
            return corpus.concepts[node.name].label
        case e.TableValue():
            return corpus.tables[node.name].label
        case e.DecisionValue():
            return corpus.decisions[node.name].label
        case e.CaseDate():
            return "peildatum"
        case e.Not():
            return f"niet: {_text(node.operand, corpus)}"
        case e.And():
            return "al deze voorwaarden"
        case e.Or():
            return "een van deze voorwaarden"
        case e.Compare():
            return f"{_text(node.left, corpus)} {SIGNS[node.operator]} {_text(node.right, corpus)}"
        case e.OneOf():
            options = ", ".join(each.replace("_", " ") for each in node.options)
            return f"{_text(node.subject, corpus)} is een van: {options}"
        case e.Share():
            return f"{_text(node.percent, corpus)} van {_text(node.whole, corpus)}"
        case e.Arithmetic():
            return f"{_text(node.left, corpus)} {OPERATORS[node.operator]} {_text(node.right, corpus)}"
        case e.DateShift():
            return f"{_text(node.day, corpus)} {'+' if node.sign > 0 else '-'} {_text(node.duration, corpus)}"
        case e.DateDifference():
            return f"dagen van {_text(node.right, corpus)} tot {_text(node.left, corpus)}"
        case e.Extreme():
            word = "kleinste" if node.smallest else "grootste"
            return f"het {word} van {', '.join(_text(each, corpus) for each in node.operands)}"
    return {
        e.Branches: "de eerste die past",
        e.RuleValue: "wat de andere regel geeft",
        e.OrdinaryOutcome: "de gewone uitkomst",
        e.NoValue: "onbekend",
    }.get(type(node), _rounded(node, corpus))


def _rounded(node: e.Expression, corpus: Corpus) -> str:
    return f"{_text(node.operand, corpus)}, afgerond" if isinstance(node, e.Rounded) else ""


def _constant(node: e.Constant) -> str:
    if node.kind is Kind.ENUM:
        return str(node.value).replace("_", " ")
    if node.value is INDEFINITE:
        return "onbepaald"
    unit = node.unit if node.unit != "?" else ""
    return format_value(node.value, Type(node.kind, unit=unit or ("maand" if node.kind is Kind.DURATION else "")))
