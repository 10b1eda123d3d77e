"""What guidelines say of a route, as data. No score and no advice: who weighs is the caseworker."""

from __future__ import annotations

from verordening.records import dataclass


@dataclass(frozen=True, slots=True)
class Voice:
    """One guideline as it speaks of a route.

    `example` says that it is an example of ours that stands where no text of the municipality is encoded; `evidence`
    are (kind, text), the strongest kind first; `grade` is its herkomst. `hinges` are the gegevens and oordelen on which
    it turns whether it speaks at all; none where it does.
    """

    id: str
    title: str
    regulation: str
    example: bool
    grade: str
    higher: str
    lower: str
    evidence: tuple[tuple[str, str], ...]
    against: tuple[str, ...]
    hinges: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """What guidelines say of a route used with a view to `value`."""

    value: str
    in_favour: tuple[Voice, ...]
    against: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Guidelines that speak and order the same values opposite ways, or in a circle; each puts the next value lower."""

    voices: tuple[Voice, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """The values in the order of the circle, each once."""
        return tuple(each.higher for each in self.voices)


@dataclass(frozen=True, slots=True)
class Weighing:
    """What guidelines say of one route: per value, where they clash, and which may yet speak (`maybe`)."""

    sides: tuple[Side, ...] = ()
    clashes: tuple[Clash, ...] = ()
    maybe: tuple[Voice, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether any guideline speaks of the route."""
        return bool(self.sides or self.clashes)


NO_WEIGHING = Weighing()
