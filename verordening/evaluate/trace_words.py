"""Expressions and what they came to in Dutch words, for the evaluation tree."""

from __future__ import annotations

from datetime import date

from verordening.evaluate.unknown import Unknown
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import parts
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Place
from verordening.model.types import INDEFINITE, Kind, Type
from verordening.remembering import lru_cache

SIGNS = {"=": "=", "!=": "is niet", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_PLURALS = {"maand": "maanden", "jaar": "jaren", "dag": "dagen", "week": "weken"}
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
    text = phrase(node, corpus)
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
        case e.CountOf() if isinstance(result, int):
            return text, str(result), ""
    if isinstance(result, bool | Unknown):
        return text, truth_words(result), ""
    return text, format_date(result) if isinstance(result, date) else "", ""


@lru_cache(maxsize=16384)
def phrase(node: e.Expression, corpus: Corpus) -> str:
    """An expression in Dutch words, short."""
    if isinstance(node, e.Constant):
        return _constant(node)
    named = _name(node, corpus)
    if named:
        return named
    if isinstance(node, e.ListExpression):
        return _of_list(node, corpus)
    inner = tuple(phrase(each, corpus) for each in parts(node))
    of_time = _time(node, inner)
    if of_time:
        return of_time
    match node:
        case e.Not():
            return f"niet: {inner[0]}"
        case e.Compare():
            return f"{inner[0]} {SIGNS[node.operator]} {inner[1]}"
        case e.OneOf():
            return f"{inner[0]} is een van: {', '.join(each.replace('_', ' ') for each in node.options)}"
        case e.Share():
            return f"{inner[0]} van {inner[1]}"
        case e.Arithmetic():
            return f"{inner[0]} {OPERATORS[node.operator]} {inner[1]}"
        case e.Extreme():
            return f"het {'kleinste' if node.smallest else 'grootste'} van {', '.join(inner)}"
    suffix = SUFFIXES.get(type(node))
    return GROUPS.get(type(node), "") if suffix is None else f"{inner[0]}{suffix}"


def _time(node: e.Expression, inner: tuple[str, ...]) -> str:
    match node:
        case e.DateShift():
            return f"{inner[0]} {'+' if node.sign > 0 else '-'} {inner[1]}"
        case e.NextMonth():
            return f"de eerste dag van de maand na {inner[0]}"
        case e.DateDifference():
            return f"dagen van {inner[1]} tot {inner[0]}"
        case e.Elapsed():
            return f"hele {_PLURALS[node.unit]} van {inner[0]} tot {inner[1]}"
        case e.Term():
            moved = ", verlengd volgens de Algemene termijnenwet" if node.statutory else ""
            return f"termijn van {inner[0]} na {inner[1]}{moved}"
    return ""


def _name(node: e.Expression, corpus: Corpus) -> str:
    match node:
        case e.Input():
            return corpus.inputs[node.name].label
        case e.ConceptValue():
            return corpus.concepts[node.name].label
        case e.TableValue():
            return corpus.tables[node.name].label
        case e.DecisionValue():
            return corpus.decisions[node.name].label
    return ""


def _of_list(node: e.ListExpression, corpus: Corpus) -> str:
    declared = corpus.inputs[node.list]
    many, one = declared.label, declared.type.of.replace("_", " ")
    if isinstance(node, e.FieldValue):
        return declared.type.field(node.name).label
    kept = f" met {_condition(node.condition, corpus)}" if node.condition is not None else ""
    match node:
        case e.CountOf():
            return f"aantal {many}{kept}"
        case e.SumOf():
            return f"de som van {phrase(node.subject, corpus)} van {many}{kept}"
        case e.ExtremeOf():
            which = "laagste" if node.smallest else "hoogste"
            return f"{which} {phrase(node.subject, corpus)} van {many}{kept}"
        case e.SomeOf():
            return f"er is een {one}{kept}"
        case e.AllOf():
            return f"voor elk van de {many}{kept} geldt: {_condition(node.demand, corpus)}"


def _condition(node: e.Expression, corpus: Corpus) -> str:
    """A condition on one element, written out."""
    match node:
        case e.And():
            return " en ".join(_condition(each, corpus) for each in node.operands)
        case e.Or():
            return f"({' of '.join(_condition(each, corpus) for each in node.operands)})"
        case e.Not():
            return f"niet {_condition(node.operand, corpus)}"
    return phrase(node, corpus)


GROUPS: dict[type, str] = {
    e.And: "al deze voorwaarden",
    e.Or: "een van deze voorwaarden",
    e.CaseDate: "peildatum",
    e.Branches: "de eerste die past",
    e.RuleValue: "wat de andere regel geeft",
    e.OrdinaryOutcome: "de gewone uitkomst",
    e.NoValue: "onbekend",
}


SUFFIXES: dict[type, str] = {e.Rounded: ", afgerond", e.Within: "", e.UpTo: ", zelf niet"}


def _constant(node: e.Constant) -> str:
    if node.kind is Kind.ENUM:
        return str(node.value).replace("_", " ")
    if node.value is INDEFINITE:
        return "onbepaald"
    unit = node.unit if node.unit != "?" else ""
    return format_value(
        node.value, Type(node.kind, unit=unit or ("maand" if node.kind is Kind.DURATION else ""))
    )
