"""What is known to go wrong and is not counted again: each line has its own small test in `test_found.py`.

Take a line out as soon as its test passes; then the random regulations look there too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.properties.claims import Breach
from verordening.model.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Known:
    """A kind of breach that is known: the claim, when it counts, and the test that shows it small."""

    claim: str
    when: Callable[[Breach, Corpus], bool]
    test: str


def _always(breach: Breach, corpus: Corpus) -> bool:
    return True


def _outranked(breach: Breach, corpus: Corpus) -> bool:
    return breach.became == "een hogere regel bepaalt dit"


def _in_a_range(breach: Breach, corpus: Corpus) -> bool:
    return breach.said.rpartition("; ")[2].startswith("bereik")


def _with_floor(breach: Breach, corpus: Corpus) -> bool:
    return any(breach.decision in floor.guards for floor in corpus.floors)


def _with_floors(breach: Breach, corpus: Corpus) -> bool:
    return sum(breach.decision in floor.guards and floor.absolute for floor in corpus.floors) > 1


KNOWN: tuple[Known, ...] = (
    # bekend: een lagere regel die ruimte geeft, blijft openstaan naast een hogere regel die het besluit zelf bepaalt
    Known("route zonder bevoegdheid", _outranked, "test_room_below_an_act_that_binds"),
    # bekend: een bereik waarvan niets overblijft, wordt omgekeerd getoond of buiten de regel gelegd
    Known("leeg bereik", _always, "test_tailoring_without_room"),
    Known("bereik buiten de regel", _always, "test_a_power_of_which_a_floor_leaves_nothing"),
    Known("bereik over een grens", _with_floor, "test_a_power_of_which_a_floor_leaves_nothing"),
    Known("ondergrens geschonden", _in_a_range, "test_a_range_that_starts_above_a_floor"),
    # bekend: open uitkomsten met dezelfde kandidaten gelden als dezelfde uitkomst, ook als er iets anders bij open staat
    Known("maakt niet uit, maar toch", _always, "test_what_does_not_matter_does_not_matter"),
    # bekend: ondergrenzen worden na elkaar toegepast, niet samen
    Known("volgorde maakt uit", _with_floors, "test_two_floors_in_either_order"),
)


def is_known(breach: Breach, corpus: Corpus) -> bool:
    """Whether this is one of those."""
    return any(each.claim == breach.claim and each.when(breach, corpus) for each in KNOWN)
