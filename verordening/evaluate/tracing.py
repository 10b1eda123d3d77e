"""The evaluation tree: every rule on a decision, what its conditions came to, and where each stands."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.context import Context
from verordening.evaluate.deciding import Decided
from verordening.evaluate.expressions import value
from verordening.evaluate.flooring import floors_on, in_play
from verordening.evaluate.outcome import TreeNode
from verordening.evaluate.rules import applies, effect_on, set_value
from verordening.evaluate.standing import stands
from verordening.evaluate.unknown import Result, Truth, Unknown
from verordening.model import expressions as e
from verordening.model.dependence import parts
from verordening.model.formatting import format_date, format_value
from verordening.model.rules import Floor, Form, Place, Rule
from verordening.model.types import Kind, Type, Value

SIGNS = {"=": "=", "!=": "is niet", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def trace(found: dict[str, Decided], context: Context) -> TreeNode:
    """The tree of a whole case: one branch a decision, its rules below it, then its floors."""
    branches = tuple(_decision(each, context) for each in found.values())
    return TreeNode("uitkomst", "", "", branches)


def _decision(decided: Decided, context: Context) -> TreeNode:
    declared = context.corpus.decisions[decided.decision]
    result = decided.status.value
    if decided.value is not None:
        result = f"{format_value(decided.value, declared.type)}, {result}"
    rules = (context.corpus.rules[index] for index in context.corpus.by_decision.get(decided.decision, ()))
    children = [_rule(rule, decided.decision, context) for rule in rules]
    children += [_floor(floor, context) for floor in floors_on(decided.decision, context)]
    return TreeNode(declared.label, result, _where(declared.place), tuple(children))


def _rule(rule: Rule, decision: str, context: Context) -> TreeNode:
    applying = applies(rule.index, context)
    children = [] if rule.condition is None else [_expression(rule.condition, context, "als ")]
    if rule.exception is not None:
        children.append(_expression(rule.exception, context, "tenzij "))
    if rule.because:
        children.append(_expression(e.Input(rule.because), context, "wegens "))
    if rule.deviates and not rule.general:
        children += [
            TreeNode(f"in afwijking van {context.corpus.rules[each].id}", _truth(applies(each, context)), "", ())
            for each in rule.targets
        ]
    result = _truth(applying, "geldt", "geldt niet")
    if applying is not False and effect_on(rule, decision, Form.SET) is not None:
        given = set_value(rule.index, decision, context)
        standing = _truth(stands(rule.index, decision, context), "beslist mee", "gezet opzij")
        type_ = context.corpus.decisions[decision].type
        result = f"{result}, geeft {_result(given, type_)}, {standing}"
    return TreeNode(rule.id, result, _where(rule.place), tuple(children))


def _floor(floor: Floor, context: Context) -> TreeNode:
    nodes = [("als ", floor.condition), ("tenzij ", floor.exception), ("eis ", floor.demand)]
    children = tuple(_expression(node, context, word) for word, node in nodes if node is not None)
    active = _truth(in_play(floor, context), "is hier van belang", "speelt hier niet")
    return TreeNode(f"ondergrens {floor.title}", active, _where(floor.place), children)


def _expression(node: e.Expression, context: Context, before: str = "") -> TreeNode:
    result = value(node, context)
    children: Iterable[e.Expression] = parts(node)
    if isinstance(node, e.ConceptValue):
        inner = context.corpus.concepts[node.name].value
        children = (inner,) if not isinstance(inner, e.Constant) else ()
    elif isinstance(node, e.Compare | e.OneOf | e.Arithmetic | e.Share | e.DateShift | e.DateDifference):
        children = [each for each in _leaves(node) if isinstance(each, e.ConceptValue | e.Input | e.TableValue)]
    below = tuple(_expression(child, context) for child in children)
    return TreeNode(before + _text(node, context), _shown(node, result, context), _place(node, context), below)


def _leaves(node: e.Expression) -> list[e.Expression]:
    below = list(parts(node))
    return [leaf for each in below for leaf in _leaves(each)] if below else [node]


def _place(node: e.Expression, context: Context) -> str:
    match node:
        case e.ConceptValue():
            return _where(context.corpus.concepts[node.name].place)
        case e.Input():
            return _where(context.corpus.inputs[node.name].place)
        case e.TableValue():
            return _where(context.corpus.tables[node.name].place)
    return ""


def _where(place: Place) -> str:
    return f"{place.file}:{place.line}"


def _truth(truth: Truth, yes: str = "waar", no: str = "niet waar") -> str:
    return "onbekend" if isinstance(truth, Unknown) else yes if truth else no


def _shown(node: e.Expression, result: Result, context: Context) -> str:
    match node:
        case e.Input():
            return _result(result, context.corpus.inputs[node.name].type)
        case e.ConceptValue():
            return _result(result, context.corpus.concepts[node.name].type)
        case e.TableValue():
            return _result(result, context.corpus.tables[node.name].type)
    return _truth(result) if isinstance(result, bool | Unknown) else _plain(result)


def _result(result: Result | None, type_: Type) -> str:
    return "onbekend" if result is None or isinstance(result, Unknown) else format_value(result, type_)


def _plain(result: Value) -> str:
    return str(result)


def _text(node: e.Expression, context: Context) -> str:
    """An expression in Dutch words, short."""
    corpus = context.corpus
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
            return f"niet ({_text(node.operand, context)})"
        case e.And():
            return "al deze voorwaarden"
        case e.Or():
            return "een van deze voorwaarden"
        case e.Compare():
            return f"{_text(node.left, context)} {SIGNS[node.operator]} {_text(node.right, context)}"
        case e.OneOf():
            options = ", ".join(each.replace("_", " ") for each in node.options)
            return f"{_text(node.subject, context)} is een van {options}"
        case e.Share():
            return f"{_text(node.percent, context)} van {_text(node.whole, context)}"
        case e.Arithmetic():
            return f"{_text(node.left, context)} {node.operator} {_text(node.right, context)}"
        case e.DateShift():
            return f"{_text(node.day, context)} {'+' if node.sign > 0 else '-'} {_text(node.duration, context)}"
        case e.DateDifference():
            return f"dagen van {_text(node.right, context)} tot {_text(node.left, context)}"
        case e.Extreme():
            word = "kleinste" if node.smallest else "grootste"
            return f"het {word} van {', '.join(_text(each, context) for each in node.operands)}"
        case e.Branches():
            return "het eerste dat past"
        case e.Rounded():
            return f"{_text(node.operand, context)}, afgerond"
        case e.RuleValue():
            return "wat de andere regel geeft"
        case e.OrdinaryOutcome():
            return "de gewone uitkomst"
        case e.NoValue():
            return "onbekend"


def _constant(node: e.Constant) -> str:
    if node.kind is Kind.ENUM:
        return str(node.value).replace("_", " ")
    if node.kind is Kind.DATE:
        return format_date(node.value)  # type: ignore[arg-type]
    return format_value(node.value, Type(node.kind, unit=node.unit or ("maand" if node.kind is Kind.DURATION else "")))
