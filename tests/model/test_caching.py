"""The cache of corpora: what it gives back is right, and whatever is wrong with it, it is as good as an empty one."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.model.test_codec import same
from verordening.language.diagnostics import Diagnostic, Severity, diagnostic
from verordening.language.source import Source
from verordening.model import caching, corpus, expressions, rules, types
from verordening.model.caching import CODEC, VARIABLE, entry_name, read_entry, write_entry
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus

NAME = "0123456789abcdef"
SOURCES = (
    Source("landelijk/pw.vrd", "regeling pw"),
    Source("amsterdam/maatregelen.vrd", "regeling maatregelen"),
)


def small_corpus(gemeente: str = "amsterdam") -> Corpus:
    return Corpus(
        gemeente, {}, {}, {}, {}, {}, {}, {}, (), (), (), {"verlaging": (1, 2)}, (3,), {4: (5,)}, ()
    )


REMARK = diagnostic(SOURCES[0], "VRD220", "een rij staat niet op volgorde", SOURCES[0].span(1, 1, 8))
ENTRY = (small_corpus(), (REMARK,))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "corpora"


def entry_of(folder: Path) -> Path:
    (found,) = folder.glob("*.corpus")
    return found


# ---------------------------------------------------------------- what it gives back


def test_what_was_written_is_read() -> None:
    write_entry(NAME, ENTRY)
    assert same(read_entry(NAME), ENTRY)


def test_nothing_is_read_before_it_is_written() -> None:
    assert read_entry(NAME) is None


@pytest.mark.parametrize("gemeente", ["amsterdam", "zonderdam", ""])
def test_the_shipped_corpora_come_back_whole(gemeente: str) -> None:
    fresh = load_corpus(gemeente)
    read = load_corpus(gemeente)
    assert read is not fresh
    assert same(read, fresh)


def test_every_class_of_the_model_can_be_written() -> None:
    modules = (types, expressions, rules, corpus)
    declared = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == module.__name__
    ]
    assert len({each.__name__ for each in declared}) == len(declared)
    for each in declared:
        if issubclass(each, Enum):
            assert CODEC.decode(CODEC.encode(tuple(each))) == tuple(each)
        else:
            empty = object.__new__(each)
            for name in each.__dict__["__slots__"]:
                each.__dict__[name].__set__(empty, None)
            assert same(CODEC.decode(CODEC.encode(empty)), empty)


# ---------------------------------------------------------------- what an entry follows from


def test_the_same_texts_have_the_same_name() -> None:
    assert entry_name("amsterdam", SOURCES) == entry_name("amsterdam", SOURCES)


@pytest.mark.parametrize(
    ("gemeente", "sources"),
    [
        ("", SOURCES),
        ("amsterdam", SOURCES[:1]),
        ("amsterdam", SOURCES[::-1]),
        ("amsterdam", (SOURCES[0], Source(SOURCES[1].path, SOURCES[1].text + " "))),
        ("amsterdam", (SOURCES[0], Source("rotterdam/maatregelen.vrd", SOURCES[1].text))),
        ("amsterdam", (Source(SOURCES[0].path + "x", SOURCES[0].text.removeprefix("r")), SOURCES[1])),
    ],
)
def test_other_texts_have_another_name(gemeente: str, sources: tuple[Source, ...]) -> None:
    assert entry_name(gemeente, sources) != entry_name("amsterdam", SOURCES)


def test_another_program_has_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    before = entry_name("amsterdam", SOURCES)
    stamps = caching._program()
    monkeypatch.setattr(caching, "_program", lambda: (*stamps[:-1], stamps[-1] + "\nmodel/new.py 1 1"))
    assert entry_name("amsterdam", SOURCES) != before


def test_the_program_is_its_own_files() -> None:
    stamps = caching._program()[-1]
    for name in ("model/rules.py", "model/resolving/assembly.py", "language/parsing.py", "regeling.lark"):
        assert name.split("/")[-1] in stamps
    assert "__pycache__" not in stamps
    assert str(Path.cwd()) not in stamps


# ---------------------------------------------------------------- damage


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        write_entry(NAME, ENTRY)
        return entry_of(Path(os.environ[VARIABLE]) / "corpora").read_bytes()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_a_damaged_entry_is_not_believed(folder: Path, whole: bytes, data: st.DataObject) -> None:
    write_entry(NAME, ENTRY)
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 3))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    entry_of(folder).write_bytes(damaged)
    assert read_entry(NAME) is None or bytes(damaged) == whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_an_entry_cut_short_or_grown_is_not_believed(folder: Path, whole: bytes, data: st.DataObject) -> None:
    write_entry(NAME, ENTRY)
    cut = whole[: data.draw(st.integers(0, len(whole) - 1))]
    entry_of(folder).write_bytes(data.draw(st.sampled_from([cut, cut + whole, whole + b"\0", b""])))
    assert read_entry(NAME) is None


def test_an_entry_under_another_name_is_not_believed(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    entry_of(folder).rename(folder / f"{NAME[::-1]}.corpus")
    assert read_entry(NAME[::-1]) is None


@pytest.mark.parametrize("thing", [(), ENTRY[0], (ENTRY[0],), ("amsterdam", ()), (*ENTRY, ())])
def test_an_entry_of_another_form_is_not_believed(folder: Path, thing: object) -> None:
    write_entry(NAME, ENTRY)
    payload = CODEC.encode(thing)
    entry_of(folder).write_bytes(caching._FORMAT + caching._checksum(NAME, payload) + payload)
    assert read_entry(NAME) is None


def test_a_damaged_entry_is_written_anew(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    entry_of(folder).write_bytes(b"damaged")
    write_entry(NAME, ENTRY)
    assert same(read_entry(NAME), ENTRY)


def test_what_cannot_be_written_is_left_out(folder: Path) -> None:
    class Strange(str):
        __slots__ = ()

    write_entry(NAME, (small_corpus(Strange("amsterdam")), ()))
    assert read_entry(NAME) is None
    assert not folder.exists()


# ---------------------------------------------------------------- the folder


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are not those of Windows")
def test_nobody_else_can_read_or_write_the_folder(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.skipif(os.name == "nt", reason="rights of this kind are not those of Windows")
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_folder_that_others_can_write_in_is_not_used(folder: Path, mode: int) -> None:
    write_entry(NAME, ENTRY)
    folder.chmod(mode)
    assert read_entry(NAME) is None
    entry_of(folder).unlink()
    write_entry(NAME, ENTRY)
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="owners are not those of Windows")
def test_a_folder_of_somebody_else_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    write_entry(NAME, ENTRY)
    somebody_else = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: somebody_else)
    assert read_entry(NAME) is None


@pytest.mark.parametrize("blocked", ["cache", "cache/corpora", "cache/corpora/" + NAME + ".corpus"])
def test_something_else_in_the_way_stops_nothing(tmp_path: Path, blocked: str) -> None:
    in_the_way = tmp_path / blocked
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    if blocked.endswith(".corpus"):
        in_the_way.mkdir()
        (in_the_way / "full").touch()
    else:
        in_the_way.write_text("a file where a folder is wanted")
    write_entry(NAME, ENTRY)
    assert read_entry(NAME) is None
    assert list(tmp_path.rglob("*.tmp")) == []


def test_a_full_disk_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(source: object, target: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    write_entry(NAME, ENTRY)
    assert list(folder.iterdir()) == []
    assert read_entry(NAME) is None


@pytest.mark.parametrize("off", ["uit", "UIT", " uit "])
def test_the_cache_can_be_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: str) -> None:
    monkeypatch.setenv(VARIABLE, off)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    write_entry(NAME, ENTRY)
    assert read_entry(NAME) is None
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own folder")
def test_the_folder_is_that_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    assert caching._entry_folder() == str(tmp_path / "xdg" / "verordening" / "corpora")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert caching._entry_folder() == str(tmp_path / "home" / ".cache" / "verordening" / "corpora")
    monkeypatch.setenv("HOME", "")
    assert caching._entry_folder() is None


def test_only_the_entries_used_last_are_kept(folder: Path) -> None:
    names = [f"{number:040x}" for number in range(caching.MOST_ENTRIES + 3)]
    for age, name in enumerate(reversed(names)):
        write_entry(name, ENTRY)
        os.utime(folder / f"{name}.corpus", (0, 1_700_000_000 - age))
    write_entry(NAME, ENTRY)
    left = {path.stem for path in folder.iterdir()}
    assert len(left) == caching.MOST_ENTRIES
    assert NAME in left


def test_what_a_stopped_writer_left_goes_after_a_day(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    old, new = folder / "a.corpus.1.tmp", folder / "b.corpus.2.tmp"
    old.touch()
    new.touch()
    os.utime(old, (0, 1_700_000_000))
    write_entry(NAME, ENTRY)
    assert not old.exists()
    assert new.exists()


def test_an_entry_in_use_stays_young(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    os.utime(entry_of(folder), (0, 1_700_000_000))
    assert read_entry(NAME) is not None
    assert entry_of(folder).stat().st_mtime > 1_700_000_000


# ---------------------------------------------------------------- many at once


def test_many_writers_and_readers_at_once() -> None:
    def work(number: int) -> bool:
        if number % 2:
            write_entry(NAME, ENTRY)
        found = read_entry(NAME)
        return found is None or same(found, ENTRY)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(200)))
    assert same(read_entry(NAME), ENTRY)


def test_two_processes_that_start_cold_both_answer(folder: Path) -> None:
    code = "from verordening.model.loading import load_corpus; print(len(load_corpus('amsterdam').rules))"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(2)
    ]
    answers = {process.communicate()[0] for process in running}
    assert len(answers) == 1
    assert all(process.returncode == 0 for process in running)
    assert len(list(folder.iterdir())) == 1


def test_remarks_come_back_with_the_corpus() -> None:
    write_entry(NAME, ENTRY)
    found = read_entry(NAME)
    assert found is not None
    remark = found[1][0]
    assert isinstance(remark, Diagnostic)
    assert remark == REMARK
    assert remark.severity is Severity.FOUT
