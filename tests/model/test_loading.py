"""From files to a corpus: which regulations take part, what the user's own replace, and what is wrong with paths."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verordening.caching import VARIABLE
from verordening.language.diagnostics import Diagnostic, InputError
from verordening.language.parsing import parse
from verordening.language.source import Source
from verordening.language.syntax import OriginClause, RegelingHead, WordClause
from verordening.model import loading
from verordening.model import regulation_files as files
from verordening.model.corpus import Corpus
from verordening.model.entries import Resolved
from verordening.model.loading import (
    Library,
    RegulationSet,
    check,
    fictional_municipalities,
    load_corpus,
    read_library,
    regulation_sets,
)
from verordening.model.regulation_files import RegulationFile, laid_over, regulation_file, shipped_files
from verordening.model.texts import Texts

OPGAVE = """\
regeling opgave "Opgave van de gemeente {name}"
  soort opgave
  gemeente {slug}
  bron "verzonnen voorbeeld"
  herkomst {herkomst} "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw
  geen regeling krachtens pw artikel 8 lid 1 onderdeel a vanaf 1 januari 2015
"""

SHIPPED = [
    "",
    *sorted(
        {
            line.split()[1]
            for path in (Path(__file__).parents[2] / "ordinances").rglob("*.vrd")
            for line in path.read_text(encoding="utf-8").splitlines()
            if line.startswith("  gemeente ")
        }
    ),
]
"""National law alone, and the municipality of each shipped file."""


def opgave(slug: str, herkomst: str = "fictief") -> str:
    return OPGAVE.format(name=slug.capitalize(), slug=slug, herkomst=herkomst)


@pytest.fixture(scope="session")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that all tests share: a corpus is parsed once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def cache(warm: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(warm))
    return warm


@pytest.fixture
def overlay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder beside which the program is started."""
    monkeypatch.chdir(tmp_path)
    folder = Path("regelingen")
    folder.mkdir()
    return folder


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def wrong(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in error.value.diagnostics]


# ---------------------------------------------------------------- which regulations take part


def test_a_municipality_has_national_law_and_its_own() -> None:
    corpus = load_corpus("amsterdam")
    assert corpus.gemeente == "amsterdam"
    assert {
        "pw",
        "awb",
        "begrippen",
        "amsterdam/maatregelen",
        "amsterdam/beleidsregels",
    } <= corpus.regulations.keys()
    assert {each.gemeente for each in corpus.regulations.values()} == {"", "amsterdam"}


def test_national_law_comes_first() -> None:
    order = [bool(each.gemeente) for each in load_corpus("amsterdam").regulations.values()]
    assert order == sorted(order)


def test_a_municipality_that_is_not_here_has_national_law_only() -> None:
    corpus = load_corpus("haarlem")
    assert corpus.gemeente == "haarlem"
    assert "pw" in corpus.regulations
    assert list(corpus.municipal()) == []


def test_a_fictional_municipality_is_named() -> None:
    assert load_corpus("zonderdam").fictional == ("zonderdam",)
    towns = ["kinderdam", "voorbeelddam", "vroegdam", "wisseldam", "zonderdam"]
    assert [(each.slug, each.name) for each in fictional_municipalities()] == [
        (each, each.capitalize()) for each in towns
    ]


def test_fictional_municipalities_of_the_user_take_part(overlay: Path) -> None:
    written(overlay / "een.vrd", opgave("nieuw_zonderdam_aan_zee"))
    written(overlay / "twee.vrd", opgave("rotterdam", "reconstructie"))
    names = [(each.slug, each.name) for each in fictional_municipalities(overlay)]
    assert names == [
        ("kinderdam", "Kinderdam"),
        ("nieuw_zonderdam_aan_zee", "Nieuw Zonderdam aan Zee"),
        ("voorbeelddam", "Voorbeelddam"),
        ("vroegdam", "Vroegdam"),
        ("wisseldam", "Wisseldam"),
        ("zonderdam", "Zonderdam"),
    ]


