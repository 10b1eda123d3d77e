"""A case with its outcome as the text of an example: what a person can run again and read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from verordening.evaluate.exit_codes import exit_code
from verordening.evaluate.outcome import DecisionOutcome, Outcome, Status
from verordening.language.diagnostics import printable
from verordening.model.case import Case, Judgement
from verordening.model.case_editing import Written, block
from verordening.model.corpus import Corpus
from verordening.model.formatting import as_typed
from verordening.model.types import Items, Type, Value
from verordening.present.wrapping import wrap

_WIDTH = 118


def written_case(case: Case, outcome: Outcome, corpus: Corpus, remark: str) -> str:
    """The text of a case file; `remark` stands above it, and what comes out of it under `verwacht`."""
    above = "".join(f"# {line}\n" for line in wrap(printable(remark), _WIDTH))
    return f"{above}\n{block(case_data(case, outcome, corpus))}"


def case_data(case: Case, outcome: Outcome, corpus: Corpus) -> dict[str, Written]:
    """The same as keys and texts."""
    data: dict[str, Written] = {
        "casus": case.title,
        "gemeente": case.gemeente,
        "peildatum": case.peildatum.isoformat(),
        "besluiten": list(case.asked),
    }
    data |= _given(case.facts, case.judgements, corpus)
    if case.acts:
        plural = corpus.inputs[case.act_name].plural
        data[plural] = [
            _given({case.act_name: act.kinds[0], **act.facts}, act.judgements, corpus) for act in case.acts
        ]
    return {**data, "verwacht": _expected(outcome)}


def _given(
    facts: Mapping[str, Value], judgements: Mapping[str, Judgement], corpus: Corpus
) -> dict[str, Written]:
    data: dict[str, Written] = {}
    if facts:
        data["gegevens"] = {name: _typed(value, corpus.inputs[name].type) for name, value in facts.items()}
    if judgements:
        data["oordelen"] = {
            name: {"oordeel": as_typed(each.value, corpus.inputs[name].type), "motivering": each.reason}
            for name, each in judgements.items()
        }
    return data


def _typed(value: Value, type_: Type) -> Written:
    if isinstance(value, Items):
        fields = {each.name: each.type for each in type_.fields}
        return [{name: as_typed(each, fields[name]) for name, each in row.items()} for row in value.elements]
    return as_typed(value, type_)


def _expected(outcome: Outcome) -> dict[str, Written]:
    decisions = {each.name: dict(_of_decision(each)) for each in outcome.decisions}
    return {"besluiten": decisions, "afsluitcode": {"toets": str(exit_code(outcome, command="toets"))}}


def _of_decision(each: DecisionOutcome) -> Iterator[tuple[str, Written]]:
    yield "status", each.status.value
    if each.shown is not None and each.status in (Status.BEPAALD, Status.VOORBEHOUD):
        yield "uitkomst", each.shown.text
