"""What has to be looked at again after a change (`controleer --sinds`), and what may be left: with the reason why."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from verordening.analyse.changes.affected import Affected
from verordening.cli.git import Changes, changes_since, files_then
from verordening.language.diagnostics import InputError, printable
from verordening.language.reading import decode
from verordening.language.source import Source
from verordening.model.loading import Library, load_corpus
from verordening.model.municipalities import municipality
from verordening.model.regulation_files import (
    SUFFIX,
    RegulationFile,
    laid_over,
    regulation_file,
    shipped_files,
)
from verordening.model.trials.trial import Trial
from verordening.present.since import Compared, Touched


class Since:
    """A folder of regulations beside what stood in it at a revision. Raises InputError where that cannot be told.

    `after` are the regulations as they are now.
    """

    def __init__(self, folder: str, revision: str, after: Library) -> None:
        self._changes: Changes = changes_since(folder, revision)
        self._folder, self._revision, self._after = folder, revision, after
        self._affected: dict[str, Affected | None] = {}
        self._concerned: dict[str, bool] = {}

    def is_changed(self, path: str) -> bool:
        """Whether a file is new or another than it was."""
        return os.path.realpath(path) in self._changes.paths

    def concerns(self, gemeente: str) -> bool:
        """Whether anything changed in what holds together for one municipality: its regulations, or the law above."""
        if gemeente not in self._concerned:
            self._concerned[gemeente] = self._before is None or _texts(self._before, gemeente) != _texts(
                self._after, gemeente
            )
        return self._concerned[gemeente]

    def prepare(self) -> None:
        """Work out what the change bears on, before processes part: each would do it again."""
        for each in ("", *self._after.gemeenten):
            if self.concerns(each):
                self._affected_in(each)

    def may_show(self, trial: Trial, path: str) -> bool:
        """Whether a trial may come to something else than it did, or is itself another."""
        if self.is_changed(path) or trial.case is None:
            return True
        if not self.concerns(trial.case.gemeente):
            return False
        affected = self._affected_in(trial.case.gemeente)
        return affected is None or affected.shown_by(trial)

    def compared(
        self, looked: Iterable[str], left: Iterable[str], trials: Iterable[str], ran: int, idle: int
    ) -> Compared:
        """What was looked at and what was not, for who reads the outcome. `looked` and `left` are municipalities."""
        changed = sorted(
            os.path.relpath(each)
            for each in self._changes.paths
            if self._holds(each) and each.endswith(SUFFIX)
        )
        own = [os.path.normpath(each) for each in trials if self.is_changed(each)]
        return Compared(
            printable(self._revision),
            self._changes.short,
            tuple(map(printable, changed)),
            tuple(map(printable, own)),
            tuple(self._touched(looked)),
            tuple(self._town(each) for each in left),
            ran,
            idle,
        )

    def meaning(self, day: date | None) -> list[str]:
        """What the change means for people, as lines of a comment; none where the texts cannot be compared."""
        from verordening.cli.compared import compared_since
        from verordening.present.difference_comment import comment_lines

        then = files_then(self._changes, self._folder, SUFFIX)
        try:
            found = compared_since(then, self._folder, self._after, day)
        except InputError:
            return []
        return comment_lines(found, level=3)

    def _holds(self, path: str) -> bool:
        return path.startswith(os.path.join(os.path.realpath(self._folder), ""))

    def _touched(self, gemeenten: Iterable[str]) -> Iterator[Touched]:
        for each in gemeenten:
            affected = self._affected_in(each)
            if affected is None or affected.wholly:
                yield Touched(self._town(each), None)
            else:
                labels = dict(load_corpus(each, library=self._after).labels)
                yield Touched(self._town(each), tuple(labels.get(name, name) for name in affected.decisions))

    def _affected_in(self, gemeente: str) -> Affected | None:
        """What the change bears on; None where the regulations, as they are or as they were, cannot be read."""
        if gemeente not in self._affected:
            try:
                corpora = [
                    load_corpus(gemeente, library=each) for each in (self._before, self._after) if each
                ]
            except InputError:
                corpora = []
            self._affected[gemeente] = Affected(*corpora) if len(corpora) == 2 else None
        return self._affected[gemeente]

    def _town(self, gemeente: str) -> str:
        if not gemeente:
            return "het landelijke recht"
        fictional = {each.slug: each for each in self._after.fictional}
        found = fictional.get(gemeente) or municipality(gemeente)
        return found.name if found is not None else gemeente

    @cached_property
    def _before(self) -> Library | None:
        """The regulations as they were; None where one of them was no text."""
        try:
            then = [
                _file(path, text) for path, text in files_then(self._changes, self._folder, SUFFIX).items()
            ]
        except InputError:
            return None
        return Library(laid_over(shipped_files(), then))


def _file(path: str, text: bytes) -> RegulationFile:
    name = printable(path.encode("utf-8", "replace").decode("utf-8"))
    return regulation_file(Source(name, decode(text, name)))


def _texts(library: Library, gemeente: str) -> dict[str, str]:
    return {each.source.path: each.source.digest() for each in library.set_of(gemeente).files}
