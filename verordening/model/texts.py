"""The trees of the files of a set: each is parsed once, for all that looks at it in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from verordening.model.entries import parsed

if TYPE_CHECKING:
    from verordening.language.source import Source
    from verordening.model.entries import Parsed
    from verordening.model.regulation_files import RegulationFile


class Texts:
    """The trees of files, each parsed once."""

    def __init__(self) -> None:
        self._trees: dict[Source, Parsed] = {}

    def parsed(self, file: RegulationFile, *, once: bool = False) -> Parsed:
        """The tree of a file with what is wrong with it. `once`: what is made of it is kept, not the tree."""
        if file.source not in self._trees:
            self._trees[file.source] = parsed(file.source, kept=file.shipped and not once)
        return self._trees[file.source]
