"""The refusal of a case whose facts lead to what the regulations say cannot be."""

from __future__ import annotations

from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import InputError, Related, diagnostic
from verordening.language.source import Source
from verordening.model.case import Case


def refuse_impossible(outcome: Outcome, case: Case, source: Source) -> None:
    """Raises InputError (VRD432) with every begrip that the facts put outside its bounds."""
    if not outcome.out_of_bounds:
        return
    found = []
    for each in outcome.out_of_bounds:
        spans = [case.places[name] for name in each.inputs if name in case.places]
        place = f"{each.place.file.rpartition('/')[2]} regel {each.place.line}"
        found.append(
            diagnostic(
                source,
                "VRD432",
                each.text,
                spans[0] if spans else None,
                label="dit gegeven leidt ertoe",
                help=" ".join(filter(None, (each.explanation, f"De grenzen staan in {place}."))),
                related=tuple(Related(span, "en dit gegeven") for span in spans[1:]),
            )
        )
    raise InputError(found)
