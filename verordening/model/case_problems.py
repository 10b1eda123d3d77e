"""Collects what is wrong with a case, so that its author sees all of it at once. What is wrong is decided elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.language.bsn import contains_bsn, mask_bsn
from verordening.language.diagnostics import Diagnostic, InputError, Related, diagnostic, shown
from verordening.language.source import Source, Span
from verordening.model.yaml_reading import Mapping, Node, Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

MOST_PROBLEMS: Final = 50
"""Reading stops at this many: whoever made so many mistakes starts with the first."""


class Refusal(Exception):
    """One piece of a case is refused; whoever knows the place turns it into a diagnostic."""

    def __init__(self, code: str, message: str, help: str, label: str = "") -> None:
        self.code, self.message, self.help, self.label = code, mask_bsn(message), mask_bsn(help), label
        super().__init__(self.message)


class CaseProblems:
    """The problems of one case, in the order of the file once `ordered`. `source` must be masked already."""

    def __init__(self, source: Source, found: tuple[Diagnostic, ...] = ()) -> None:
        self.source = source
        self._found = list(found)
        self._hidden = {each.span for each in found if each.code == "VRD401"}

    def add(
        self,
        code: str,
        message: str,
        span: Span,
        *,
        help: str,
        label: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        """Note a problem. Raises InputError with all so far when there are too many to go on."""
        self._note(diagnostic(self.source, code, message, span, help=help, label=label, related=related))

    def refuse(self, refusal: Refusal, span: Span) -> None:
        """Note a refusal at the place that it is about; a place with a BSN is refused already."""
        if span in self._hidden:
            return
        self.add(refusal.code, refusal.message, span, help=refusal.help, label=refusal.label)

    def check_bsn(self, root: Node, text: str) -> None:
        """Refuse nine digits that may be a BSN, in a key, a value or a comment."""
        lines: set[int] = set()
        for scalar in scalars(root):
            if contains_bsn(scalar.text) is not None:
                lines.update(range(scalar.span.line, scalar.span.end_line + 1))
                self._note(bsn_diagnostic(self.source, scalar.span))
        for number, line in enumerate(text.split("\n"), start=1):
            found = contains_bsn(line) if "#" in line and number not in lines else None
            if found is not None:
                self._note(
                    bsn_diagnostic(self.source, self.source.span(number, found[0] + 1, found[1] - found[0]))
                )

    def _note(self, problem: Diagnostic) -> None:
        self._found.append(problem)
        if len(self._found) >= MOST_PROBLEMS:
            raise InputError(self.ordered())

    def ordered(self) -> tuple[Diagnostic, ...]:
        """What was found, in the order of the file."""
        return tuple(sorted(self._found, key=_place))


def quoted(text: str) -> str:
    """User text as it stands in a message: in backticks, short, without a BSN."""
    return shown(mask_bsn(text))


def scalars(node: Node) -> Iterator[Scalar]:
    """Every key and every value inside `node`."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars(value)
    else:
        for item in node.items:
            yield from scalars(item)


def _place(problem: Diagnostic) -> tuple[int, int]:
    return (problem.span.line, problem.span.column) if problem.span is not None else (0, 0)


def bsn_diagnostic(source: Source, span: Span) -> Diagnostic:
    """The refusal of a text with a BSN, which a case never holds (AVG article 46 with UAVG 46); it is not repeated."""
    return diagnostic(
        Source(source.path, mask_bsn(source.text)),
        "VRD401",
        "hier staan negen cijfers die een burgerservicenummer kunnen zijn",
        span,
        label="een burgerservicenummer",
        help="haal het nummer weg; een zaak noemt geen personen",
    )
