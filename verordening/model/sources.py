"""What each regulation rests on, place by place: the source, how good it is, when it was read, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from verordening.model import expressions as e
from verordening.model.corpus import Corpus
from verordening.model.dependence import conditions_of, parts, values_of
from verordening.model.formatting import format_value
from verordening.model.paths import number_key
from verordening.model.rules import Checked, Grade, Provenance, Provision, Regulation, Rule
from verordening.model.source_links import link
from verordening.model.types import Kind, Type
from verordening.model.validity import Validity
from verordening.records import dataclass

_READ_AS_FIGURES = frozenset(
    {Kind.COUNT, Kind.NUMBER, Kind.PERCENTAGE, Kind.AMOUNT, Kind.DURATION, Kind.DATE}
)


@dataclass(frozen=True, slots=True)
class PlaceSource:
    """One place with what it rests on. `figures` are the amounts, percentages, terms and days written in its rule."""

    path: str
    title: str
    provenance: Provenance
    address: str
    checked: Checked | None
    validity: Validity
    rules: int
    figures: tuple[str, ...]
    dead: tuple[tuple[str, str], ...]

    @property
    def is_official(self) -> bool:
        """Whether what is encoded here was taken from the official text."""
        return self.provenance.grade is Grade.OFFICIEEL


@dataclass(frozen=True, slots=True)
class RegulationSource:
    """One regulation with its places, in order, and what is left out of it with the reason."""

    regulation: Regulation
    address: str
    places: tuple[PlaceSource, ...]

    @property
    def to_compare(self) -> tuple[PlaceSource, ...]:
        """The places to read beside the source before they may be called official."""
        return tuple(each for each in self.places if not each.is_official)

    @property
    def dead(self) -> tuple[tuple[PlaceSource, str, str], ...]:
        """The references that lead nowhere: where they stand, to what, and what is wrong."""
        return tuple((each, reference, why) for each in self.places for reference, why in each.dead)


def sources_of(corpora: Iterable[Corpus], day: date) -> tuple[RegulationSource, ...]:
    """The regulations of these corpora, each once: national law first, then by municipality; addresses are of `day`."""
    found: dict[str, RegulationSource] = {}
    for corpus in corpora:
        for regulation in corpus.regulations.values():
            if regulation.id not in found:
                found[regulation.id] = _of(regulation, corpus, day)
    return tuple(sorted(found.values(), key=lambda each: (each.regulation.gemeente, each.regulation.id)))


def _of(regulation: Regulation, corpus: Corpus, day: date) -> RegulationSource:
    rules: dict[tuple[str, int], list[Rule]] = {}
    for rule in corpus.rules:
        if rule.regulation == regulation.id:
            rules.setdefault((rule.id, rule.place.line), []).append(rule)
    own = (
        each
        for versions in corpus.provisions.values()
        for each in versions
        if each.regulation == regulation.id
    )
    places = sorted(own, key=lambda each: (_in_order(each.path), each.place.line))
    return RegulationSource(
        regulation,
        link(regulation.source, "", day),
        tuple(_place(each, rules.get((each.id, each.place.line), []), day) for each in places),
    )


def _in_order(path: str) -> tuple[tuple[tuple[int, int, str], ...], ...]:
    return tuple(number_key(number) for number in path.split()[1::2])


def _place(provision: Provision, rules: list[Rule], day: date) -> PlaceSource:
    figures = dict.fromkeys(text for rule in rules for text in _figures(rule))
    return PlaceSource(
        provision.path,
        provision.title,
        provision.provenance,
        link(provision.source, provision.path, day),
        provision.checked,
        provision.validity,
        len(rules),
        tuple(figures),
        provision.dead,
    )


def _figures(rule: Rule) -> Iterator[str]:
    """The figures written in a rule itself, in order: not those of a begrip or a tabel, which have their own place."""
    waiting = [*reversed((*conditions_of(rule), *values_of(rule)))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, e.Constant) and node.kind in _READ_AS_FIGURES:
            yield format_value(node.value, Type(node.kind, unit=node.unit), with_unit=True)
        waiting.extend(reversed(list(parts(node))))
