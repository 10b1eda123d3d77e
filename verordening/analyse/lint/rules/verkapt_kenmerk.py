"""Een regel let op iets dat een beschermd kenmerk kan verraden.

Postcode, wijk, taal of geboorteland zeggen veel over iemands afkomst. Een regel die daarop let, kan mensen ongelijk
behandelen zonder het te noemen.

## Waarom dit uitmaakt

Wie in een bepaalde wijk woont, krijgt dan een andere uitkomst dan wie ergens anders woont, zonder dat iemand daarvoor
koos. Gelijke gevallen horen gelijk behandeld te worden (Grondwet artikel 1).

## Wat u doet

- Laat het kenmerk weg, of vraag naar wat er echt toe doet.
- Staat het in de wet, noem dan met `toegestaan door` het artikel, en merk het gegeven met `bijzonder`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Severity
from verordening.model.dependence import conditions_of, inputs_of
from verordening.patterns import pattern

CODE = "VRD772"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION

_TELLING = pattern(
    r"(?:^|_)(?:postcode|wijk|buurt|stadsdeel|straat|nationaliteit|geboorteland|geboorteplaats|herkomstland|afkomst"
    r"|moedertaal|spreektaal|achternaam|voornaam|kerk|moskee)(?:_|$)"
)


def check(look: Look) -> Iterator[Finding]:
    """Municipal rules that turn on a fact whose name gives a protected ground away."""
    inputs = look.corpus.inputs
    telling = {name for name in inputs if _TELLING.search(name) and not inputs[name].protected}
    for rule in look.rules if telling else ():
        if not look.is_municipal(rule):
            continue
        names = {name for node in conditions_of(rule) for name in inputs_of(look.corpus, node)}
        for name in sorted(names & telling):
            yield Finding(
                look.span(rule.place, "als"),
                f"`{rule.path}` let op `{name}`, en dat kan een beschermd kenmerk verraden",
                help="laat het weg, of vraag naar wat er echt toe doet",
            )
