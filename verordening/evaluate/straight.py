"""Many expressions as one straight Python function, for the cases that give the same facts: quick, and dear to make.

Which facts are given, says already of many parts that they are not known, or what they come to. What is left is written
as Python in which each part is worked out once and stands in a variable. Only what Python says itself is written out:
the logic of ja and nee, and comparing and adding whole numbers. All else is done by the function that the expression
was made into (`calculations`), called with its operands in a row. Values of the law or of a case are never written:
they have names in there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from operator import itemgetter

from verordening.evaluate import arithmetic
from verordening.evaluate.calculations import CALCULATIONS
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import EQUALITIES, code_for, ordering
from verordening.evaluate.lines import Lines, Term
from verordening.evaluate.unknown import Result, Unknown, either, merged
from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import inputs_of, looks_into_list, parts, turns_on_more, varies
from verordening.model.types import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Straight(Lines):
    """A function as it is being written, for cases that give these facts: `fixed` those that have one value."""

    def __init__(self, corpus: Corpus, day: date, given: frozenset[str], fixed: Mapping[str, Value]) -> None:
        super().__init__()
        self._corpus, self._given = corpus, given - fixed.keys()
        self._alone = Context(corpus, fixed, day)
        self._terms: dict[e.Expression, Term] = {}

    def remember(self) -> None:
        """Let the function remember what begrippen come to, as each of their own functions does."""
        for node, term in self._terms.items():
            if term.known is None and isinstance(node, e.ConceptValue) and not varies(self._corpus, node):
                of = self._corpus.concepts[node.name].value
                if type(of) in CALCULATIONS:
                    self._lines.append(f"    remembered[{self._named(of)}] = {term.text}")

    def part(self, node: e.Expression) -> Term:
        """What an expression comes to."""
        found = self._terms.get(node)
        if found is None:
            found = self._terms[node] = self._part(node)
        return found

    def _part(self, node: e.Expression) -> Term:
        corpus = self._corpus
        turning = turns_on_more(corpus, node)
        if not turning and self._given.isdisjoint(inputs_of(corpus, node)):
            return self.always(code_for(node, corpus)(self._alone))
        if isinstance(node, e.Input):
            return Term(self._in_variable(f"given[{node.name!r}]"), sure=True)
        if isinstance(node, e.ConceptValue):
            return self.part(corpus.concepts[node.name].value)
        writer = _WRITERS.get(type(node))
        if writer is None or (isinstance(node, e.Compare) and looks_into_list(corpus, node)):
            return Term(self._in_variable(f"{self._named(code_for(node, corpus))}(context)"))
        return writer(self, node, [self.part(each) for each in parts(node)])

    # -------------------------------------------- ja and nee

    def joined(self, join: str, operands: Sequence[Term]) -> Term:
        """A whole of the tree: "en", "of" or "niet"."""
        return self.opposite(operands[0]) if join == "niet" else self.junction(operands, join == "of")

    def junction(self, operands: Iterable[Term], settling: bool) -> Term:
        """Strong Kleene: one operand that is `settling` settles it."""
        sure: dict[str, None] = {}
        unsure: dict[str, None] = {}
        missing: Unknown | None = None
        for each in operands:
            if each.known is settling:
                return each
            if isinstance(each.known, Unknown):
                missing = each.known if missing is None else merged(missing, each.known)
            elif each.known is None:
                (sure if each.sure else unsure)[each.text] = None
        if not sure and not unsure:
            return self.always(not settling if missing is None else missing)
        if not unsure and missing is None:
            if len(sure) == 1:
                return Term(next(iter(sure)), sure=True)
            return Term(self._in_variable((" or " if settling else " and ").join(sure)), sure=True)
        settled = [each if settling else f"not {each}" for each in sure]
        left = self._left_open([*unsure], settling, missing, settled)
        return Term(
            self._in_variable(f"{settling} if {' or '.join(settled)} else {left}") if settled else left
        )

    def _left_open(
        self, unsure: list[str], settling: bool, missing: Unknown | None, settled: list[str]
    ) -> str:
        """What a junction is where nothing sure settles it; adds to `settled` what else does."""
        if len(unsure) == 1 and missing is None:
            return unsure[0]
        settled += [f"{each} is {settling}" for each in unsure]
        nothing = str(not settling) if missing is None else self.always(missing).text
        if not unsure:
            return nothing
        others = " and ".join(f"{each} is {not settling}" for each in unsure)
        if len(unsure) == 1:
            return f"{nothing} if {others} else merged({unsure[0]}, {nothing})"
        every = unsure if missing is None else [*unsure, nothing]
        return f"{nothing} if {others} else missing_in(({', '.join(every)}))"

    def opposite(self, operand: Term) -> Term:
        """Strong Kleene negation."""
        if operand.known is not None:
            return operand if isinstance(operand.known, Unknown) else self.always(not operand.known)
        text = f"not {operand.text}"
        if not operand.sure:
            text = f"{operand.text} if {operand.text}.__class__ is U else {text}"
        return Term(self._in_variable(text), sure=operand.sure)

    def _branches(self, node: e.Branches, operands: Sequence[Term]) -> Term:
        """The first branch that holds; where one is surely open, what all that are still possible share."""
        if len(node.branches) > _MOST_WRITTEN:
            return self._otherwise(node, operands)
        outcomes: dict[str, Term] = {}
        missing: Unknown | None = None
        written: list[str] = []
        sure = True

        def end(last: Term) -> Term:
            return last if missing is None else self._shared([*outcomes.values(), last], missing)

        for condition, outcome in zip(operands[:-1:2], operands[1::2], strict=True):
            if condition.known is False:
                continue
            if isinstance(condition.known, Unknown):
                missing = condition.known if missing is None else merged(missing, condition.known)
                outcomes[outcome.text] = outcome
                continue
            held = end(outcome)
            if condition.known is True:
                break
            if condition.sure:
                written.append(f"{held.text} if {condition.text} else ")
            else:
                written.append(f"{held.text} if {condition.text} is True else ")
                written.append(f"{self._calculated(node, operands)} if {condition.text} is not False else ")
            sure = sure and condition.sure and held.sure
        else:
            held = end(operands[-1])
        if not written:
            return held
        return Term(self._in_variable(f"{''.join(written)}{held.text}"), sure=sure and held.sure)

    def _shared(self, possible: Sequence[Term], missing: Unknown) -> Term:
        """The value that branches share of which it is open which one holds; else all that is missing to know it."""
        for each in possible:
            if isinstance(each.known, Unknown):
                missing = merged(missing, each.known)
        first_known = next((each.text for each in possible if each.known is not None), "")
        texts = [*dict.fromkeys(each.text if each.known is None else first_known for each in possible)]
        unsure = [*dict.fromkeys(each.text for each in possible if each.known is None and not each.sure)]
        known = [each.known for each in possible if each.known is not None]
        otherwise = self.always(missing)
        if len(unsure) == 1:
            only = unsure[0]
            otherwise = Term(
                f"(merged({only}, {otherwise.text}) if {only}.__class__ is U else {otherwise.text})"
            )
        elif unsure:
            otherwise = Term(f"missing_in(({', '.join([*unsure, otherwise.text])}))")
        if any(each != known[0] for each in known) or any(isinstance(each, Unknown) for each in known):
            return otherwise if otherwise.known is not None else Term(self._in_variable(otherwise.text))
        first, others = texts[0], [f"{texts[0]} == {each}" for each in texts[1:]]
        if first in unsure:
            others.insert(0, f"{first}.__class__ is not U")
        if not others:
            return possible[0]
        return Term(self._in_variable(f"{first} if {' and '.join(others)} else {otherwise.text}"))

    # -------------------------------------------- values

    def _compare(self, node: e.Compare, operands: Sequence[Term]) -> Term:
        left, right = operands
        unknown = self._surely_unknown(operands)
        if unknown is not None:
            return unknown
        sign, both = node.operator, f"{left.text}, {right.text}"
        if left.known is not None and right.known is not None:
            return self.always(arithmetic.holds(sign, left.known, right.known))  # type: ignore[arg-type]  # known
        if sign in EQUALITIES:
            is_it = f"{left.text} {'==' if sign == '=' else sign} {right.text}"
            if left.sure and right.sure:
                return Term(self._in_variable(is_it), sure=True)
            doubtful = [each.text for each in operands if not each.sure]
            is_known = " and ".join(f"{each}.__class__ is not U" for each in doubtful)
            return Term(self._in_variable(f"{is_it} if {is_known} else either({both})"))
        compared = f"{self._named(_COMPARED[sign])}({both})"
        if _is_plain(left) and _is_plain(right):
            compared = f"{left.text} {sign} {right.text} if {self._are_plain(operands)} else {compared}"
        return Term(self._in_variable(compared), sure=left.sure and right.sure)

    def _one_of(self, node: e.OneOf, operands: Sequence[Term]) -> Term:
        (subject,) = operands
        if subject.known is not None:
            unknown = isinstance(subject.known, Unknown)
            return subject if unknown else self.always(subject.known in node.options)
        text = f"{subject.text} in {self._named(frozenset(node.options))}"
        if not subject.sure:
            text = f"{subject.text} if {subject.text}.__class__ is U else {text}"
        return Term(self._in_variable(text), sure=subject.sure)

    def _arithmetic(self, node: e.Arithmetic, operands: Sequence[Term]) -> Term:
        left, right = operands
        if node.operator == "/" or (left.known is not None and right.known is not None):
            return self._strictly(node, operands)
        unknown = self._surely_unknown(operands)
        if unknown is not None:
            return unknown
        text = self._where_known(node, operands)
        if _is_plain(left) and _is_plain(right):
            text = f"{left.text} {node.operator} {right.text} if {self._are_plain(operands)} else {text}"
        return Term(self._in_variable(text))

    def _strictly(self, node: e.Expression, operands: Sequence[Term]) -> Term:
        """What is not known as soon as an operand is not."""
        return self._surely_unknown(operands) or self._otherwise(node, operands)

    def _otherwise(self, node: e.Expression, operands: Sequence[Term]) -> Term:
        if all(each.known is not None for each in operands):
            return self.always(self._function(node)(tuple(each.known for each in operands)))
        return Term(self._in_variable(self._where_known(node, operands)))

    def _where_known(self, node: e.Expression, operands: Sequence[Term]) -> str:
        """The text of an expression of which what is missing in its only operand that may be, is all that is."""
        text, unsure = self._calculated(node, operands), {each.text for each in operands if not each.sure}
        if len(unsure) != 1 or any(isinstance(each.known, Unknown) for each in operands):
            return text
        (only,) = unsure
        return f"{only} if {only}.__class__ is U else {text}"

    def _surely_unknown(self, operands: Sequence[Term]) -> Term | None:
        """What is missing of two of which one is not known in any of these cases."""
        unknown = [each for each in operands if isinstance(each.known, Unknown)]
        if not unknown:
            return None
        if len(unknown) == 1 and all(each.sure or each is unknown[0] for each in operands):
            return unknown[0]
        if all(each.known is not None for each in operands):
            return self.always(either(*[each.known for each in operands]))
        return Term(self._in_variable(f"either({', '.join(each.text for each in operands)})"))

    def _are_plain(self, operands: Sequence[Term]) -> str:
        """The text that says of these that they are whole numbers; beside a day, days."""
        kind = "DAY" if any(each.known.__class__ is date for each in operands) else "INT"
        open_ones = dict.fromkeys(each.text for each in operands if each.known is None)
        return " and ".join(f"{each}.__class__ is {kind}" for each in open_ones)

    def _calculated(self, node: e.Expression, operands: Sequence[Term]) -> str:
        """The text of an expression that is worked out by its function."""
        return f"{self._named(self._function(node))}(({', '.join(each.text for each in operands)},))"

    def _function(self, node: e.Expression) -> Callable[[Any], Result]:
        """The function of an expression, for its operands in a row."""
        places: dict[e.Expression, Any] = {each: itemgetter(at) for at, each in enumerate(parts(node))}
        return CALCULATIONS[type(node)](node, self._corpus, places.__getitem__)


def _is_plain(term: Term) -> bool:
    """Whether Python itself may compare it: it may be a whole number or a day."""
    return term.known is None or term.known.__class__ in (int, date)


def _comparing(sign: str) -> Callable[[Result, Result], Result]:
    test = ordering(sign)

    def compared(left: Result, right: Result) -> Result:
        if left.__class__ is Unknown or right.__class__ is Unknown:
            return either(left, right)
        return test(left, right)

    return compared


_COMPARED = {sign: _comparing(sign) for sign in ("<", "<=", ">", ">=")}
_MOST_WRITTEN = 100
"""More branches are not written out: Python reads each inside the one before."""
_STRICT = (e.Share, e.DateShift, e.DateDifference, e.Elapsed, e.Term)

_WRITERS: dict[type, Callable[[Straight, Any, Sequence[Term]], Term]] = {
    e.Not: lambda made, _, operands: made.opposite(operands[0]),
    e.And: lambda made, _, operands: made.junction(operands, False),
    e.Or: lambda made, _, operands: made.junction(operands, True),
    e.Compare: Straight._compare,  # noqa: SLF001
    e.OneOf: Straight._one_of,  # noqa: SLF001
    e.Branches: Straight._branches,  # noqa: SLF001
    e.Arithmetic: Straight._arithmetic,  # noqa: SLF001
    **dict.fromkeys(_STRICT, Straight._strictly),  # noqa: SLF001
    **dict.fromkeys((e.Extreme, e.Rounded, e.Within, e.UpTo, e.NextMonth), Straight._otherwise),  # noqa: SLF001
}
