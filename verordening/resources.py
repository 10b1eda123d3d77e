"""Where the folders that ship with the program stand: inside the package (wheel) or beside it (checkout)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def resource_folder(name: Literal["grammars", "ordinances", "sjablonen", "uitleg"]) -> Path:
    """The folder `name`; the one inside the package goes first. Raises FileNotFoundError when neither is there."""
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"{name} stands neither in nor beside the package {package.name}")
