"""Een belofte van de regeling houdt niet in alle zaken.

De regeling zegt met een `waarborg` wat voor alle zaken geldt, en er zijn twee zaken naast elkaar waarin het niet klopt.

## Waarom dit uitmaakt

Gelijke gevallen worden dan niet gelijk behandeld, of een herhaling kost niet meer dan de eerste keer. Per zaak ziet
niemand dat: het blijkt pas als er twee naast elkaar liggen.

## Wat u doet

- Kijk waarin de twee zaken verschillen, en welke regel daar anders uitkomt.
- Is het zo bedoeld, maak de waarborg dan smaller met `bij`, of laat hem vervallen met de reden.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.conflicts.area import Area
from verordening.analyse.conflicts.finding import Answered
from verordening.analyse.conflicts.promises import promised
from verordening.analyse.conflicts.questions.armoedeval import is_about_income
from verordening.language.diagnostics import Severity

CODE = "VRD611"
SEVERITY = Severity.FOUT


def ask(area: Area) -> Iterator[Answered]:
    """Promises that are broken; those about what is left of more income have a question of their own."""
    return promised(
        area,
        CODE,
        SEVERITY,
        lambda made: not is_about_income(made),
        "kijk welke regel in de twee zaken anders uitkomt",
    )
