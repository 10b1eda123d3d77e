"""What was typed: options before and after the command, and each refusal as the whole message."""

from __future__ import annotations

from datetime import date

import pytest

from verordening.cli.arguments import read_arguments, wanted_format
from verordening.language.diagnostics import InputError


def refusal(*tokens: str) -> tuple[str, str, str]:
    with pytest.raises(InputError) as caught:
        read_arguments(tokens)
    (found,) = caught.value.diagnostics
    assert found.span is None
    return found.code, found.message, found.help


@pytest.mark.parametrize(
    "tokens",
    [
        (
            "toets",
            "x.yaml",
            "--formaat",
            "json",
            "--peildatum",
            "2025-06-01",
            "--boom",
            "--regelingen",
            "eigen",
        ),
        ("--formaat", "json", "--boom", "--peildatum=2025-06-01", "--regelingen=eigen", "toets", "x.yaml"),
        (
            "--boom",
            "toets",
            "--formaat=json",
            "x.yaml",
            "--peildatum",
            "1 juni 2025",
            "--regelingen",
            "eigen",
        ),
    ],
)
def test_options_stand_before_or_after_the_command(tokens: tuple[str, ...]) -> None:
    arguments = read_arguments(tokens)
    assert arguments.command is not None
    assert arguments.command.name == "toets"
    assert arguments.words == ("x.yaml",)
    assert (arguments.format, arguments.peildatum, arguments.tree, arguments.overlay) == (
        "json",
        date(2025, 6, 1),
        True,
        "eigen",
    )


def test_what_is_left_out_has_its_usual_value() -> None:
    arguments = read_arguments(["toets", "x.yaml"])
    assert (arguments.format, arguments.peildatum, arguments.tree, arguments.overlay) == (
        "tekst",
        None,
        False,
        "",
    )


def test_the_options_of_afwijken() -> None:
    arguments = read_arguments(
        [
            "afwijken",
            "x.yaml",
            "--besluit",
            "verlaging",
            "--regel",
            "pw artikel 18 lid 10",
            "--besluit",
            "inhouding",
        ]
    )
    assert arguments.decisions == ("verlaging", "inhouding")
    assert arguments.places == ("pw artikel 18 lid 10",)


def test_a_dash_is_a_case_and_two_dashes_end_the_options() -> None:
    assert read_arguments(["toets", "-"]).words == ("-",)
    assert read_arguments(["toets", "--", "--vreemd.yaml"]).words == ("--vreemd.yaml",)


def test_lint_takes_any_number_of_paths() -> None:
    assert read_arguments(["lint"]).words == ()
    assert read_arguments(["lint", "a", "--boom", "b"]).words == ("a", "b")


def test_a_switch_of_a_command_stands_where_one_likes() -> None:
    assert read_arguments(["opmaak"]).switches == frozenset()
    assert read_arguments(["--diff", "opmaak", "a", "--controleer"]).switches == {"--diff", "--controleer"}


@pytest.mark.parametrize(
    "tokens", [("--help",), ("-h",), ("--help", "onzin"), ("toets", "--help"), ("-h", "toets")]
)
def test_help_needs_nothing_else(tokens: tuple[str, ...]) -> None:
    assert read_arguments(tokens).help


