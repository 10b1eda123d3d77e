"""Slips and malice: real files with pieces gone, doubled, swapped, spliced, nested or blown up."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from typing import Final

_TOKEN = re.compile(rb'"[^"\n]*"|[\w\x80-\xff]+|\s+|.', re.DOTALL)
ODD: Final = (
    *(b'"', b"'", b"(", b")", b"[", b"{", b"#", b"&a ", b"*a ", b"<<: ", b"!x ", b"|", b">", b"%"),
    *(b"\t", b"\r", b"\n", b": "),
    *(
        b"\0",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\x1b[31m",
        b"\x7f",
        b"\xc2\x85",
        b"\xe2\x80\xa8",
    ),
    *("\u200b", "\u202e", "\u00a0", "’", "€", "ï", "ﬁ", "🏛", "é", "٣", "²"),
    *(b"123456782", b"1-1-2026", b"99999999999999999999", b"-1", b"0,5%", b"1.401,50", b"31 februari 2026"),
)
"""Signs and words that a reader may stumble over."""
_NESTS = (
    (b"(", b")"),
    (b"niet (", b")"),
    (b"[", b"]"),
    (b"{a: ", b"}"),
    (b"- ", b""),
    (b"het kleinste van (1, ", b")"),
)
LONGEST: Final = 100_000
"""Bytes."""


def mutated(rng: random.Random, files: Sequence[bytes]) -> bytes:
    """One of the files with one to six slips."""
    data = rng.choice(files)
    for _ in range(rng.randint(1, 6)):
        data = _slip(rng, data, files)
    return data[:LONGEST]


def blown_up(rng: random.Random, files: Sequence[bytes]) -> bytes:
    """A file of which one stretch of tokens stands there so often that the whole is 100 kB."""
    tokens = _TOKEN.findall(rng.choice(files)) or [b"x"]
    start = rng.randrange(len(tokens))
    piece = b"".join(tokens[start : start + rng.choice((1, 1, 2, 3, 5, 20, 100))]) or b"x"
    if rng.random() < 0.3:
        piece = _slip(rng, piece, files)[:2_000] or b"x"
    before, after = b"".join(tokens[:start]), b"".join(tokens[start:])
    room = max(1, LONGEST - len(before) - len(after))
    return (before + piece * (room // len(piece) + 1))[: LONGEST - len(after)] + after


def _slip(rng: random.Random, data: bytes, files: Sequence[bytes]) -> bytes:
    tokens = _TOKEN.findall(data) or [b""]
    at, other = rng.randrange(len(tokens)), rng.randrange(len(tokens))
    match rng.randrange(8):
        case 0:
            del tokens[at : at + rng.randint(1, 5)]
        case 1:
            tokens[at:at] = tokens[at : at + rng.randint(1, 30)]
        case 2:
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case 3:
            tokens[at:at] = [_odd(rng)]
        case 4:
            tokens[at] = _odd(rng)
        case 5:
            theirs = rng.choice(files)
            return data[: rng.randint(0, len(data))] + theirs[rng.randint(0, len(theirs)) :]
        case 6:
            opening, closing = rng.choice(_NESTS)
            depth = rng.choice((2, 20, 60, 500))
            tokens[at] = opening * depth + tokens[at] + closing * rng.choice((depth, 0))
        case _:
            tokens[at] *= rng.choice((2, 50, 3_000))
    return b"".join(tokens)[:LONGEST]


def _odd(rng: random.Random) -> bytes:
    sign = rng.choice(ODD)
    return sign if isinstance(sign, bytes) else sign.encode()
