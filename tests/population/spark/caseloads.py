"""A population for Spark in several row groups, and what one machine makes of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from tests.law.examples import corpus_of
from verordening.cli.main import main
from verordening.population.opening import Caseload, Wanted
from verordening.population.outcomes import EVERY

ON = ("--gemeente", "amsterdam", "--peildatum", "2026-03-01")
DECISIONS = "verlaging,duur_verlaging"
DAY = date(2026, 3, 1)


def write_cases(path: Path, rows: int, in_a_group: int) -> None:
    """Households that do not exist, of which some facts are unknown, and the same ones in another order after that."""
    few = path.with_name("enkele.parquet")
    drawn = ("--aantal", "4000", "--zaad", "7", "--onbekend", "2%", "--besluit", DECISIONS)
    assert main(["bevolking", "--gemeente", "amsterdam", *drawn, "--uit", str(few)]) == 0
    table = pq.read_table(few)
    order = np.random.Generator(np.random.Philox(7)).integers(0, table.num_rows, rows)
    pq.write_table(table.take(pa.array(order)), path, row_group_size=in_a_group)


def caseload(path: Path, engine: str = "numpy") -> Caseload:
    return Caseload(
        corpus_of("amsterdam"), str(path), Wanted(DAY, tuple(DECISIONS.split(",")), EVERY, engine)
    )
