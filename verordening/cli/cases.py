"""A case from a file or the input, with the regulations of its municipality."""

from __future__ import annotations

import sys

from verordening.cli.arguments import Arguments
from verordening.cli.settings import read_settings
from verordening.evaluate.coherence import check_case
from verordening.language.diagnostics import InputError, diagnostic
from verordening.language.reading import CASE_LIMIT, decode, read_text
from verordening.language.source import Source
from verordening.model.case import Case
from verordening.model.case_reading import read_case
from verordening.model.corpus import Corpus
from verordening.model.loading import load_corpus, read_library
from verordening.packed import NamedTuple
from verordening.records import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

FROM_INPUT: Final = "-"
_INPUT_NAME: Final = "invoer"


class OpenedCase(NamedTuple):
    """A case with the regulations that hold for it, and its text for messages."""

    case: Case
    corpus: Corpus
    source: Source


class Regulations:
    """The regulations that hold for each municipality, each read once. Raises InputError when a text cannot be read."""

    def __init__(self, overlay: str = "") -> None:
        self.library = read_library(overlay=overlay or None)
        self._loaded: dict[str, Corpus] = {}

    def __call__(self, gemeente: str) -> Corpus:
        """The regulations for a municipality (a slug). Raises InputError with all that is wrong in them."""
        found = self._loaded.get(gemeente)
        if found is None:
            found = self._loaded[gemeente] = load_corpus(gemeente, library=self.library)
        return found


def open_case(arguments: Arguments) -> OpenedCase:
    """The case that was named and the regulations that hold for it. Raises InputError."""
    source = read_source(arguments.words[0])
    regulations = Regulations(arguments.overlay)
    case, _ = read_case(
        source,
        regulations,
        fictional=lambda: regulations.library.fictional,
        peildatum=arguments.peildatum,
        examples=read_settings().examples,
    )
    if arguments.examples:
        case = replace(case, example_guidelines=arguments.examples == "ja")
    corpus = regulations(case.gemeente)
    check_case(case, corpus, source)
    return OpenedCase(case, corpus, source)


def read_source(name: str) -> Source:
    """The text of the file `name`, or of the input where the name is `-`. Raises InputError."""
    if name != FROM_INPUT:
        return read_text(name, limit=CASE_LIMIT)
    data = sys.stdin.buffer.read(CASE_LIMIT + 1)
    if len(data) > CASE_LIMIT:
        message = f"de invoer is te groot: een casus is ten hoogste {CASE_LIMIT // 1_000_000} MB"
        raise InputError((diagnostic(None, "VRD004", message, None, help="kijk of dit de goede tekst is"),))
    return Source(_INPUT_NAME, decode(data, _INPUT_NAME))
