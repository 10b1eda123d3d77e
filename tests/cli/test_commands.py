"""The commands on the shipped regulations: what they print where, and how they end."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.haarlem import HEADER
from verordening.cli.main import main

Capture = pytest.CaptureFixture[str]
ACTS = Path(__file__).parents[2] / "examples" / "samenloop-twee-gedragingen.yaml"
ONE_ACT = ACTS.with_name("te-laat-geregistreerd.yaml")


def run(capsys: Capture, *tokens: object) -> tuple[int, str, str]:
    """Exit code, output and messages."""
    code = main([str(token) for token in tokens])
    said = capsys.readouterr()
    return code, said.out, said.err


# ------------------------------------------------ toets


def test_toets(capsys: Capture, case: Path) -> None:
    code, out, err = run(capsys, "toets", case)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Te laat geregistreerd · Amsterdam · peildatum 1 maart 2026\n\n"
        "  De bijstand wordt 5% van de norm lager, 1 maand lang: € 70,08 van € 1.401,50.\n"
    )
    assert "→ verordening afwijken" in out


def test_toets_as_json(capsys: Capture, case: Path) -> None:
    code, out, err = run(capsys, "toets", case, "--formaat", "json")
    answer = json.loads(out)
    assert (code, err, answer["afsluitcode"], answer["boom"]) == (0, "", 0, None)
    assert answer["besluiten"]["verlaging"]["status"] == "voorbehoud"
    assert answer["besluiten"]["verlaging"]["uitkomst"] == "5"


def test_toets_for_a_screen_reader(capsys: Capture, case: Path) -> None:
    code, out, _ = run(capsys, "--formaat", "schermlezer", "toets", case)
    assert code == 0
    assert out.startswith("Te laat geregistreerd, Amsterdam, peildatum 1 maart 2026.\n")
    assert set(out) & set("┌│└├─→✓✗") == set()


def test_toets_with_its_tree(capsys: Capture, case: Path) -> None:
    _, plain, _ = run(capsys, "toets", case)
    code, out, _ = run(capsys, "toets", case, "--boom")
    assert code == 0
    assert out.startswith(plain)
    assert len(out) > len(plain)
    _, as_json, _ = run(capsys, "toets", case, "--boom", "--formaat", "json")
    assert json.loads(as_json)["boom"]["onderdelen"]


def test_toets_from_the_input(capsys: Capture, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(case.read_bytes())))
    code, out, _ = run(capsys, "toets", "-")
    assert code == 0
    assert out.startswith("Te laat geregistreerd · Amsterdam")
    assert "verordening afwijken" not in out


def test_an_input_that_never_ends(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"x" * 1_000_001)))
    code, out, err = run(capsys, "toets", "-")
    assert (code, out) == (2, "")
    assert err == (
        "fout[VRD004]: de invoer is te groot: een casus is ten hoogste 1 MB\n"
        " = hulp: kijk of dit de goede tekst is\n"
        " = uitleg: verordening uitleg VRD004\n"
        "\n"
        "1 fout.\n"
    )


def test_a_peildatum_of_the_command_line(capsys: Capture, case: Path) -> None:
    code, out, _ = run(capsys, "toets", case, "--peildatum", "2026-03-02", "--formaat", "json")
    assert code == 0
    assert json.loads(out)["peildatum"] == "2026-03-02"


def test_toets_that_leaves_a_decision_open(capsys: Capture, urgent: Path) -> None:
    code, out, _ = run(capsys, "toets", urgent, "--formaat", "json")
    answer = json.loads(out)
    assert (code, answer["afsluitcode"]) == (4, 4)
    assert answer["besluiten"]["verlaging"]["status"] == "afstemmen"


def test_a_choice_that_passes(capsys: Capture, chosen: Path) -> None:
    code, out, _ = run(capsys, "toets", chosen)
    assert code == 0
    assert "Uw keuze is in orde" in " ".join(out.split())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("beslist_door: college", "beslist_door: klantmanager"),
        ("verlaging: 0%,", "verlaging: 10%,"),
        ("  motivering: {omstandigheden: De huur is opgezegd en er zijn geen reserves.}\n", ""),
    ],
)
@pytest.mark.parametrize("command", ["toets", "afwijken"])
def test_a_choice_that_does_not_pass(capsys: Capture, chosen: Path, command: str, old: str, new: str) -> None:
    text = chosen.read_text(encoding="utf-8")
    assert old in text
    chosen.write_text(text.replace(old, new), encoding="utf-8")
    code, out, err = run(capsys, command, chosen)
    assert (code, err) == (1, "")
    assert "niet in orde" in " ".join(out.split())


def test_a_municipality_that_is_not_in_the_corpus(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "haarlem.yaml"
    path.write_text(
        "gemeente: haarlem\npeildatum: 2026-03-01\nbesluiten: [verlaging]\n"
        "gegevens: {gedraging: te_laat_geregistreerd}\n",
        encoding="utf-8",
    )
    code, out, err = run(capsys, "toets", path)
    assert (code, err) == (4, "")
    assert "Haarlem" in out


def test_a_fictional_municipality(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "zonderdam.yaml"
    path.write_text("gemeente: zonderdam\npeildatum: 2026-03-01\nbesluiten: [verlaging]\n", encoding="utf-8")
    code, out, _ = run(capsys, "toets", path)
    assert code in (0, 4)
    assert "Zonderdam" in out
    path.write_text("gemeente: zonderdm\npeildatum: 2026-03-01\n", encoding="utf-8")
    code, _, err = run(capsys, "toets", path)
    assert code == 2
    assert "bedoelt u `zonderdam` of `kinderdam`?" in err


# ------------------------------------------------ afwijken


def test_afwijken(capsys: Capture, case: Path) -> None:
    code, out, err = run(capsys, "afwijken", case)
    assert (code, err) == (0, "")
    assert out.startswith(
        "Te laat geregistreerd · Amsterdam · peildatum 1 maart 2026\n\nMag u hier afwijken van"
    )
    assert "Participatiewet 18 lid 10" in out
    assert "artikel 3 lid 3" in out


def test_afwijken_is_answered_while_toets_is_not(capsys: Capture, urgent: Path) -> None:
    assert run(capsys, "toets", urgent)[0] == 4
    assert run(capsys, "afwijken", urgent)[0] == 0


def test_afwijken_of_one_decision(capsys: Capture, case: Path) -> None:
    code, out, _ = run(capsys, "afwijken", case, "--besluit", "verlaging", "--formaat", "json")
    answer = json.loads(out)
    assert code == 0
    assert list(answer["besluiten"]) == ["verlaging"]
    assert {route["besluit"] for route in answer["ruimte"]} == {"verlaging"}
    assert {floor["besluit"] for floor in answer["ondergrenzen"]} <= {"verlaging"}


def test_afwijken_of_a_decision_that_the_case_did_not_ask(capsys: Capture, case: Path) -> None:
    code, out, _ = run(capsys, "afwijken", case, "--besluit", "inhouding", "--formaat", "json")
    assert code == 0
    assert list(json.loads(out)["besluiten"]) == ["inhouding"]


def test_afwijken_by_one_route(capsys: Capture, case: Path) -> None:
    _, out, _ = run(capsys, "afwijken", case, "--regel", "PW artikel 18 lid 10", "--formaat", "json")
    assert {route["regel"] for route in json.loads(out)["ruimte"]} == {"pw artikel 18 lid 10"}


def test_afwijken_from_one_rule(capsys: Capture, case: Path) -> None:
    place = "maatregelen artikel 6 lid 1 onder a"
    _, out, _ = run(capsys, "afwijken", case, "--regel", place, "--formaat", "json")
    answer = json.loads(out)
    assert list(answer["besluiten"]) == ["verlaging", "duur_verlaging"]
    assert "pw artikel 18 lid 10" in {route["regel"] for route in answer["ruimte"]}


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        (
            "--besluit",
            "verlagin",
            "fout[VRD504]: `--besluit`: er is geen besluit `verlagin`\n = hulp: bedoelt u `verlaging`?\n"
            " = uitleg: verordening uitleg VRD504\n\n1 fout.\n",
        ),
        (
            "--regel",
            "pw artikel 18 lid 100",
            "fout[VRD504]: `--regel`: er is geen regel `pw artikel 18 lid 100`\n"
            " = hulp: bedoelt u `pw artikel 18 lid 10`?\n"
            " = uitleg: verordening uitleg VRD504\n\n1 fout.\n",
        ),
    ],
)
def test_afwijken_from_what_is_not_there(
    capsys: Capture, case: Path, option: str, value: str, message: str
) -> None:
    assert run(capsys, "afwijken", case, option, value) == (2, "", message)


def test_afwijken_from_a_rule_that_plays_no_part(capsys: Capture, case: Path) -> None:
    code, _, err = run(capsys, "afwijken", case, "--regel", "pw artikel 58 lid 8")
    assert code == 2
    assert err.startswith(
        "fout[VRD507]: `pw artikel 58 lid 8` speelt in deze casus geen rol\n = hulp: de wegen hier zijn"
    )


# ------------------------------------------------ lint

BROKEN = """\
regeling maatregelen "Maatregelen"
  soort verordening
  gemeente amsterdam
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw, begrippen

