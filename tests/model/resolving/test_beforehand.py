"""A municipal regulation resolved on top of law that was resolved before is what all files together are."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.model.resolving.reading import BASIS, HERE, parsed, read
from tests.model.test_codec import same
from verordening.caching import VARIABLE
from verordening.language.diagnostics import Severity
from verordening.language.parsing import declared_names
from verordening.language.source import Source
from verordening.language.syntax import File
from verordening.model import set_reading
from verordening.model.law_entries import law_name, read_law, write_law
from verordening.model.loading import read_library
from verordening.model.resolving.assembly import Resolution, resolution
from verordening.model.resolving.beforehand import NOTHING, Beforehand, Entangled
from verordening.model.resolving.founding import law_of
from verordening.model.resolving.known import Law
from verordening.model.texts import Texts

MUNICIPAL = [
    Source(each.path, text)
    for each in map(read, sorted((HERE / "bad").glob("*.vrd")))
    if "\n  soort " in each.text
    for text in [
        each.text
        if "\n  gemeente" in each.text
        else each.text.replace("\n  soort", "\n  gemeente amsterdam\n  soort", 1)
    ]
]
OWN = """\
regeling proef "Proef"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2020
"""
WORDS = sorted({word for each in (*BASIS, *MUNICIPAL) for word in each.text.split()})


def of(sources: Sequence[Source]) -> Resolution:
    return resolution(tuple(parsed(each)[0] for each in sources), {each.path: each for each in sources}, "")


def law_in(sources: Sequence[Source]) -> Law:
    found = law_of(of(sources))
    assert found is not None
    return found


LAW = law_in(BASIS)


def on_top(own: Source, beforehand: Beforehand) -> Resolution:
    """A file resolved, with the law as files or, with something beforehand, without."""
    files = (own,) if beforehand.law.files else (*BASIS, own)
    wrong = parsed(own)[1]
    damaged = frozenset({own.path} if wrong else ())
    meant = declared_names(own) if wrong else frozenset()
    return resolution(
        tuple(parsed(each)[0] for each in files),
        {each.path: each for each in (*BASIS, own)},
        "amsterdam",
        damaged,
        meant,
        beforehand,
    )


def tree(path: str) -> File:
    return next(parsed(each)[0] for each in BASIS if each.path == path)


def alike(own: Source) -> bool:
    """Whether a file could be resolved on top of the law; where it can, it is what it is with the law in one go."""
    together = on_top(own, NOTHING)
    try:
        apart = on_top(own, Beforehand(LAW, tree))
    except Entangled:
        return False
    assert apart.remarks == together.remarks
    if not any(each.severity is Severity.FOUT for each in together.remarks):
        assert same(apart.corpus, together.corpus)
    return True


@pytest.mark.parametrize("own", MUNICIPAL, ids=lambda own: own.path)
def test_every_mistake_is_found_on_top_of_the_law_as_well(own: Source) -> None:
    alike(own)


def test_hardly_any_regulation_has_to_be_resolved_with_the_law() -> None:
    assert sum(map(alike, MUNICIPAL)) > 0.9 * len(MUNICIPAL)


@given(st.sampled_from(MUNICIPAL), st.data())
def test_a_regulation_with_slips_is_the_same_on_top_of_the_law(own: Source, data: st.DataObject) -> None:
    text = own.text
    for _ in range(data.draw(st.integers(1, 4))):
        words = text.split()
        text = text.replace(data.draw(st.sampled_from(words)), data.draw(st.sampled_from(WORDS)), 1)
    alike(Source(own.path, text))


@pytest.mark.parametrize("gemeente", ["amsterdam", "wisseldam"])
def test_the_shipped_law_serves_a_municipality(
    gemeente: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.setattr(set_reading, "_LAWS", {})
    files = read_library().set_of(gemeente).files
    texts = Texts()
    corpus, remarks = set_reading.resolved(gemeente, files, texts)
    law = [each for each in files if not each.gemeente]
    kept = read_law(law_name(each.source for each in law))
    assert kept is not None
    together = resolution(
        tuple(texts.parsed(each)[0] for each in files),
        {each.source.path: each.source for each in files},
        gemeente,
    )
    assert remarks == together.remarks == ()
    assert same(corpus, together.corpus)


def test_the_law_comes_back_from_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert read_law("0123456789abcdef") is None
    write_law("0123456789abcdef", LAW)
    assert same(read_law("0123456789abcdef"), LAW)


@pytest.mark.parametrize(
    "text",
    [
        OWN + "  past toe bijstandswet artikel 18\n",
        OWN.replace("  gemeente amsterdam\n", ""),
        OWN
        + "artikel 1\n  overgangsrecht bijstandswet artikel 18 zoals op 1 januari 2019\n"
        + '  inhoud "Het oude recht blijft."\n',
    ],
)
def test_what_changes_the_law_itself_is_resolved_with_it(text: str) -> None:
    with pytest.raises(Entangled):
        on_top(Source("proef.vrd", text), Beforehand(LAW, tree))


def test_a_word_of_the_law_declared_by_a_municipality_is_resolved_with_it() -> None:
    """In this law `te_laat` is a value of `gedraging`; beside a begrip of that name it means the begrip."""
    article = (
        "\nartikel 19\n  als      gedraging = te_laat\n  dan mag  verlaging = 5%\n  dient    handhaving\n"
    )
    law = law_in((*BASIS[:-1], Source("wet.vrd", BASIS[-1].text + article)))
    own = Source("proef.vrd", f'{OWN}begrip te_laat: ja/nee = herhaald\n  herkomst fictief "x"\n')
    assert on_top(own, Beforehand(LAW, tree)).corpus.concepts.keys() >= {"te_laat"}
    with pytest.raises(Entangled):
        on_top(own, Beforehand(law, tree))


def test_a_name_of_an_example_of_ours_declared_by_a_municipality_is_resolved_with_it() -> None:
    """The example gives way, so that what the law comes to changes."""
    example = (
        'regeling voorbeelden "Voorbeelden"\n  soort voorbeeld\n  bron "Eigen voorbeelden"\n'
        '  herkomst reconstructie "van ons"\n  in werking vanaf 1 januari 2015\n\n'
        'gegeven wens: ja/nee\n  vraag "Is er een wens?"\n'
    )
    law = law_in((*BASIS, Source("voorbeelden.vrd", example)))
    own = Source("proef.vrd", f'{OWN}gegeven wens: ja/nee\n  vraag "Iets anders?"\n')
    with pytest.raises(Entangled):
        on_top(own, Beforehand(law, tree))


def test_law_with_an_error_in_it_is_no_law_to_build_on() -> None:
    wrong = Source("wet.vrd", BASIS[-1].text + "\nartikel 99\n  dan moet verlaging = nergens\n")
    sources = (*BASIS[:-1], wrong)
    assert law_of(of(sources)) is None
