"""Files in batches of one size, in little memory, and written whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pq
import pytest

from verordening.cli import progress
from verordening.population.reading.files import open_population
from verordening.population.writing.files import ROWS_IN_A_GROUP, whole_file

ROWS = 400_000
BATCH = 10_000


def _table(rows: int) -> pa.Table:
    ages = np.arange(rows, dtype=np.int64) % 100 + 18
    return pa.table({"leeftijd": ages, "inkomen_cent": ages * 1_000})


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_memory_does_not_grow_with_the_file(tmp_path: Path, ending: str) -> None:
    """Of 400.000 rows (6 MB as columns of numbers, more as text) never more than a few batches or blocks are held."""
    path = tmp_path / f"groot.{ending}"
    if ending == "parquet":
        pq.write_table(_table(ROWS), path, row_group_size=50_000)
    else:
        pa_csv.write_csv(_table(ROWS), path)
    before, most, seen = pa.total_allocated_bytes(), 0, 0
    peaks = []
    for batch in open_population(str(path)).batches(BATCH):
        seen += batch.num_rows
        peaks.append(pa.total_allocated_bytes() - before)
        most = max(peaks)
    assert seen == ROWS
    assert most < 24_000_000
    half = len(peaks) // 2
    assert max(peaks[half:]) < 1.5 * max(peaks[:half])


def test_batches_have_one_size_whatever_the_file_has(tmp_path: Path) -> None:
    path = tmp_path / "klein.parquet"
    pq.write_table(_table(25), path, row_group_size=4)
    assert [each.num_rows for each in open_population(str(path)).batches(10)] == [10, 10, 5]


def test_row_groups_have_one_size_whatever_the_batches(tmp_path: Path) -> None:
    table = _table(ROWS_IN_A_GROUP + 10)
    for name, size in (("a", 1_000), ("b", 30_000)):
        with whole_file(str(tmp_path / f"{name}.parquet"), table.schema) as sink:
            for batch in table.to_batches(max_chunksize=size):
                sink.write_batch(batch)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()
    assert pq.ParquetFile(tmp_path / "a.parquet").num_row_groups == 2


def test_a_name_that_was_taken_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "uit.parquet"
    table = _table(3)

    def write() -> None:
        with whole_file(str(path), table.schema) as sink:
            sink.write_batch(table.to_batches()[0])
            path.write_text("van een ander", "utf-8")

    with pytest.raises(FileExistsError):
        write()
    assert path.read_text("utf-8") == "van een ander"
    assert os.listdir(tmp_path) == ["uit.parquet"]


def test_a_bar_is_drawn_at_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(progress, "_PAUSE", 0)
    for stream, shown in ((Terminal(), True), (io.StringIO(), False)):
        monkeypatch.setattr(sys, "stderr", stream)
        bar = progress.Progress(1_200_000)
        bar.at(400_000)
        bar.stop()
        assert ("400.000 van 1.200.000 rijen" in stream.getvalue()) is shown
        assert stream.getvalue().endswith("\x1b[2K") is shown


def test_the_bar_tells_rate_and_time_left_on_one_line() -> None:
    said = progress.line(400_000, 1_200_000, 52_000)
    assert said == "███······· 400.000 van 1.200.000 rijen, 52.000 per seconde, nog 0:15"
    assert progress.line(400_000, None, 52_000) == "400.000 rijen, 52.000 per seconde"
    assert progress.line(0, 10, 0) == "·········· 0 van 10 rijen"
    assert len(progress.line(9_999_999, 10_000_000, 2_000_000)) < 80
