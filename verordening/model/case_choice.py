"""The `keuze` of a case: what was chosen, by which route, by whom and why. Whether it may stand is for `evaluate`."""

from __future__ import annotations

from verordening.language.suggestions import bedoelt_u, did_you_mean
from verordening.model.case import WHY_NOT_KEY, Choice
from verordening.model.case_mismatches import Wanted
from verordening.model.case_names import CHOICE_KEYS, refuse_person, unknown_decision
from verordening.model.case_problems import Refusal, quoted
from verordening.model.case_shapes import Shapes
from verordening.model.corpus import Corpus
from verordening.model.rules import Place
from verordening.model.types import BOOL, Value
from verordening.model.yaml_reading import Mapping, Scalar
from verordening.patterns import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_OF_DEVIATING: Final = ("besluiten", "route", "dient")
_IN_ROLE: Final = frozenset("0123456789_ -")
_NO_PLACE: Final = Place("", 0, 0)


def read_choice(root: Mapping, corpus: Corpus, shapes: Shapes) -> Choice | None:
    """The choice in the case, or None. What is wrong with it is noted in `shapes`."""
    written = shapes.mapping(root, "keuze")
    if written is None:
        return None
    shapes.check_keys(written, CHOICE_KEYS, "een keuze")
    deviates = _deviates(written, shapes)
    return Choice(
        _decisions(written, corpus, shapes),
        _route(written, corpus, shapes),
        _decided_by(written, shapes),
        _serves(written, corpus, shapes),
        _reasons(written, corpus, shapes, deviates=deviates is not False),
        deviates,
    )


def _deviates(written: Mapping, shapes: Shapes) -> bool | None:
    """What `afwijken` says. Who does not deviate chooses no outcome, route or value."""
    key, node = written.key("afwijken"), written.get("afwijken")
    if key is None or node is None:
        return None
    value = shapes.value(node, key, Wanted("afwijken", BOOL, _NO_PLACE))
    if value is None:
        return None
    for other, _ in written.entries if value is False else ():
        if other.text in _OF_DEVIATING:
            shapes.refuse(
                Refusal(
                    "VRD421",
                    f"wie niet afwijkt, kiest geen `{other.text}`",
                    f"haal `{other.text}` weg, of schrijf `afwijken: ja`",
                ),
                other.span,
            )
    return value is True


def _decisions(written: Mapping, corpus: Corpus, shapes: Shapes) -> tuple[tuple[str, Value], ...]:
    chosen: list[tuple[str, Value]] = []
    listed = shapes.mapping(written, "besluiten")
    for key, node in listed.entries if listed is not None else ():
        decision = corpus.decisions.get(key.text)
        if decision is None:
            shapes.refuse(unknown_decision(key.text, corpus), key.span)
            continue
        value = shapes.value(node, key, Wanted(key.text, decision.type, decision.place))
        if value is not None:
            chosen.append((key.text, value))
    return tuple(chosen)


def _route(written: Mapping, corpus: Corpus, shapes: Shapes) -> str:
    scalar = shapes.scalar(written, "route")
    if scalar is None:
        return ""
    found = known_place(scalar.text, corpus)
    if found:
        return found
    ids = [rule.id for rule in corpus.rules]
    shapes.refuse(
        Refusal(
            "VRD417",
            f"er is geen regel {quoted(scalar.text)}",
            bedoelt_u(scalar.text, ids) or "noem de plaats van de regel, zoals `pw artikel 18 lid 10`",
        ),
        scalar.span,
    )
    return ""


def _is_role(text: str) -> bool:
    """Whether a text is in small letters, and begins with one; digits, dashes and spaces may stand among them."""
    return bool(text) and _is_small(text[0]) and all(_is_small(each) or each in _IN_ROLE for each in text)


def _is_small(letter: str) -> bool:
    return "a" <= letter <= "z" or "à" <= letter <= "ÿ"


def known_place(text: str, corpus: Corpus) -> str:
    """The full name of the rule or provision at the place that `text` names; empty when there is none.

    `onder a` is `onderdeel a`, and a municipality's own regulation may go without the municipality's name.
    """
    wanted = " ".join(text.split()).casefold()
    if "onder" in wanted:
        wanted = re.sub(r"\bonder\b", "onderdeel", wanted)
    known = {each.casefold(): each for each in (*(rule.id for rule in corpus.rules), *corpus.provisions)}
    for candidate in (wanted, f"{corpus.gemeente}/{wanted}"):
        if candidate in known:
            return known[candidate]
        inside = next((each for each in known if each.startswith(f"{candidate} ")), None)
        if inside is not None:
            return known[inside][: len(candidate)]
    return ""


def _decided_by(written: Mapping, shapes: Shapes) -> str:
    scalar = shapes.scalar(written, "beslist_door")
    if scalar is None:
        return ""
    if not _is_role(scalar.text):
        shapes.refuse(
            Refusal(
                "VRD402",
                f"{quoted(scalar.text)} is geen rol",
                "noem een rol in kleine letters, zoals `college`, en nooit een naam",
            ),
            scalar.span,
        )
        return ""
    return scalar.text


def _serves(written: Mapping, corpus: Corpus, shapes: Shapes) -> str:
    scalar = shapes.scalar(written, "dient")
    if scalar is None or scalar.text in corpus.values:
        return scalar.text if scalar is not None else ""
    listed = ", ".join(f"`{each}`" for each in corpus.values)
    shapes.refuse(
        Refusal(
            "VRD417",
            f"er is geen waarde {quoted(scalar.text)} die de wet dient",
            bedoelt_u(scalar.text, corpus.values)
            or (f"kies uit {listed}" if listed else "haal de regel weg"),
        ),
        scalar.span,
    )
    return ""


def _reasons(
    written: Mapping, corpus: Corpus, shapes: Shapes, *, deviates: bool
) -> tuple[tuple[str, str], ...]:
    """A text per key; who does not deviate may write the one reason without a key."""
    key, node = written.key("motivering"), written.get("motivering")
    if not deviates and key is not None and isinstance(node, Scalar):
        text = shapes.text(node, key)
        return ((WHY_NOT_KEY, text),) if text else ()
    known = _reason_keys(corpus)
    given: list[tuple[str, str]] = []
    listed = shapes.mapping(written, "motivering", empty_is_none=True)
    for key, node in listed.entries if listed is not None else ():
        if key.text not in known:
            _check_reason_key(key, known, corpus, shapes)
        text = shapes.text(node, key)
        if text is not None:
            given.append((key.text, text))
    return tuple(given)


def _check_reason_key(key: Scalar, known: tuple[str, ...], corpus: Corpus, shapes: Shapes) -> None:
    """An own key may stand beside those that rules ask for; a slip of the pen may not."""
    person = refuse_person(key.text, corpus)
    meant = did_you_mean(key.text, known)
    if person is not None:
        shapes.refuse(person, key.span)
    elif meant is not None:
        shapes.refuse(
            Refusal(
                "VRD405", f"geen regel vraagt om de motivering {quoted(key.text)}", f"bedoelt u `{meant}`?"
            ),
            key.span,
        )


def _reason_keys(corpus: Corpus) -> tuple[str, ...]:
    keys = [key for rule in corpus.rules for key, _ in rule.motivate]
    keys += [effect.key for rule in corpus.rules for effect in rule.effects if effect.key]
    keys += [key for floor in corpus.floors for key, _ in floor.motivate]
    return (*dict.fromkeys(keys), WHY_NOT_KEY)
