"""A file that cannot be read in full: what only follows from that is not reported, and what does not, is."""

from __future__ import annotations

import pytest

from tests.model.resolving.reading import BASIS, HERE, found_beside_damage, found_in, read
from verordening.language.parsing import declared_names
from verordening.language.source import Source

WHOLE = read(HERE / "whole.vrd")
AT_THE_END = (") ", ' "los', " = = =")


def places(source: Source) -> list[tuple[Source, int]]:
    lines = enumerate(source.text.split("\n"), start=1)
    return [(source, number) for number, line in lines if line.strip() and not line.startswith("#")]


EVERY_LINE = [place for source in (WHOLE, *BASIS) for place in places(source)]
NO_DECLARATION = [
    (source, number)
    for source, number in EVERY_LINE
    if not declared_names(Source(source.path, source.line(number)))
]


def named(lines: list[tuple[Source, int]]) -> list[str]:
    return [f"{source.path} {number}" for source, number in lines]


def found_with(source: Source, number: int, line: str) -> list[tuple[str, str]]:
    """What the resolver says when one line of one of the texts is another, which cannot be read."""
    lines = source.text.split("\n")
    lines[number - 1] = line
    damaged = Source(source.path, "\n".join(lines))
    syntax, found = found_beside_damage(*(damaged if each is source else each for each in (*BASIS, WHOLE)))
    assert syntax
    return [(each.code, each.message) for each in found]


def test_there_is_nothing_to_say_of_the_whole_text() -> None:
    assert found_in(*BASIS, WHOLE) == ()


@pytest.mark.parametrize("more", AT_THE_END)
@pytest.mark.parametrize(("source", "number"), EVERY_LINE, ids=named(EVERY_LINE))
def test_a_line_with_too_much_gives_no_messages_about_meaning(source: Source, number: int, more: str) -> None:
    assert found_with(source, number, source.line(number) + more) == []


@pytest.mark.parametrize(("source", "number"), NO_DECLARATION, ids=named(NO_DECLARATION))
def test_a_line_that_is_lost_gives_no_messages_about_meaning(source: Source, number: int) -> None:
    line = source.line(number)
    indent = line[: len(line) - len(line.lstrip())]
    assert found_with(source, number, f"{indent}zomaar iets") == []
    assert found_with(source, number, f"{indent}) {line.lstrip()}") == []


def test_a_mistake_in_meaning_is_reported_beside_one_in_syntax() -> None:
    text = WHOLE.text.replace("herhaald", "herhald").replace("werking   absoluut", "werking   ) absoluut")
    syntax, found = found_beside_damage(*BASIS, Source(WHOLE.path, text))
    assert {each.code for each in syntax} == {"VRD106"}
    assert [(each.code, each.span.line) for each in found if each.span] == [("VRD202", 25), ("VRD202", 42)]


def test_damage_in_one_file_hides_nothing_in_another() -> None:
    law = Source("wet.vrd", BASIS[2].text.replace("soort wet", "soort ) wet"))
    own = Source("eigen.vrd", 'regeling eigen "Eigen"\n  soort verordening\n  herkomst fictief "proef"\n')
    _, found = found_beside_damage(BASIS[0], BASIS[1], law, own)
    assert [(each.code, each.span.file) for each in found if each.span] == [("VRD316", "eigen.vrd")]


def test_names_that_are_meant_may_be_missing_and_others_not() -> None:
    text = WHOLE.text.replace("begrip drempel: bedrag per maand", "begrip drempel: bedrg per maand")
    text = text.replace("inhouding = drempel", "inhouding = drempels")
    _, found = found_beside_damage(*BASIS, Source(WHOLE.path, text))
    assert [(each.code, each.message) for each in found] == [("VRD202", "er is niets met de naam `drempels`")]
