"""Een verordening die de wet eist, ontbreekt.

In de kop van een regeling staat dat alles van deze gemeente hier is (`volledig krachtens …`). De wet draagt de
gemeenteraad op iets bij verordening te regelen, en er is geen verordening die daarop rust.

## Waarom dit uitmaakt

Zonder verordening mag het college niet verlagen, en kan het geen toeslag geven. In elke zaak daarover blijft een
leemte. De gemeente doet dan niet wat de wet van haar vraagt.

## Wat u doet

- Is de verordening er wel, zet haar dan bij de andere, met achter `grondslag` het artikel dat haar eist. Is de tekst
  niet gezien, schrijf dan alleen de kop, met `niet opgenomen … "waarom"`.
- Is zij er echt niet, zeg dat dan met `geen regeling krachtens …`.
- Zijn nog niet alle regelingen van de gemeente hier, haal dan `volledig krachtens …` weg.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.evaluate.possibilities import covers
from verordening.language.diagnostics import Related, Severity
from verordening.model.formatting import format_date
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Provision, Regulation
from verordening.model.validity import Validity

CODE = "VRD720"
SEVERITY = Severity.WAARSCHUWING

_ORDINANCE = "verordening"


def check(look: Look) -> Iterator[Finding]:
    """Duties of the council, of a law that is said to be complied with in full, that no ordinance rests on."""
    # Hardly any regulation says so, and for the duties all places there are must be read.
    claiming = [each for each in look.regulations if each.gemeente and each.complete]
    every = look.corpus.provisions.values() if claiming else ()
    duties = [each for versions in every for each in versions if each.ordinance]
    for regulation in claiming:
        for within, since in regulation.complete:
            first = since or regulation.validity.start
            for duty in duties:
                day = _first_day_without(duty, first, look) if covers(within, duty.id) else None
                if day is not None:
                    later = f" vanaf {format_date(day)}" if day != first else ""
                    yield Finding(
                        look.span(regulation.place, "volledig"),
                        f"`{duty.id}` eist een verordening, en die is er{later} niet",
                        help=_remedy(duty, regulation.gemeente, look),
                        related=(Related(span_of(duty.place, duty.path), _said(duty)),),
                    )


def _first_day_without(duty: Provision, since: date | None, look: Look) -> date | None:
    """The first day of a duty from `since` on that no ordinance, and no word that there is none, takes care of."""
    starts = [each for each in (since, duty.validity.start) if each is not None]
    if not starts:
        return None
    day = max(starts)
    for start, end in sorted(_covered(duty, look)):
        if start > day:
            break
        day = max(day, end)
    return day if day < (duty.validity.end or date.max) else None


def _covered(duty: Provision, look: Look) -> Iterator[tuple[date, date]]:
    """The days on which an ordinance is there or is said not to be; a day that is not known counts as covered."""
    for each in _municipal(look):
        if each.kind == _ORDINANCE and any(covers(ground, duty.id) for ground in each.grounds):
            yield _days(each.validity)
        for absent, since in each.absent:
            if covers(absent, duty.id):
                yield since or _days(each.validity)[0], date.max


def _remedy(duty: Provision, gemeente: str, look: Look) -> str:
    for each in _municipal(look):
        if each.kind != _ORDINANCE and any(covers(ground, duty.id) for ground in each.grounds):
            return f"`{each.id}` is geen verordening; zet die erbij, of zeg dat zij er niet is"
    return f"zet haar erbij, of schrijf `geen regeling krachtens {duty.id}`"


def _municipal(look: Look) -> Iterable[Regulation]:
    return (each for each in look.corpus.regulations.values() if each.gemeente)


def _days(validity: Validity) -> tuple[date, date]:
    return validity.start or date.min, validity.end or date.max


def _said(duty: Provision) -> str:
    said = f': "{duty.summary}"' if duty.summary else ""
    return f"hier eist de wet haar{said}"
