"""Where a resident objects: as the municipality says it in `verordening.toml`, and never of another municipality."""

from __future__ import annotations

from pathlib import Path

import pytest

from verordening.cli.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"
LATE = str(EXAMPLES / "te-laat-niet-afwijken.yaml")
FICTIONAL = str(EXAMPLES / "zonderdam-te-laat.yaml")
BLANK = "nog in te vullen: waar en hoe kan de inwoner bezwaar maken?"
CALL = "nog in te vullen: wie kan de inwoner bellen bij vragen?"
ALL = """\
[bezwaar.amsterdam]
naam = "Afdeling Bezwaar"
adres = "Straat 1, 1000 AA Amsterdam"
email = "bezwaar@gemeente.example"
formulier = "https://www.gemeente.example/bezwaar"
telefoon = "14 0123"
vragen = "+31 20 123 4567"
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def settle(folder: Path, text: str) -> None:
    (folder / "verordening.toml").write_text(text, encoding="utf-8")


@pytest.mark.parametrize("command", ["motivering", "samenvatting"])
def test_without_settings_the_places_stay_visibly_open(command: str, capsys: Capture) -> None:
    assert main([command, LATE]) == 0
    out = capsys.readouterr().out
    assert BLANK in out
    assert (CALL in out) is (command == "samenvatting")


def test_all_that_is_said_is_told(folder: Path, capsys: Capture) -> None:
    settle(folder, ALL)
    assert main(["samenvatting", LATE, "--formaat", "schermlezer"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert "Stuur uw bezwaar naar: Afdeling Bezwaar, Straat 1, 1000 AA Amsterdam." in said
    assert "U kunt uw bezwaar mailen naar bezwaar@gemeente.example." in said
    assert "U kunt bezwaar maken met het formulier op https://www.gemeente.example/bezwaar." in said
    assert "Wilt u weten hoe u bezwaar maakt? Bel 14 0123." in said
    assert "Hebt u vragen over dit besluit? Bel +31 20 123 4567." in said
    assert not any("nog in te vullen: w" in line and "bezwaar" in line for line in said)


def test_a_telephone_number_alone_is_no_place_to_object(folder: Path, capsys: Capture) -> None:
    settle(folder, '[bezwaar.amsterdam]\ntelefoon = "14 0123"\n')
    main(["samenvatting", LATE])
    out = capsys.readouterr().out
    assert BLANK in out
    assert CALL in out
    assert "Bel 14 0123." in out


def test_an_address_of_another_municipality_is_never_used(folder: Path, capsys: Capture) -> None:
    """Somebody who objects at the wrong place may lose the term (Awb 6:7)."""
    settle(folder, ALL.replace("amsterdam]", "rotterdam]"))
    main(["motivering", LATE])
    out = capsys.readouterr().out
    assert BLANK in out
    assert "Straat 1" not in out


def test_a_fictional_municipality_has_an_office_too(folder: Path, capsys: Capture) -> None:
    settle(folder, '[bezwaar.zonderdam]\nadres = "Dam 1, Zonderdam"\n')
    main(["motivering", FICTIONAL])
    assert "Stuur uw bezwaar naar: Dam 1, Zonderdam." in capsys.readouterr().out


def test_it_may_stand_in_a_shared_file(folder: Path, capsys: Capture) -> None:
    text = ALL.replace("[bezwaar", "[tool.verordening.bezwaar")
    (folder / "pyproject.toml").write_text(f"[tool.verordening]\n{text}", encoding="utf-8")
    main(["motivering", LATE])
    assert "Straat 1, 1000 AA Amsterdam" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "said", "place"),
    [
        ('[bezwaar.amsterdm]\nadres = "x"\n', "er is geen gemeente `amsterdm`", "1:10"),
        ('[bezwaar.den-haag]\nadres = "x"\n', "er is geen gemeente `den-haag`", "1:10"),
        ('[bezwaar]\namsterdam = "x"\n', "`x` is geen waarde voor `amsterdam`", "2:1"),
        ('bezwaar = "x"\n', "`bezwaar` is een groep instellingen", "1:1"),
        ('[bezwaar.amsterdam]\nadress = "x"\n', "er is geen instelling `adress`", "2:1"),
        ("[bezwaar.amsterdam]\nadres = 3\n", "`3` is geen waarde voor `adres`", "2:1"),
        ('[bezwaar.amsterdam]\nadres = ""\n', "is geen waarde voor `adres`", "2:1"),
        ('[bezwaar.amsterdam]\nadres = "a\\nb"\n', "is geen waarde voor `adres`", "2:1"),
        ('[bezwaar.amsterdam]\nemail = "bezwaar"\n', "`bezwaar` is geen waarde voor `email`", "2:1"),
        ('[bezwaar.amsterdam]\nformulier = "http://a.b"\n', "`http://a.b` is geen waarde voor", "2:1"),
        (
            '[bezwaar.rotterdam]\ntelefoon = "14 010"\n[bezwaar.amsterdam]\ntelefoon = "bel ons"\n',
            "`bel ons` is geen waarde voor `telefoon`",
            "4:1",
        ),
    ],
)
def test_a_wrong_setting_is_refused_at_its_place(
    text: str, said: str, place: str, folder: Path, capsys: Capture
) -> None:
    settle(folder, text)
    assert main(["motivering", LATE]) == 2
    err = capsys.readouterr().err
    assert err.startswith("fout[VRD522]: ")
    assert said in err
    assert f"verordening.toml:{place}" in err
    assert "= hulp: " in err