@pytest.mark.parametrize(
    ("tokens", "code", "message", "help"),
    [
        (
            (),
            "VRD505",
            "u noemde geen opdracht",
            "kies `toets`, `afwijken`, `vraag`, `gesprek`, `motivering`, `samenvatting`, `casusblad`, `lint`, "
            "`conflicten`, `beproef`, `controleer`, `vergelijk`, `doorreken`, `bevolking`, `profiel`, `bedragen`, "
            "`bronnen`, `uitleg`, `nieuw`, `opmaak` of "
            "`aanvulling`; `verordening --help` legt ze uit",
        ),
        (("toest", "x"), "VRD501", "er is geen opdracht `toest`", "bedoelt u `toets`?"),
        (("help",), "VRD501", "er is geen opdracht `help`", "schrijf `verordening --help`"),
        (
            ("xyz",),
            "VRD501",
            "er is geen opdracht `xyz`",
            "kies `toets`, `afwijken`, `vraag`, `gesprek`, `motivering`, `samenvatting`, `casusblad`, `lint`, "
            "`conflicten`, `beproef`, `controleer`, `vergelijk`, `doorreken`, `bevolking`, `profiel`, `bedragen`, "
            "`bronnen`, `uitleg`, `nieuw`, `opmaak` of "
            "`aanvulling`",
        ),
        (
            ("zaak.yaml",),
            "VRD501",
            "er is geen opdracht `zaak.yaml`",
            "zet er een opdracht voor: `verordening toets zaak.yaml`",
        ),
        (
            ("toets",),
            "VRD505",
            "achter `toets` ontbreekt een bestand met een casus",
            "bijvoorbeeld: `verordening toets examples/te-laat-geregistreerd.yaml`",
        ),
        (
            ("toets", "mijn", "zaak.yaml"),
            "VRD506",
            "`toets` leest één ding tegelijk, en `zaak.yaml` is te veel",
            "schrijf `verordening toets CASUS`; zet een naam met spaties tussen aanhalingstekens",
        ),
        (("toets", "x", "--formt", "json"), "VRD502", "er is geen optie `--formt`", "bedoelt u `--formaat`?"),
        (("--version",), "VRD502", "er is geen optie `--version`", "bedoelt u `--versie`?"),
        (
            ("toets", "-x"),
            "VRD502",
            "er is geen optie `-x`",
            "kijk met `verordening --help` welke opties er zijn",
        ),
        (
            ("toets", "x", "--besluit", "y"),
            "VRD502",
            "`--besluit` hoort niet bij `toets`",
            "laat `--besluit` weg; hij hoort bij `afwijken`, `vraag`, `motivering`, `samenvatting`, `vergelijk`, "
            "`doorreken`, `bevolking`, `profiel` of `nieuw`",
        ),
        (
            ("toets", "x", "--formaat"),
            "VRD503",
            "achter `--formaat` ontbreekt een waarde",
            "kies `tekst`, `json` of `schermlezer`",
        ),
        (
            ("toets", "x", "--peildatum"),
            "VRD503",
            "achter `--peildatum` ontbreekt een waarde",
            "schrijf bijvoorbeeld `--peildatum 2026-03-01`",
        ),
        (
            ("toets", "x", "--regelingen="),
            "VRD503",
            "achter `--regelingen` ontbreekt een waarde",
            "schrijf erachter in welke map de regelingen staan",
        ),
        (
            ("toets", "x", "--boom=ja"),
            "VRD503",
            "`--boom` krijgt geen waarde",
            "schrijf alleen `--boom`",
        ),
        (
            ("toets", "x", "--formaat", "jsn"),
            "VRD504",
            "`jsn` is geen keuze voor `--formaat`",
            "bedoelt u `json`?",
        ),
        (
            ("toets", "x", "--formaat", "pdf"),
            "VRD504",
            "`pdf` is geen keuze voor `--formaat`",
            "kies `tekst`, `json` of `schermlezer`",
        ),
        (
            ("toets", "x", "--peildatum", "2026-02-30"),
            "VRD504",
            "`--peildatum`: 30 februari 2026 bestaat niet; februari 2026 heeft 28 dagen",
            "kijk de dag na",
        ),
        (
            ("toets", "x", "--peildatum", "1-1-0026"),
            "VRD504",
            "`--peildatum`: `1-1-0026` valt buiten de grenzen van `peildatum`: "
            "1 januari 1900 tot en met 31 december 2100",
            "kijk het jaar na",
        ),
        (("aanvulling", "bsh"), "VRD504", "`bsh` is geen keuze voor `SHELL`", "bedoelt u `bash`?"),
    ],
)
def test_a_refusal(tokens: tuple[str, ...], code: str, message: str, help: str) -> None:
    assert refusal(*tokens) == (code, message, help)


def test_a_bsn_that_was_typed_is_not_repeated() -> None:
    assert (
        refusal("toets", "zaak", "123456782.yaml")[1]
        == "`toets` leest één ding tegelijk, en `•••••••••.yaml` is te veel"
    )


@pytest.mark.parametrize(
    ("tokens", "form"),
    [
        (("toets", "--formaat", "json"), "json"),
        (("--formaat=schermlezer", "onzin"), "schermlezer"),
        (("toets", "--formaat", "pdf"), "tekst"),
        (("toets", "--formaat"), "tekst"),
        ((), "tekst"),
    ],
)
def test_the_form_of_a_refusal(tokens: tuple[str, ...], form: str) -> None:
    assert wanted_format(tokens) == form
