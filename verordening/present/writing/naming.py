"""How a provision is named in a letter: with the full title of its regulation, for who knows none of them."""

from __future__ import annotations

from collections.abc import Iterable

from verordening.evaluate.outcome import Cited
from verordening.present.citing import place
from verordening.present.dutch import joined
from verordening.present.writing.written import Line


def named(cited: Cited) -> str:
    """`Algemene wet bestuursrecht artikel 4:84`."""
    return f"{cited.regulation_title or cited.regulation} {place(cited)}".strip()


def citing(text: str, cited: Cited) -> Line:
    """A statement that names a provision, with where its text stands."""
    return Line(text, cited.url, named(cited))


def places(cited: Iterable[Cited]) -> str:
    """Several provisions, what they share said once: `Participatiewet artikel 58 lid 7 onder a, b en c`."""
    shared: dict[str, list[str]] = {}
    for each in dict.fromkeys(cited):
        whole, _, last = named(each).rpartition(" ")
        shared.setdefault(whole, []).append(last)
    return joined(f"{whole} {joined(last)}" for whole, last in shared.items())
