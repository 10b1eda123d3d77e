"""`aanvaard.yaml`: each change that may go unnoticed can still be made, of the text as it now is, and says why."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tests.law.examples import corpus_of, library
from verordening.analyse.mutation.accepted import Accepted, read_accepted
from verordening.analyse.mutation.gathering import gather
from verordening.language.reading import CASE_LIMIT, read_text

FILE = Path(__file__).with_name("aanvaard.yaml")


@lru_cache(maxsize=1)
def accepted() -> tuple[Accepted, ...]:
    return read_accepted(read_text(FILE, limit=CASE_LIMIT))


def gemeente_of(file: str) -> str:
    """A municipality whose regulations have the file; what is national, all have."""
    wanted = [each for each in library().gemeenten if file.startswith(f"{each}/")]
    return wanted[0] if wanted else "voorbeelddam" if file.startswith("model/") else ""


def test_each_change_can_be_made_in_the_text_as_it_is() -> None:
    made = {
        (each.key.file, each.key.name, each.key.words, each.mark)
        for file in {each.file for each in accepted()}
        for each in gather({"": corpus_of(gemeente_of(file))}, file)
    }
    stale = [
        f"{each.span}: {each.name}: {each.words}"
        for each in accepted()
        if (each.file, each.name, each.words, each.mark) not in made
    ]
    assert stale == []


def test_they_stand_in_order_and_once() -> None:
    places = [(each.file, each.name, each.words) for each in accepted()]
    assert places == sorted(set(places))
