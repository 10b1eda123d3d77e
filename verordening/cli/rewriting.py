"""New text for a file: whole or not at all, with the rights that the file had if it was there."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Final

from verordening.language.diagnostics import InputError, diagnostic, shown
from verordening.language.source import Span

_RIGHTS_OF_A_NEW_FILE: Final = 0o644


def rewrite(path: str, data: bytes, name: str) -> None:
    """Put `data` in the file; who reads it meanwhile sees the old text or the new. `name` is how to call it.

    Raises InputError when the file cannot be written; a file that was there then holds what it held.
    """
    target = os.path.realpath(path)
    if os.path.exists(target) and not os.access(target, os.W_OK):
        raise _refused(name, "vraag de eigenaar of de beheerder om schrijfrecht op dit bestand")
    try:
        _replace(target, data)
    except OSError:
        raise _refused(name, "kijk of de schijf vol is, en of u in deze map mag schrijven") from None


def refuse_folder(path: str) -> None:
    """Raise InputError where a file to write is a folder: to be asked before the work that fills it is done."""
    if os.path.isdir(path):
        example = os.path.join(path, "verslag.md")
        raise InputError(
            (
                diagnostic(
                    None,
                    "VRD002",
                    f"{shown(path)} is een map, en hier hoort een bestand om in te schrijven",
                    Span.at(path, 1, 1, 0),
                    help=f"noem een bestand, bijvoorbeeld {shown(example)}",
                ),
            )
        )


def _replace(target: str, data: bytes) -> None:
    """Write beside the file and rename; whatever happens, nothing else is left behind."""
    os.makedirs(os.path.dirname(target), exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".verordening-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(target):
            shutil.copymode(target, temporary)
        else:
            os.chmod(temporary, _RIGHTS_OF_A_NEW_FILE)
        os.replace(temporary, target)
    except BaseException:
        os.remove(temporary)
        raise


def _refused(name: str, help: str) -> InputError:
    message = f"{shown(name)} kan niet geschreven worden en is niet veranderd"
    return InputError((diagnostic(None, "VRD016", message, Span.at(name, 1, 1, 0), help=help),))
