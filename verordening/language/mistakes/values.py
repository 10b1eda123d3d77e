"""Numbers, amounts, percentages, durations and dates in another notation than the Dutch one of the language."""

from __future__ import annotations

import re

from verordening.language.complaint import Complaint
from verordening.language.diagnostics import shown
from verordening.language.measures import MONTHS, MOST_DIGITS, UNITS
from verordening.language.mistakes.stuck import Stuck, end_of, start_of
from verordening.language.suggestions import did_you_mean

_NUMBER = re.compile(r"€?\s*(-?\d[\d.,]*)(\s*%)?")
_ENGLISH = re.compile(r"-?\d+(?:,\d{3})*\.\d{1,2}")
_THOUSANDS = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_NO_CENTS = re.compile(r"(\d[\d.]*),-+")
_PERCENT_WORDS = frozenset({"procent", "percent", "pct", "percentage"})
_EURO_WORDS = frozenset({"euro", "euros", "eur", "€"})
_DATE_LIKE = re.compile(r"(\d{1,2})[ \t.]*[-/ \t]?[ \t]*([^\W\d_]{3,9})\.?(?:[- \t]+(\d{4})(?!\w))?")
_NUMERIC = ("NUMBER", "EURO", "PERCENT", "PLACE_NR", "DURATION")


def decimals(stuck: Stuck) -> Complaint | None:
    """`12.50`, `1.000`, `1,401.50` and `5,-`."""
    number = stuck.previous
    if number is None or number.type not in _NUMERIC or end_of(number) != stuck.offset:
        return None
    start = start_of(number)
    no_cents = _NO_CENTS.search(stuck.text, start)
    if no_cents is not None and no_cents.end(1) == stuck.offset:
        return _written(stuck, start, no_cents.end(), stuck.text[start : stuck.offset])
    if not stuck.thing.startswith("."):
        return None
    found = _NUMBER.match(stuck.text, start)
    if found is None:
        return None
    digits, percent = found[1].rstrip(".,"), (found[2] or "").strip()
    sign = "€ " if found[0].startswith("€") else ""
    if _ENGLISH.fullmatch(digits):
        whole, _, cents = digits.replace(",", "").partition(".")
        dutch = f"{_grouped(whole) if sign else whole},{cents}"
    elif _THOUSANDS.fullmatch(digits):
        dutch = digits if sign else digits.replace(".", "")
    else:
        return None
    return _written(stuck, start, start + len(found[0].rstrip(".,")), f"{sign}{dutch}{percent}")


def percent_or_euro_word(stuck: Stuck) -> Complaint | None:
    """`5 procent`, `5 euro` and `euro 5`."""
    previous = stuck.previous
    if previous is None:
        return None
    thing, start = stuck.thing.casefold(), start_of(previous)
    if previous.type == "NUMBER" and thing in _PERCENT_WORDS:
        return _written(stuck, start, stuck.offset + len(thing), f"{previous}%")
    if previous.type == "NUMBER" and thing in _EURO_WORDS:
        end = stuck.offset + len(thing)
        end += len("'s") if stuck.text[end : end + 2] in ("'s", "’s") else 0
        return _written(stuck, start, end, f"€ {previous}")
    if previous.casefold() in _EURO_WORDS and thing[:1].isdigit():
        return _written(stuck, start, stuck.offset + len(thing), f"€ {stuck.thing}")
    return None


def unit(stuck: Stuck) -> Complaint | None:
    """A unit that the language does not know, or half a unit."""
    number = stuck.previous
    if number is None or not stuck.thing.isalpha():
        return None
    if number.type != "NUMBER":
        words = _UNITS_OF_TYPES.get(next(iter(stuck.expected & set(_UNITS_OF_TYPES)), ""), ())
        meant = _nearest_unit(stuck.thing, words)
        return _no_unit(stuck, meant) if meant else None
    start = start_of(number)
    if stuck.thing in UNITS and "," in number:
        return stuck.complaint(
            "VRD109",
            "een duur is een heel getal",
            start=start,
            length=stuck.offset + len(stuck.thing) - start,
            help="schrijf de duur in een kleinere eenheid, zoals `18 maanden`",
        )
    meant = _nearest_unit(stuck.thing, tuple(UNITS))
    return _no_unit(stuck, f"{number} {meant}") if meant else None


_ABBREVIATED = {"mnd": "maand", "jr": "jaar", "dg": "dag", "dgn": "dagen", "wk": "week", "u": "uur"}
_UNITS_OF_TYPES = {
    "EENHEID": ("werkdagen", "dagen", "weken", "maanden", "jaren", "jaar", "uren", "uur"),
    "PERIODE": ("maand", "jaar", "week", "uur"),
}


def _nearest_unit(word: str, words: tuple[str, ...]) -> str | None:
    meant = _ABBREVIATED.get(word.casefold(), word)
    plural = {"maand": "maanden", "week": "weken", "dag": "dagen"}.get(meant, meant)
    if plural in words:
        return plural
    return meant if meant in words else did_you_mean(word, words)


def _no_unit(stuck: Stuck, better: str) -> Complaint:
    return stuck.complaint(
        "VRD109", f"{shown(stuck.thing)} past hier niet als eenheid", help=f"bedoelt u `{better}`?"
    )


def date_in_words(stuck: Stuck) -> Complaint | None:
    """`1 jan 2026`, `1 Januari 2026`, `1 januari` without a year, `2026` alone."""
    start = stuck.offset
    previous = stuck.previous
    if previous is not None and previous.type == "NUMBER" and not stuck.thing[:1].isdigit():
        start = start_of(previous)
    found = _DATE_LIKE.match(stuck.text, start)
    if found is not None:
        month = _month(found[2])
        if month is None:
            return None
        if found[3] is None:
            return stuck.complaint(
                "VRD109",
                "bij deze datum ontbreekt het jaar",
                start=start,
                length=len(found[0].rstrip()),
                help=f"schrijf bijvoorbeeld `{int(found[1])} {month} 2026`",
            )
        better = f"{int(found[1])} {month} {found[3]}"
        is_right = found[0].split() == better.split()
        return None if is_right else _written(stuck, start, found.end(), better)
    if "DATE" in stuck.expected and re.fullmatch(r"\d{4}", stuck.thing):
        return stuck.complaint(
            "VRD109", "hier hoort een hele datum", help=f"schrijf bijvoorbeeld `1 januari {stuck.thing}`"
        )
    return None


def _month(word: str) -> str | None:
    folded = word.casefold()
    if folded == "mrt":
        return "maart"
    starting = [month for month in MONTHS if month.startswith(folded)]
    if starting:
        return starting[0]
    return did_you_mean(folded, MONTHS)


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".") if len(digits) <= MOST_DIGITS else digits


def _written(stuck: Stuck, start: int, end: int, better: str) -> Complaint:
    written = " ".join(stuck.text[start:end].split())
    return stuck.complaint(
        "VRD109",
        f"{shown(written)} schrijft u anders",
        start=start,
        length=end - start,
        help=f"schrijf {shown(better)}",
    )
