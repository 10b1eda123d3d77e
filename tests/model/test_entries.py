"""What the cache holds: corpora and trees come back whole, and bytes that mean something else are not believed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.model.test_codec import same
from verordening.caching import VARIABLE, write_entry
from verordening.choices import Enum
from verordening.language import syntax
from verordening.language.diagnostics import Diagnostic, Related, Severity, diagnostic
from verordening.language.parsing import parse
from verordening.language.source import Source, Span
from verordening.model import corpus, courses, expressions, rules, standards, types
from verordening.model.corpus import Corpus
from verordening.model.dependence import beforehand, depends
from verordening.model.entries import CORPUS, codec_for, corpus_name, parsed, read_corpus, write_corpus
from verordening.model.kept_dependence import kept_rows
from verordening.model.loading import load_corpus
from verordening.model.regulation_files import shipped_files
from verordening.records import replace

NAME = "0123456789abcdef"
SOURCE = Source("landelijk/pw.vrd", "regeling pw")
REMARK = diagnostic(SOURCE, "VRD220", "een rij staat niet op volgorde", SOURCE.span(1, 1, 8))


def small_corpus(gemeente: str = "amsterdam") -> Corpus:
    return Corpus(
        gemeente, {}, {}, {}, {}, {}, {}, {}, (), (), (), (), {"verlaging": (1, 2)}, (3,), {4: (5,)}, ()
    )


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache" / "entries"


def test_a_corpus_comes_back_with_its_remarks() -> None:
    write_corpus(NAME, (small_corpus(), (REMARK,)))
    found = read_corpus(NAME)
    assert found is not None
    assert same(found, (small_corpus(), (REMARK,)))
    assert found[1] == (REMARK,)
    assert found[1][0].severity is Severity.FOUT


@pytest.mark.parametrize("gemeente", ["amsterdam", "zonderdam", ""])
def test_the_shipped_corpora_come_back_whole(gemeente: str) -> None:
    fresh = load_corpus(gemeente)
    read = load_corpus(gemeente)
    assert read is not fresh
    assert same(read, fresh)


def test_the_shipped_trees_come_back_whole(folder: Path) -> None:
    for file in shipped_files():
        before = len(list(folder.glob("*"))) if folder.exists() else 0
        fresh = parsed(file.source)
        assert len(list(folder.glob("*"))) == before + 1
        read = parsed(file.source)
        assert read is not fresh
        assert read == fresh
        assert same(read, fresh)


def test_a_tree_with_mistakes_comes_back_with_them() -> None:
    source = Source("x.vrd", "regeling pw\n  soort = ) wet")
    assert parsed(source) == parsed(source) == parse(source)
    assert parsed(source)[1] != ()


def test_two_files_with_one_text_keep_their_own_places() -> None:
    text = 'regeling pw "Participatiewet"\n  soort wet\n'
    one, two = (parsed(Source(path, text))[0].items[0].head.span.file for path in ("a.vrd", "b.vrd"))
    assert (one, two) == ("a.vrd", "b.vrd")


@pytest.mark.parametrize(
    "thing", [(), small_corpus(), (small_corpus(),), ("amsterdam", ()), (small_corpus(), (), ())]
)
def test_an_entry_of_another_form_is_not_believed(thing: object) -> None:
    write_entry(NAME, CORPUS.encode(thing))
    assert read_corpus(NAME) is None


@pytest.mark.parametrize("payload", [b"", b"\0\0\0\0", b"andere bytes"])
def test_bytes_that_mean_nothing_are_not_believed(payload: bytes) -> None:
    write_entry(NAME, payload)
    assert read_corpus(NAME) is None


def test_what_cannot_be_written_is_left_out(folder: Path) -> None:
    class Strange:
        __slots__ = ()

    odd = small_corpus()
    object.__setattr__(odd, "gemeente", Strange())
    write_corpus(NAME, (odd, ()))
    assert read_corpus(NAME) is None
    assert not folder.exists()


def test_a_name_follows_from_municipality_paths_and_texts() -> None:
    other = Source("b.vrd", "regeling awb")
    names = {
        corpus_name("", ()),
        corpus_name("amsterdam", ()),
        corpus_name("", (SOURCE,)),
        corpus_name("", (SOURCE, other)),
        corpus_name("", (other, SOURCE)),
        corpus_name("", (Source("c.vrd", SOURCE.text),)),
        corpus_name("", (Source(SOURCE.path, "regeling awb"),)),
    }
    assert len(names) == 7


@pytest.mark.parametrize("modules", [(types, expressions, rules, courses, standards, corpus), (syntax,)])
def test_every_class_can_be_written(modules: tuple[ModuleType, ...]) -> None:
    declared = [
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__.startswith(module.__name__)
    ]
    codec = CORPUS if types in modules else codec_for(syntax)
    names = [each.__name__ for each in (*declared, Diagnostic, Related, Severity, Span)]
    assert len(set(names)) == len(names) > 15
    for each in declared:
        if issubclass(each, Enum):
            assert codec.decode(codec.encode(tuple(each))) == tuple(each)
        else:
            empty = object.__new__(each)
            for name in each.__dict__["__slots__"]:
                each.__dict__[name].__set__(empty, None)
            assert same(codec.decode(codec.encode(empty)), empty)


def test_processes_that_start_cold_at_once_all_answer(folder: Path) -> None:
    code = "from verordening.model.loading import load_corpus; print(len(load_corpus('amsterdam').rules))"
    running = [
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) for _ in range(3)
    ]
    answers = {process.communicate()[0] for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    assert len(answers) == 1
    assert list(folder.glob("*.tmp")) == []


def test_a_tree_that_is_not_kept_is_parsed_each_time(folder: Path) -> None:
    source = Source("x.vrd", 'regeling pw "Participatiewet"\n')
    parse(source)
    before = sorted(folder.glob("*"))
    assert parsed(source, kept=False) == parse(source)
    assert sorted(folder.glob("*")) == before


def test_what_expressions_turn_on_comes_back_with_the_corpus() -> None:
    load_corpus("amsterdam")
    read = load_corpus("amsterdam")
    kept = dict(beforehand(read))
    assert all(each.value in kept for each in read.concepts.values())
    rules = [each for each in read.rules if each.condition is not None]
    assert all(each.condition in kept for each in rules)
    beforehand(read).clear()
    depends.cache_clear()
    assert kept_rows(read) == kept


def test_of_a_changed_corpus_nothing_is_known_beforehand() -> None:
    read = load_corpus("amsterdam")
    assert beforehand(replace(read, concepts={})) == {}
