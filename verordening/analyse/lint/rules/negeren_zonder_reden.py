"""Een melding wordt genegeerd zonder reden.

Achter `# negeer …` staat niet waarom de melding hier niet geldt.

## Waarom dit uitmaakt

Over een jaar weet niemand meer of dit een fout was of een keuze. Wie de regel verandert, laat de opmerking dan staan.

## Wat u doet

- Schrijf achter de code een dubbele punt en de reden: `# negeer VRD751: de bron vraagt geen redenen`.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.ignoring import ignored_in
from verordening.analyse.lint.rule import Needs
from verordening.analyse.lint.written import Written
from verordening.language.diagnostics import Severity

CODE = "VRD704"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.TEXT


def check(look: Written) -> Iterator[Finding]:
    """Comments that leave a finding without a word about why."""
    for source in look.texts:
        for each in ignored_in(source):
            if not each.reason:
                yield Finding(
                    each.span,
                    "hier staat niet waarom deze melding niet geldt",
                    help=f"schrijf de reden erachter: `# negeer {each.codes[0]}: waarom`",
                )
