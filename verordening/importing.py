"""Finds the modules of this program at a third of what Python takes: a start loads more than a hundred of them.

Python asks four finders about each, in every ending that a module can have. Here it is known where one is: beside its
siblings. What Python compiled is believed on Python's own grounds, the time and size of the source it was made from.
All else (a package, no compiled file or an older one, another place on disk) is left to Python.
"""

from __future__ import annotations

import os
import sys
from _frozen_importlib import ModuleSpec
from _frozen_importlib_external import MAGIC_NUMBER, SourceFileLoader, cache_from_source
from marshal import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType, ModuleType

_OURS = __name__.partition(".")[0] + "."
_BY_TIME = bytes(4)
"""Says in a compiled file that it goes by the time and size of its source."""
_HEAD = 16
_LOW = 0xFFFFFFFF


def install() -> None:
    """Let this process find our modules this way. For a process that runs one command, not for who uses the package."""
    sys.meta_path.insert(0, Finder())


class Finder:
    """Finds a module of ours beside its siblings, and nothing else."""

    def __init__(self) -> None:
        self._around: dict[str, list[str]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module is, or None where Python has to look itself."""
        if not path or not name.startswith(_OURS):
            return None
        folder, last = path[0], name.rpartition(".")[2]
        source = f"{folder}{os.sep}{last}.py"
        try:
            info = os.stat(source)
        except OSError:
            return None
        around = self._around.get(folder)
        if around is None:
            around = self._around[folder] = cache_from_source(f"{folder}{os.sep}:.py").rsplit(":", 1)
        loader = _Loader(name, source, last.join(around), info)
        spec = ModuleSpec(name, loader, origin=source)
        spec.has_location = True
        spec.cached = loader.compiled
        return spec


class _Loader(SourceFileLoader):
    """Reads what Python compiled of a source of which time and size are known already."""

    def __init__(self, name: str, source: str, compiled: str, info: os.stat_result) -> None:
        super().__init__(name, source)
        self.compiled = compiled
        moment, size = int(info.st_mtime) & _LOW, info.st_size & _LOW
        self._head = MAGIC_NUMBER + _BY_TIME + moment.to_bytes(4, "little") + size.to_bytes(4, "little")

    def get_code(self, fullname: str) -> CodeType | None:
        """The code of the module; Python reads or compiles it where the compiled file is not to be believed."""
        try:
            with open(self.compiled, "rb", 0) as file:
                data = file.read()
        except OSError:
            return super().get_code(fullname)
        if data[:_HEAD] == self._head:
            code: CodeType = loads(memoryview(data)[_HEAD:])
            if code.co_filename == self.path:
                return code
        return super().get_code(fullname)
