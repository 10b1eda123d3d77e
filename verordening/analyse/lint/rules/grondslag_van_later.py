"""Een regeling geldt eerder dan waarop zij rust.

Het artikel dat de grondslag is, gaat later in dan de regeling zelf.

## Waarom dit uitmaakt

In de dagen ertussen mist de gemeente de bevoegdheid. Besluiten uit die tijd houden dan geen stand.

## Wat u doet

- Kijk of de dag bij `in werking vanaf` klopt, of noem het artikel dat toen de grondslag was.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.formatting import format_date
from verordening.model.validity import Force

CODE = "VRD731"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Regulations that begin on a day on which a ground of theirs surely did not hold."""
    for each in look.regulations:
        start = each.validity.start
        for ground in each.grounds if start is not None else ():
            versions = look.corpus.provisions.get(ground, ())
            inside = [
                one
                for place, ones in look.corpus.provisions.items()
                if place == ground or place.startswith(f"{ground} ")
                for one in ones
            ]
            assert start is not None
            if (versions or inside) and all(
                one.validity.on(start) is Force.NOT_IN_FORCE for one in (*versions, *inside)
            ):
                yield Finding(
                    look.span(each.place, "in werking"),
                    f"op {format_date(start)} gold `{ground}` niet, en daarop rust deze regeling",
                    help="kijk of deze dag klopt, of noem het artikel dat toen de grondslag was",
                )
