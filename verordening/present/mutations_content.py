"""What to say of mutants: per file how many were noticed, and each that was not, with its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from verordening.analyse.mutation.accepted import Accepted
from verordening.analyse.mutation.gathering import Gathered
from verordening.analyse.mutation.mutant import Key
from verordening.analyse.mutation.trying import Fate, Result

NOTICED: Final = (Fate.FOUND, Fate.FAILED)
MISSED: Final = (Fate.SURVIVED, Fate.UNTRIED)


class FileFigures(NamedTuple):
    """Of one file, or of all: how many changes were noticed, of how many that count."""

    file: str
    noticed: int
    counted: int

    @property
    def percentage(self) -> str:
        """`95,2%`, rounded down: 95% is not said of less. Empty where nothing counts."""
        if not self.counted:
            return ""
        tenths = 1000 * self.noticed // self.counted
        return f"{tenths // 10},{tenths % 10}%"


class Unnoticed(NamedTuple):
    """A change that no trial noticed. `tried` are the trials that were run on it, `seen` whether any looks there."""

    key: Key
    line: int
    mark: str
    seen: bool
    tried: int


class Crashed(NamedTuple):
    """A change on which the program itself stopped: the trial with which it did, and the error."""

    key: Key
    line: int
    trial: str
    error: str


class MutationReport(NamedTuple):
    """All figures. `left` were not tried yet; `unfit` are trials that are not good now; `stale` no longer fit."""

    files: tuple[FileFigures, ...]
    total: FileFigures
    by_fate: dict[Fate, int]
    unnoticed: tuple[Unnoticed, ...]
    crashed: tuple[Crashed, ...]
    accepted: int
    stale: tuple[Accepted, ...]
    left: int
    unfit: tuple[str, ...]


def report_on(
    tried: Iterable[tuple[Gathered, Result]], of: int, unfit: tuple[str, ...], accepted: Sequence[Accepted]
) -> MutationReport:
    """The figures of the mutants that were tried, `of` all there are."""
    pairs = sorted(
        tried, key=lambda pair: (pair[1].key.file, pair[1].place.line, pair[1].key.name, pair[1].key.words)
    )
    missed = [(each, result) for each, result in pairs if result.fate in MISSED]
    may = [(each, result) for each, result in missed if any(a.fits(each.key, each.mark) for a in accepted)]
    allowed = {each.key for each, _ in may}
    unnoticed = tuple(
        Unnoticed(each.key, result.place.line, each.mark, result.fate is Fate.SURVIVED, result.tried)
        for each, result in missed
        if each.key not in allowed
    )
    noticed = Counter(result.key.file for _, result in pairs if result.fate in NOTICED)
    counted = noticed + Counter(each.key.file for each in unnoticed)
    stale = tuple(a for a in accepted if not any(a.fits(each.key, each.mark) for each, _ in missed))
    return MutationReport(
        tuple(FileFigures(file, noticed[file], counted[file]) for file in sorted(counted)),
        FileFigures("", noticed.total(), counted.total()),
        dict(Counter(result.fate for _, result in pairs)),
        unnoticed,
        tuple(_crashed(result) for _, result in pairs if result.fate is Fate.FAILED),
        len(may),
        stale if len(pairs) == of else (),
        of - len(pairs),
        unfit,
    )


def _crashed(result: Result) -> Crashed:
    return Crashed(result.key, result.place.line, result.by, result.error)
