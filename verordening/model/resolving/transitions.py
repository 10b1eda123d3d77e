"""Texts of another day than the peildatum: `overgangsrecht`, and what a municipality applies early (`past toe`)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from verordening.language import syntax as s
from verordening.model import paths
from verordening.model.formatting import format_date
from verordening.model.resolving.declarations import Declarations, place_of
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.periods import dated, validity_of
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems
from verordening.model.resolving.typing import condition
from verordening.model.resolving.wording import kind_in_words
from verordening.model.rules import Provision, Regulation, Rule, Transition
from verordening.model.standards import Guideline
from verordening.model.validity import Validity
from verordening.records import replace

Versioned = Rule | Guideline | Provision
Version = tuple[str, date | None]

# ---------------------------------------------------------------- overgangsrecht


def transitions_of(
    files: Iterable[FileBlocks],
    places: Places,
    declarations: Declarations,
    regulations: dict[str, Regulation],
    problems: Problems,
) -> dict[int, tuple[Transition, ...]]:
    """For each rule the overgangsrecht that speaks of it; one that cannot be meant is reported (VRD324)."""
    found: dict[int, list[Transition]] = {}
    for file in files:
        for block in file.blocks:
            clause = block.one("overgangsrecht", s.ReferenceClause)
            if clause is None or clause.since is None:
                continue
            transition = _transition(block, clause.since, declarations, regulations[file.id])
            _check_day(transition, clause, problems)
            for reference in clause.references:
                _check_rank(reference, block, places, regulations, problems)
                for rule in places.rules(reference, block):
                    found.setdefault(rule, []).append(transition)
    return {rule: tuple(dict.fromkeys(each)) for rule, each in found.items()}


def _transition(block: Block, day: date, declarations: Declarations, regulation: Regulation) -> Transition:
    scope = declarations.scope(block)
    own, exception = block.one("als", s.ConditionClause), block.one("tenzij", s.ConditionClause)
    return Transition(
        f"{regulation.id} {paths.show(block.path)}",
        day,
        condition(own.condition, scope) if own else None,
        condition(exception.condition, scope) if exception else None,
        validity_of(block, header=False) or regulation.validity,
        regulation.validity,
        place_of(block),
    )


def _check_day(transition: Transition, clause: s.ReferenceClause, problems: Problems) -> None:
    start = transition.validity.start
    if start is not None and transition.day >= start:
        problems.add(
            "VRD324",
            f"dit overgangsrecht geldt zelf al op {format_date(transition.day)}, "
            "en kan dus niet naar de tekst van die dag verwijzen",
            clause.span,
            help=f"noem achter `zoals op` een dag vóór {format_date(start)}",
        )


def _check_rank(
    reference: s.Reference,
    block: Block,
    places: Places,
    regulations: dict[str, Regulation],
    problems: Problems,
) -> None:
    regulation = places.regulation_of(reference, block)
    if regulation is None:
        return
    own, other = regulations[block.file.id], regulations[regulation]
    if other.rank > own.rank and block.file.kind:
        problems.add(
            "VRD324",
            f"een {kind_in_words(own.kind)} kan niet bepalen welke tekst van een {kind_in_words(other.kind)} geldt",
            reference.span,
            help="noem hier alleen bepalingen van deze regeling of van een lagere",
        )


# ---------------------------------------------------------------- past toe


class Applied:
    """What the files of a municipality apply ahead of time, by place, with the day from which they do."""

    def __init__(
        self,
        files: Iterable[FileBlocks],
        places: Places,
        regulations: dict[str, Regulation],
        tolerated: Iterable[str],
        problems: Problems,
    ) -> None:
        self.found: dict[str, date | None] = {}
        known = tuple(tolerated)
        for file in files:
            for clause in file.header.all("past toe", s.ReferenceClause):
                if not file.gemeente:
                    problems.add(
                        "VRD323",
                        "alleen een gemeente kan zeggen dat zij iets vooruit toepast",
                        clause.span,
                        help="zet deze regel in een bestand van de gemeente, met `gemeente …` in de kop",
                    )
                    continue
                for reference in clause.references:
                    place = places.full_id(reference, file.header)
                    if place is None:
                        continue
                    if not any(_is_inside(each, place) for each in known):
                        problems.add(
                            "VRD323",
                            f"`{reference}` wordt niet gedoogd, dus vooruit toepassen kan niet",
                            reference.span,
                            help="noem een bepaling met `gedoogd vanaf …`, of haal deze regel weg",
                        )
                    self.found[place] = regulations[file.id].validity.start

    def validity(self, place: str, validity: Validity) -> Validity:
        """The validity of a text at a place, with the day from which the municipality applies it."""
        since = [day for outer, day in self.found.items() if _is_inside(place, outer)]
        if validity.tolerated is None or not since:
            return validity
        first = min(day or date.min for day in since)
        return replace(validity, applied=max(first, validity.tolerated))


def _is_inside(place: str, outer: str) -> bool:
    return place == outer or place.startswith(f"{outer} ")


def final_validities(provisions: Iterable[Provision], applied: Applied) -> dict[Version, Validity]:
    """When each text holds, once its other versions and what the municipality applies ahead of time are known."""
    provisions = tuple(provisions)
    found = {version(each): each.validity for each in provisions} | dated(provisions)
    found = {key: applied.validity(key[0], validity) for key, validity in found.items()}
    early = {key[0]: validity for key, validity in found.items() if validity.applied is not None}
    for (place, start), validity in found.items():
        later = early.get(place)
        if later is not None and later.applied is not None and validity.end == later.start != start:
            found[place, start] = replace(validity, end=later.applied)
    return found


def version(each: Versioned) -> Version:
    """What tells the versions of a place apart: the place and the first day."""
    return each.id, each.validity.start
