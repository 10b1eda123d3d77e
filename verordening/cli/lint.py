"""`verordening lint [PAD…]`: everything that is wrong with regulations, in one run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.language.diagnostics import Diagnostic, Severity
from verordening.model.loading import RegulationSet, check, regulation_sets

if TYPE_CHECKING:
    from verordening.language.source import Source
    from verordening.model.corpus import Corpus

_CLEAN: Final = 0
_FINDINGS: Final = 1


def run(arguments: Arguments) -> int:
    """Print what was found; gives the exit code. Raises InputError when a path is missing or cannot be read."""
    paths = (*arguments.words, arguments.overlay) if arguments.overlay else arguments.words
    sets = regulation_sets(paths)
    found = check(sets, _look)
    code = _FINDINGS if any(each.severity is not Severity.ADVIES for each in found) else _CLEAN
    terminal.write(_text(found, sets, arguments.format, code))
    return code


def _look(corpus: Corpus, sources: Mapping[str, Source]) -> Iterable[Diagnostic]:
    """What only shows over all cases. Loaded where it is not in the cache."""
    from verordening.analyse.relations import broken_relations

    return broken_relations(corpus, sources)


def _text(found: Sequence[Diagnostic], sets: Sequence[RegulationSet], form: str, code: int) -> str:
    if form == "json":
        from verordening.present.diagnostics_json import render_diagnostics_json

        return render_diagnostics_json(found, exit_code=code)
    if not found:
        number = len({file.source.path for each in sets for file in each.files})
        return f"Geen fouten gevonden. Aantal regelingen nagekeken: {number}.\n"
    from verordening.present.diagnostics_text import read_diagnostics, render_diagnostics

    return read_diagnostics(found) if form == "schermlezer" else render_diagnostics(found, terminal.width())
