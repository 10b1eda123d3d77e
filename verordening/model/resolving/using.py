"""`gebruikt`: every regulation of which a file mentions a place or a name stands there, and no other."""

from __future__ import annotations

from collections.abc import Iterator

from verordening.language import syntax as s
from verordening.language.diagnostics import Severity
from verordening.language.source import Span
from verordening.language.suggestions import bedoelt_u
from verordening.model.resolving.example_places import is_example
from verordening.model.resolving.gathering import Block, FileBlocks
from verordening.model.resolving.mentions import Mentions
from verordening.model.resolving.names import Names
from verordening.model.resolving.places import Places
from verordening.model.resolving.problems import Problems


def check_used(
    files: list[FileBlocks], mentions: Mentions, places: Places, names: Names, problems: Problems
) -> None:
    """Report a name behind `gebruikt` that is no regulation (VRD302), one missing there (VRD353) or idle (VRD354).

    A file without `gebruikt` claims nothing, and a part that could not be read may mention or declare anything. An
    example of ours is looked at beside national law alone: beside a municipality its words may be those of that
    municipality.
    """
    is_local = any(each.gemeente for each in files)
    paths = {each.id: each.path for each in files}
    for file in files:
        clause = file.header.one("gebruikt", s.WordClause)
        if clause is None or (is_local and is_example(file)):
            continue
        listed = {_id_of(word.name, file, places): word for word in clause.words}
        for each, word in listed.items():
            if each not in places.spots and not problems.is_meant(word.name):
                problems.add(
                    "VRD302",
                    f"er is geen regeling `{word.name}`",
                    word.span,
                    help=bedoelt_u(word.name, places.spots) or "kijk of de naam klopt, of haal hem weg",
                )
        mentioned = dict(reversed(list(_mentioned(file, mentions, places, names))))
        for each, span in mentioned.items():
            if each not in listed:
                problems.add(
                    "VRD353",
                    f"hier wordt `{each}` gebruikt, en dat staat niet achter `gebruikt`",
                    span,
                    help=f"zet `{each.rpartition('/')[2]}` bij de regeling achter `gebruikt`",
                )
        for each, word in listed.items():
            damaged = problems.is_damaged(file.path) or problems.is_damaged(paths.get(each, ""))
            if each in places.spots and each not in mentioned and not damaged:
                problems.add(
                    "VRD354",
                    f"`{word.name}` staat achter `gebruikt`, maar het bestand noemt er niets uit",
                    word.span,
                    help="haal deze naam weg",
                    severity=Severity.WAARSCHUWING,
                )


def _id_of(name: str, file: FileBlocks, places: Places) -> str:
    """The id of the regulation that a name means in this file: national, else one of the same municipality."""
    local = f"{file.gemeente}/{name}"
    return local if name not in places.spots and local in places.spots else name


def _mentioned(
    file: FileBlocks, mentions: Mentions, places: Places, names: Names
) -> Iterator[tuple[str, Span]]:
    """The other regulations that a file mentions, each with where it does.

    An option of an `een van` may bear the name of something else.
    """
    options = names.options()
    for block in (file.header, *file.blocks):
        for _, reference in mentions.references_in(block):
            if reference.regeling:
                yield _id_of(reference.regeling, file, places), reference.span
        for keyword, name in mentions.names_in(block):
            home = None if name.name in options else _home_of(keyword, name, names)
            if home is not None and home.file.id != file.id:
                yield home.file.id, name.span


def _home_of(keyword: str, name: s.Name, names: Names) -> Block | None:
    """Where a name is declared."""
    space = names.values if keyword in ("dient", "weegt") else names.terms
    found = space.get(name.name)
    return None if found is None else found.block
