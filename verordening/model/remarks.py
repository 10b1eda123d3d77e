"""What was remarked on a set of regulations, kept: checking it again takes neither the parser nor the model."""

from __future__ import annotations

from verordening.caching import entry_name, read_entry, write_entry
from verordening.language.diagnostics import Diagnostic, Edit, Related, Severity
from verordening.language.source import Source, Span
from verordening.model.codec import Codec, CodecError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

Remarks = tuple[Diagnostic, ...]

_CODEC = Codec((Diagnostic, Edit, Related, Span), (Severity,))


def remarks_name(gemeente: str, sources: Iterable[Source]) -> str:
    """The name in the cache of the remarks on the regulations of a municipality."""
    return entry_name("remarks", gemeente, *(part for each in sources for part in (each.path, each.digest())))


def read_remarks(name: str) -> Remarks | None:
    """The remarks, if they are there; errors too."""
    payload = read_entry(name)
    if payload is None:
        return None
    try:
        found = _CODEC.decode(payload)
    except CodecError:
        return None
    return found if isinstance(found, tuple) else None


def write_remarks(name: str, found: Remarks) -> None:
    """Keep remarks; those that cannot be written are found again the next time."""
    try:
        payload = _CODEC.encode(found)
    except CodecError:
        return
    write_entry(name, payload)
