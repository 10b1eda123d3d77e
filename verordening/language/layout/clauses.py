"""How clauses are written: a keyword, which may stand in a column with the others of its item, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from verordening.language import syntax as s
from verordening.language.grammar import reserved_words
from verordening.language.layout.document import LINE, Doc, Group, Nest, Row, joined, listed
from verordening.language.layout.effects import effect_docs, opening_word
from verordening.language.layout.expressions import condition_doc, value_doc
from verordening.language.layout.values import date_text, quoted, reference_rows

_OUTSIDE: Final = frozenset(
    (
        "in afwijking van",
        "onverminderd",
        "toegestaan door",
        "niet opgenomen",
        "geen regeling krachtens",
        "volledig krachtens",
        "past toe",
        "nagelezen op",
        "dode verwijzing",
        "bij meer",
        "soort ruimte",
        "buiten toepassing volgens",
        "spreekt tegen",
        "verandert niet",
        "verordening verplicht",
        "neemt alleen toe",
    )
)
"""Keywords too long or too rare to set the width of the column."""
_FULL: Final = {
    "geen regeling": "geen regeling krachtens",
    "volledig": "volledig krachtens",
    "buiten toepassing": "buiten toepassing volgens",
}
"""Keywords that the syntax tree shortens."""
_NEEDS_TEXT: Final = frozenset(("motiveer", "bewijslast"))
_DEEPER: Final = 2
_FURTHER: Final = 4


@dataclass(frozen=True, slots=True)
class PrintedClause:
    """A clause in two parts; `content` is None when the keyword says it all."""

    clause: s.Clause
    keyword: str
    content: Doc | None

    @property
    def width(self) -> int:
        """How wide the column of keywords must be for this one."""
        return 0 if self.keyword in _OUTSIDE or self.content is None else len(self.keyword)

    def row(self, column: int) -> Row:
        """The clause with its content in a column, or right behind a keyword that keeps out of it."""
        if self.content is None:
            return Row(self.clause.span, self.keyword)
        if not self.width:
            return Row(self.clause.span, Nest((f"{self.keyword} ", self.content), _DEEPER))
        return Row(self.clause.span, (f"{self.keyword.ljust(column)} ", Nest(self.content)))


def printed_clause(clause: s.Clause) -> PrintedClause:
    """A clause as written, but for its place on the page."""
    printer = CLAUSES.get(type(clause))
    if printer is None:
        raise NotImplementedError(f"no layout for {type(clause).__name__}; add it to CLAUSES here")
    keyword = opening_word(clause) if isinstance(clause, s.EffectClause) else clause.keyword
    return PrintedClause(clause, _FULL.get(keyword, keyword), printer(clause))


def _text(clause: s.TextClause) -> Doc | None:
    return Group(joined([quoted(text) for text in clause.texts], LINE)) if clause.texts else None


def _words(clause: s.WordClause) -> Doc:
    if clause.keyword == "weeg":
        return Group(listed(_weighed(clause.words), LINE))
    if clause.keyword == "bij meer":
        of, which, decision = (each.name for each in clause.words)
        return f"{of} geldt {'de hoogste' if which == 'hoogste' else 'elke'} {decision}"
    if clause.keyword == "bewijslast":
        return " ".join((*(each.name for each in clause.words), quoted(clause.text)))
    words = _names(clause.words)
    text = clause.text or clause.keyword in _NEEDS_TEXT
    return (words, f" {quoted(clause.text)}") if text else words


def _origin(clause: s.OriginClause) -> Doc:
    parts: list[Doc] = [_graded(clause.grade, clause.text)]
    if clause.since is not None and clause.earlier is not None:
        parts += [f" sinds {date_text(clause.since)},", LINE, "daarvoor "]
        parts.append(_graded(clause.earlier, clause.earlier_text))
    return Group(tuple(parts))


def _graded(grade: s.Name, note: str) -> Doc:
    return f"{grade.name} {quoted(note)}" if note else grade.name


def _weighed(names: Sequence[s.Name]) -> list[Row]:
    """What is to be weighed: all as single words, or all as texts between quotes."""
    bare = all(_is_word(each.name) for each in names)
    return [
        Row(each.span, each.name if bare else quoted(each.name), opens=at > 0)
        for at, each in enumerate(names)
    ]


def _is_word(text: str) -> bool:
    return text.isidentifier() and "_" not in text and text not in reserved_words()


def _names(names: Sequence[s.Name]) -> Doc:
    return Group(listed([Row(each.span, each.name, opens=at > 0) for at, each in enumerate(names)]))


def _references(clause: s.ReferenceClause) -> Doc:
    references = reference_rows(clause.references)
    if clause.keyword == "nagelezen op":
        assert clause.since is not None
        return f"{date_text(clause.since)}{f' {quoted(clause.text)}' if clause.text else ''}"
    if clause.keyword == "daarna":
        return (quoted(clause.text), " bij ", references) if clause.references else quoted(clause.text)
    parts: list[Doc] = [references]
    if clause.text:
        parts.append(f" {quoted(clause.text)}")
    if clause.since is not None:
        word = "zoals op" if clause.keyword == "overgangsrecht" else "vanaf"
        parts.append(f" {word} {date_text(clause.since)}")
    return Group(tuple(parts))


def _condition(clause: s.ConditionClause) -> Doc:
    return condition_doc(clause.condition)


def _independent(clause: s.IndependentClause) -> Doc:
    subjects = [Row(each.span, value_doc(each), opens=at > 0) for at, each in enumerate(clause.subjects)]
    verb = "hangen" if clause.subjects[1:] else "hangt"
    return Group((listed(subjects), LINE, f"{verb} niet af van ", _names(clause.facts)))


def _monotone(clause: s.MonotoneClause) -> Doc:
    words = f"{clause.never} niet als {clause.fact.name} {clause.moves}"
    return Group((Row(clause.subject.span, value_doc(clause.subject), opens=False), LINE, words))


def _compared(clause: s.ComparedClause) -> Doc:
    relation = f"is {'niet ' if clause.negated else ''}{clause.relation.name} bij "
    return Group(
        (
            Row(clause.subject.span, value_doc(clause.subject), opens=False),
            LINE,
            (relation, Row(clause.first.span, Nest(condition_doc(clause.first), _FURTHER))),
            LINE,
            ("dan bij ", Row(clause.second.span, Nest(condition_doc(clause.second), _FURTHER))),
        )
    )


def _excluded(clause: s.ExcludedClause) -> Doc:
    return Group(
        (
            Row(clause.first.span, condition_doc(clause.first), opens=False),
            LINE,
            ("gaat niet samen met ", Row(clause.second.span, Nest(condition_doc(clause.second), _FURTHER))),
        )
    )


def _period(clause: s.PeriodClause) -> Doc:
    start = date_text(clause.start) if clause.start is not None else "onbekend"
    return f"vanaf {start}{f' tot {date_text(clause.end)}' if clause.end is not None else ''}"


def _deviation(clause: s.DeviationClause) -> Doc:
    parts: list[Doc] = [reference_rows(clause.targets)]
    if clause.excepted:
        parts += [LINE, "behalve ", reference_rows(clause.excepted, opens=True)]
    if clause.because is not None:
        parts += [LINE, "wegens ", Row(clause.because.span, clause.because.name)]
    return Group(tuple(parts))


def _effects(clause: s.EffectClause) -> Doc:
    return Group(effect_docs(clause))


def _weighing(clause: s.WeighingClause) -> Doc:
    parts: list[Doc] = [f"{clause.higher.name} boven {clause.lower.name}"]
    if clause.at:
        parts += [LINE, "bij ", reference_rows(clause.at, opens=True)]
    return Group(tuple(parts))


def _row(clause: s.RowClause) -> Doc:
    raise NotImplementedError("the rows of a table are written together, in `tables`")


CLAUSES: Final[dict[type, Callable[[Any], Doc | None]]] = {
    s.TextClause: _text,
    s.WordClause: _words,
    s.OriginClause: _origin,
    s.ReferenceClause: _references,
    s.ConditionClause: _condition,
    s.IndependentClause: _independent,
    s.MonotoneClause: _monotone,
    s.ComparedClause: _compared,
    s.ExcludedClause: _excluded,
    s.PeriodClause: _period,
    s.RowClause: _row,
    s.DeviationClause: _deviation,
    s.EffectClause: _effects,
    s.WeighingClause: _weighing,
}
"""Each kind of clause with how what stands behind its keyword is written."""
