"""What a process of Spark does, without Spark: any part, anywhere, as often as it is asked, as one machine does it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.population.spark.caseloads import DAY, DECISIONS, ON, caseload, write_cases
from verordening.cli.main import main
from verordening.language.diagnostics import InputError
from verordening.population.outcomes import EVERY
from verordening.population.spark.file_parts import FilePart, PartsOfFile, computed_from, parts_of
from verordening.population.spark.frames import RowsOfFrame
from verordening.population.spark.work import Asked, Work, work_of
from verordening.population.summary import together

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("spark") / "zaken.parquet"
    write_cases(path, 3_000, 500)
    return path


def _work(path: Path) -> Work:
    load = caseload(path)
    asked = Asked(DAY, tuple(DECISIONS.split(",")), EVERY, load.matching.present, "numpy")
    return work_of(load.corpus, asked, load.population.schema, str(path), ())


def _numbers(*numbers: int) -> Iterator[pa.RecordBatch]:
    return iter([pa.record_batch([pa.array(numbers, pa.int64())], names=["id"])])


def _rows(batches: Iterable[pa.RecordBatch]) -> list[dict[str, object]]:
    return [row for batch in batches for row in batch.to_pylist()]


def test_parts_are_whole_row_groups_and_together_the_file(tmp_path: Path) -> None:
    pq.write_table(pa.table({"leeftijd": list(range(25))}), tmp_path / "a.parquet", row_group_size=4)
    assert parts_of(str(tmp_path / "a.parquet"), 8) == (
        FilePart(0, 2, 1, 8),
        FilePart(2, 4, 9, 8),
        FilePart(4, 6, 17, 8),
        FilePart(6, 7, 25, 1),
    )


def test_parts_in_any_order_and_done_twice_come_to_what_one_machine_makes(cases: Path) -> None:
    todo = PartsOfFile(_work(cases), str(cases), parts_of(str(cases), 1_000))
    (again,) = _rows(todo.outcomes(_numbers(1)))
    back = sorted(_rows(todo.outcomes(_numbers(2, 1, 0))), key=lambda each: int(str(each["deel"])))
    assert back[1] == again
    found = [computed_from(each) for each in back]
    alone = list(caseload(cases).computed())
    assert _rows(each.batch for each in found) == _rows(each.batch for each in alone)
    assert together(each.summary for each in found) == together(each.summary for each in alone)


def test_a_refused_value_is_named_by_its_row_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "zaken.parquet"
    ages = pa.array([Decimal(30)] * 6 + [Decimal("30.5")], pa.decimal128(4, 1))
    pq.write_table(pa.table({"leeftijd": ages, "gedraging": ["geen"] * 7}), path, row_group_size=2)
    todo = PartsOfFile(_work(path), str(path), parts_of(str(path), 2))
    first, last = _rows(todo.outcomes(_numbers(0, 3)))
    assert computed_from(first).batch.num_rows == 2
    with pytest.raises(InputError) as told:
        computed_from(last)
    (said,) = told.value.diagnostics
    assert said.code == "VRD464"
    assert "rij 7, kolom `leeftijd`" in said.message


def test_another_file_under_the_same_name_is_refused(cases: Path, tmp_path: Path) -> None:
    other = tmp_path / "zaken.parquet"
    pq.write_table(pq.read_table(cases).slice(0, 10), other)
    todo = PartsOfFile(_work(cases), str(other), (FilePart(0, 1, 1, 500),))
    with pytest.raises(InputError, match="een machine van Spark vindt onder deze naam een ander bestand"):
        computed_from(_rows(todo.outcomes(_numbers(0)))[0])


def test_another_version_of_the_program_is_refused(cases: Path) -> None:
    with pytest.raises(InputError, match="een andere versie van dit programma") as told:
        _work(cases)._replace(program="een andere").ready()
    assert told.value.diagnostics[0].code == "VRD531"


def test_rows_of_a_frame_keep_their_own_number(cases: Path) -> None:
    table = pq.read_table(cases)
    numbered = table.append_column("rij", pa.array(range(1, table.num_rows + 1)))
    shuffled = numbered.take(pa.array(range(table.num_rows - 1, -1, -1))).combine_chunks()
    work = _work(cases)._replace(schema=shuffled.schema.serialize().to_pybytes())
    found = _rows(RowsOfFrame(work).outcomes(iter(shuffled.to_batches(max_chunksize=700))))
    assert found[::-1] == _rows(each.batch for each in caseload(cases).computed())


def test_a_refused_value_of_a_frame_is_named_by_the_number_of_its_row(tmp_path: Path) -> None:
    table = pa.table({"leeftijd": pa.array([30.0, 30.5]), "gedraging": ["geen", "geen"], "rij": [800, 20]})
    path = tmp_path / "zaken.parquet"
    pq.write_table(table, path)
    with pytest.raises(InputError, match="rij 20, kolom `leeftijd`"):
        list(RowsOfFrame(_work(path)).outcomes(iter(table.to_batches())))


@pytest.mark.parametrize("missing", ["pyspark", "pandas"])
def test_without_the_extra_it_says_what_to_install(
    missing: str, cases: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    for each in ("pyspark", "pandas"):
        monkeypatch.setitem(sys.modules, each, None if each == missing else sys)
    output = tmp_path / "uit.parquet"
    assert main(["doorreken", str(cases), *ON, "--motor", "spark", "--uit", str(output)]) == 2
    said = " ".join(capsys.readouterr().err.split())
    assert f"fout[VRD531]: voor `--motor spark` ontbreekt een onderdeel van het programma: {missing}" in said
    assert 'pip install "verordening[spark]"' in said
    assert not output.exists()


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "zaken.csv"
    path.write_text("leeftijd\n30\n", "utf-8")
    assert main(["doorreken", str(path), *ON, "--motor", "spark", "-o", str(tmp_path / "uit.csv")]) == 2
    assert "met `--motor spark` moet het bestand parquet zijn" in " ".join(capsys.readouterr().err.split())
