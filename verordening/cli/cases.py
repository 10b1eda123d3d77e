"""A case from a file or the input, with the regulations of its municipality."""

from __future__ import annotations

import sys
from typing import Final, NamedTuple

from verordening.cli.arguments import Arguments
from verordening.evaluate.coherence import check_case
from verordening.evaluate.outcome import Outcome
from verordening.language.diagnostics import InputError, Related, diagnostic
from verordening.language.reading import CASE_LIMIT, decode, read_text
from verordening.language.source import Source
from verordening.model.case import Case
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library
from verordening.model.yaml_reading import Mapping, parse_yaml

FROM_INPUT: Final = "-"
_INPUT_NAME: Final = "invoer"


class OpenedCase(NamedTuple):
    """A case with the regulations that hold for it, and its text for messages."""

    case: Case
    corpus: Corpus
    source: Source


def open_case(arguments: Arguments) -> OpenedCase:
    """The case that was named and the regulations that hold for it. Raises InputError."""
    source = read_source(arguments.words[0])
    library = read_library(overlay=arguments.overlay or None)
    loaded: dict[str, Corpus] = {}

    def corpus_for(gemeente: str) -> Corpus:
        loaded[gemeente] = load_corpus(gemeente, library=library)
        return loaded[gemeente]

    case, _ = read_case(
        source, corpus_for, fictional=lambda: library.fictional, peildatum=arguments.peildatum
    )
    corpus = loaded[case.gemeente]
    check_case(case, corpus, source)
    return OpenedCase(case, corpus, source)


def refuse_impossible(outcome: Outcome, source: Source) -> None:
    """Raises InputError (VRD432) where the facts lead to what the regulations say cannot be."""
    if not outcome.out_of_bounds:
        return
    found = []
    entries = parse_yaml(source).root.get("gegevens")
    for each in outcome.out_of_bounds:
        keys = [entries.key(name) for name in each.inputs] if isinstance(entries, Mapping) else []
        spans = [key.span for key in keys if key is not None]
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


def read_source(name: str) -> Source:
    """The text of the file `name`, or of the input where the name is `-`. Raises InputError."""
    if name != FROM_INPUT:
        return read_text(name, limit=CASE_LIMIT)
    data = sys.stdin.buffer.read(CASE_LIMIT + 1)
    if len(data) > CASE_LIMIT:
        message = f"de invoer is te groot: een casus is ten hoogste {CASE_LIMIT // 1_000_000} MB"
        raise InputError((diagnostic(None, "VRD004", message, None, help="kijk of dit de goede tekst is"),))
    return Source(_INPUT_NAME, decode(data, _INPUT_NAME))
