"""`verordening vergelijk OUD NIEUW`: what changes in meaning, for whom, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from verordening.analyse.difference.found import Difference
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.compared import Named, compared, pairs_of, read_named
from verordening.cli.declaring import PROGRAM
from verordening.cli.rewriting import refuse_folder
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, printable, shown
from verordening.model.loading import Library, read_library
from verordening.present.difference_content import Compared

_HERE: Final = "."
_EQUIVALENT: Final = 0
_DIFFERENT: Final = 1
_NOT_PROVEN: Final = 5


def run(arguments: Arguments) -> int:
    """Print what changes; gives the exit code. Raises InputError (VRD551, VRD552)."""
    refuse_folder(arguments.values.get("--commentaar", ""))
    library = read_library(overlay=arguments.overlay or None)
    if "--populatie" in arguments.values:
        from verordening.cli import effects

        return effects.run(arguments, library)
    old, new = read_named(arguments.words[0], library), _second(arguments, library)
    if arguments.gemeente and arguments.gemeente not in {*library.gemeenten, *old.gemeenten, *new.gemeenten}:
        raise usage_error(
            "VRD551",
            f"er zijn geen regelingen van een gemeente {shown(arguments.gemeente)}",
            "kijk met `verordening bronnen` welke gemeenten er zijn",
        )
    pairs = pairs_of(old, new, library, arguments.gemeente)
    found = [compared(each, old, new, arguments.peildatum) for each in pairs]
    code = exit_code([each.difference for each in found])
    if "--commentaar" in arguments.values:
        from verordening.cli.rewriting import rewrite
        from verordening.present.difference_comment import render_comment

        path = arguments.values["--commentaar"]
        rewrite(path, render_comment(found).encode(), path)
    terminal.write(_text(found, arguments, code))
    return code


def _second(arguments: Arguments, library: Library) -> Named:
    """What the first is compared with: the second word, or the folder that the user is in."""
    first, *others = map(printable, arguments.words)
    if others:
        return read_named(arguments.words[1], library)
    try:
        return read_named(_HERE, library)
    except InputError as error:
        if all(each.code != "VRD013" for each in error.diagnostics):
            raise
        raise usage_error(
            "VRD505",
            f"achter `vergelijk {first}` ontbreekt waarmee u dat vergelijkt, en in deze map staat geen regeling",
            f"bijvoorbeeld: `{PROGRAM} vergelijk {first} {_other_than(first)}`",
        ) from None


def _other_than(word: str) -> str:
    return "rotterdam" if word == "amsterdam" else "amsterdam"


def exit_code(found: Sequence[Difference]) -> int:
    """0 where surely nothing changes, 1 where something does, 5 where that is not proven."""
    if any(each.has_changes for each in found):
        return _DIFFERENT
    return _EQUIVALENT if all(each.is_proven for each in found) else _NOT_PROVEN


def _text(found: Sequence[Compared], arguments: Arguments, code: int) -> str:
    if arguments.format == "json":
        from verordening.present.difference_json import render_differences_json

        return render_differences_json(found, exit_code=code)
    from verordening.present.difference_content import read_differences, render_differences

    whole = "--alles" in arguments.switches
    if arguments.format == "schermlezer":
        return read_differences(found, whole=whole)
    return render_differences(found, terminal.width(), whole=whole)
