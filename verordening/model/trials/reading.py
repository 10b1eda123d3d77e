"""Files of trials to trials: a case with `verwacht`, or a `proef` with a table whose rows are each a case.

All that is wrong is reported at its own cell or line, in the words of a case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, NamedTuple

from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.source import Source, Span
from verordening.model.case import Case
from verordening.model.case_acts import plural_keys
from verordening.model.case_names import KEYS, unknown_key
from verordening.model.case_problems import CaseProblems, Refusal
from verordening.model.case_reading import (
    LONGEST_TITLE,
    CaseDocument,
    Fictional,
    read_case_document,
    type_case,
)
from verordening.model.corpus import Corpus
from verordening.model.trials.expected import expectations_in
from verordening.model.trials.expecting import (
    PENDING,
    REFUSED,
    Asked,
    UnreadableName,
    decisions_named,
    expectations_of,
)
from verordening.model.trials.laying import (
    NOT_GIVEN,
    is_not_given,
    laid_over,
    path_of,
    put,
    with_reasons,
)
from verordening.model.trials.table import read_table
from verordening.model.trials.trial import Expectation, Trial, TrialFile
from verordening.model.yaml_reading import Document, Mapping, Node, Scalar, Sequence, parse_yaml

CorpusFor = Callable[[str], Corpus]

_TITLE: Final = "proef"
_TABLE: Final = "tabel"
_ROWS: Final = "rijen"
_THEN: Final = "dan"
_NAME: Final = "naam"
_OWN: Final = (_TITLE, _TABLE, _ROWS, _THEN)


class _RowParts(NamedTuple):
    """A row before its names have a meaning: what is laid over the case, and the expectations by name."""

    name: str
    span: Span
    nested: Mapping
    columns: tuple[tuple[Scalar, Scalar], ...]
    expected: tuple[Asked, ...]


def read_trials(
    source: Source, corpus_for: CorpusFor, *, fictional: Fictional = tuple, peildatum: date | None = None
) -> TrialFile:
    """The trials in a text; what is wrong stands in the answer, with the trial or with the file. Raises nothing."""
    try:
        document = parse_yaml(source)
        problems = CaseProblems(document.source)
        problems.check_bsn(document.root, source.text)
        if _is_table(document.root):
            return _Table(document, problems, corpus_for, fictional, peildatum).read()
        return _case(document, problems, corpus_for, fictional, peildatum)
    except InputError as error:
        return TrialFile(source.path, "", False, (), error.diagnostics)


def _is_table(root: Mapping) -> bool:
    return any(root.key(key) is not None for key in (_TITLE, _TABLE, _ROWS))


def _case(
    document: Document,
    problems: CaseProblems,
    corpus_for: CorpusFor,
    fictional: Fictional,
    peildatum: date | None,
) -> TrialFile:
    """A case file: one trial where it says what must come, and else none."""
    path = document.source.path
    read = read_case_document(document, problems, fictional=fictional, peildatum=peildatum)
    expected = read.expected
    if expected is None:
        return TrialFile(path, read.title, False, ())
    case, refusals = _typed(read, corpus_for)
    if not isinstance(expected, Mapping):
        message = "onder `verwacht` staat niet wat eruit moet komen"
        problems.refuse(
            Refusal("VRD443", message, "schrijf eronder wat eruit moet komen, per besluit"), expected.span
        )
        return TrialFile(path, read.title, False, (), problems.ordered())
    pending = any(each.text == PENDING for each in _texts(expected))
    trial = Trial(
        read.title,
        Span.at(path, 1, 1),
        document.source,
        case,
        expectations_in(expected),
        pending,
        "",
        refusals,
    )
    return TrialFile(path, read.title, False, (trial,))


def _typed(document: CaseDocument, corpus_for: CorpusFor) -> tuple[Case | None, tuple[Diagnostic, ...]]:
    try:
        return type_case(document, corpus_for(document.gemeente)), ()
    except InputError as error:
        return None, tuple(dict.fromkeys((*document.problems, *error.diagnostics)))


def _texts(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from _texts(item)
        case Mapping():
            for _, value in node.entries:
                yield from _texts(value)


class _Table:
    """A file with a `tabel` or `rijen`, and above it what holds for every row."""

    def __init__(
        self,
        document: Document,
        problems: CaseProblems,
        corpus_for: CorpusFor,
        fictional: Fictional,
        peildatum: date | None,
    ) -> None:
        self.source, self.root, self.problems = document.source, document.root, problems
        self.corpus_for, self.fictional, self.peildatum = corpus_for, fictional, peildatum
        own = tuple(entry for entry in self.root.entries if entry[0].text not in _OWN)
        self.above = Mapping(own, self.root.span)
        self.refused: set[str] = set()

    def read(self) -> TrialFile:
        title = self.root.get(_TITLE)
        text = title.text if isinstance(title, Scalar) else ""
        parts = list(self._parts())
        found = self.problems.ordered()
        if found:
            return TrialFile(self.source.path, text, True, (), found)
        trials = tuple(self._trial(each) for each in parts)
        return TrialFile(self.source.path, text, True, trials, self.problems.ordered())

    # -------------------------------------------- rows

    def _parts(self) -> Iterator[_RowParts]:
        table, rows = self.root.get(_TABLE), self.root.get(_ROWS)
        if (table is None) == (rows is None):
            message = "in een proef staat één `tabel:` of één lijst `rijen:`"
            key = self.root.key(_ROWS) or self.root.key(_TITLE)
            assert key is not None
            self.problems.refuse(Refusal("VRD441", message, "laat een van beide staan"), key.span)
        elif isinstance(table, Scalar):
            yield from self._drawn(table)
        elif isinstance(rows, Sequence) and all(isinstance(each, Mapping) for each in rows.items):
            for number, each in enumerate(rows.items, start=1):
                assert isinstance(each, Mapping)
                yield self._listed(each, number)
        else:
            node = table or rows
            assert node is not None
            help = (
                "schrijf `tabel: |` met een tabel eronder, of `rijen:` met per rij een streepje en sleutels"
            )
            self.problems.refuse(Refusal("VRD441", "hier staan geen rijen", help), node.span)

    def _drawn(self, block: Scalar) -> Iterator[_RowParts]:
        table = read_table(block, self.source, self.problems)
        for number, (cells, span) in enumerate(table.rows if table else (), start=1):
            assert table is not None
            name, expected, columns = f"rij {number}", list(self._expected_above()), []
            for column, cell in zip(table.header, cells, strict=True):
                if not cell.text:
                    continue
                first, _, rest = column.text.partition(" ")
                if column.text == _NAME:
                    name = cell.text
                elif first == _THEN:
                    expected.append(Asked(" ".join(rest.split()), cell.text, column, cell))
                else:
                    columns.append((column, cell))
            yield _RowParts(name, span, Mapping((), span), tuple(columns), tuple(expected))

    def _listed(self, row: Mapping, number: int) -> _RowParts:
        name, expected = row.get(_NAME), list(self._expected_above())
        then = row.get(_THEN)
        if isinstance(then, Mapping):
            expected += _asked_in(then)
        rest = tuple(entry for entry in row.entries if entry[0].text not in (_NAME, _THEN))
        first = row.entries[0][0].span if row.entries else row.span
        text = name.text if isinstance(name, Scalar) else f"rij {number}"
        return _RowParts(text, first, Mapping(rest, row.span), (), tuple(expected))

    def _expected_above(self) -> Iterator[Asked]:
        then = self.root.get(_THEN)
        if isinstance(then, Mapping):
            yield from _asked_in(then)

    # -------------------------------------------- one row

    def _trial(self, parts: _RowParts) -> Trial:
        """The trial of one row, with what is wrong with it."""
        asked = _last_of_each(parts.expected)
        pending = any(each.text == PENDING for each in asked)
        asked = tuple(each for each in asked if each.text != PENDING)
        problems = CaseProblems(self.source)
        if not asked and not pending:
            help = f"zet onder een kolom die met `{_THEN}` begint wat eruit moet komen, of `{PENDING}`"
            problems.refuse(Refusal("VRD443", "deze rij zegt niet wat eruit moet komen", help), parts.span)
        refused_with = next((each.text for each in asked if each.name == REFUSED), "")
        case, corpus, refusals = self._read_case(parts, asked)
        expectations: list[Expectation] = []
        for each in asked if corpus is not None else ():
            assert corpus is not None
            expectations += _expectations(each, corpus, problems)
        if problems.ordered():
            case, refused_with, refusals = None, "", (*problems.ordered(), *refusals)
        return Trial(
            parts.name, parts.span, self.source, case, tuple(expectations), pending, refused_with, refusals
        )

    def _read_case(
        self, parts: _RowParts, asked: tuple[Asked, ...]
    ) -> tuple[Case | None, Corpus | None, tuple[Diagnostic, ...]]:
        root = laid_over(self.above, parts.nested)
        for column, cell in parts.columns:
            if column.text in ("gemeente", "peildatum"):
                root = _under(root, (column.text,), cell, cell.span)
        first = self._document(root, CaseProblems(self.source))
        try:
            corpus = self.corpus_for(first.gemeente)
        except InputError as error:
            return None, None, tuple(dict.fromkeys((*first.problems, *error.diagnostics)))
        problems = CaseProblems(self.source, first.problems)
        self._check_above(corpus)
        root = Mapping(tuple(entry for entry in root.entries if entry[0].text not in self.refused), root.span)
        for column, cell in parts.columns:
            path = path_of(column.text, corpus)
            known = path[0] in KEYS or path[0] in plural_keys(corpus)
            named = path[0] not in ("gegevens", "oordelen") or (path[1:2] and path[1] in corpus.inputs)
            root = _under(root, path, cell, cell.span if known and named else column.span)
        if root.get("casus") is None:
            name = Scalar(parts.name[:LONGEST_TITLE], parts.span, quoted=True)
            root = _under(root, ("casus",), name, parts.span)
        if root.get("besluiten") is None:
            root = _about(root, decisions_named([each.name for each in asked], corpus), parts.span)
        document = self._document(with_reasons(root), problems)
        case, refusals = _typed(document, lambda _: corpus)
        return case, corpus, refusals

    def _document(self, root: Mapping, problems: CaseProblems) -> CaseDocument:
        document = Document(root, self.source)
        return read_case_document(document, problems, fictional=self.fictional, peildatum=self.peildatum)

    def _check_above(self, corpus: Corpus) -> None:
        """Refuse keys that are of no case and of no proef, once."""
        known = (*_OWN, *(key for key in KEYS if key not in ("casus", "verwacht")), *plural_keys(corpus))
        for key, _ in self.root.entries:
            if key.text not in known and key.text not in self.refused:
                self.refused.add(key.text)
                self.problems.refuse(unknown_key(key.text, known, "een proef", corpus), key.span)


def _expectations(asked: Asked, corpus: Corpus, problems: CaseProblems) -> tuple[Expectation, ...]:
    try:
        return expectations_of(asked, corpus)
    except UnreadableName as refusal:
        problems.refuse(refusal, asked.name_at.span)
    except Refusal as refusal:
        problems.refuse(refusal, asked.text_at.span)
    return ()


def _asked_in(then: Mapping) -> Iterator[Asked]:
    """The expectations that stand as keys with values."""
    for key, node in then.entries:
        if isinstance(node, Sequence):
            text = ", ".join(each.text for each in node.items if isinstance(each, Scalar)) or "geen"
            yield Asked(" ".join(key.text.split()), text, key, Scalar(text, node.span, quoted=True))
        elif isinstance(node, Scalar) and node.text:
            yield Asked(" ".join(key.text.split()), node.text, key, node)


def _last_of_each(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """What the row itself expects goes before what stands above it; `?` expects nothing."""
    last = {each.name: each for each in asked}
    return tuple(each for each in last.values() if each.text != NOT_GIVEN and not is_not_given(each.text_at))


def _under(root: Mapping, path: tuple[str, ...], cell: Scalar, at: Span) -> Mapping:
    found = put(root, path, cell, at)
    assert isinstance(found, Mapping)
    return found


def _about(root: Mapping, decisions: tuple[str, ...], at: Span) -> Mapping:
    """The case asked about the decisions that its expectations name."""
    if not decisions:
        return root
    names = Sequence(tuple(Scalar(each, at, quoted=False) for each in decisions), at)
    return Mapping((*root.entries, (Scalar("besluiten", at, quoted=False), names)), root.span)
