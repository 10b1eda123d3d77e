"""A case with several acts, talked over one act at a time: which act, and where in the case its answers stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from verordening.evaluate.outcome import Outcome
from verordening.model.case import Case
from verordening.model.case_editing import Written
from verordening.model.corpus import Corpus
from verordening.records import replace

ACT: Final = "welke gedraging"
WHOLE: Final = "0"
"""What is picked for the decisions that are of the case as a whole."""
_SECTIONS: Final = ("gegevens", "oordelen")
_CHOICE: Final = "keuze"


class Chosen(NamedTuple):
    """The act that is talked over: its number from 1 (0: the case as a whole), and the key under which acts stand."""

    number: int
    key: str


def chosen_act(picked: str, case: Case, corpus: Corpus) -> Chosen | None:
    """What is talked over of a case with several acts; before anybody picked, the first act."""
    if not case.acts:
        return None
    key = next(key for key, name in corpus.plurals if name == case.act_name)
    return Chosen(int(picked) if picked else 1, key)


def outcome_of(outcome: Outcome, chosen: Chosen | None) -> Outcome:
    """The outcome of what is talked over."""
    if chosen is None:
        return outcome
    if not chosen.number:
        return replace(outcome, acts=())
    return next(each.outcome for each in outcome.acts if each.number == chosen.number)


def case_of(case: Case, chosen: Chosen | None) -> Case:
    """The case as it is for what is talked over."""
    if chosen is None:
        return case
    return case.with_act(case.acts[chosen.number - 1]) if chosen.number else replace(case, acts=())


def data_of_act(data: Mapping[str, Written], chosen: Chosen | None) -> dict[str, Written]:
    """What the case says of it, as if it were a case of its own."""
    if chosen is None:
        return dict(data)
    rest = {key: value for key, value in data.items() if key != chosen.key}
    if not chosen.number:
        return rest
    acts = data[chosen.key]
    act = acts[chosen.number - 1] if isinstance(acts, Sequence) else {}
    own = act if isinstance(act, Mapping) else {}
    for section in _SECTIONS:
        both = {**_keys(rest.get(section)), **_keys(own.get(section))}
        if both:
            rest[section] = both
    rest.pop(_CHOICE, None)
    return {**rest, **({_CHOICE: own[_CHOICE]} if _CHOICE in own else {})}


def place_of(path: Sequence[str], chosen: Chosen | None, corpus: Corpus, act_name: str) -> tuple[str, ...]:
    """Where in the file stands what a case of its own would have at `path`."""
    if chosen is None or not chosen.number:
        return tuple(path)
    declared = corpus.inputs.get(path[1]) if path[0] in _SECTIONS and len(path) > 1 else None
    own = declared is not None and declared.per == act_name
    return (chosen.key, str(chosen.number - 1), *path) if own or path[0] == _CHOICE else tuple(path)


def _keys(section: Written | None) -> Mapping[str, Written]:
    return section if isinstance(section, Mapping) else {}
