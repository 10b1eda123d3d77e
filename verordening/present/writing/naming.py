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
    """Several provisions; a regulation is named once: `Participatiewet artikel 58 lid 7 onder a, artikel 60 lid 6`."""
    by_title: dict[str, list[str]] = {}
    for each in dict.fromkeys(cited):
        by_title.setdefault(each.regulation_title or each.regulation, []).append(place(each))
    return joined(f"{title} {joined(dict.fromkeys(where))}".strip() for title, where in by_title.items())