artikel 1
  als      gedragin = te_laat_geregistreerd
  dan moet verlaging = 5%

artikel 2
  als      gedraging = te_laat_geregistreerd
  dan moet verlagin = 5%
"""

NEW = f"""\
{HEADER}\
artikel 1
  als      gedraging = te_laat_geregistreerd
  dan moet verlaging = 7% en duur_verlaging = 1 maand
"""


def test_the_shipped_regulations_are_clean(capsys: Capture) -> None:
    code, out, err = run(capsys, "lint")
    assert (code, err) == (0, "")
    assert out.startswith("Geen fouten gevonden. Aantal regelingen nagekeken: ")


def test_lint_names_all_mistakes_of_all_files(capsys: Capture, tmp_path: Path) -> None:
    (tmp_path / "a.vrd").write_text(BROKEN, encoding="utf-8")
    (tmp_path / "b.vrd").write_text(NEW.replace("verlaging = 7%", "verlaging = 7 maanden"), encoding="utf-8")
    code, out, err = run(capsys, "lint", tmp_path, "--formaat", "json")
    answer = json.loads(out)
    assert (code, err, answer["afsluitcode"]) == (1, "", 1)
    places = {(Path(each["plaats"]["bestand"]).name, each["plaats"]["regel"]) for each in answer["meldingen"]}
    assert {("a.vrd", 9), ("a.vrd", 14), ("b.vrd", 11)} <= places


def test_lint_in_text(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "a.vrd"
    path.write_text(BROKEN, encoding="utf-8")
    code, out, err = run(capsys, "lint", path)
    assert (code, err) == (1, "")
    assert "fout[VRD202]: er is niets met de naam `gedragin`\n" in out
    assert "bedoelt u `gedraging`?" in out


def test_lint_of_a_clean_file(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "haarlem.vrd"
    whole = '  bron "een voorbeeld"\n  niet opgenomen artikel 2 "hier gaat het om artikel 1"\n  herkomst'
    path.write_text(NEW.replace("  herkomst", whole), encoding="utf-8")
    assert run(capsys, "lint", path) == (0, "Geen fouten gevonden. Aantal regelingen nagekeken: 26.\n", "")


@pytest.mark.parametrize("name", ["bestaat_niet.vrd", "leeg"])
def test_lint_of_what_cannot_be_read_is_wrong_input(capsys: Capture, tmp_path: Path, name: str) -> None:
    (tmp_path / "leeg").mkdir()
    code, out, err = run(capsys, "lint", tmp_path / name)
    assert (code, out) == (2, "")
    assert err.startswith("fout[VRD0")


# ------------------------------------------------ --regelingen


def test_own_regulations_are_laid_over_the_shipped_ones(capsys: Capture, tmp_path: Path) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "haarlem.vrd").write_text(NEW, encoding="utf-8")
    path = tmp_path / "casus.yaml"
    path.write_text(
        "gemeente: haarlem\npeildatum: 2026-03-01\nbesluiten: [verlaging]\n"
        "gegevens: {gedraging: te_laat_geregistreerd}\n"
        "oordelen: {verwijtbaarheid: {oordeel: aanwezig, motivering: Wist ervan.}}\n",
        encoding="utf-8",
    )
    code, out, _ = run(capsys, "toets", path, "--regelingen", own, "--formaat", "json")
    assert code == 0
    assert json.loads(out)["besluiten"]["verlaging"]["tekst"] == "7%"


def test_own_regulations_with_a_mistake_are_wrong_input(capsys: Capture, case: Path, tmp_path: Path) -> None:
    own = tmp_path / "eigen"
    own.mkdir()
    (own / "maatregelen.vrd").write_text(BROKEN, encoding="utf-8")
    code, out, err = run(capsys, "toets", case, "--regelingen", own)
    assert (code, out) == (2, "")
    assert "er is niets met de naam `gedragin`" in err


def test_a_folder_that_is_not_there(capsys: Capture, case: Path, tmp_path: Path) -> None:
    code, _, err = run(capsys, "toets", case, "--regelingen", tmp_path / "weg")
    assert code == 2
    assert err.startswith("fout[VRD010]: de map")


# ------------------------------------------------ aanvulling


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(capsys: Capture, shell: str) -> None:
    code, out, err = run(capsys, "aanvulling", shell)
    assert (code, err) == (0, "")
    for word in ("toets", "afwijken", "lint", "aanvulling", "formaat", "schermlezer", "besluit"):
        assert word in out


def test_afwijken_of_several_acts_by_one_route(capsys: Capture) -> None:
    """Inkeer (18 lid 11) is a way only for the act that lid 5 lowers for; the other act is left out."""
    code, out, _ = run(capsys, "afwijken", ACTS, "--regel", "pw artikel 18 lid 11")
    assert code == 0
    assert "Dit gaat alleen over gedraging 2." in out
    assert "Gedraging 1" not in out
    assert "Participatiewet 18 lid 11" in out


def test_afwijken_of_several_acts_from_what_reaches_none(capsys: Capture) -> None:
    code, _, err = run(capsys, "afwijken", ACTS, "--regel", "pw artikel 58 lid 8")
    assert code == 2
    assert err.startswith("fout[VRD507]: `pw artikel 58 lid 8` speelt in deze casus geen rol")


def test_afwijken_of_one_decision_of_each_act(capsys: Capture) -> None:
    _, out, _ = run(capsys, "afwijken", ACTS, "--besluit", "duur_verlaging", "--alles")
    assert out.count("Mag u hier afwijken van “duur 1 maand”?") == 2


def test_afwijken_of_several_acts_is_an_overview_and_the_first_act(capsys: Capture) -> None:
    _, out, _ = run(capsys, "afwijken", ACTS)
    said = " ".join(out.split())
    assert (
        "1 te laat geregistreerd als werkzoekende en te weinig gedaan om werk te vinden: verlaging 10%"
        in said
    )
    assert "2 werk geweigerd of niet behouden: verlaging 100%, duur 1 maand. Dat hangt af van" in said
    assert f"verordening afwijken {ACTS} --gedraging 2" in said
    assert out.count("Mag u hier afwijken van") == 1


def test_afwijken_of_one_of_several_acts(capsys: Capture) -> None:
    code, out, _ = run(capsys, "afwijken", ACTS, "--gedraging", "2")
    assert code == 0
    assert "Gedraging 2: werk geweigerd of niet behouden" in " ".join(out.split())
    assert "Mag u hier afwijken van “verlaging 100%, duur 1 maand”?" in out
    assert "te laat geregistreerd" not in out


@pytest.mark.parametrize(
    ("case", "number", "said"),
    [
        (ACTS, "3", "fout[VRD504]: `--gedraging`: er is geen gedraging `3`"),
        (ACTS, "een", "fout[VRD504]: `--gedraging`: er is geen gedraging `een`"),
        (ONE_ACT, "1", "fout[VRD507]: `--gedraging`: deze casus heeft er maar één"),
    ],
)
def test_afwijken_of_an_act_that_is_not_there(capsys: Capture, case: Path, number: str, said: str) -> None:
    code, _, err = run(capsys, "afwijken", case, "--gedraging", number)
    assert code == 2
    assert err.startswith(said)


@pytest.mark.parametrize("command", ["toets", "afwijken"])
def test_a_case_that_is_about_nothing_says_so_first(capsys: Capture, tmp_path: Path, command: str) -> None:
    empty = tmp_path / "leeg.yaml"
    empty.write_text("gemeente: amsterdam\npeildatum: 2026-03-01\n", encoding="utf-8")
    code, out, _ = run(capsys, command, empty)
    assert code == 0
    assert out.splitlines()[2].startswith("  Deze gegevens raken geen enkel besluit;")
    assert "LET OP" not in out
