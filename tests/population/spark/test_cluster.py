"""Spark itself, on one machine and on a cluster of which a machine falls out: `make spark`. Takes minutes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from textwrap import indent

import pyarrow.parquet as pq
import pytest

from tests.population.spark.caseloads import DECISIONS, ON, write_cases

ROOT = Path(__file__).resolve().parents[3]
ROWS = 200_000
RUN = ("doorreken", "zaken.parquet", "--besluit", DECISIONS, *ON)
PATIENCE = 4 * 3_600
"""Seconds: only so that what hangs ends some day. How slow a machine is that has much else to do is no failure."""
CALM = {"spark.network.timeout": "3600s", "spark.executor.heartbeatInterval": "60s"}
"""Spark takes a machine that is silent for two minutes for lost; here it may only have had no turn."""

pytestmark = pytest.mark.skipif(
    os.environ.get("VERORDENING_SPARK") != "1", reason="slow, and needs pyspark and Java: make spark"
)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a population in four parts, and what one machine makes of it."""
    folder = tmp_path_factory.mktemp("spark")
    write_cases(folder / "zaken.parquet", ROWS, 65_536)
    with _started(folder, "", *RUN, "--motor", "numpy", "--uit", "alleen.parquet") as alone:
        _, errors = alone.communicate(timeout=PATIENCE)
    assert alone.returncode == 0, errors
    return folder


def test_one_machine_with_two_processes_writes_the_same_rows(here: Path) -> None:
    with _started(here, "local[2]", *RUN, "--motor", "spark", "--uit", "lokaal.parquet") as run:
        _, errors = run.communicate(timeout=PATIENCE)
    assert (run.returncode, errors) == (0, "")
    _same(here / "lokaal.parquet", here / "alleen.parquet")


def test_a_worker_that_is_killed_underway_is_not_to_be_seen_in_the_outcomes(here: Path) -> None:
    output = here / "cluster.parquet"
    words = ("--motor", "spark", "--hervat", "--uit", output.name)
    with _started(here, "local-cluster[2,1,1024]", *RUN, *words) as run:
        until = time.monotonic() + PATIENCE
        while not (busy := _at_work(run.pid)):
            assert run.poll() is None, run.communicate()
            assert time.monotonic() < until
            time.sleep(0.1)
        os.kill(busy[0], signal.SIGKILL)
        assert run.poll() is None
        assert not output.exists()
        said, errors = run.communicate(timeout=PATIENCE)
    assert run.returncode == 0, said + errors
    _same(output, here / "alleen.parquet")


def test_a_run_that_is_interrupted_keeps_what_is_done_and_goes_on(here: Path) -> None:
    """With one process a wave is two of the four parts, so the first is kept while the second is under way."""
    run = ("doorreken", "zaken.parquet", "--besluit", "verlaging", "--kort", *ON)
    with _started(here, "", *run, "--motor", "numpy", "--uit", "kort.parquet") as alone:
        assert alone.wait(PATIENCE) == 0
    spark = (*run, "--motor", "spark", "--hervat", "--uit", "hervat.parquet")
    kept = here / "hervat.parquet.delen"
    with _started(here, "local[1]", *spark) as first:
        until = time.monotonic() + PATIENCE
        while not list(kept.glob("deel-*.arrow")):
            assert first.poll() is None, first.communicate()
            assert time.monotonic() < until
            time.sleep(0.05)
        first.send_signal(signal.SIGINT)
        _, errors = first.communicate(timeout=PATIENCE)
    assert first.returncode == 130
    assert "blijft bewaard in hervat.parquet.delen" in errors
    assert "Traceback" not in errors
    assert not (here / "hervat.parquet").exists()
    with _started(here, "local[1]", *spark) as second:
        _, errors = second.communicate(timeout=PATIENCE)
    assert second.returncode == 0, errors
    assert not kept.exists()
    _same(here / "hervat.parquet", here / "kort.parquet")


def test_sharpened_rows_are_the_same(here: Path) -> None:
    run = ("doorreken", "enkele.parquet", "--besluit", DECISIONS, *ON, "--scherp")
    for engine in ("numpy", "spark"):
        words = ("--motor", engine, "--uit", f"scherp-{engine}.parquet")
        with _started(here, "local[2]", *run, *words) as each:
            _, errors = each.communicate(timeout=PATIENCE)
        assert (each.returncode, errors) == (0, "")
    one, other = (pq.read_table(here / f"scherp-{engine}.parquet") for engine in ("numpy", "spark"))
    assert one.equals(other)


def test_the_lines_of_the_documentation_give_every_row_of_a_frame(here: Path) -> None:
    """In another order and other parts than the file has, so only the number of a row can bring them together."""
    (lines,) = re.findall(r"```python\n(.*?)```", (ROOT / "docs" / "spark.md").read_text("utf-8"), re.DOTALL)
    assert len([each for each in lines.splitlines() if each]) == 5
    script = f"""
from pyspark.sql import SparkSession
from pyspark.sql.functions import col
spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", False).getOrCreate()
own = spark.read.parquet("zaken.parquet").select("*", (col("_metadata.row_index") + 1).alias("rij"))
zaken = own.repartition(7)
{lines}
spark.stop()
"""
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=here,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, indent(run.stderr, "  ")
    found = pq.read_table(here / "uitkomst").sort_by("rij")
    alone = pq.read_table(here / "alleen.parquet", read_dictionary=[])
    assert found.num_rows == ROWS
    for name in alone.column_names:
        own, other = alone[name], found[name]
        assert own.cast(other.type).combine_chunks() == other.combine_chunks(), name


def _same(one: Path, other: Path) -> None:
    """Every row, in order, in every column, with the units."""
    assert pq.read_schema(one).equals(pq.read_schema(other), check_metadata=True)
    assert pq.read_table(one).num_rows == ROWS
    assert pq.read_table(one).equals(pq.read_table(other))


@contextmanager
def _started(folder: Path, master: str, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command under way. What goes wrong in between leaves nothing running."""
    settings = " ".join(f"--conf {name}={value}" for name, value in CALM.items())
    environment = _environment() | {"PYSPARK_SUBMIT_ARGS": f"--master {master} {settings} pyspark-shell"}
    command = [sys.executable, "-m", "verordening", *words]
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as run:
        try:
            yield run
        finally:
            run.kill()


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYSPARK_PYTHON": sys.executable}


def _at_work(pid: int) -> list[int]:
    """The workers of a cluster of this process that have a process of Python at work."""
    return [
        each
        for each in _descendants(pid)
        if "CoarseGrainedExecutorBackend" in _command(each)
        and any("pyspark.daemon" in _command(own) for own in _descendants(each))
    ]


def _descendants(pid: int) -> Iterator[int]:
    parents: dict[int, list[int]] = {}
    for each in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            parent = int(each.read_text("utf-8").rpartition(")")[2].split()[1])
            parents.setdefault(parent, []).append(int(each.parent.name))
    waiting = [pid]
    while waiting:
        own = parents.get(waiting.pop(), [])
        waiting += own
        yield from own


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
