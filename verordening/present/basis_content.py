"""What an outcome rests on: the rule that applies, the rules that do not, and how good the texts are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from verordening.evaluate.outcome import Cited, DecisionOutcome, Outcome, Remark, Status
from verordening.present.citing import (
    all_in_short,
    in_brackets,
    in_full,
    in_short,
    provenance_in_words,
    shortened,
)
from verordening.present.document import Item, Section, section
from verordening.present.dutch import after_colon, grounds, joined, sentence, unended
from verordening.present.words import Words, runs

_MOST_OTHERS: Final = 4
"""More rules that do not apply are only counted: the tree shows them all."""

_NOUNS: Final = {
    "wet": "de wet",
    "verordening": "de verordening",
    "beleidsregel": "de beleidsregel",
    "nadere_regel": "de nadere regel",
}

_SAID_HERE: Final = frozenset({Status.BEPAALD, Status.VOORBEHOUD, Status.AFSTEMMEN})
"""Where the reason is said with the rule; of the other statuses the answer itself gives it."""

_GRADES: Final = ("fictief", "reconstructie", "parafrase", "officieel")


def basis(words: Words) -> tuple[Section, ...]:
    """The sections `WELKE REGEL` and `NIET`."""
    groups = runs(words.outcome.decisions, key=lambda each: (each.cited, each.kind, each.because, each.under))
    rules = [item for group in groups for item in _rule(group, words, named=len(groups) > 1)]
    return (
        *section("WELKE REGEL", "Welke regel", rules),
        *section("NIET", "Geldt niet", _others(words.outcome)),
        *section("OMSTREDEN", "Omstreden", _disputed(words.outcome)),
    )


def on_texts(outcome: Outcome) -> str:
    """What the reader must know of the texts: how good they are and what was left out."""
    omitted = joined(text for each in outcome.decisions for text in each.omitted)
    said = (_provenance(outcome), f"Niet opgenomen: {unended(omitted)}." if omitted else "")
    return " ".join(part for part in said if part)


def home_of(decisions: Sequence[DecisionOutcome]) -> Cited | None:
    """The municipal rule that (perhaps) decides: its regulation has been named, so its articles go by their number."""
    applied = (each.cited for each in decisions)
    possible = (one.cited for each in decisions for one in each.candidates)
    return next((cited for cited in (*applied, *possible) if cited is not None and not cited.national), None)


def _rule(group: Sequence[DecisionOutcome], words: Words, *, named: bool) -> Iterator[Item]:
    first = group[0]
    about = f"{words.labels(each.name for each in group)}: " if named else ""
    if first.cited is None:
        if first.reason and first.status in _SAID_HERE:
            yield Item(f"{about}geen regel: {unended(first.reason)}")
        return
    yield Item(
        about + in_full(first.cited) + in_brackets(first.kind.replace("_", " ")),
        margin=first.cited.provenance,
        margin_word="herkomst",
        inside=tuple(_reasons(group)),
    )


def _reasons(group: Sequence[DecisionOutcome]) -> Iterator[Item]:
    first = group[0]
    for number, fact in enumerate(dict.fromkeys(fact for each in group for fact in each.because)):
        yield Item(fact, lead="omdat" if number == 0 else "en")
    if first.reason and first.status in _SAID_HERE:
        yield Item(unended(first.reason), lead="want")
    if first.under is not None:
        yield Item(
            in_full(first.under), lead="op grond van", margin=first.under.provenance, margin_word="herkomst"
        )
    confirming = dict.fromkeys(cited for each in group for cited in each.confirmed_by)
    if confirming:
        yield Item(all_in_short(confirming, first.cited), lead="bevestigd door")
    for each in group:
        if each.amount is not None and each.amount.cents and each.shown is not None:
            total = " ".join(part for part in (each.amount.of_name, each.amount.of_text) if part)
            rounding = f", {each.amount.rounding}" if each.amount.rounding else ""
            yield Item(f"{each.shown.text} van {total}{rounding}", lead="berekend")


def _others(outcome: Outcome) -> Iterator[Item]:
    """Rules that lost first, then those that do not apply; each once."""
    home = home_of(outcome.decisions)
    lost = dict.fromkeys(remark for each in outcome.decisions for remark in each.defeated)
    idle = dict.fromkeys(remark for each in outcome.decisions for remark in each.not_applied)
    remarks = list(dict.fromkeys((*lost, *idle)))
    shown = remarks if len(remarks) <= _MOST_OTHERS + 1 else remarks[:_MOST_OTHERS]
    titles = {each.cited.title for each in outcome.decisions if each.cited is not None}
    for remark in shown:
        yield Item(_remark(remark, home, titled=remark.cited.title not in titles))
        titles.add(remark.cited.title)
    if len(remarks) > len(shown):
        yield Item(f"en {len(remarks) - len(shown)} andere regels; --boom laat ze zien")


def _remark(remark: Remark, home: Cited | None, *, titled: bool) -> str:
    title = in_brackets(after_colon(remark.cited.title)) if titled else ""
    return f"{in_short(remark.cited, home)}{title}: {shortened(grounds(remark.reason), home)}"


def _disputed(outcome: Outcome) -> Iterator[Item]:
    for number, view in enumerate(
        dict.fromkeys(view for each in outcome.decisions for view in each.disputed)
    ):
        yield Item(sentence(view), lead="standpunt" if number == 0 else "ander")


def _provenance(outcome: Outcome) -> str:
    """One sentence on the weakest text, with what is known of it."""
    grades = [each.provenance for each in outcome.decisions if each.provenance in _GRADES]
    weakest = min(grades, key=_GRADES.index, default="officieel")
    notes = joined(
        note for each in outcome.decisions if each.provenance == weakest for note in each.provenance_notes
    )
    if weakest == "officieel":
        return f"Rust op officiële tekst ({notes})." if notes else ""
    of = dict.fromkeys(
        _of(each) for each in outcome.decisions if each.provenance == weakest and each.cited is not None
    )
    said = (
        f"Rust op {provenance_in_words(weakest)}{joined(of)}, niet op de officiële tekst{in_brackets(notes)}."
    )
    return f"{said} Gebruik dit niet voor een echt besluit." if weakest == "fictief" else said


def _of(decision: DecisionOutcome) -> str:
    cited = decision.cited
    if cited is None or cited.provenance != decision.provenance or cited.kind not in _NOUNS:
        return ""
    return f" van {_NOUNS[cited.kind]}"
