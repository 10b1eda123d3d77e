"""Een bepaling rust op een artikel dat er niet meer is.

De tekst verwijst naar een bepaling die vervallen is of nooit heeft bestaan; wat erop rust, werkt niet.

## Waarom dit uitmaakt

Wie de regeling leest, denkt dat er een bevoegdheid is. Een besluit dat erop rust, heeft geen grond.

## Wat u doet

- Laat de bepaling vervallen, of verwijs naar het artikel dat ervoor in de plaats is gekomen.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered, Finding, Site
from verordening.language.diagnostics import Severity
from verordening.model.validity import Force

CODE = "VRD616"
SEVERITY = Severity.ADVIES


def ask(area: Area) -> Iterator[Answered]:
    """Places of which the file itself says that a reference leads nowhere, while they hold."""
    for versions in area.corpus.provisions.values():
        for each in versions:
            if each.place.file not in area.own or each.validity.on(area.today) is not Force.IN_FORCE:
                continue
            if each.dead:
                yield Finding(
                    CODE,
                    SEVERITY,
                    f"`{each.path}` rust op {_listed(each.dead)}",
                    (Site(each.id, area.span(each.place, each.path), "dit leidt nergens heen"),),
                    "laat de bepaling vervallen, of verwijs naar wat ervoor in de plaats kwam",
                )


def _listed(dead: tuple[tuple[str, str], ...]) -> str:
    """The references with why they are dead, each reason once."""
    whys = dict.fromkeys(why for _, why in dead)
    named = {why: " en ".join(f"`{each}`" for each, other in dead if other == why) for why in whys}
    return "; ".join(f"{references}: {why}" for why, references in named.items())
