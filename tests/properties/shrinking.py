"""From a regulation and a case in which something does not hold to the smallest in which it still does not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from time import monotonic

from tests.properties.corpora import load
from tests.properties.generating import Artikel, Regeling, Tekst

Fails = Callable[[Regeling], bool]
"""Whether the same thing still fails under a smaller regulation, which has no mistakes in it."""

_PAIR = re.compile(r"(niet )?\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
_SPLITS = (" en ", " of ")


def shrunk(regeling: Regeling, fails: Fails, seconds: float = 30.0) -> Regeling:
    """The regulation with as much taken out as can be, within some time."""
    until = monotonic() + seconds
    current = regeling
    progress = True
    while progress and monotonic() < until:
        progress = False
        for smaller in _smaller(current):
            if monotonic() > until:
                break
            if _still(smaller, fails):
                current, progress = smaller, True
                break
    return current


def _still(regeling: Regeling, fails: Fails) -> bool:
    try:
        _, remarks = load(regeling.sources())
    except ValueError:
        return False
    return not remarks and fails(regeling)


def _smaller(regeling: Regeling) -> Iterator[Regeling]:
    for number in range(len(regeling.files)):
        yield _with(regeling, tuple(each for at, each in enumerate(regeling.files) if at != number))
    for number, tekst in enumerate(regeling.files):
        for smaller in _smaller_text(tekst):
            files = list(regeling.files)
            files[number] = smaller
            yield _with(regeling, tuple(files))


def _with(regeling: Regeling, files: tuple[Tekst, ...]) -> Regeling:
    return Regeling(regeling.seed, files, regeling.constructs, regeling.day)


def _smaller_text(tekst: Tekst) -> Iterator[Tekst]:
    for number in range(len(tekst.artikelen)):
        copy = deepcopy(tekst)
        del copy.artikelen[number]
        yield copy
    for number, artikel in enumerate(tekst.artikelen):
        for smaller in _smaller_article(artikel):
            copy = deepcopy(tekst)
            copy.artikelen[number] = smaller
            yield copy
    for number, declaration in enumerate(tekst.declarations):
        copy = deepcopy(tekst)
        del copy.declarations[number]
        yield copy
        for simpler in _simpler(declaration):
            copy = deepcopy(tekst)
            copy.declarations[number] = simpler
            yield copy
        lines = declaration.split("\n")
        for line in range(1, len(lines)):
            copy = deepcopy(tekst)
            copy.declarations[number] = "\n".join(lines[:line] + lines[line + 1 :])
            yield copy
    for number in range(4, len(tekst.header)):
        copy = deepcopy(tekst)
        del copy.header[number]
        yield copy


def _smaller_article(artikel: Artikel) -> Iterator[Artikel]:
    for number in range(len(artikel.leden)):
        copy = deepcopy(artikel)
        del copy.leden[number]
        yield copy
    for number in range(len(artikel.clauses)):
        copy = deepcopy(artikel)
        del copy.clauses[number]
        yield copy
    for number, lid in enumerate(artikel.leden):
        for clause in range(len(lid.clauses)):
            copy = deepcopy(artikel)
            del copy.leden[number].clauses[clause]
            yield copy
            for simpler in _simpler(lid.clauses[clause]):
                copy = deepcopy(artikel)
                copy.leden[number].clauses[clause] = simpler
                yield copy


def _simpler(text: str) -> Iterator[str]:
    """The text with one condition in brackets made smaller, or one consequence or target left out."""
    for found in _PAIR.finditer(text):
        inner = found[2]
        for split in _SPLITS:
            if split in inner:
                for part in inner.split(split):
                    yield text[: found.start()] + part + text[found.end() :]
        if found[1]:
            yield text[: found.start()] + inner + text[found.end() :]
    if "\n" in text and text.startswith("dan "):
        lines = text.split("\n")
        yield from ("\n".join(lines[:at] + lines[at + 1 :]) for at in range(1, len(lines)))
    for pattern in (r", [^,\n]+", r" wegens \w+", r" behalve .*", r"begrip (\w+): ([\w/ ]+) = .*"):
        for found in re.finditer(pattern, text):
            yield text[: found.start()] + text[found.end() :]
    for found in re.finditer(r"= (.+?) als .+?; ", text):
        yield text[: found.start()] + "= " + text[found.end() :]
