"""What a change bears on: nothing that may come to something else is left out, and what surely does not, is."""

from __future__ import annotations

import random
from pathlib import Path

from tests.law.examples import corpus_of, library
from verordening.analyse.changes.affected import Affected
from verordening.analyse.mutation.making import mutants_of
from verordening.analyse.trials.running import Verdict, run_trial
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source
from verordening.model.corpus import Corpus
from verordening.model.loading import Library, load_corpus
from verordening.model.regulation_files import laid_over, regulation_file
from verordening.model.trials.reading import read_trials
from verordening.model.trials.trial import Trial

ROOT = Path(__file__).parents[3]
AMSTERDAM = ROOT / "ordinances" / "amsterdam"
TRIALS = sorted((ROOT / "tests" / "law" / "proeven" / "amsterdam").glob("*.yaml"))
LOWERED = ("verlaging", "duur_verlaging", "spreiding")


def changed(name: str, *edits: tuple[str, str]) -> Corpus:
    """Amsterdam with one of its files changed."""
    text = (AMSTERDAM / f"{name}.vrd").read_text(encoding="utf-8")
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    own = regulation_file(Source(f"amsterdam/{name}.vrd", text))
    return load_corpus("amsterdam", library=Library(laid_over(library().files, [own])))


def affected(name: str, *edits: tuple[str, str]) -> Affected:
    return Affected(corpus_of("amsterdam"), changed(name, *edits))


def trials_of(path: Path) -> tuple[Trial, ...]:
    return read_trials(
        read_text(path, limit=CASE_LIMIT), corpus_of, fictional=lambda: library().fictional
    ).trials


def test_comments_and_titles_bear_on_nothing() -> None:
    found = affected(
        "maatregelen",
        ("artikel 6 ", "# gewijzigd in de raad\nartikel 6 "),
        ('artikel 6 "', 'artikel 6 "Over '),
    )
    assert found.nothing
    assert found.decisions == ()


def test_a_rule_bears_on_its_decisions_and_what_is_worked_out_from_them() -> None:
    found = affected("maatregelen", ("dan moet verlaging = 5%", "dan moet verlaging = 6%"))
    assert not found.wholly
    assert found.decisions == LOWERED


def test_a_rule_that_is_taken_out_bears_on_what_it_decided() -> None:
    rule = """\
    als      tegenprestatie_overwogen en (uitzicht_op_werk_tegenprestatie of ondersteuning_naar_werk)
    dan moet tegenprestatie_verzoeken = nee
    dient    directe_uitstroom
"""
    found = affected("tegenprestatie", (rule, '    inhoud "Vervallen."\n'))
    assert found.decisions == ("tegenprestatie_verzoeken",)


def test_an_amount_bears_on_what_uses_it() -> None:
    found = affected("inkomenstoeslag", ("is € ", "is € 1"))
    assert found.decisions == ("hoogte_inkomenstoeslag",)


def test_a_header_bears_on_everything() -> None:
    found = affected("maatregelen", ("in werking vanaf 1 januari 2015", "in werking vanaf 2 januari 2015"))
    assert found.wholly
    assert set(found.decisions) == set(corpus_of("amsterdam").decisions)


def test_only_trials_that_may_show_it_are_wanted() -> None:
    found = affected("maatregelen", ("dan moet verlaging = 5%", "dan moet verlaging = 6%"))
    wanted = {path.stem: [found.shown_by(each) for each in trials_of(path)] for path in TRIALS}
    assert all(wanted["maatregelen"])
    assert not any(wanted["inkomenstoeslag"])


def test_what_is_left_would_have_shown_nothing() -> None:
    """Changes of all kinds, drawn at random, and trials that are left for each: all come to what they came to."""
    chance = random.Random(8)
    before = corpus_of("amsterdam")
    every = [each for path in TRIALS for each in trials_of(path) if each.case is not None]
    trials = [each for each in chance.sample(every, 30) if run_trial(each, corpus_of).verdict is Verdict.GOED]
    mutants = [each for each in mutants_of(before, "amsterdam/maatregelen") if not each.refused]
    left = 0
    for mutant in chance.sample(mutants, 12):
        after = mutant.made()
        found = Affected(before, after)
        idle = [each for each in trials if not found.shown_by(each)]
        left += len(idle)
        assert {run_trial(each, {"amsterdam": after}.__getitem__).verdict for each in idle} <= {Verdict.GOED}
    assert left > 100
