"""A case from a file or the input, with the regulations of its municipality."""

from __future__ import annotations

import sys
from typing import Final

from verordening.cli.arguments import Arguments
from verordening.evaluate.coherence import check_case
from verordening.language.diagnostics import InputError, diagnostic
from verordening.language.reading import CASE_LIMIT, decode, read_text
from verordening.language.source import Source
from verordening.model.case import Case
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library

FROM_INPUT: Final = "-"
_INPUT_NAME: Final = "invoer"


def open_case(arguments: Arguments) -> tuple[Case, Corpus]:
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
    return case, corpus


def read_source(name: str) -> Source:
    """The text of the file `name`, or of the input where the name is `-`. Raises InputError."""
    if name != FROM_INPUT:
        return read_text(name, limit=CASE_LIMIT)
    data = sys.stdin.buffer.read(CASE_LIMIT + 1)
    if len(data) > CASE_LIMIT:
        message = f"de invoer is te groot: een casus is ten hoogste {CASE_LIMIT // 1_000_000} MB"
        raise InputError((diagnostic(None, "VRD004", message, None, help="kijk of dit de goede tekst is"),))
    return Source(_INPUT_NAME, decode(data, _INPUT_NAME))
