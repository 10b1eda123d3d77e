"""Why a file cannot be read, in words of our own: the libraries say it in English, and with what stands in a row."""

from __future__ import annotations

import csv
from typing import Final

from verordening.language.bsn import mask_bsn
from verordening.population.reading.problems import Refusal

_MOST_SAID: Final = 160
_LONGEST: Final = 1_000_000


def broken_parquet(error: Exception) -> Refusal:
    """A parquet file that is none, or not whole (VRD461)."""
    if isinstance(error, PermissionError):
        return _NOT_ALLOWED
    return Refusal(
        "VRD461",
        "dit is geen parquet-bestand, of het is niet heel",
        "haal of maak het bestand opnieuw; misschien is het kopiëren halverwege gestopt",
    )


def broken_csv(error: Exception, path: str, delimiter: str) -> Refusal:
    """A csv file of which a line does not go with the first (VRD461), or that has another encoding (VRD006)."""
    if isinstance(error, PermissionError):
        return _NOT_ALLOWED
    try:
        return _line_refused(path, delimiter) or Refusal(
            "VRD461", "dit csv-bestand is niet te lezen", _QUOTES
        )
    except UnicodeDecodeError:
        return NO_UTF_8
    except csv.Error:
        return Refusal("VRD461", "dit csv-bestand is niet te lezen", _QUOTES)


def broken_database(error: Exception) -> Refusal:
    """A database or a question to it that DuckDB refuses, in its own words: the question is the user's own."""
    said = mask_bsn(" ".join(str(error).split()))[:_MOST_SAID]
    return Refusal("VRD461", "de database is niet te lezen", f"de melding van DuckDB luidt: {said}")


def _line_refused(path: str, delimiter: str) -> Refusal | None:
    """The first line with more or fewer columns than the first has. Empty lines are skipped."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        csv.field_size_limit(_LONGEST)
        lines = csv.reader(file, delimiter=delimiter)
        columns = len(next(lines, ()))
        for each in lines:
            if each and len(each) != columns:
                own = "1 kolom" if len(each) == 1 else f"{len(each)} kolommen"
                return Refusal(
                    "VRD461", f"regel {lines.line_num} heeft {own}, en regel 1 heeft er {columns}", _QUOTES
                )
    return None


NO_UTF_8: Final = Refusal("VRD006", "het bestand is niet opgeslagen als UTF-8", "sla het op als csv in UTF-8")
_NOT_ALLOWED: Final = Refusal(
    "VRD461", "dit bestand mag u niet lezen", "vraag toegang tot het bestand of de map"
)
_QUOTES: Final = (
    "verbeter de regel. Staat het scheidingsteken in een tekst, zet die dan tussen aanhalingstekens"
)
