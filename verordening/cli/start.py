"""What the `verordening` command begins with: a process that lives for one answer."""

from __future__ import annotations

import gc
import os

from verordening import standins
from verordening.importing import install

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Run what was typed, and end the process with its exit code.

    Collecting garbage in it, and taking it apart at the end, is time for nothing.
    """
    prepare()
    from verordening.cli.main import main

    code = main()
    os._exit(code)


def prepare() -> None:
    """Make this process one that runs one command."""
    gc.disable()
    install()
    standins.load()
