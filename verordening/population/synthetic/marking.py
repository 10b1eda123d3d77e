"""The mark of a file that was made up: only of such a file may a single row be shown to others.

Parquet keeps it; csv has no place for it. Who rewrites the file with another program loses it: that is the safe side.
"""

from __future__ import annotations

from typing import Final

import pyarrow as pa

_KEY: Final = b"verordening.bevolking"
_MADE_UP: Final = b"verzonnen"


def marked(schema: pa.Schema) -> pa.Schema:
    """The same columns, with the mark."""
    return schema.with_metadata({**(schema.metadata or {}), _KEY: _MADE_UP})


def is_made_up(schema: pa.Schema) -> bool:
    """Whether the columns carry the mark."""
    return bool((schema.metadata or {}).get(_KEY) == _MADE_UP)
