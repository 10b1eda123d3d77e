"""YAML to plain text with places: `yaml_plain` reads nearly all of it, `yaml_events` the rest and every mistake.

What the keys and texts mean is for whoever reads the document (the case, settings).
"""

from __future__ import annotations

from verordening.language.bsn import mask_bsn
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source
from verordening.model.yaml_nodes import Mapping, Node, Scalar, Sequence
from verordening.model.yaml_plain import read_plainly
from verordening.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Document", "Mapping", "Node", "Scalar", "Sequence", "parse_yaml", "read_yaml"]


@dataclass(frozen=True, slots=True)
class Document:
    """A read file. `source` is for excerpts only: a BSN in it is masked, at the same length."""

    root: Mapping
    source: Source


def read_yaml(path: str | Path, *, limit: int = CASE_LIMIT) -> Document:
    """The document in a file. Raises InputError."""
    return parse_yaml(read_text(path, limit=limit))


def parse_yaml(source: Source) -> Document:
    """The document in a text. Raises InputError with all that is refused, or the first that stops reading."""
    masked = Source(source.path, mask_bsn(source.text))
    root = read_plainly(source)
    if root is None:
        from verordening.model.yaml_events import read_events

        root = read_events(masked, source.text)
    return Document(root, masked)