def test_places_in_shipped_files_are_named_from_the_folder_of_regulations() -> None:
    corpus = load_corpus("amsterdam")
    assert corpus.regulations["pw"].place.file == "landelijk/participatiewet.vrd"
    assert corpus.regulations["amsterdam/maatregelen"].place.file == "amsterdam/maatregelen.vrd"


# ---------------------------------------------------------------- what a folder of the user replaces


def test_a_regulation_of_the_user_replaces_the_shipped_one(overlay: Path) -> None:
    path = written(overlay / "waar dan ook" / "x.vrd", opgave("zonderdam").replace("2015", "2020"))
    corpus = load_corpus("zonderdam", overlay=overlay)
    start = corpus.regulations["zonderdam/opgave"].validity.start
    assert start is not None
    assert start.year == 2020
    assert corpus.regulations["zonderdam/opgave"].place.file == str(path)
    assert "pw" in corpus.regulations


def test_a_regulation_of_another_municipality_changes_nothing(overlay: Path) -> None:
    written(overlay / "x.vrd", 'regeling maatregelen "Iets" gemeente rotterdam\n  als = ) onzin')
    assert (
        load_corpus("haarlem", overlay=overlay).regulations.keys()
        == load_corpus("haarlem").regulations.keys()
    )


def test_what_replaces_stands_where_the_shipped_one_stood() -> None:
    def file(path: str, name: str, gemeente: str = "") -> RegulationFile:
        return RegulationFile(Source(path, ""), name, gemeente, False)

    shipped = (file("a.vrd", "awb"), file("b.vrd", "pw"), file("c.vrd", "rv"))
    own = (file("1.vrd", "nieuw"), file("2.vrd", "pw"), file("3.vrd", "pw"), file("4.vrd", "awb", "huizen"))
    merged = [(each.source.path, each.id) for each in laid_over(shipped, own)]
    assert merged == [
        ("a.vrd", "awb"),
        ("2.vrd", "pw"),
        ("3.vrd", "pw"),
        ("c.vrd", "rv"),
        ("1.vrd", "nieuw"),
        ("4.vrd", "huizen/awb"),
    ]


def test_two_files_never_go_by_one_path() -> None:
    shipped = RegulationFile(
        Source("amsterdam/maatregelen.vrd", "shipped"), "maatregelen", "amsterdam", False
    )
    own = RegulationFile(Source("amsterdam/maatregelen.vrd", "own"), "iets_anders", "amsterdam", False)
    merged = laid_over((shipped,), (own,))
    assert [each.source.path for each in merged] == [
        "amsterdam/maatregelen.vrd",
        "./amsterdam/maatregelen.vrd",
    ]


def test_a_regulation_that_stands_twice_is_an_error(overlay: Path) -> None:
    written(overlay / "a.vrd", opgave("zonderdam"))
    written(overlay / "b.vrd", opgave("zonderdam"))
    with pytest.raises(InputError) as error:
        load_corpus("zonderdam", overlay=overlay)
    assert [each.code for each in error.value.diagnostics] == ["VRD311"]


def test_everything_wrong_in_the_files_is_told_at_once(overlay: Path) -> None:
    written(overlay / "a.vrd", opgave("zonderdam").replace("soort opgave", "soort opgaaf"))
    written(
        overlay / "b.vrd",
        opgave("zonderdam").replace("opgave", "ander", 1).replace("krachtens pw", "krachtens wp"),
    )
    with pytest.raises(InputError) as error:
        load_corpus("zonderdam", overlay=overlay)
    assert {os.path.basename(each.span.file) for each in error.value.diagnostics if each.span} == {
        "a.vrd",
        "b.vrd",
    }


def test_a_file_that_does_not_begin_with_a_regulation_is_not_passed_by(overlay: Path) -> None:
    written(overlay / "a.vrd", 'artikel 1 "Los"\n  inhoud "x"\n')
    with pytest.raises(InputError) as error:
        load_corpus("haarlem", overlay=overlay)
    assert [each.code for each in error.value.diagnostics] == ["VRD310"]


