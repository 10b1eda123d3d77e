"""Regulations that are large or deep: the work stays bounded, and what nobody can follow is said."""

from __future__ import annotations

from tests.model.resolving.reading import BASIS, found_in
from verordening.language.source import Source

HEAD = 'regeling proef "Proef"\n  soort begrippen\n  herkomst fictief "een voorbeeld"\n'
MUNICIPAL = (
    'regeling proef "Proef"\n  soort verordening\n  herkomst fictief "een voorbeeld"\n'
    "  in werking vanaf 1 januari 2015\n  gebruikt begrippen\n"
)


def codes(text: str) -> list[str]:
    return [each.code for each in found_in(*BASIS, Source("proef.vrd", text))]


def concepts(number: int, *, forward: bool) -> str:
    rows = [f"begrip c{each}: ja/nee = c{each + 1}\n" for each in range(number)]
    last = f"begrip c{number}: ja/nee = ja\n"
    return HEAD + "".join([*rows, last] if forward else [last, *reversed(rows)])


def test_a_row_of_concepts_may_be_long_but_not_endless() -> None:
    assert codes(concepts(149, forward=True)) == []
    assert set(codes(concepts(3_000, forward=True))) == {"VRD229"}
    assert codes(concepts(3_000, forward=True)).count("VRD229") == 19


def test_the_order_in_which_concepts_stand_does_not_matter() -> None:
    assert codes(concepts(149, forward=False)) == []
    assert len(codes(concepts(200, forward=False))) == len(codes(concepts(200, forward=True))) == 1


def test_a_circle_of_a_thousand_concepts_is_one_message() -> None:
    text = HEAD + "".join(f"begrip c{each}: ja/nee = c{(each + 1) % 1_000}\n" for each in range(1_000))
    (found,) = [each for each in found_in(*BASIS, Source("proef.vrd", text)) if each.code == "VRD216"]
    assert found.message == (
        "deze begrippen verwijzen in een kring naar elkaar: "
        "`c0` → `c1` → `c2` → `c3` → `c4` → `c5` → … → `c996` → `c997` → `c998` → `c999` → `c0`"
    )


def test_rules_that_all_deviate_from_each_other_give_few_messages() -> None:
    rules = "".join(
        f"artikel {each}\n  in afwijking van deze regeling\n  dan moet verlaging = 5%\n"
        for each in range(1, 300)
    )
    assert codes(MUNICIPAL + rules).count("VRD306") == 20
