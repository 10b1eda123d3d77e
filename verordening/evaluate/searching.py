"""Whether some facts can be completed to a case in which something holds: yes with the case, surely not, or not known.

*Trying* takes one missing fact at a time, with a value for every stretch in which no comparison turns: that finds a
case, and where it has looked everywhere it proves that there is none. Of two facts that stand beside each other while
both are missing, as two dates, it takes just some values, and then finding nothing proves nothing. *Proving* supposes
how such comparisons come out, both ways, and ends without a case only where there is none; what it cannot rule out may
still not be possible. What neither settles within so many tries is not known, never a no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from verordening.evaluate.allowed import Allowed, fitting
from verordening.evaluate.coherence import contradicted
from verordening.evaluate.context import Context
from verordening.evaluate.expressions import truth
from verordening.evaluate.looked_at import order_of
from verordening.evaluate.representatives import Compared, representatives
from verordening.evaluate.unknown import NOTHING, Truth, Unknown, joined
from verordening.model import expressions as e
from verordening.model.dependence import inputs_of, varies
from verordening.model.expressions import alike
from verordening.model.types import Kind, Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import ClassVar

MOST_TRIED = 400
"""Past this many completions trying is given up, and proving too."""
UNPROVEN = "is niet bewezen"

"""How the sentence ends that says what a search which was given up leaves open."""

Goal = Callable[[Context], Iterable[Truth]]
"""What must all hold, worked out one by one."""

FEW = frozenset({Kind.BOOL, Kind.ENUM})
"""The kinds of which all values are tried."""
OPPOSITE = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
"""What a comparison says where it does not hold."""


def given_up(unsettled: str) -> str:
    """That something is not proven, as a text that is missing."""
    return f"{unsettled} {UNPROVEN}"


class Search:
    """Looks for a case in which all of `goal` holds.

    `waiting` are facts that are not for the search to choose: what turns on them is not known. `compared` gives what
    the goal looks at, `allowed` what it leaves of the facts with few values. `unsettled` says in Dutch what is left
    open where the search is given up. `doubtful` where most likely there is no case: then proving comes first. `most`
    is how often each is tried; the tries of searches that a goal takes count too.
    """

    tries_in_all: ClassVar[int] = 0

    def __init__(
        self,
        goal: Goal,
        compared: Callable[[], Compared],
        unsettled: str,
        *,
        allowed: Allowed,
        waiting: frozenset[str] = NOTHING,
        doubtful: bool = False,
        most: int = MOST_TRIED,
    ) -> None:
        self.goal, self.look, self.allowed, self.waiting = goal, compared, allowed, waiting
        self._compared: Compared | None = None
        self.given_up = Unknown(NOTHING, frozenset({given_up(unsettled)}))
        self.doubtful, self.most = doubtful, most

    @property
    def compared(self) -> Compared:
        """What the goal looks at; worked out when a fact must be chosen."""
        if self._compared is None:
            self._compared = self.look()
        return self._compared

    def case(self, context: Context) -> Context | Unknown | None:
        """A completion in which the goal holds; None where there is none, or what is missing to know that."""
        if not fitting(context.inputs, self.allowed):
            return None
        context = self._with_forced(context)
        if self.doubtful:
            found = self._proving(context)
            return self._trying(context) if isinstance(found, Unknown) else found
        found = self._trying(context)
        return None if isinstance(found, Unknown) and self._proving(context) is None else found

    def _with_forced(self, context: Context) -> Context:
        """The same case with the facts of which the goal leaves one value: that saves trying the others beside them."""
        forced = {
            name: next(iter(values))
            for name, values in self.allowed.items()
            if len(values) == 1 and name not in context.inputs and name not in self.waiting
        }
        return self._with_more(context, {**context.inputs, **forced}) if forced else context

    def exists(self, context: Context) -> Truth:
        """Whether there is such a completion."""
        found = self.case(context)
        return found if isinstance(found, Unknown) else found is not None

    # -------------------------------------------- trying

    def _trying(self, start: Context) -> Context | Unknown | None:
        """Depth first, with a stack: there may be more facts than calls can be nested."""
        waiting = [start]
        unknown: list[Unknown] = []
        last = Search.tries_in_all + self.most
        while waiting:
            context = waiting.pop()
            Search.tries_in_all += 1
            missing = missing_for(self.goal(context), self.waiting)
            if Search.tries_in_all > last:
                unknown.append(self.given_up)
                break
            if missing is True:
                found = self._possible(context)
                if isinstance(found, Context):
                    return found
                unknown += [found] if found is not None else []
            elif missing is not False:
                branches = self._completed(missing.inputs - self.waiting, context)
                if not branches:
                    unknown.append(missing if missing.inputs or missing.texts else self.given_up)
                elif branches[1]:
                    unknown.append(self.given_up)
                waiting.extend(reversed(branches[0] if branches else ()))
        return self._left(unknown)

    def _completed(self, names: Iterable[str], context: Context) -> tuple[list[Context], bool] | None:
        """A case for each value to try of the first of these facts as a reader meets them, of which that can be told;
        else for some values of the first, and that it is just some. None where nothing can be tried.
        """
        ordered = self._ordered(names, context)
        for loosely in (False, True):
            for name in ordered:
                tried = representatives(name, self.compared, context, loosely=loosely)
                if tried is not None:
                    return self._with_values(name, tried.values, context), loosely
        return None

    def _with_values(self, name: str, values: Iterable[Value], context: Context) -> list[Context]:
        left = self.allowed.get(name)
        possible = (each for each in values if left is None or each in left)
        return [self._with_more(context, {**context.inputs, name: each}) for each in possible]

    def _with_more(self, context: Context, inputs: Mapping[str, Value]) -> Context:
        return context.with_more(inputs)

    def _ordered(self, names: Iterable[str], context: Context) -> list[str]:
        met = order_of(context.corpus, self.compared)
        return sorted(names, key=lambda each: met.get(each, len(met)))

    def _left(self, unknown: list[Unknown]) -> Unknown | None:
        """What is missing to know more; where that is law of the day, it is why the search was given up."""
        if not unknown:
            return None
        found = joined(unknown)
        law = frozenset(text for text in found.texts if not text.endswith(UNPROVEN))
        return Unknown(found.inputs & self.waiting, law or found.texts)

    # -------------------------------------------- proving

    def _proving(self, start: Context) -> Context | Unknown | None:
        """None where there surely is no case; what is known after the first that cannot be ruled out."""
        waiting = [(start, False)]
        last = Search.tries_in_all + self.most
        while waiting:
            context, supposed = waiting.pop()
            Search.tries_in_all += 1
            missing = missing_for(self.goal(context), self.waiting)
            if missing is False:
                continue
            if missing is True:
                found = self.given_up if supposed else self._possible(context)
                if found is not None:
                    return found
                continue
            branches = self._supposed(missing.inputs - self.waiting, context)
            if branches is None or Search.tries_in_all >= last:
                return self.given_up
            waiting.extend((each, supposed or branches[1]) for each in reversed(branches[0]))
        return None

    def _supposed(self, names: Iterable[str], context: Context) -> tuple[list[Context], bool] | None:
        """A case for each value of the first of these facts; where it stands beside another that is missing, for each
        way in which that may come out, and that it is supposed.
        """
        for name in self._ordered(names, context):
            tried = representatives(name, self.compared, context)
            if tried is not None:
                return self._with_values(name, tried.values, context), False
            for node in self.compared.by_input.get(name, ()):
                if is_open(node, context):
                    return [self._supposing(node, each, context) for each in (True, False)], True
        return None

    def _supposing(self, node: e.Compare, outcome: bool, context: Context) -> Context:
        """The same case where it is supposed how a comparison comes out, and all that say the same or the opposite."""
        name = inputs_of(context.corpus, node)[0]
        outcomes: dict[e.Expression, bool] = {}
        for other in self.compared.by_input[name]:
            if alike(node.left, other.left) and alike(node.right, other.right):
                if other.operator == node.operator:
                    outcomes[other] = outcome
                elif other.operator == OPPOSITE[node.operator]:
                    outcomes[other] = not outcome
        return context.supposing(outcomes, {})

    def _possible(self, context: Context) -> Context | Unknown | None:
        """The case itself, unless a samenhang says that it cannot be. That of facts of which not all values were tried
        proves nothing of the values between them.
        """
        against = [each for each in context.corpus.coherences if contradicted(each, context)]
        if not against:
            return context
        inputs = context.corpus.inputs
        names = {
            name
            for each in against
            for node in (each.condition, each.demand)
            if node is not None
            for name in inputs_of(context.corpus, node)
        }
        return None if all(inputs[name].type.kind in FEW for name in names) else self.given_up


def is_open(node: e.Compare, context: Context) -> bool:
    """Whether it may be supposed how a comparison comes out: it waits for facts, and comes out one way in a case.

    Where it looks at a decision, or at the elements of a list one by one, it may come out both ways in one case.
    """
    if node in context.supposed or varies(context.corpus, node):
        return False
    return isinstance(truth(node, context), Unknown)


def missing_for(parts: Iterable[Truth], waiting: frozenset[str] = NOTHING) -> Truth:
    """Whether all hold; where that is not known, what is missing to know the first that may not.

    That is one of which no fact is missing that is not `waiting`, where there is one: nothing makes it true.
    """
    first: Truth = True
    stuck = False
    for part in parts:
        if part is False:
            return False
        if part is not True and not stuck:
            stuck = part.inputs <= waiting and not is_unproven(part)
            if stuck or first is True:
                first = part
    return first


def is_unproven(found: Unknown) -> bool:
    """Whether a search was given up: more facts, or simpler rules, would settle it."""
    return any(text.endswith(UNPROVEN) for text in found.texts)
