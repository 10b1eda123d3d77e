"""The municipalities of the Netherlands by name and slug, from the dated list beside this module.

A municipality that only a fictional regulation declares is not here; whoever loads the regulations adds it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date

from verordening.language.suggestions import close_names
from verordening.records import dataclass
from verordening.remembering import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

LIST_DATE: Final = date(2026, 1, 1)
"""The day on which the shipped list held."""

_LIST = os.path.join(os.path.dirname(__file__), "gemeenten.txt")
_KEPT = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_PREFERRED = {"s_gravenhage": ("den_haag", "Den Haag")}
_ALIASES = {
    "s_gravenhage": "den_haag",
    "gravenhage": "den_haag",
    "den_bosch": "s_hertogenbosch",
    "hertogenbosch": "s_hertogenbosch",
    "nuenen": "nuenen_gerwen_en_nederwetten",
    "friese_meren": "de_fryske_marren",
    "de_friese_meren": "de_fryske_marren",
    "zuidwest_friesland": "sudwest_fryslan",
    "noordoost_friesland": "noardeast_fryslan",
    "bergen_noord_holland": "bergen_nh",
    "bergen_limburg": "bergen_l",
}


@dataclass(frozen=True, slots=True)
class Municipality:
    """`slug` is how regulations and cases name it (`den_haag`), `name` how people read it (`Den Haag`)."""

    slug: str
    name: str


def slug(name: str) -> str:
    """Lower case, without accents, everything else than letters and digits as one underscore."""
    plain = name.casefold()
    if plain.isascii() and plain.isalnum():
        return plain
    if not plain.isascii():
        import unicodedata

        plain = unicodedata.normalize("NFKD", plain.replace("\N{LATIN SMALL LIGATURE IJ}", "ij"))
        plain = "".join(character for character in plain if not unicodedata.combining(character))
    kept = [each if each in _KEPT else " " for each in plain]
    return "_".join("".join(kept).split())


def municipality(name: str) -> Municipality | None:
    """The municipality that goes by this name, slug or alias; None when there is none, or more than one."""
    wanted = slug(name).removeprefix("gemeente_")
    if wanted in _lines_folded():
        return Municipality(wanted, _lines()[_lines_folded().index(wanted)])
    return _by_slug().get(_ALIASES.get(wanted, wanted))


def municipalities() -> tuple[Municipality, ...]:
    """All municipalities of the list, in its order."""
    return tuple(_by_slug().values())


def close_municipalities(
    name: str, others: Iterable[Municipality] = (), n: int = 2
) -> tuple[Municipality, ...]:
    """At most `n` municipalities, of the list or of `others`, that `name` may mean; the closest first."""
    known = {**_by_slug(), **{each.slug: each for each in others}}
    wanted = slug(name).removeprefix("gemeente_")
    same_place = [each for key, each in known.items() if wanted and key.startswith(f"{wanted}_")]
    close = [known[_ALIASES.get(each, each)] for each in close_names(wanted, (*known, *_ALIASES), n)]
    return tuple(dict.fromkeys((*same_place, *close)))[:n]


@cache
def _lines() -> list[str]:
    with open(_LIST, encoding="utf-8") as file:
        return file.read().splitlines()


@cache
def _lines_folded() -> list[str]:
    """The lines in small letters; what is no more than letters is its own slug there."""
    return "\n".join(_lines()).casefold().split("\n")


@cache
def _by_slug() -> dict[str, Municipality]:
    found: dict[str, Municipality] = {}
    for name in _lines():
        if name and not name.startswith("#"):
            own = slug(name)
            key, shown = _PREFERRED.get(own, (own, name))
            found[key] = Municipality(key, shown)
    return found


def is_slug(name: str) -> bool:
    """Whether a name is written as regulations write a municipality: `den_haag`, not `Den Haag` or `s_gravenhage`."""
    found = municipality(name)
    return found is not None and found.slug == name
