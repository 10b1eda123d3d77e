"""New text for a file that exists: whole or not at all, with the rights that the file had."""

from __future__ import annotations

import os
import shutil
import tempfile

from verordening.language.diagnostics import InputError, diagnostic, shown
from verordening.language.source import Span


def rewrite(path: str, data: bytes, name: str) -> None:
    """Put `data` in the file; who reads it meanwhile sees the old text or the new. `name` is how to call it.

    Raises InputError when the file cannot be written; it then holds what it held.
    """
    target = os.path.realpath(path)
    if not os.access(target, os.W_OK):
        raise _refused(name, "vraag de eigenaar of de beheerder om schrijfrecht op dit bestand")
    try:
        _replace(target, data)
    except OSError:
        raise _refused(name, "kijk of de schijf vol is, en of u in deze map mag schrijven") from None


def _replace(target: str, data: bytes) -> None:
    """Write beside the file and rename; whatever happens, nothing else is left behind."""
    descriptor, temporary = tempfile.mkstemp(prefix=".opmaak-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        os.remove(temporary)
        raise


def _refused(name: str, help: str) -> InputError:
    message = f"{shown(name)} kan niet geschreven worden en is niet veranderd"
    return InputError((diagnostic(None, "VRD016", message, Span.at(name, 1, 1, 0), help=help),))
