"""The cache: what it gives back is what was put in, and whatever is wrong with it, it is as good as an empty one."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verordening import caching
from verordening.caching import VARIABLE, entry_name, read_entry, write_entry

NAME = "0123456789abcdef"
ENTRY = b"een paar bytes \x00\xff" * 20
TEXTS = ("amsterdam", "landelijk/pw.vrd", "regeling pw")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "entries"


def entry_of(folder: Path) -> Path:
    (found,) = folder.glob("*.entry")
    return found


# ---------------------------------------------------------------- what it gives back


def test_what_was_written_is_read() -> None:
    write_entry(NAME, ENTRY)
    assert read_entry(NAME) == ENTRY


def test_nothing_is_read_before_it_is_written() -> None:
    assert read_entry(NAME) is None


# ---------------------------------------------------------------- what an entry follows from


def test_the_same_texts_have_the_same_name() -> None:
    assert entry_name(*TEXTS) == entry_name(*TEXTS)


@pytest.mark.parametrize(
    "texts",
    [
        TEXTS[1:],
        TEXTS[::-1],
        (*TEXTS, ""),
        (*TEXTS[:2], TEXTS[2] + " "),
        (TEXTS[0], TEXTS[1] + "r", TEXTS[2].removeprefix("r")),
    ],
)
def test_other_texts_have_another_name(texts: tuple[str, ...]) -> None:
    assert entry_name(*texts) != entry_name(*TEXTS)


def test_another_program_has_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    before = entry_name(*TEXTS)
    stamps = caching._program()
    monkeypatch.setattr(caching, "_program", lambda: (*stamps[:-1], stamps[-1] + "\nmodel/new.py 1 1"))
    assert entry_name(*TEXTS) != before


def test_the_program_is_its_own_files() -> None:
    stamps = caching._program()[-1]
    for name in ("rules.py", "assembly.py", "parsing.py", "gemeenten.txt", "regeling.lark"):
        assert name in stamps
    assert "__pycache__" not in stamps
    assert str(Path.cwd()) not in stamps


def test_a_file_that_changes_changes_the_program(tmp_path: Path) -> None:
    path = tmp_path / "rules.py"
    path.write_text("one")
    ((_, before),) = caching._files_in(str(tmp_path))
    path.write_text("other")
    ((_, after),) = caching._files_in(str(tmp_path))
    assert (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns)


# ---------------------------------------------------------------- damage


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(VARIABLE, str(tmp_path_factory.mktemp("cache")))
        write_entry(NAME, ENTRY)
        return entry_of(Path(os.environ[VARIABLE]) / "entries").read_bytes()


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
    cut = whole[: data.draw(st.integers(1, len(whole) - 1))]
    entry_of(folder).write_bytes(data.draw(st.sampled_from([cut, cut + whole, whole + b"\0", b""])))
    assert read_entry(NAME) is None


def test_an_entry_under_another_name_is_not_believed(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    entry_of(folder).rename(folder / f"{NAME[::-1]}.entry")
    assert read_entry(NAME[::-1]) is None


def test_a_damaged_entry_is_written_anew(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    entry_of(folder).write_bytes(b"damaged")
    write_entry(NAME, ENTRY)
    assert read_entry(NAME) == ENTRY


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


@pytest.mark.parametrize("blocked", ["cache", "cache/entries", "cache/entries/" + NAME + ".entry"])
def test_something_else_in_the_way_stops_nothing(tmp_path: Path, blocked: str) -> None:
    in_the_way = tmp_path / blocked
    in_the_way.parent.mkdir(parents=True, exist_ok=True)
    if blocked.endswith(".entry"):
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
    assert caching._entry_folder() == str(tmp_path / "xdg" / "verordening" / "entries")
    monkeypatch.setenv("XDG_CACHE_HOME", "not/absolute")
    assert caching._entry_folder() == str(tmp_path / "home" / ".cache" / "verordening" / "entries")
    monkeypatch.setenv("HOME", "not/absolute")
    assert caching._entry_folder() is None


def test_only_the_entries_used_last_are_kept(folder: Path) -> None:
    names = [f"{number:040x}" for number in range(caching.MOST_ENTRIES + 3)]
    for age, name in enumerate(reversed(names)):
        write_entry(name, ENTRY)
        os.utime(folder / f"{name}.entry", (0, 1_700_000_000 - age))
    write_entry(NAME, ENTRY)
    left = {path.stem for path in folder.iterdir()}
    assert len(left) == caching.MOST_ENTRIES
    assert NAME in left


def test_what_a_stopped_writer_left_goes_after_a_day(folder: Path) -> None:
    write_entry(NAME, ENTRY)
    old, new = folder / "a.entry.1.tmp", folder / "b.entry.2.tmp"
    old.touch()
    new.touch()
    os.utime(old, (0, 1_700_000_000))
    write_entry(NAME, ENTRY)
    assert not old.exists()
    assert new.exists()


def test_an_entry_in_use_stays_however_much_is_written_beside_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody who tries out one change after another keeps the law, which is read each time and written once."""
    monkeypatch.setattr(caching, "MOST_ENTRIES", 5)
    write_entry(NAME, ENTRY)
    for number in range(9):
        for path in folder.iterdir():  # a minute goes by
            os.utime(path, (0, path.stat().st_mtime - 60))
        assert read_entry(NAME) == ENTRY
        write_entry(f"{number:040x}", b"")
    assert len(list(folder.iterdir())) == 5


def test_an_entry_that_cannot_be_marked_as_used_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: str) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    write_entry(NAME, ENTRY)
    os.utime(entry_of(folder), (0, 1_700_000_000))
    monkeypatch.setattr(os, "utime", refused)
    assert read_entry(NAME) == ENTRY


# ---------------------------------------------------------------- many at once


def test_many_writers_and_readers_at_once() -> None:
    def work(number: int) -> bool:
        if number % 2:
            write_entry(NAME, ENTRY)
        found = read_entry(NAME)
        return found in (None, ENTRY)

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(200)))
    assert read_entry(NAME) == ENTRY
