"""The cases behind a finding kept as examples that anybody can run again."""

from __future__ import annotations

import os

from verordening.analyse.conflicts.finding import Finding
from verordening.caching import digest
from verordening.cli.arguments import Arguments
from verordening.cli.rewriting import rewrite
from verordening.language.diagnostics import Diagnostic
from verordening.model.corpus import Corpus
from verordening.present.written_case import written_case
from verordening.records import replace

_LENGTH = 6


def save_witnesses(found: Finding, message: Diagnostic, corpus: Corpus, arguments: Arguments) -> Diagnostic:
    """The message with how to work its cases out again, once they are kept in the folder of `--bewaar`.

    Raises InputError where they cannot be written.
    """
    folder = arguments.values.get("--bewaar", "")
    notes = []
    for each in found.witnesses if folder else ():
        text = written_case(each.case, each.outcome, corpus, f"{found.code}: {found.message}.")
        path = os.path.join(folder, f"{found.code.lower()}-{digest(text)[:_LENGTH]}.yaml")
        rewrite(path, text.encode(), path)
        notes.append(("narekenen", f"verordening toets {path}"))
    return replace(message, notes=(*message.notes, *notes))
