"""Which reasons must be given: by a duty of its own, or by whoever uses a power. No outcome turns on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from verordening.analyse.difference.meaning import Meaning
from verordening.analyse.difference.pairing import Pairing, RulePair
from verordening.evaluate.naming import place_words
from verordening.model.rules import Form, Rule

DUTY = "een plicht om redenen te geven"
WITH_A_POWER = "redenen bij een keuze"


class ReasonsChange(NamedTuple):
    """Reasons that are asked otherwise. `old` and `new` are the rules that ask them; None where none does."""

    pair: RulePair
    what: str
    text: str
    old: int | None
    new: int | None


def reasons_changed(pairing: Pairing) -> Iterator[ReasonsChange]:
    """Duties to give reasons that are new, gone, or of other cases; what a power that both have asks only in one."""
    means = Meaning(pairing.old), Meaning(pairing.new)
    for pair in pairing.pairs:
        old = None if pair.old is None else pairing.old.rules[pair.old]
        new = None if pair.new is None else pairing.new.rules[pair.new]
        same = old is not None and new is not None and means[0].when(old) == means[1].when(new)
        yield from _between(DUTY, _duties(old), _duties(new), pair, pairing, same=same)
        if old is not None and new is not None:
            yield from _between(
                WITH_A_POWER, dict(old.motivate), dict(new.motivate), pair, pairing, same=True
            )


def _duties(rule: Rule | None) -> dict[str, str]:
    effects = () if rule is None else rule.effects
    return {each.key: each.question for each in effects if each.form is Form.REASONS}


def _between(
    what: str, old: dict[str, str], new: dict[str, str], pair: RulePair, pairing: Pairing, *, same: bool
) -> Iterator[ReasonsChange]:
    """The questions of the one and the other; those of both only where they are not asked in the `same` cases.

    A question under another key is the same question, and so is one in other words under the same key.
    """
    keys = {question: key for key, question in new.items()}
    old = {key if key in new else keys.get(question, key): question for key, question in old.items()}
    for key in dict.fromkeys((*old, *new)):
        if same and key in old and key in new:
            continue
        place = (
            place_words(pairing.new.rules[pair.new].id, pairing.new)
            if pair.new is not None
            else place_words(pairing.old.rules[pair.old or 0].id, pairing.old)
        )
        text = f"{place}: “{new.get(key) or old[key]}”"
        yield ReasonsChange(
            pair, what, text, pair.old if key in old else None, pair.new if key in new else None
        )
