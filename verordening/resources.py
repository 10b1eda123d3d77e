"""Where the folders that ship with the program stand: inside the package (wheel) or beside it (checkout)."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

    Name = Literal["grammars", "ordinances", "sjablonen", "taal", "uitleg"]


def resource_folder(name: Name) -> Path:
    """The folder `name`; the one inside the package goes first. Raises FileNotFoundError when neither is there."""
    from pathlib import Path

    return Path(resource_path(name))


def resource_path(name: Name) -> str:
    """The same as text, for what has to be quick: `pathlib` takes 3 ms to import."""
    package = os.path.dirname(os.path.realpath(__file__))
    for folder in (os.path.join(package, name), os.path.join(os.path.dirname(package), name)):
        if os.path.isdir(folder):
            return folder
    raise FileNotFoundError(f"{name} stands neither in nor beside the package {os.path.basename(package)}")
