"""A file that is not there yet: never written over one that is, and never left half."""

from __future__ import annotations

import os
from contextlib import suppress

from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import printable, shown


def write_new(path: str, data: bytes) -> None:
    """Write the file. Raises InputError where it is there already or cannot be written."""
    name = shown(safe(path))
    refused = usage_error(
        "VRD016",
        f"{name} kan niet geschreven worden",
        "kijk of u in deze map mag schrijven en of er ruimte is",
    )
    try:
        file = open(path, "xb")  # noqa: SIM115 - closed below, whatever happens
    except FileExistsError:
        raise usage_error(
            "VRD511", f"{name} bestaat al en blijft zoals het is", "kies achter `--uit` een andere naam"
        ) from None
    except (FileNotFoundError, NotADirectoryError):
        raise usage_error(
            "VRD010",
            f"de map {shown(safe(os.path.dirname(path)))} bestaat niet",
            "maak de map eerst, of kies een andere",
        ) from None
    except (OSError, ValueError):
        raise refused from None
    try:
        with file:
            file.write(data)
    except OSError:
        with suppress(OSError):
            os.unlink(path)
        raise refused from None


def safe(path: str) -> str:
    """A path as it can be printed."""
    return printable(path.encode("utf-8", "replace").decode("utf-8"))
