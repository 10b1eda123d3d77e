"""How many of the mistakes that a policy officer makes are found, each on the right line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tests.analyse.lint.seeds import SEEDS, Seed
from verordening.analyse.relations import broken_relations
from verordening.model.loading import check, regulation_sets

MISSED = frozenset(
    {
        "afwijking_van_het_verkeerde_lid",
        "percentage_onder_dat_van_de_wet",
        "duur_boven_het_bereik",
        "verlaging_om_de_inlichtingenplicht",
        "geindexeerd_bedrag_in_een_regel",
        "kan_zonder_redenen",
        "open_norm_zonder_wat_te_wegen",
        "hardheidsclausule_die_niets_bereikt",
        "kan_waar_de_wet_moet_zegt",
        "verloren_tenzij",
        "tot_en_met_in_plaats_van_tot",
        "grens_die_niemand_dekt",
        "burgerservicenummer",
        "naam_van_een_persoon",
        "officieel_zonder_lezing",
        "te_moeilijke_vraag",
        "voorwaarden_die_elkaar_uitsluiten",
    }
)
"""What lint does not find. A rule that finds one of these takes it off."""


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_the_mistake_is_made_once_and_can_be_pointed_at(seed: Seed) -> None:
    assert seed.text.count(seed.before) == 1
    assert all(seed.changed.count(mark) == 1 for mark in seed.marks)


def test_there_are_thirty_and_two_of_each_group() -> None:
    groups = Counter(each.group for each in SEEDS)
    assert len(SEEDS) == 30
    assert len(groups) == 11
    assert min(groups.values()) >= 2


def _found(seed: Seed, folder: Path) -> bool:
    file = folder / f"{seed.file}.vrd"
    file.write_text(seed.changed, encoding="utf-8")
    spans = [each.span for each in check(regulation_sets([file]), broken_relations)]
    return any(span.line in seed.lines for span in spans if span is not None and span.file == str(file))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_lint_points_at_the_line(seed: Seed, tmp_path: Path) -> None:
    assert _found(seed, tmp_path) is (seed.name not in MISSED)
