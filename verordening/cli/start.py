"""What the `verordening` command begins with: a process that lives for one answer."""

from __future__ import annotations

import gc
import os

from verordening.importing import install
from verordening.patterns import compiled_later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def run() -> NoReturn:
    """Run what was typed, and end the process with its exit code.

    Collecting garbage in it, and taking it apart at the end, is time for nothing.
    """
    gc.disable()
    install()
    with compiled_later():
        import fractions  # noqa: F401 - how a fraction is written is seldom asked
    from verordening.cli.main import main

    code = main()
    os._exit(code)
