"""What an outcome rests on: the rule that applies, the rules that do not, and how good the texts are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from verordening.evaluate.outcome import Cited, DecisionOutcome, Outcome, Remark, Status
from verordening.present.citing import (
    all_in_short,
    in_brackets,
    in_full,
    provenance_in_words,
    shortened,
)
from verordening.present.document import POINT, Item, Section, section
from verordening.present.dutch import after_colon, grounds, joined, numbered, sentence, unended
from verordening.present.words import Words, runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_MOST_OTHERS: Final = 4
"""More lines on rules that do not apply are only counted: the tree shows them all."""

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
    facts: dict[frozenset[str], str] = {}
    rules: list[Item] = []
    for group in groups:
        same = facts.get(frozenset(group[0].because), "")
        rules += _rule(group, words, named=len(groups) > 1, same_facts=same)
        if group[0].because:
            facts.setdefault(frozenset(group[0].because), words.label(group[0].name))
    return (
        *section("WELKE REGEL", "Welke regel", rules),
        *section("NIET", "Geldt niet", _others(words.outcome)),
        *section("OMSTREDEN", "Omstreden", _disputed(words.outcome)),
    )


def on_texts(outcome: Outcome, *, noted: bool = True) -> str:
    """What the reader must know of the texts: how good they are and what was left out; `noted` says also why."""
    return " ".join(part for part in (_provenance(outcome, noted=noted), *_omitted(outcome)) if part)


def _omitted(outcome: Outcome) -> Iterator[str]:
    """What the municipal files leave out, per regulation."""
    places: dict[str, dict[str, None]] = {}
    for each in outcome.decisions:
        for title, place in each.omitted:
            places.setdefault(title, {})[place] = None
    for title, omitted in places.items():
        yield f"Niet opgenomen uit {title}: {unended(joined(omitted))}."


def home_of(decisions: Sequence[DecisionOutcome]) -> Cited | None:
    """The municipal rule that (perhaps) decides: its regulation has been named, so its articles go by their number."""
    applied = (each.cited for each in decisions)
    possible = (one.cited for each in decisions for one in each.candidates)
    return next((cited for cited in (*applied, *possible) if cited is not None and not cited.national), None)


def _rule(group: Sequence[DecisionOutcome], words: Words, *, named: bool, same_facts: str) -> Iterator[Item]:
    first = group[0]
    about = f"{words.labels(each.name for each in group)}: " if named else ""
    if first.cited is None:
        if first.reason and first.status in _SAID_HERE:
            yield Item(f"{about}geen regel: {unended(shortened(first.reason, None))}")
        return
    yield Item(
        about + in_full(first.cited) + in_brackets(first.kind.replace("_", " ")),
        margin=first.cited.provenance,
        margin_word="herkomst",
        inside=tuple(_reasons(group, same_facts)),
    )


def _reasons(group: Sequence[DecisionOutcome], same_facts: str) -> Iterator[Item]:
    """What made the rule apply; `same_facts` is a decision above for which the same was said."""
    first = group[0]
    facts = (f"hetzelfde geldt als bij {same_facts}",) if same_facts else first.because
    for number, fact in enumerate(facts):
        yield Item(fact, lead="omdat" if number == 0 else "en")
    if first.reason and first.status in _SAID_HERE:
        yield Item(unended(shortened(first.reason, None)), lead="want")
    if first.transition is not None:
        yield Item(in_full(first.transition), lead="overgangsrecht")
    if first.early:
        yield Item(first.early, lead="vooruit")
    if first.under is not None:
        yield Item(
            in_full(first.under), lead="op grond van", margin=first.under.provenance, margin_word="herkomst"
        )
    confirming = dict.fromkeys(cited for each in group for cited in each.confirmed_by)
    if confirming:
        yield Item(all_in_short(confirming, first.cited), lead="bevestigd door")
    beside = dict.fromkeys(cited for each in group for cited in each.beside)
    if beside:
        yield Item(all_in_short(beside, first.cited), lead="onverminderd")
    for each in group:
        if each.amount is not None and each.amount.cents and each.shown is not None:
            total = " ".join(part for part in (each.amount.of_name, each.amount.of_text) if part)
            rounding = f", {each.amount.rounding}" if each.amount.rounding else ""
            yield Item(f"{each.shown.text} van {total}{rounding}", lead="berekend")


def _others(outcome: Outcome) -> Iterator[Item]:
    """Rules that lost; then the ways out that the law gives, rules of the same article, and the others. Each once,
    those with the same reason together.
    """
    home = home_of(outcome.decisions)
    articles = {_article(each.cited) for each in outcome.decisions if each.cited is not None}
    lost = dict.fromkeys(remark for each in outcome.decisions for remark in each.defeated)
    idle = dict.fromkeys(remark for each in outcome.decisions for remark in each.not_applied)
    ordered = sorted(idle, key=lambda each: (not each.cited.national, _article(each.cited) not in articles))
    groups: dict[tuple[str, str], list[Remark]] = {}
    for remark in dict.fromkeys((*lost, *ordered)):
        groups.setdefault((remark.cited.regulation, remark.reason), []).append(remark)
    lines = list(groups.values())
    titles = {each.cited.title for each in outcome.decisions if each.cited is not None}
    for group in lines[:_MOST_OTHERS]:
        yield Item(_remark(group, home, titled=group[0].cited.title not in titles), sign=POINT)
        titles.update(each.cited.title for each in group)
    rest = sum(len(group) for group in lines[_MOST_OTHERS:])
    if rest:
        others = numbered(rest, "andere regel", "andere regels")
        yield Item(f"en {others} (zie --boom)", sign=POINT, spoken=f"nog {others}, zie --boom")


def _remark(group: Sequence[Remark], home: Cited | None, *, titled: bool) -> str:
    first = group[0]
    title = in_brackets(after_colon(first.cited.title)) if titled and len(group) == 1 else ""
    places = all_in_short((each.cited for each in group), home)
    return f"{places}{title}: {shortened(grounds(first.reason), home)}"


def _article(cited: Cited) -> tuple[str, str]:
    """The regulation and the article, without lid and onderdeel."""
    return cited.regulation, cited.path.partition(" lid ")[0]


def _disputed(outcome: Outcome) -> Iterator[Item]:
    for number, view in enumerate(
        dict.fromkeys(view for each in outcome.decisions for view in each.disputed)
    ):
        yield Item(sentence(view), lead="standpunt" if number == 0 else "ander")


def _provenance(outcome: Outcome, *, noted: bool) -> str:
    """One sentence on the weakest text, with what is known of it; nothing of an official text."""
    grades = [each.provenance for each in outcome.decisions if each.provenance in _GRADES]
    weakest = min(grades, key=_GRADES.index, default="officieel")
    if weakest == "officieel":
        return ""
    weak = [each for each in outcome.decisions if each.provenance == weakest]
    notes = "; ".join(dict.fromkeys(unended(note) for each in weak for note in each.provenance_notes))
    of = dict.fromkeys(_of(each) for each in weak if each.cited is not None)
    why = f": {after_colon(notes)}" if notes and noted else ""
    said = f"Rust op {provenance_in_words(weakest)}{joined(of)}, niet op de officiële tekst{why}."
    return f"{said} Gebruik dit niet voor een echt besluit." if weakest == "fictief" else said


def _of(decision: DecisionOutcome) -> str:
    cited = decision.cited
    if cited is None or cited.provenance != decision.provenance or cited.kind not in _NOUNS:
        return ""
    return f" van {_NOUNS[cited.kind]}"
