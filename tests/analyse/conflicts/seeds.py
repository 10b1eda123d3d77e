"""The seeds of `zaadconflicten.yaml`, each in a copy of the Amsterdam regulations, and what is found in that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

import yaml

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.examining import examine
from verordening.analyse.conflicts.finding import Finding
from verordening.model.corpus import Corpus
from verordening.model.loading import load_set, regulation_sets

DAY: Final = date(2026, 3, 1)
_HERE: Final = Path(__file__).parent
_SHIPPED: Final = Path(__file__).parents[3] / "ordinances"


class Change(NamedTuple):
    """In a file `before` becomes `after`."""

    file: str
    before: str
    after: str


class Seed(NamedTuple):
    """One thing that goes wrong for a decision: the changes that bring it about, those that mend it (mostly none: the
    regulations as they are), the code of the question and the places that the finding names, the first first.
    """

    name: str
    code: str
    decision: str
    changes: tuple[Change, ...]
    mended: tuple[Change, ...]
    places: tuple[str, ...]


def _changes(entries: Iterable[dict[str, str]]) -> tuple[Change, ...]:
    return tuple(Change(each["bestand"], each["was"], each["wordt"]) for each in entries)


def _seed(entry: dict[str, Any]) -> Seed:
    changes = _changes(entry["wijzigingen"])
    mended = _changes(entry.get("hersteld", ())) or tuple(
        each._replace(after=each.before) for each in changes
    )
    return Seed(entry["naam"], entry["vraag"], entry["besluit"], changes, mended, tuple(entry["plaatsen"]))


SEEDS: Final = tuple(map(_seed, yaml.safe_load((_HERE / "zaadconflicten.yaml").read_text(encoding="utf-8"))))


def found_with(changes: Iterable[Change], seed: Seed, folder: Path) -> tuple[list[Finding], Corpus]:
    """What its question finds on its decision in Amsterdam where these files are changed; only those are examined."""
    texts: dict[str, str] = {}
    for each in changes:
        shipped = _SHIPPED / f"{each.file}.vrd"
        text = texts.get(each.file) or shipped.read_text(encoding="utf-8")
        assert text.count(each.before) == 1
        texts[each.file] = text.replace(each.before, each.after)
    files = [folder / f"{name.replace('/', '_')}.vrd" for name in texts]
    for file, text in zip(files, texts.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    (amsterdam,) = (each for each in regulation_sets(files) if each.gemeente == "amsterdam")
    corpus = load_set(amsterdam)
    answers = examine(Area(corpus, amsterdam.own, DAY, about={seed.decision}), {seed.code})
    return [each for each in answers if isinstance(each, Finding)], corpus
