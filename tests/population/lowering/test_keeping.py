"""A program is kept for the texts, the day and the question that it was made for, and for no other."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library
from verordening.population.lowering import keeping
from verordening.population.lowering.keeping import lowered
from verordening.population.lowering.program import LoweredProgram
from verordening.population.outcomes import EVERY, Part
from verordening.resources import resource_folder

DAY = date(2026, 3, 1)
FACTS = ("huishouden", "leeftijd", "giften_per_jaar")


class _MadeError(Exception):
    """A program was made."""


def _made(*_: object) -> NoReturn:
    raise _MadeError


def program(
    corpus: Corpus, day: date = DAY, facts: Collection[str] = FACTS, parts: Collection[Part] = EVERY
) -> LoweredProgram:
    return lowered(corpus, day, ("norm_22a", "giften_melden"), facts, parts)


@pytest.fixture
def gifts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Amsterdam's policy rules in a folder of their own, with a cache that holds nothing yet."""
    monkeypatch.setenv("VERORDENING_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "regels"
    folder.mkdir()
    text = (resource_folder("ordinances") / "amsterdam" / "beleidsregels.vrd").read_text(encoding="utf-8")
    (folder / "beleidsregels.vrd").write_text(text, encoding="utf-8")
    return folder


def corpus_with(folder: Path) -> Corpus:
    return load_corpus("amsterdam", library=read_library(overlay=str(folder)))


def test_it_is_kept_for_the_same_question_and_the_same_texts_only(
    gifts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = program(corpus_with(gifts))
    monkeypatch.setattr(keeping, "lower", _made)
    assert program(corpus_with(gifts)) == first
    for other in ({"day": date(2026, 3, 2)}, {"facts": FACTS[:2]}, {"parts": frozenset({Part.VALUE})}):
        with pytest.raises(_MadeError):
            program(corpus_with(gifts), **other)
    file = gifts / "beleidsregels.vrd"
    text = file.read_text(encoding="utf-8")
    assert "1.800" in text
    file.write_text(text.replace("1.800", "1.801"), encoding="utf-8")
    with pytest.raises(_MadeError):
        program(corpus_with(gifts))