def test_a_corpus_with_errors_is_not_kept(overlay: Path, cache: Path, tmp_path: Path) -> None:
    written(overlay / "a.vrd", opgave("zonderdam").replace("soort opgave", "soort opgaaf"))
    before = sorted(cache.rglob("*"))
    with pytest.raises(InputError):
        load_corpus("zonderdam", overlay=overlay)
    assert sorted(cache.rglob("*")) == before


def test_what_was_found_is_kept_until_the_program_looks_in_another_way(
    overlay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other lint rules, or another list of hard words, find other things in the same regulation."""
    path = written(overlay / "a.vrd", opgave("zonderdam"))
    looked: list[frozenset[str]] = []

    def look(_corpus: Corpus, _sources: object, own: frozenset[str], _tree_of: object) -> list[Diagnostic]:
        looked.append(own)
        return []

    for stamps in ("rules of today", "rules of today", "rules of tomorrow"):
        monkeypatch.setattr("verordening.model.loading.stamps_of", lambda *_, now=stamps: now)
        check(regulation_sets([path]), look)
    assert looked == [frozenset({"regelingen/a.vrd"})] * 2


# ---------------------------------------------------------------- paths


def test_a_folder_that_is_missing(overlay: Path) -> None:
    with pytest.raises(InputError) as error:
        load_corpus("amsterdam", overlay=overlay / "weg")
    assert wrong(error) == [("VRD010", "de map `regelingen/weg` bestaat niet")]


def test_a_file_instead_of_a_folder(overlay: Path) -> None:
    path = written(overlay / "a.vrd", opgave("zonderdam"))
    with pytest.raises(InputError) as error:
        load_corpus("amsterdam", overlay=path)
    assert wrong(error) == [("VRD011", "`regelingen/a.vrd` is een bestand en geen map")]


def test_a_folder_without_regulations(overlay: Path) -> None:
    written(overlay / "leesmij.txt", "niets")
    with pytest.raises(InputError) as error:
        read_library(overlay=overlay)
    assert wrong(error) == [("VRD013", "in de map `regelingen` staat geen regeling")]


def test_every_file_that_cannot_be_read_is_told_at_once(overlay: Path) -> None:
    (overlay / "a.vrd").write_bytes(b"regeling \xff")
    (overlay / "b.vrd").write_bytes(b"regeling \0")
    written(overlay / "c.vrd", opgave("zonderdam"))
    with pytest.raises(InputError) as error:
        read_library(overlay=overlay)
    assert [each.code for each in error.value.diagnostics] == ["VRD006", "VRD005"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(overlay: Path) -> None:
    written(overlay / "a.vrd", opgave("zonderdam"))
    closed = overlay / "dicht"
    closed.mkdir(mode=0o000)
    with pytest.raises(InputError) as error:
        read_library(overlay=overlay)
    assert wrong(error) == [("VRD012", "de map `regelingen/dicht` kan niet gelezen worden")]


def test_what_is_hidden_or_no_regulation_is_passed_by(overlay: Path) -> None:
    written(overlay / "goed" / "a.VRD", opgave("zonderdam"))
    for path in (".git/a.vrd", "goed/.b.vrd", "goed/c.vrd~", "goed/d.txt", "goed/vrd"):
        written(overlay / path, "onzin")
    library = read_library(overlay=overlay)
    own = [each.source.path for each in library.files if each.source.path.startswith(str(overlay))]
    assert own == [str(overlay / "goed" / "a.VRD")]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_circle_of_folders_comes_to_an_end(overlay: Path) -> None:
    written(overlay / "a.vrd", opgave("zonderdam"))
    (overlay / "rond").symlink_to(overlay.resolve(), target_is_directory=True)
    (overlay / "nogmaals.vrd").symlink_to((overlay / "a.vrd").resolve())
    assert len([each for each in read_library(overlay=overlay).files if each.gemeente == "zonderdam"]) == 1


@pytest.mark.parametrize("limit", ["MOST_FILES", "MOST_ENTRIES", "MOST_CHARACTERS"])
def test_a_folder_with_everything_in_it_is_refused(
    overlay: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    for name in ("a", "b", "c"):
        written(overlay / name / f"{name}.vrd", opgave(name))
    monkeypatch.setattr(files, limit, 2)
    with pytest.raises(InputError) as error:
        files.overlay_files(overlay)
    assert [each.code for each in error.value.diagnostics] == ["VRD015"]


# ---------------------------------------------------------------- what lint checks


def names(paths: list[Path]) -> list[str]:
    return [each.gemeente for each in regulation_sets(paths)]


def test_without_paths_all_that_ships_is_checked() -> None:
    assert names([]) == SHIPPED
    assert check(regulation_sets()) == ()


def test_a_file_of_one_municipality_is_checked_for_that_one(overlay: Path) -> None:
    assert names([written(overlay / "a.vrd", opgave("zonderdam"))]) == ["zonderdam"]


def test_national_law_is_checked_for_everybody(overlay: Path) -> None:
    path = written(overlay / "a.vrd", 'regeling ivrk "Een verdrag"\n  soort verdrag\n')
    assert names([path]) == SHIPPED


def test_a_path_given_twice_counts_once(overlay: Path) -> None:
    path = written(overlay / "a.vrd", opgave("zonderdam"))
    (only,) = regulation_sets([path, overlay, overlay, path.resolve()])
    assert [each.source.path for each in only.files if each.gemeente] == [str(path)]


def test_something_else_than_a_regulation_cannot_be_checked(overlay: Path) -> None:
    path = written(overlay / "a.txt", "tekst")
    with pytest.raises(InputError) as error:
        regulation_sets([path, overlay / "weg.vrd"])
    assert wrong(error)[0] == ("VRD014", "`regelingen/a.txt` is geen bestand met een regeling")


def test_a_missing_file_cannot_be_checked(overlay: Path) -> None:
    with pytest.raises(InputError) as error:
        regulation_sets([overlay / "weg.vrd"])
    assert [each.code for each in error.value.diagnostics] == ["VRD001"]


def test_what_is_wrong_is_told_once_however_many_sets_it_is_in(overlay: Path) -> None:
    path = written(overlay / "a.vrd", 'regeling ivrk "Een verdrag"\n  soort verdra\n')
    found = [each for each in check(regulation_sets([path])) if each.span and each.span.file == str(path)]
    assert len(found) == len(set(found))
    assert "VRD314" in [each.code for each in found]


def test_a_wrong_law_hides_no_mistake_of_a_municipality_and_is_told_for_no_other(
    overlay: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = written(overlay / "a.vrd", 'regeling ivrk "Een verdrag dat nergens anders staat"\n  soort verdra\n')
    own = written(overlay / "b.vrd", opgave("zonderdam").replace("soort opgave", "soort opgaaf"))
    resolved: list[str] = []
    resolve = loading.resolved_set

    def counted(each: RegulationSet, texts: Texts) -> Resolved:
        resolved.append(each.gemeente)
        return resolve(each, texts)

    monkeypatch.setattr(loading, "resolved_set", counted)
    found = check(regulation_sets([overlay]))
    assert {each.span.file for each in found if each.span and each.code == "VRD314"} == {str(law), str(own)}
    assert resolved == ["", "zonderdam"]


def test_what_is_wrong_comes_in_order_of_place(overlay: Path) -> None:
    written(overlay / "b.vrd", opgave("zonderdam").replace("soort opgave", "soort opgaaf"))
    written(overlay / "a.vrd", opgave("zuiderdam").replace("soort opgave", "soort opgaaf"))
    found = check(regulation_sets([overlay]))
    places = [(each.span.file, each.span.line) for each in found if each.span]
    assert places == sorted(places)
    assert len({file for file, _ in places}) == 2


# ---------------------------------------------------------------- headers


def test_the_headers_of_all_that_ships_are_read_as_they_are_parsed() -> None:
    for file in shipped_files():
        assert (file.name, file.gemeente, file.fictional) == parsed_header(file.source)


def parsed_header(source: Source) -> tuple[str, str, bool]:
    tree, problems = parse(source)
    assert problems == ()
    first = tree.items[0]
    assert isinstance(first.head, RegelingHead)
    words = {each.keyword: each.words[0].name for each in first.clauses if isinstance(each, WordClause)}
    origins = [each.grade.name for each in first.clauses if isinstance(each, OriginClause)]
    return first.head.name, words.get("gemeente", ""), origins == ["fictief"]


text = st.sampled_from(
    ["", "x", "gemeente anders", "# geen opmerking", "artikel 1 regeling y", "herkomst fictief"]
)
gap = st.sampled_from(
    [" ", "  ", "\n", "\n\n  ", "\t", " # gemeente anders\n", '\n# herkomst fictief "\n', "\r\n"]
)
gemeente = st.sampled_from(["gemeente amsterdam", "gemeente zonderdam"])
herkomst = st.builds('herkomst {}{}"{}"'.format, st.sampled_from(["fictief", "officieel"]), gap, text)
other = st.one_of(
    st.just("soort verordening"),
    st.builds('bron{}"{}"'.format, gap, text),
    st.just("in werking vanaf 1 januari 2015"),
    st.just("gebruikt pw, awb ,begrippen"),
    st.just("grondslag pw artikel 8 lid 1 onderdeel a, awb artikel 4:81"),
    st.builds('niet opgenomen artikel 3, artikel 4 en artikel 5{}"{}"'.format, gap, text),
    st.just("geen regeling krachtens pw artikel 8 lid 1 onderdeel a vanaf 1 januari 2015"),
)
body = st.sampled_from(
    [
        "",
        '\nartikel 1 "T"\n inhoud "gemeente anders"',
        '\nwaarde iets "gemeente anders"\n',
        "\nbesluit b: ja/nee",
    ]
)


def first_word(clause: str) -> str:
    return clause.split()[0].partition('"')[0]


@given(st.data())
def test_a_header_is_read_as_it_is_parsed(data: st.DataObject) -> None:
    others = data.draw(st.lists(other, max_size=6, unique_by=first_word))
    clauses = data.draw(st.permutations([*others, data.draw(herkomst)]))
    if data.draw(st.booleans()):
        clauses.insert(data.draw(st.integers(0, len(clauses))), data.draw(gemeente))
    parts = ["regeling", "maatregelen", f'"{data.draw(text)}"', *clauses]
    laid_out = "".join(data.draw(gap) + part for part in parts) + data.draw(body)
    source = Source("x.vrd", laid_out.replace("\r\n", "\n"))
    file = regulation_file(source)
    assert (file.name, file.gemeente, file.fictional) == parsed_header(source)


@pytest.mark.parametrize(
    "source_text", ["", "\n# niets\n", "artikel 1", '"regeling x"', "soort wet regeling x"]
)
def test_a_file_without_a_header_declares_nothing(source_text: str) -> None:
    assert regulation_file(Source("x.vrd", source_text)).id == ""


@given(st.text())
def test_any_text_can_be_looked_at(source_text: str) -> None:
    regulation_file(Source("x.vrd", source_text))


# ---------------------------------------------------------------- a quick start

SLOW = (
    "difflib",
    "hashlib",
    "json",
    "lark",
    "pydantic",
    "rich",
    "verordening.language.parsing",
    "verordening.language.syntax",
    "verordening.model.municipalities",
    "verordening.model.resolving",
    "yaml",
)


def test_with_a_cache_nothing_slow_is_loaded() -> None:
    load_corpus("amsterdam")
    code = (
        "import sys; from verordening.model.loading import load_corpus; load_corpus('amsterdam');"
        f"print(*(name for name in {SLOW!r} if name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_a_library_is_read_once() -> None:
    library = Library(shipped_files())
    assert load_corpus("amsterdam", library=library).gemeente == "amsterdam"
    assert ["", *library.gemeenten] == SHIPPED
