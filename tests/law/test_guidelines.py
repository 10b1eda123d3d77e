"""The 26 places for guidelines: when each speaks, what it rests on, and that ours never pass for a municipal text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.law.asking import ask
from tests.law.examples import corpus_of, library
from verordening.evaluate.context import Context
from verordening.evaluate.evaluation import evaluate
from verordening.evaluate.expressions import truth
from verordening.evaluate.guidance import Voice
from verordening.evaluate.outcome import Outcome, RouteStatus
from verordening.evaluate.unknown import Truth, Unknown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus
from verordening.model.rules import Grade
from verordening.model.standards import Guideline
from verordening.model.trials.reading import read_trials

Given = dict[str, str]

TRIALS = Path(__file__).with_name("proeven") / "model"

SPEAKS: dict[int, tuple[Given, Given]] = {
    1: ({"volgt_opleiding": "ja"}, {"volgt_opleiding": "nee"}),
    2: (
        {"leeftijd": "26 jaar", "heeft_startkwalificatie": "nee", "onderwijs_mogelijk_en_passend": "ja"},
        {"leeftijd": "27 jaar"},
    ),
    3: ({"taal_nog_niet_op_niveau": "ja", "baan_sluit_taalles_uit": "ja"}, {"baan_sluit_taalles_uit": "nee"}),
    4: (
        {"aangeboden_uren_per_week": "35", "voltijd_nu_haalbaar": "nee"},
        {"aangeboden_uren_per_week": "36"},
    ),
    5: ({"inkomen_wisselt": "ja", "terugvordering_verwacht": "ja"}, {"inkomen_wisselt": "nee"}),
    6: (
        {
            "huishouden": "alleenstaande_ouder",
            "leeftijd_jongste_kind": "11 jaar",
            "reistijd_en_opvang_passen": "nee",
        },
        {"leeftijd_jongste_kind": "12 jaar"},
    ),
    7: (
        {"mantelzorg_uren_per_week": "9", "voorziening_vangt_mantelzorg_op": "nee"},
        {"mantelzorg_uren_per_week": "8"},
    ),
    8: ({"problematische_schulden": "ja", "stress_belemmert_werk": "ja"}, {"stress_belemmert_werk": "nee"}),
    9: ({"medisch_advies_beperkt": "ja", "werkwens": "nee"}, {"werkwens": "ja"}),
    10: (
        {
            "psychische_aandoening": "ja",
            "werkwens": "ja",
            "begeleiding_op_werk_beschikbaar": "ja",
            "behandelaar_stemt_in": "ja",
        },
        {"werkwens": "nee"},
    ),
    11: ({"huurachterstand_of_afsluiting": "ja", "heeft_buffer": "nee"}, {"heeft_buffer": "ja"}),
    12: (
        {"heeft_ten_laste_komend_kind": "ja", "kosten_kinderen_gedekt": "nee"},
        {"heeft_ten_laste_komend_kind": "nee"},
    ),
    13: (
        {
            "eerdere_maatregelen_afgelopen_jaar": "0",
            "gedraging_is_administratief": "ja",
            "met_opzet": "nee",
        },
        {"eerdere_maatregelen_afgelopen_jaar": "1"},
    ),
    14: (
        {"ingrijpende_gebeurtenis": "ja", "doenvermogen_voldoende": "nee"},
        {"doenvermogen_voldoende": "ja"},
    ),
    15: (
        {
            "eerdere_maatregelen_afgelopen_jaar": "1",
            "hulp_aangeboden": "ja",
            "uitleg_begrepen": "ja",
            "verwijtbaarheid": "aanwezig",
        },
        {"eerdere_maatregelen_afgelopen_jaar": "0"},
    ),
    16: (
        {"wil_verzwegen_werk_melden": "ja", "werkgever_wil_loon_opgeven": "ja"},
        {"werkgever_wil_loon_opgeven": "nee"},
    ),
    17: ({"moeite_met_taal_of_lezen": "ja", "uitleg_begrepen": "nee"}, {"uitleg_begrepen": "ja"}),
    18: ({"heeft_eigen_plan": "ja", "eigen_plan_realistisch": "ja"}, {"eigen_plan_realistisch": "nee"}),
    19: ({"maanden_sinds_gesprek": "6 maanden"}, {"maanden_sinds_gesprek": "5 maanden"}),
    20: (
        {"activiteit_zelf_gekozen": "ja", "uitzicht_op_betaald_werk": "nee"},
        {"uitzicht_op_betaald_werk": "ja"},
    ),
    21: ({"eigen_voorkeur_tegenprestatie": "ja"}, {"eigen_voorkeur_tegenprestatie": "nee"}),
    22: ({"direct_bemiddelbaar": "ja"}, {"direct_bemiddelbaar": "nee"}),
    23: (
        {"maanden_in_baan": "11 maanden", "tijdelijk_of_flexibel_contract": "ja"},
        {"maanden_in_baan": "12 maanden"},
    ),
    24: ({"gewone_uitkomst_schaadt_doel": "ja"}, {"gewone_uitkomst_schaadt_doel": "nee"}),
    25: ({"vergelijkbare_gevallen_bekend": "ja"}, {"vergelijkbare_gevallen_bekend": "nee"}),
    26: (
        {"aanpak_bewezen_voor_groep": "ja", "reden_voor_andere_aanpak_gegeven": "nee"},
        {"reden_voor_andere_aanpak_gegeven": "ja"},
    ),
}
"""Per number what makes it speak, and a change by which it says nothing; numbers at their boundary."""

HOURS: Given = {
    "gaat_over_meer_uren": "ja",
    "volledig_duurzaam_arbeidsongeschikt": "nee",
    "huishouden": "alleenstaande",
    "kostendelende_medebewoners": "0",
    "in_inrichting": "nee",
}


def number(guideline: Guideline) -> int:
    return int(guideline.id.rpartition(" ")[2])


def numbered(corpus: Corpus) -> dict[int, Guideline]:
    return {number(each): each for each in corpus.guidelines}


AMSTERDAM = numbered(corpus_of("amsterdam"))


def holds(guideline: Guideline, given: Given) -> Truth:
    """Whether a guideline speaks, where this is all that is known."""
    corpus = corpus_of("amsterdam")
    facts = {name: value for name, value in given.items() if not corpus.inputs[name].judgement}
    judged = {
        name: {"oordeel": value, "motivering": "Zo staat het in het dossier."}
        for name, value in given.items()
        if corpus.inputs[name].judgement
    }
    text = {"gemeente": "amsterdam", "peildatum": "2026-03-01", "gegevens": facts, "oordelen": judged}
    case, _ = read_case(Source("zaak.yaml", json.dumps(text)), corpus_of)
    return truth(guideline.condition, Context(corpus, case.inputs(), case.peildatum))


def test_there_are_26_and_one_of_them_is_documented() -> None:
    assert sorted(AMSTERDAM) == list(range(1, 27))
    documented = [each for each in AMSTERDAM.values() if not each.example]
    assert [(each.id, each.provenance.grade) for each in documented] == [
        ("amsterdam/koersbesluit richtlijn 1", Grade.PARAFRASE)
    ]


@pytest.mark.parametrize("which", range(1, 27))
def test_each_speaks_on_its_facts_and_is_silent_or_unknown_without(which: int) -> None:
    guideline = AMSTERDAM[which]
    given, change = SPEAKS[which]
    assert holds(guideline, given) is True
    assert holds(guideline, {**given, **change}) is False
    for name in given:
        less = holds(guideline, {key: value for key, value in given.items() if key != name})
        assert isinstance(less, Unknown), name
        assert less.inputs == {name}


@pytest.mark.parametrize("which", range(2, 27))
def test_each_example_says_that_it_is_ours_what_it_rests_on_and_what_speaks_against_it(which: int) -> None:
    guideline = AMSTERDAM[which]
    assert guideline.provenance.grade is Grade.RECONSTRUCTIE
    assert "niet van Amsterdam" in guideline.provenance.note
    assert guideline.evidence
    assert guideline.against
    assert guideline.higher != guideline.lower
    assert guideline.everywhere or guideline.at


def test_what_is_encoded_of_a_municipality_goes_before_our_example(tmp_path: Path) -> None:
    shipped = next(each for each in library().files if each.id == "amsterdam/koersbesluit").source.text
    changed = shipped.replace(
        "niet opgenomen richtlijn 2 tot en met 26", "niet opgenomen richtlijn 2 tot en met 25"
    )
    changed += '\nrichtlijn 26 "Zoals het in het besluit staat"\n  weegt maatwerk boven doelmatigheid\n'
    (tmp_path / "koersbesluit.vrd").write_text(changed, encoding="utf-8")
    found = numbered(load_corpus("amsterdam", overlay=tmp_path))
    assert sorted(found) == list(range(1, 27))
    assert (found[26].title, found[26].example) == ("Zoals het in het besluit staat", False)
    assert found[25].example


def test_no_example_stands_where_a_municipality_has_no_place_for_it(tmp_path: Path) -> None:
    text = (
        'regeling koers "Koers"\n  soort gedragslijn\n  gemeente haarlem\n  bron "verzonnen"\n'
        "  herkomst fictief\n  in werking vanaf 1 januari 2020\n  gebruikt waarden\n"
        '  niet opgenomen richtlijn 3 "niet gezien"\n\n'
        'richtlijn 2 "Eigen tekst"\n  weegt maatwerk boven doelmatigheid\n'
    )
    (tmp_path / "koers.vrd").write_text(text, encoding="utf-8")
    found = {each.id for each in load_corpus("haarlem", overlay=tmp_path).guidelines}
    assert found == {"haarlem/koers richtlijn 2", "voorbeeldrichtlijnen richtlijn 3"}


OWN = """regeling koers "Koers"
  soort    gedragslijn
  gemeente haarlem
  bron     "verzonnen"
  herkomst fictief
  in werking vanaf 1 januari 2020
  gebruikt waarden
  niet opgenomen richtlijn 10 tot en met 26 "nog niet overgenomen"

