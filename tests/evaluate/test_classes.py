"""Classes of rules: ranges, whole articles and regulations, every rule of a kind, and what is excepted from them."""

from __future__ import annotations

import pytest

from tests.evaluate.laws import law_of, regulation, said, short
from tests.properties.claims import Bench

TERMS = regulation(
    "begrippen",
    "begrippen",
    """
gegeven welke: een van (geen, een, twee, drie, vier, vijf)
gegeven a: ja/nee
oordeel o: ja/nee
besluit v: percentage van 0% tot en met 100%, standaard 0%, gunstig lager
""",
)
NUMBERS = ("een", "twee", "drie", "vier", "vijf")


def rule(word: str, value: int) -> str:
    return f"als welke = {word}\n    dan moet v = {value}%\n"


def five(heads: tuple[str, ...]) -> str:
    """A rule for each of the five facts, 10% to 50%, at these places."""
    return "".join(
        f"{head}\n    {rule(word, value)}"
        for head, word, value in zip(heads, NUMBERS, (10, 20, 30, 40, 50), strict=True)
    )


def deviating(targets: str, heads: tuple[str, ...] = (), also: str = "") -> Bench:
    """Five rules, and one that makes it 1% in deviation from some of them."""
    heads = heads or tuple(f"artikel {number}" for number in range(6, 11))
    text = f"{five(heads)}{also}artikel 50\n  in afwijking van {targets}\n  als a\n  dan moet v = 1%\n"
    return law_of(TERMS, regulation("vord", "verordening", text, local=True))


def reached(law: Bench) -> list[str]:
    """The facts for which the deviation decides."""
    return [word for word in NUMBERS if short(said(law, "v", welke=word, a=True)) == ("bepaald", "1%")]


def test_a_range_of_articles_takes_both_ends() -> None:
    assert reached(deviating("artikel 7 tot en met 9")) == ["twee", "drie", "vier"]


def test_articles_with_letters_lie_behind_their_number() -> None:
    heads = ("artikel 6", "artikel 7", "artikel 7a", "artikel 7b", "artikel 8")
    assert reached(deviating("artikel 7 tot en met 7a", heads)) == ["twee", "drie"]
    assert reached(deviating("artikel 6 tot en met 8", heads)) == list(NUMBERS)
    assert reached(deviating("artikel 7a tot en met 8", heads)) == ["drie", "vier", "vijf"]


def test_a_second_lid_of_the_same_number_lies_behind_the_first() -> None:
    heads = ("artikel 6\n  lid 7", "  lid 8", "  lid 8*", "  lid 9", "  lid 10")
    assert reached(deviating("artikel 6 lid 8 tot en met 9", heads)) == ["twee", "drie", "vier"]
    assert reached(deviating("artikel 6 lid 9 tot en met 10", heads)) == ["vier", "vijf"]


def test_a_range_of_onderdelen() -> None:
    heads = ("artikel 6\n  onderdeel a", "  onderdeel b", "  onderdeel c", "  onderdeel d", "  onderdeel e")
    assert reached(deviating("artikel 6 onderdeel b tot en met d", heads)) == ["twee", "drie", "vier"]


def test_onderdelen_go_on_behind_z_with_two_letters() -> None:
    """The law counts a to z and then aa, bb: `aa` is not between a and b."""
    heads = ("artikel 6\n  onderdeel a", "  onderdeel b", "  onderdeel z", "  onderdeel aa", "  onderdeel bb")
    assert reached(deviating("artikel 6 onderdeel a tot en met b", heads)) == ["een", "twee"]
    assert reached(deviating("artikel 6 onderdeel z tot en met bb", heads)) == ["drie", "vier", "vijf"]


def test_a_range_over_leden_takes_what_lies_inside_them() -> None:
    heads = ("artikel 6\n  lid 1 onderdeel a", "  onderdeel b", "  lid 2", "  lid 3 onderdeel a", "  lid 4")
    assert reached(deviating("artikel 6 lid 1 tot en met 3", heads)) == ["een", "twee", "drie", "vier"]


def test_an_article_that_lapsed_is_in_the_range_and_does_nothing() -> None:
    gone = "artikel 8a\n  in werking vanaf 1 januari 2015 tot 1 januari 2020\n  als welke = vijf\n  dan moet v = 90%\n"
    law = deviating("artikel 7 tot en met 9", also=gone)
    assert reached(law) == ["twee", "drie", "vier"]
    assert short(said(law, "v", welke="vijf", a=True)) == ("bepaald", "50%")


def test_what_is_excepted_is_not_reached() -> None:
    assert reached(deviating("artikel 6 tot en met 10 behalve artikel 8")) == ["een", "twee", "vier", "vijf"]
    assert reached(deviating("artikel 6 tot en met 10 behalve artikel 7 tot en met 9")) == ["een", "vijf"]


def test_a_whole_article_and_a_whole_regulation() -> None:
    heads = ("artikel 6\n  lid 1", "  lid 2", "artikel 7\n  lid 1", "  lid 2", "artikel 8")
    assert reached(deviating("artikel 6", heads)) == ["een", "twee"]
    assert reached(deviating("vord", heads)) == list(NUMBERS)


def test_this_regulation_is_all_but_the_rule_itself() -> None:
    law = deviating("deze regeling")
    assert reached(law) == list(NUMBERS)
    assert short(said(law, "v", welke="geen", a=True)) == ("bepaald", "0%")


def test_this_regulation_with_an_exception() -> None:
    assert reached(deviating("deze regeling behalve artikel 6, artikel 7")) == ["drie", "vier", "vijf"]


def test_an_article_that_the_rule_itself_stands_in() -> None:
    """Its own lid is not what it deviates from."""
    text = five(("artikel 6\n  lid 1", "  lid 2", "  lid 3", "  lid 4", "  lid 5"))
    text += "  lid 6\n    in afwijking van artikel 6\n    als a\n    dan moet v = 1%\n"
    law = law_of(TERMS, regulation("vord", "verordening", text, local=True))
    assert reached(law) == list(NUMBERS)
    assert short(said(law, "v", welke="geen", a=True)) == ("bepaald", "0%")


@pytest.mark.parametrize(("kind", "hit"), [("beleidsregel", ["een"]), ("nadere_regel", ["twee"])])
def test_every_rule_of_a_kind_in_any_regulation(kind: str, hit: list[str]) -> None:
    """The general duty reaches the policy rule, or the nadere regel, and nothing else."""
    wet = f"""
artikel 1
  als a
  dan kan v van 0% tot en met 100%
artikel 2
  inhoud "De verordening regelt hoeveel."
artikel 3
  als welke != een
  dan bepaalt de nadere_regel krachtens artikel 2 v van 0% tot en met 100%
artikel 4
  in afwijking van elke {kind} wegens o
  dan moet afgestemd worden
"""
    law = law_of(
        TERMS,
        regulation("wet", "wet", wet),
        regulation("beleid", "beleidsregel", f"artikel 1\n  {rule('een', 10)}", local=True),
        regulation(
            "nader",
            "nadere_regel",
            f"artikel 1\n  {rule('twee', 20)}",
            local=True,
            header="  grondslag wet artikel 2\n",
        ),
    )
    statuses = {word: said(law, "v", welke=word, a=True, o=True).status.value for word in ("een", "twee")}
    assert [word for word, status in statuses.items() if status == "afstemmen"] == hit
