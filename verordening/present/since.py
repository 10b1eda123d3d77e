"""What `controleer --sinds` looked at and what it left, with the reason why that is safe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from verordening.present.dutch import joined


class Touched(NamedTuple):
    """The decisions of a municipality that may come to something else; None where any may."""

    town: str
    decisions: tuple[str, ...] | None


class Compared(NamedTuple):
    """What changed since a revision (`commit`: in short), and what of it was looked at.

    `regulations` and `trials` are the changed files; `touched` is about the municipalities that were looked at,
    `left` are those that were not. `ran` and `idle` are numbers of trials.
    """

    revision: str
    commit: str
    regulations: tuple[str, ...]
    trials: tuple[str, ...]
    touched: tuple[Touched, ...]
    left: tuple[str, ...]
    ran: int
    idle: int


def told_since(each: Compared) -> Iterator[str]:
    """One statement a line, the first what it is compared with."""
    is_commit = each.revision.startswith(each.commit)
    named = each.commit if is_commit else f"{each.revision} ({each.commit})"
    yield f"Vergeleken met {named}."
    if each.regulations:
        yield f"Veranderde regelingen: {joined(each.regulations)}."
    else:
        yield "Er is geen regeling veranderd."
    if each.trials:
        yield f"Veranderde proeven: {joined(each.trials)}."
    towns = [one.town for one in each.touched]
    if towns:
        yield f"Nagekeken: alle regelingen van {joined(towns)}."
    if each.left:
        yield (
            f"Overgeslagen: de regelingen van {joined(each.left)}. Daar is niets veranderd, en de regelingen van de "
            "ene gemeente tellen niet voor een andere."
        )
    for touched in each.touched:
        if touched.decisions is None:
            yield f"{touched.town}: elk besluit kan anders uitkomen. Er is iets veranderd dat voor elke zaak telt."
        elif touched.decisions:
            yield f"{touched.town}: anders uitkomen kan {joined(touched.decisions)}."
        else:
            yield f"{touched.town}: er kan niets anders uitkomen. Er zijn alleen teksten veranderd."
    yield _told_trials(each)


def since_json(each: Compared) -> dict[str, Any]:
    """The same as data."""
    return {
        "revisie": each.revision,
        "commit": each.commit,
        "regelingen": list(each.regulations),
        "proeven": list(each.trials),
        "geraakt": [
            {"gemeente": one.town, "besluiten": None if one.decisions is None else list(one.decisions)}
            for one in each.touched
        ],
        "overgeslagen": list(each.left),
        "proeven_gedraaid": each.ran,
        "proeven_overgeslagen": each.idle,
    }


def _told_trials(each: Compared) -> str:
    if not each.idle:
        return f"Proeven: {each.ran} gedraaid, geen overgeslagen." if each.ran else "Er zijn geen proeven."
    return (
        f"Proeven: {each.ran} gedraaid en {each.idle} overgeslagen. Die gaan over besluiten waarvoor geen regel, "
        "begrip, bedrag, gegeven of ondergrens veranderd is."
    )
