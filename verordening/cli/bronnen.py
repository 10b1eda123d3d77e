"""`verordening bronnen [REGELING…]`: what each regulation rests on, what is left out, and what to compare."""

from __future__ import annotations

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.clock import today
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.model.loading import Library, load_corpus, read_library
from verordening.model.sources import RegulationSource, sources_of

_CLEAN = 0
_NATIONAL = "landelijk"


def run(arguments: Arguments) -> int:
    """Print the overview, or every place of what was named; gives the exit code. Raises InputError (VRD512)."""
    library = read_library(overlay=arguments.overlay or None)
    corpora = (load_corpus(each, library=library) for each in ("", *library.gemeenten))
    every = sources_of(corpora, arguments.peildatum or today())
    found = tuple(dict.fromkeys(each for word in arguments.words for each in _named(word, every))) or every
    if arguments.format == "json":
        from verordening.present.sources_json import render_sources_json

        terminal.write(render_sources_json(found))
        return _CLEAN
    from verordening.present.sources_content import read_sources, render_sources

    names, whole = _names(library), bool(arguments.words)
    if arguments.format == "schermlezer":
        terminal.write(read_sources(found, names, whole=whole))
    else:
        terminal.write(render_sources(found, names, terminal.width(), whole=whole))
    return _CLEAN


def _named(word: str, every: tuple[RegulationSource, ...]) -> tuple[RegulationSource, ...]:
    """The regulation with this name, or all of a municipality or of national law."""
    gemeente = "" if word == _NATIONAL else word
    found = tuple(each for each in every if each.regulation.id == word)
    found = found or tuple(each for each in every if each.regulation.gemeente == gemeente)
    if not found:
        names = {name for each in every for name in (each.regulation.id, each.regulation.gemeente) if name}
        remedy = bedoelt_u(word, names) or "kijk met `verordening bronnen` hoe de regelingen heten"
        raise usage_error("VRD512", f"er is geen regeling of gemeente {shown(word)}", remedy)
    return found


def _names(library: Library) -> dict[str, str]:
    from verordening.model.municipalities import municipality

    names = {each.slug: each.name for each in library.fictional}
    known = {slug: municipality(slug) for slug in library.gemeenten}
    return names | {slug: each.name for slug, each in known.items() if each is not None}
