"""What is wrong with a population, in Dutch: with which file, row and column, and what to do. Lays nothing out."""

from __future__ import annotations

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from verordening.language.bsn import contains_bsn, mask_bsn
from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, shown

MOST_PROBLEMS: Final = 20
"""Reading stops at this many: one mistake in how a file was made is soon in every row."""

Numbers = npt.NDArray[Any]
"""Whole numbers, as wide as they are."""
Truths = npt.NDArray[np.bool_]


class Refusal(Exception):
    """A file, a column or a value is refused; whoever knows where it stands turns it into a diagnostic."""

    def __init__(self, code: str, message: str, help: str) -> None:
        self.code, self.message, self.help = code, mask_bsn(message), mask_bsn(help)
        super().__init__(self.message)


def refused(refusal: Refusal, where: str = "") -> InputError:
    """The refusal of the whole input, for one reason."""
    return InputError((_said(refusal, where),))


class Problems:
    """The problems of one file, in the order in which they are met. `rows` is how many rows came before this batch.

    Where the rows of a batch do not follow each other, `numbers` holds the number of each.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.rows = 0
        self.numbers: Numbers | None = None
        self.column = ""
        self.secret = False
        self.found: list[Diagnostic] = []
        self._places: Numbers | None = None

    def about(self, column: str, *, secret: bool = False) -> None:
        """What follows is about this column; of a `secret` one no value is repeated."""
        self.column, self.secret = column, secret

    def within(self, rows: Numbers) -> Problems:
        """The same, for the elements of lists: `rows` says of each element in which row of the batch it stands."""
        inner = Problems(self.file)
        inner.rows, inner.column, inner.secret, inner.found = self.rows, self.column, self.secret, self.found
        inner.numbers, inner._places = self.numbers, rows
        return inner

    def file_refused(self, refusal: Refusal) -> None:
        """Note that the file as a whole cannot be used."""
        self._note(_said(refusal, self.file))

    def column_refused(self, refusal: Refusal) -> None:
        """Note that a column as a whole cannot be used."""
        self._note(_said(refusal, f"{self.file}, kolom {shown(self.column)}"))

    def value_refused(self, row: int, refusal: Refusal) -> None:
        """Note that a value is refused, in a row of this batch."""
        place = row if self._places is None else int(self._places[row])
        number = self.rows + place + 1 if self.numbers is None else int(self.numbers[place])
        self._note(_said(refusal, f"{self.file}, rij {number}, kolom {shown(self.column)}"))

    def text_refused(self, row: int, text: str, refusal: Refusal) -> None:
        """Note that a text in a row of this batch is no value, without repeating what may be about a person."""
        if contains_bsn(text):
            refusal = PERSON
        elif self.secret:
            refusal = Refusal(refusal.code, "wat hier staat, is geen waarde voor dit gegeven", refusal.help)
        self.value_refused(row, refusal)

    def wrong(self, row: int, given: object, reason: str, help: str) -> None:
        """Note that the value `given` in a row of this batch is not what it must be."""
        text = str(given)
        if contains_bsn(text):
            self.value_refused(row, PERSON)
        else:
            what = "deze waarde" if self.secret else shown(text)
            self.value_refused(row, Refusal("VRD464", f"{what} {reason}", help))

    def wrong_rows(self, where: Truths, values: object, reason: str, help: str) -> None:
        """Note the first rows of this batch where something is so; `values` are what stands there."""
        for row in np.flatnonzero(where)[:MOST_PROBLEMS]:
            self.wrong(int(row), values[int(row)], reason, help)  # type: ignore[index]

    def check(self) -> None:
        """Raises InputError with all that was found, if anything was."""
        if self.found:
            raise InputError(self.found)

    def _note(self, problem: Diagnostic) -> None:
        self.found.append(problem)
        if len(self.found) >= MOST_PROBLEMS:
            self.check()


PERSON: Final = Refusal(
    "VRD401",
    "hier staan negen cijfers die een burgerservicenummer kunnen zijn",
    "haal de nummers uit het bestand; een populatie noemt geen personen",
)


def _said(refusal: Refusal, where: str) -> Diagnostic:
    message = f"{where}: {refusal.message}" if where else refusal.message
    return diagnostic(None, refusal.code, message, None, help=refusal.help)
