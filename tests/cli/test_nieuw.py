"""`nieuw` through the door: every start holds as it stands, is never taken for real text, and never overwrites."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import pytest

from verordening.cli.main import main
from verordening.cli.nieuw import PRACTICE

Capture = pytest.CaptureFixture[str]

NAMES = ["maatregelen", "te_laat_2026", "x", "a" * 40]
GEMEENTEN = ["", "utrecht", "Den Haag", "amsterdam", "'s-Hertogenbosch"]


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def new(capsys: Capture, *words: str, code: int = 0) -> str:
    assert main(["nieuw", *words, "--peildatum", "2026-03-01"]) == code
    said = capsys.readouterr()
    assert (said.err == "") is (code == 0)
    return said.out if code == 0 else said.err


def written(capsys: Capture, *words: str) -> str:
    """The text of the start in the file that `--uit` names."""
    new(capsys, *words)
    return Path(words[-1]).read_text(encoding="utf-8")


def outcome(capsys: Capture, case: str, code: int) -> dict:
    assert main(["toets", case, "--regelingen", ".", "--formaat", "json"]) == code
    return json.loads(capsys.readouterr().out)


# ------------------------------------------------ it holds as it stands


@pytest.mark.parametrize("kind", ["regeling", "ondergrens"])
@pytest.mark.parametrize("gemeente", GEMEENTEN)
@pytest.mark.parametrize("name", NAMES)
def test_a_start_lints_clean(capsys: Capture, kind: str, gemeente: str, name: str) -> None:
    if (kind, name, gemeente) == ("regeling", "maatregelen", "amsterdam"):
        name = "maatregelen_van_ons"
    where = ["--gemeente", gemeente] if gemeente else []
    written(capsys, kind, name, *where, "--uit", "start.vrd")
    assert main(["lint", "start.vrd"]) == 0
    assert set(re.findall(r"^(\w+\[VRD\d+\])", capsys.readouterr().out, re.MULTILINE)) <= {"advies[VRD370]"}
    assert main(["opmaak", "start.vrd", "--controleer"]) == 0


@pytest.mark.parametrize("kind", ["regeling", "casus", "ondergrens"])
def test_a_start_without_anything_said_is_practice(capsys: Capture, kind: str) -> None:
    text = new(capsys, kind)
    gemeente = re.findall(r"^ *gemeente:? +(\S+)$", text, re.MULTILINE)
    # A floor without a municipality holds for all of them.
    assert gemeente == ([] if kind == "ondergrens" else [PRACTICE])


@pytest.mark.parametrize("kind", ["regeling", "ondergrens"])
def test_a_start_claims_no_source(capsys: Capture, kind: str) -> None:
    text = new(capsys, kind, "--gemeente", "utrecht")
    assert re.findall(r"^  herkomst +(\w+)", text, re.MULTILINE) == ["fictief"]
    assert "vul in waar" in text


def test_a_start_explains_itself_in_its_comments(capsys: Capture) -> None:
    text = new(capsys, "regeling")
    explained = "".join(line for line in text.splitlines() if line.lstrip().startswith("#"))
    for word in ("verordening lint", "verordening toets", "herkomst", "fictief", "wegens", "motiveer"):
        assert word in explained or word in text
    assert "dan moet verlaging" in text
    assert "in afwijking van lid 1" in text
    assert "dan kan  verlaging" in text


# ------------------------------------------------ what one does with it


def test_a_regulation_and_a_case_work_together(capsys: Capture) -> None:
    written(capsys, "regeling", "te_laat", "--uit", "te_laat.vrd")
    Path("zaak.yaml").write_text(
        f"gemeente: {PRACTICE}\npeildatum: 2026-03-01\nbesluiten: [verlaging, duur_verlaging]\n"
        "gegevens: {gedraging: te_laat_geregistreerd, eerder_te_laat_te_laat: ja}\n"
        "oordelen:\n  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}\n",
        encoding="utf-8",
    )
    found = outcome(capsys, "zaak.yaml", 0)
    # Lid 1 gives 5 % and one month; lid 2 doubles the month only. Pw 18 lid 10 is not judged: voorbehoud.
    assert {name: (each["status"], each["tekst"]) for name, each in found["besluiten"].items()} == {
        "verlaging": ("voorbehoud", "5%"),
        "duur_verlaging": ("voorbehoud", "2 maanden"),
    }
    assert found["besluiten"]["verlaging"]["herkomst"] == "fictief"
    assert f"{PRACTICE}/te_laat artikel 2 lid 3" in {each["regel"] for each in found["ruimte"]}
    assert main(["toets", "zaak.yaml", "--regelingen", "."]) == 0
    assert "Gebruik dit\n  niet voor een echt besluit." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "status", "effect"), [("30%", "gehouden", "geen"), ("31%", "geschonden", "signaal")]
)
def test_a_floor_shows_on_an_outcome(capsys: Capture, given: str, status: str, effect: str) -> None:
    regulation = written(capsys, "regeling", "te_laat", "--uit", "te_laat.vrd").replace("= 5%", f"= {given}")
    Path("te_laat.vrd").write_text(regulation, encoding="utf-8")
    written(capsys, "ondergrens", "genoeg_over", "--gemeente", PRACTICE, "--uit", "genoeg_over.vrd")
    Path("zaak.yaml").write_text(
        f"gemeente: {PRACTICE}\npeildatum: 2026-03-01\nbesluiten: [verlaging]\n"
        "gegevens: {gedraging: te_laat_geregistreerd}\n"
        "oordelen:\n  verwijtbaarheid: {oordeel: aanwezig, motivering: Wist van de plicht.}\n",
        encoding="utf-8",
    )
    found = outcome(capsys, "zaak.yaml", 0)
    (floor,) = (each for each in found["ondergrenzen"] if each["naam"] == "genoeg_over")
    assert (floor["status"], floor["effect"], floor["werking"]) == (status, effect, "weging")
    assert found["besluiten"]["verlaging"]["tekst"] == given


@pytest.mark.parametrize("gemeente", ["", "amsterdam"])
def test_a_new_case_is_open_and_asks(capsys: Capture, gemeente: str) -> None:
    where = ["--gemeente", gemeente] if gemeente else []
    Path("leeg").mkdir()
    written(capsys, "casus", *where, "--uit", "leeg/zaak.yaml")
    assert main(["toets", "leeg/zaak.yaml", "--formaat", "json"]) == 4
    found = json.loads(capsys.readouterr().out)
    assert {each["status"] for each in found["besluiten"].values()} == {"open"}
    assert "gedraging" in found["vragen"]
    assert found["casus"].startswith("vul in")


def test_a_new_case_asks_what_the_municipality_asks(capsys: Capture) -> None:
    asked = re.findall(r"^#  (\w+): ", new(capsys, "casus", "--gemeente", "amsterdam"), re.MULTILINE)
    # What every rule on a maatregel starts from comes first (Pw 18 lid 2).
    assert asked[0] == "gedraging"
    assert {"eerdere_maatregel_artikel_6", "verwijtbaarheid", "dringende_redenen_18_10"} <= set(asked)
    assert "eerdere_maatregel_artikel_6" not in new(capsys, "casus", "--gemeente", "utrecht")


def test_what_is_not_filled_in_is_refused_and_never_an_answer(capsys: Capture) -> None:
    head, start, rest = new(capsys, "casus", "--gemeente", "amsterdam").partition("#gegevens:\n")
    opened = head + re.sub(r"^#", "", start + rest, flags=re.MULTILINE)
    asked = re.findall(r"^  (\w+): ", opened, re.MULTILINE)
    Path("zaak.yaml").write_text(opened, encoding="utf-8")
    assert main(["toets", "zaak.yaml", "--formaat", "json"]) == 2
    messages = json.loads(capsys.readouterr().out)["meldingen"]
    assert len(messages) == len(asked) > 20
    assert {each["code"] for each in messages} <= {"VRD411", "VRD412", "VRD414", "VRD415"}


def test_a_case_about_another_decision(capsys: Capture) -> None:
    text = new(capsys, "casus", "Beslag op de uitkering", "--gemeente", "amsterdam", "--besluit", "inhouding")
    assert 'casus: "Beslag op de uitkering"\n' in text
    assert "besluiten: [inhouding]\n" in text
    assert "gedraging" not in text


def test_a_title_may_hold_any_sign(capsys: Capture) -> None:
    text = new(capsys, "casus", 'Te laat: "tweede keer" # of niet')
    assert 'casus: "Te laat: \\"tweede keer\\" # of niet"\n' in text


def test_the_day_is_today_unless_one_is_named(capsys: Capture) -> None:
    assert "\npeildatum: 2026-03-01\n" in new(capsys, "casus")
    assert "\n  in werking vanaf 1 maart 2026\n" in new(capsys, "regeling")
    before = datetime.now().astimezone().date()
    assert main(["nieuw", "casus"]) == 0
    after = datetime.now().astimezone().date()
    (written_day,) = re.findall(r"^peildatum: (.*)$", capsys.readouterr().out, re.MULTILINE)
    assert before.isoformat() <= written_day <= after.isoformat()


# ------------------------------------------------ what is refused


@pytest.mark.parametrize("name", ["zaak.yaml", "Zaak.YAML", "zaak.yml"])
def test_a_second_run_changes_nothing(capsys: Capture, name: str) -> None:
    Path(name).write_text("van mij\n", encoding="utf-8")
    said = new(capsys, "casus", "--uit", name, code=2)
    assert said.startswith(f"fout[VRD511]: `{name}` bestaat al en blijft zoals het is\n")
    assert "= hulp: kies achter `--uit` een andere naam" in said
    assert Path(name).read_text(encoding="utf-8") == "van mij\n"


@pytest.mark.parametrize(
    ("words", "message", "help"),
    [
        (
            ("gedicht",),
            "VRD504]: `gedicht` is geen keuze voor `SOORT`",
            "kies `regeling`, `casus`, `ondergrens`, `gemeente`, `sjabloon` of `lintregel`",
        ),
        (("regling",), "VRD504]: `regling` is geen keuze voor `SOORT`", "bedoelt u `regeling`?"),
        ((), "VRD505]: achter `nieuw` ontbreekt een soort", "bijvoorbeeld: `verordening nieuw regeling"),
        (("regeling", "a", "b"), "VRD506]: `nieuw` leest één ding tegelijk, en `b` is te veel", "schrijf"),
        (("regeling", "Te laat"), "VRD504]: `Te laat` kan geen naam zijn", "schrijf `te_laat`"),
        (("ondergrens", "2e_grens"), "VRD504]: `2e_grens` kan geen naam zijn", "schrijf `e_grens`"),
        (("regeling", "!"), "VRD504]: `!` kan geen naam zijn", "schrijf bijvoorbeeld `mijn_regeling`"),
        (("regeling", "lid"), "VRD504]: `lid` is een woord van de taal zelf", "schrijf `lid_1`"),
        (("ondergrens", "beslagvrije_voet"), "VRD201]: de naam `beslagvrije_voet` bestaat al", "andere naam"),
        (
            ("regeling", "maatregelen", "--gemeente", "amsterdam"),
            "VRD511]: de regeling `amsterdam/maatregelen` is er al",
            "zoals `maatregelen_2`",
        ),
        (
            ("regeling", "--gemeente", "utrect"),
            "VRD504]: `--gemeente`: er is geen gemeente `utrect`",
            "bedoelt u `utrecht`?",
        ),
        (
            ("regeling", "--gemeente", "atlantis"),
            "VRD504]: `--gemeente`: er is geen gemeente `atlantis`",
            "kijk",
        ),
        (
            ("casus", "--besluit", "verlagin"),
            "VRD504]: `--besluit`: er is geen besluit",
            "bedoelt u `verlaging`?",
        ),
        (("casus", "zaak 123456782"), "VRD401]: hier staan negen cijfers", "haal het nummer weg"),
        (("casus", "x" * 201), "VRD418]: een titel is hier ten hoogste 200 tekens", "maak de titel korter"),
        (
            ("regeling", "--uit", "a.txt"),
            "VRD504]: `--uit`: `a.txt` heeft geen naam die",
            "schrijf `a.txt.vrd`",
        ),
        (("casus", "--uit", "weg/a.yaml"), "VRD010]: de map `weg` bestaat niet", "maak de map eerst"),
        (("casus", "--uit", "x" * 300 + ".yaml"), "VRD016]: ", "kijk of u in deze map mag schrijven"),
    ],
)
def test_a_refusal(capsys: Capture, words: tuple[str, ...], message: str, help: str) -> None:
    said = new(capsys, *words, code=2)
    assert said.startswith(f"fout[{message}")
    assert help in " ".join(said.split())
    assert "123456782" not in said
    assert list(Path().iterdir()) == []


def test_no_half_file_is_left_when_the_disk_is_full(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = open

    def nearly_full(path: str, mode: str = "r", *more: object, **options: object) -> object:
        file = usual(path, mode, *more, **options)  # type: ignore[call-overload]
        if mode == "xb":
            file.write(b"half")
            file.flush()
            monkeypatch.setattr(file, "write", full)
        return file

    def full(_: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("builtins.open", nearly_full)
    assert new(capsys, "casus", "--uit", "zaak.yaml", code=2).startswith(
        "fout[VRD016]: `zaak.yaml` kan niet geschreven worden\n"
    )
    assert not Path("zaak.yaml").exists()


def test_the_answer_says_what_to_do_next(capsys: Capture) -> None:
    assert new(capsys, "regeling", "--uit", "a.vrd") == (
        "Geschreven: a.vrd\nVul het bestand in, en kijk het na met: verordening lint a.vrd\n"
    )
    assert new(capsys, "casus", "--uit", "a.yaml") == (
        "Geschreven: a.yaml\nVul het bestand in, en kijk het na met: verordening toets a.yaml\n"
    )
    whole = json.loads(new(capsys, "casus", "--uit", "b.yaml", "--formaat", "json"))
    assert (whole["schema"], whole["soort"], whole["bestand"]) == ("verordening/nieuw/1", "casus", "b.yaml")
    assert whole["tekst"] == Path("b.yaml").read_text(encoding="utf-8")