gegeven werkwens: ja/nee
  label "wil aan het werk"
  vraag "Wil de persoon zelf nu aan het werk?"

gegeven tijdelijk_of_flexibel_contract: een van (tijdelijk, flexibel, vast)
  vraag "Wat voor contract is het?"

richtlijn 9 "Eigen tekst"
  als    werkwens en tijdelijk_of_flexibel_contract = vast
  weegt  maatwerk boven doelmatigheid
"""


def test_a_municipality_that_asks_the_same_shares_its_fact_with_our_examples(tmp_path: Path) -> None:
    """10 goes on with the fact of the municipality. 23 asks something else of a contract: it falls away."""
    (tmp_path / "koers.vrd").write_text(OWN, encoding="utf-8")
    corpus = load_corpus("haarlem", overlay=tmp_path)
    found = numbered(corpus)
    assert sorted(found) == [9, *range(10, 23), 24, 25, 26]
    assert not found[9].example
    assert found[10].example
    assert corpus.inputs["werkwens"].label == "wil aan het werk"
    assert corpus.inputs["tijdelijk_of_flexibel_contract"].type.options == ("tijdelijk", "flexibel", "vast")


def test_our_examples_give_way_to_a_name_that_a_municipality_declares_otherwise(tmp_path: Path) -> None:
    """An ordinance without guidelines has a begrip of a name of ours: 9 and 10, which ask it, fall away."""
    text = OWN.partition("  niet opgenomen")[0].replace("gebruikt waarden", "gebruikt begrippen")
    text += '\nbegrip werkwens: ja/nee = leeftijd < 27 jaar\n  herkomst fictief "verzonnen"\n'
    (tmp_path / "koers.vrd").write_text(text, encoding="utf-8")
    assert sorted(numbered(load_corpus("haarlem", overlay=tmp_path))) == [*range(2, 9), *range(11, 27)]


def test_a_municipality_can_start_from_a_copy_of_all_our_examples(tmp_path: Path) -> None:
    shipped = next(each for each in library().files if each.id == "voorbeeldrichtlijnen").source.text
    head, _, rest = shipped.partition("  soort      voorbeeld\n")
    copied = f"{head}  soort      gedragslijn\n  gemeente   haarlem\n{rest}"
    (tmp_path / "koers.vrd").write_text(copied, encoding="utf-8")
    corpus = load_corpus("haarlem", overlay=tmp_path)
    assert sorted(numbered(corpus)) == list(range(2, 27))
    assert {each.regulation for each in corpus.guidelines} == {"haarlem/voorbeeldrichtlijnen"}
    assert not any(each.example for each in corpus.guidelines)


def test_a_municipality_without_guidelines_can_have_all_examples_speak() -> None:
    assert sorted(numbered(corpus_of("rotterdam"))) == list(range(2, 27))


def hours(*which: int, examples: bool = True) -> Outcome:
    """More hours of work, where these guidelines speak."""
    given = {**HOURS, "meer_uren_naar_vermogen": "ja", "leeftijd": "26 jaar"}
    for each in which:
        given |= SPEAKS[each][0]
    inputs = corpus_of("amsterdam").inputs
    return ask(
        {name: value for name, value in given.items() if not inputs[name].judgement},
        {name: value for name, value in given.items() if inputs[name].judgement},
        about=("meer_uren_verplicht",),
        examples=examples,
    )


def clashes(outcome: Outcome) -> set[frozenset[int]]:
    return {
        frozenset(int(voice.id.rpartition(" ")[2]) for voice in clash.voices)
        for route in outcome.routes
        for clash in route.weighing.clashes
    }


def voices(outcome: Outcome) -> set[Voice]:
    return {
        voice
        for route in outcome.routes
        for side in route.weighing.sides
        for voice in (*side.in_favour, *side.against)
    }


@pytest.mark.parametrize("pair", [(2, 22), (3, 22), (24, 25)])
def test_exact_reversals_are_shown_as_a_clash_and_change_no_decision(pair: tuple[int, int]) -> None:
    outcome = hours(*pair)
    assert clashes(outcome) == {frozenset(pair)}
    decided = outcome.decision("meer_uren_verplicht")
    silent = hours(*pair, examples=False).decision("meer_uren_verplicht")
    assert (decided.status, decided.shown) == (silent.status, silent.shown)


def test_two_that_share_an_opposite_are_two_clashes() -> None:
    assert clashes(hours(2, 3, 22)) == {frozenset({2, 22}), frozenset({3, 22})}


@pytest.mark.parametrize("pair", [(1, 4), (9, 11), (4, 22)])
def test_guidelines_that_order_different_values_do_not_clash(pair: tuple[int, int]) -> None:
    """4 against 22 pull at one decision, but over other values: both are shown, no clash of the same two."""
    assert clashes(hours(*pair)) == set()


def test_a_guideline_over_other_values_does_not_widen_a_clash() -> None:
    """9: gezondheid > directe uitstroom; 22: directe uitstroom > ontwikkeling; 2 turns only the last one round."""
    assert clashes(hours(9, 22)) == set()
    assert clashes(hours(9, 22, 2)) == {frozenset({2, 22})}


def test_a_lowering_finds_protection_and_enforcement_side_by_side() -> None:
    """13 (trust above enforcement) and 15 (enforcement above trust) ask opposite facts, so they never meet."""
    facts = {"gedraging": "te_laat_geregistreerd", "datum_gedraging": "2026-02-16"}
    given = {**SPEAKS[11][0], **SPEAKS[12][0], **SPEAKS[15][0], "eerdere_maatregel_artikel_6": "nee"}
    inputs = corpus_of("amsterdam").inputs
    outcome = ask(
        facts | {name: value for name, value in given.items() if not inputs[name].judgement},
        {name: value for name, value in given.items() if inputs[name].judgement},
        examples=True,
    )
    heard = {int(each.id.rpartition(" ")[2]) for each in voices(outcome)}
    assert heard == {11, 12, 15}
    assert clashes(outcome) == set()


def test_without_asking_for_them_no_example_speaks() -> None:
    outcome = hours(2, 22, examples=False)
    assert {each.id for each in voices(outcome)} == set()
    assert all(not route.weighing.maybe or not _ours(route.weighing.maybe) for route in outcome.routes)


def _ours(maybe: tuple[Voice, ...]) -> bool:
    return any(each.example for each in maybe)


def test_what_only_guidelines_turn_on_is_never_among_the_questions() -> None:
    outcome = hours()
    only = {each.name for each in outcome.guideline_questions}
    assert "werkwens" in only
    assert "werkwens" not in {each.name for each in (*outcome.questions, *outcome.route_questions)}
    assert all(
        route.status is not RouteStatus.MAG_NIET or not route.weighing.maybe for route in outcome.routes
    )


def spoken_of_open_ways(outcome: Outcome) -> set[int]:
    """The examples for or against a way that somebody may take, or may turn out to be able to take."""
    return {
        int(voice.id.rpartition(" ")[2])
        for route in outcome.routes
        if route.status is not RouteStatus.MAG_NIET
        for side in route.weighing.sides
        for voice in (*side.in_favour, *side.against)
        if voice.example
    }


def test_each_example_speaks_for_or_against_a_way_in_some_case() -> None:
    """A guideline that no case can show is of no use; what each says there, the trials expect."""
    heard = set()
    for path in sorted(TRIALS.glob("richtlijnen_*.yaml")):
        source = read_text(path, limit=CASE_LIMIT)
        for trial in read_trials(source, corpus_of, fictional=lambda: library().fictional).trials:
            if trial.case is not None and any("spreekt" in each.texts for each in trial.expectations):
                heard |= spoken_of_open_ways(evaluate(corpus_of(trial.case.gemeente), trial.case))
    assert sorted(heard) == list(range(2, 27))
