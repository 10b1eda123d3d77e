"""What was named to compare: a folder, file, municipality or revision in git, as the regulations that then hold."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from verordening.analyse.conflicts.second_tier import is_installed
from verordening.analyse.days import last_known_day
from verordening.analyse.difference.comparing import compare
from verordening.analyse.difference.days import days_of
from verordening.analyse.difference.second_tier import SecondTier
from verordening.cli.clock import today
from verordening.cli.not_encoded import not_encoded
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.reading import decode
from verordening.language.source import Source
from verordening.language.suggestions import bedoelt_u
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus
from verordening.model.regulation_files import SUFFIX, RegulationFile, laid_over, regulation_file, user_files
from verordening.present.difference_content import Compared


class Named(NamedTuple):
    """One side of a comparison: its own files, and the municipality where one was named by itself."""

    word: str
    files: tuple[RegulationFile, ...]
    gemeente: str = ""

    @property
    def gemeenten(self) -> frozenset[str]:
        """The municipalities that its files are about; national law has none."""
        return frozenset(each.gemeente for each in self.files if each.gemeente)


class Pair(NamedTuple):
    """The regulations before and after, of one municipality or of two."""

    old: Corpus
    new: Corpus

    @property
    def is_of_two(self) -> bool:
        """Whether two municipalities are compared, and not one text with another."""
        return self.old.gemeente != self.new.gemeente


def read_named(word: str, library: Library) -> Named:
    """What a word stands for. Raises InputError (VRD551, VRD552, or what is wrong with the files)."""
    if os.path.exists(word):
        return Named(word, user_files((word,)))
    if word in library.gemeenten:
        return Named(word, (), word)
    from verordening.cli.revisions import files_at, is_revision, why_no_revision

    if is_revision(word):
        return Named(word, files_at(word))
    if _looks_like_revision(word):
        raise why_no_revision(word)
    refusal = not_encoded(word, "VRD512")
    if refusal is not None:
        raise refusal
    remedy = bedoelt_u(word, library.gemeenten)
    raise usage_error(
        "VRD551",
        f"er is geen map, bestand, gemeente met regelingen of versie in git met de naam {shown(word)}",
        remedy or "noem twee mappen, twee bestanden, twee gemeenten of twee versies in git",
    )


def _looks_like_revision(word: str) -> bool:
    if word.lower().endswith(SUFFIX) or os.sep in word.partition(":")[0]:
        return False
    is_hash = 7 <= len(word) <= 40 and all(each in "0123456789abcdef" for each in word)
    return is_hash or word.startswith("HEAD") or any(each in word for each in "~^:@")


def pairs_of(old: Named, new: Named, library: Library, gemeente: str = "") -> tuple[Pair, ...]:
    """The regulations to compare, one pair for each municipality that the files bear on. Raises InputError."""
    declared = {each.id for each in (*old.files, *new.files)}
    below = tuple(each for each in library.files if each.id not in declared)
    libraries = [
        Library(laid_over(below, each.files) if each.files else library.files) for each in (old, new)
    ]
    return tuple(
        Pair(load_corpus(one, library=libraries[0]), load_corpus(other, library=libraries[1]))
        for one, other in _gemeenten(old, new, gemeente)
    )


def _gemeenten(old: Named, new: Named, gemeente: str) -> list[tuple[str, str]]:
    """For which municipalities to look, before and after."""
    if gemeente:
        return [(gemeente, gemeente)]
    before = {old.gemeente} if old.gemeente else set(old.gemeenten)
    after = {new.gemeente} if new.gemeente else set(new.gemeenten)
    if len(before) == len(after) == 1:
        return [(min(before), min(after))]
    every = sorted(before | after)
    return [(each, each) for each in every] or [("", "")]


def compared_since(
    before: Mapping[str, bytes], folder: str, library: Library, day: date | None = None
) -> tuple[Compared, ...]:
    """What changes for people from the files of a folder as they were (text by path) to the folder as it is now.

    For each municipality that they bear on; on the day given, else as `vergelijk` does. Raises InputError with what is
    wrong in either.
    """
    old = Named(
        folder, tuple(regulation_file(Source(path, decode(text, path))) for path, text in before.items())
    )
    new = Named(folder, user_files((folder,)))
    return tuple(compared(each, old, new, day) for each in pairs_of(old, new, library))


def compared(pair: Pair, old: Named, new: Named, day: date | None = None) -> Compared:
    """What changes in one pair; without a day on the last of which amounts are known, and when what changed begins."""
    days = (day,) if day is not None else days_of(pair.old, pair.new, last_known_day(pair.new, today()))
    second = SecondTier() if is_installed() else None
    return Compared(pair.old, pair.new, old.word, new.word, compare(pair.old, pair.new, days, settle=second))
