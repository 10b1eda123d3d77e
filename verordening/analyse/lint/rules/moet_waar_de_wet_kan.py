"""Een verordening beslist wat de wet aan het college laat.

De wet geeft het college een keuze (`kan`). De verordening maakt er één uitkomst van, zonder dat de wet dat aan de raad
overlaat.

## Waarom dit uitmaakt

De ruimte van het college is er voor de inwoner in zijn situatie. De raad kan die ruimte niet wegnemen.

## Wat u doet

- Maak er een beleidsregel van het college van: daarvan kan worden afgeweken (Algemene wet bestuursrecht artikel 4:84).
- Of noem achter `grondslag` het artikel dat dit aan de raad overlaat.
"""

from __future__ import annotations

from collections.abc import Iterator

from verordening.analyse.lint.finding import Finding
from verordening.analyse.lint.look import Look
from verordening.analyse.lint.rule import Needs
from verordening.language.diagnostics import Related, Severity
from verordening.model.resolving.checks import span_of
from verordening.model.rules import Effect, Form, Rank, Rule

CODE = "VRD728"
SEVERITY = Severity.WAARSCHUWING
NEEDS = Needs.REGULATION


def check(look: Look) -> Iterator[Finding]:
    """Rules of an ordinance on a decision that an act leaves to the college and nobody delegates."""
    for rule, effect in look.setting(Form.SET):
        if rule.disputed or look.corpus.rank_of(rule) is not Rank.VERORDENING:
            continue
        above = look.above(effect.decision, Rank.VERORDENING)
        higher = [each for each in above if look.corpus.rank_of(each) >= Rank.WET]
        if any(_does(each, effect, Form.DELEGATE) or _does(each, effect, Form.SET) for each in higher):
            continue
        room = next((each for each in higher if _does(each, effect, Form.MAY)), None)
        if room is not None:
            yield Finding(
                look.span_of(rule, effect),
                f"`{room.id}` laat dit aan het college, en niet aan de raad",
                help="maak er een beleidsregel van, of noem achter `grondslag` wat dit aan de raad overlaat",
                related=(Related(span_of(room.place, room.path), "hier krijgt het college de keuze"),),
            )


def _does(rule: Rule, effect: Effect, form: Form) -> bool:
    return any(each.form is form and each.decision == effect.decision for each in rule.effects)
