"""Our way to find our modules: the same modules as Python finds, and never an older one."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.machinery import PathFinder
from pathlib import Path

import pytest

import verordening
from verordening.importing import Finder

NAME = "verordening.zomaar"


@pytest.fixture(autouse=True)
def compiled_files_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)


def value_in(folder: Path) -> object:
    """What the module says that is found in a folder."""
    spec = Finder().find_spec(NAME, [str(folder)])
    assert spec is not None
    assert spec.loader is not None
    code = spec.loader.get_code(NAME)  # type: ignore[attr-defined]
    assert code.co_filename == str(folder / "zomaar.py")
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102 - what importing does
    return names["x"]


def written(folder: Path, text: str, moment: int) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "zomaar.py"
    file.write_text(text, encoding="utf-8")
    os.utime(file, (moment, moment))
    return file


def test_a_module_is_found_where_python_finds_it() -> None:
    for package in ("verordening", "verordening.evaluate"):
        folders = list(sys.modules[package].__path__) if package in sys.modules else [*verordening.__path__]
        for file in Path(folders[0]).glob("*.py"):
            name = f"{package}.{file.stem}"
            found, usual = Finder().find_spec(name, folders), PathFinder.find_spec(name, folders)
            assert found is not None
            assert usual is not None
            assert (found.name, found.origin, found.cached) == (usual.name, usual.origin, usual.cached)
            assert (found.parent, found.has_location) == (usual.parent, usual.has_location)


@pytest.mark.parametrize(("name", "known"), [("yaml.reader", True), ("verordening", False)])
def test_another_is_left_to_python(name: str, known: bool) -> None:
    assert Finder().find_spec(name, ["."] if known else None) is None


def test_a_package_and_what_is_not_there_are_left_to_python() -> None:
    for name in ("verordening.evaluate", "verordening.bestaat_niet"):
        assert Finder().find_spec(name, list(verordening.__path__)) is None


@pytest.mark.parametrize(
    ("text", "moment"), [("x = 2", 2_000_000), ("x = 2 # langer", 1_000_000)], ids=["later", "longer"]
)
def test_a_changed_source_is_seen(tmp_path: Path, text: str, moment: int) -> None:
    written(tmp_path, "x = 1", 1_000_000)
    assert value_in(tmp_path) == 1
    assert value_in(tmp_path) == 1
    written(tmp_path, text, moment)
    assert value_in(tmp_path) == 2


def test_what_was_compiled_is_read_and_not_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path, "x = 1", 1_000_000)
    value_in(tmp_path)
    written(tmp_path, "x = 9", 1_000_000)  # as long and of the same time: Python does not see this either
    assert value_in(tmp_path) == 1


@pytest.mark.parametrize("left", [0, 10])
def test_a_cut_compiled_file_is_made_anew(tmp_path: Path, left: int) -> None:
    written(tmp_path, "x = 1", 1_000_000)
    value_in(tmp_path)
    (compiled,) = (tmp_path / "__pycache__").iterdir()
    compiled.write_bytes(compiled.read_bytes()[:left])
    assert value_in(tmp_path) == 1


def test_a_moved_folder_names_itself_in_a_traceback(tmp_path: Path) -> None:
    written(tmp_path / "hier", "x = 1", 1_000_000)
    value_in(tmp_path / "hier")
    shutil.move(tmp_path / "hier", tmp_path / "daar")
    assert value_in(tmp_path / "daar") == 1
