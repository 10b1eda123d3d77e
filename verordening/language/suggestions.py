"""Did you mean: the name that a misspelt word comes closest to. Which names exist is up to the caller."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.remembering import lru_cache

_SEPARATORS = str.maketrans("", "", "_- ")
_LONGEST_WORD = 80
_MOST_CANDIDATES = 5_000
_CUTOFF = 0.7


def close_names(word: str, candidates: Iterable[str], n: int = 3) -> list[str]:
    """At most `n` candidates that look like `word`, the closest first."""
    names = list(dict.fromkeys(candidates))[:_MOST_CANDIDATES]
    folded = _fold(word)
    if not folded or len(word) > _LONGEST_WORD:
        return []
    same = [name for name in names if _fold(name) == folded]
    if same:
        return same[:n]
    by_fold: dict[str, str] = {}
    for name in names:
        if _shares_enough(folded, _fold(name)):
            by_fold.setdefault(_fold(name), name)
    if not by_fold:
        return []
    import difflib

    return [by_fold[each] for each in difflib.get_close_matches(folded, by_fold, n, _CUTOFF)]


def _shares_enough(word: str, other: str) -> bool:
    """Whether `difflib` could find two words alike: a glance that saves it most of its work.

    It counts the letters that two words share, once in each; they must make up so much of both words together.
    """
    least = _CUTOFF * (len(word) + len(other)) / 2
    if len(word) < least or len(other) < least:
        return False
    return _shared(word, other) >= least and _shared(other, word) >= least


def _shared(word: str, other: str) -> int:
    return len(word) - len(word.translate(_removing(other)))


@lru_cache(maxsize=_MOST_CANDIDATES)
def _removing(letters: str) -> dict[int, None]:
    return dict.fromkeys(map(ord, letters))


def did_you_mean(word: str, candidates: Iterable[str], n: int = 1) -> str | None:
    """The closest of the `n` best candidates, or None when nothing comes near."""
    names = close_names(word, candidates, n)
    return names[0] if names else None


def bedoelt_u(word: str, candidates: Iterable[str]) -> str:
    """The question "bedoelt u `x`?", or nothing when no candidate comes near."""
    name = did_you_mean(word, candidates)
    return f"bedoelt u `{name}`?" if name is not None else ""


@lru_cache(maxsize=2 * _MOST_CANDIDATES)
def _fold(name: str) -> str:
    return name.casefold().translate(_SEPARATORS)
