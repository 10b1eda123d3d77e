"""What the rules in symbols cannot say."""

from __future__ import annotations


class NotEncodableError(Exception):
    """Something cannot be put in symbols; says in Dutch what."""
