"""Nothing between a case and its outcome is a float: no literal, no call, no division of whole numbers."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "verordening"
FILES = sorted(
    path for room in ("language/building", "model", "evaluate") for path in (ROOT / room).rglob("*.py")
)
INEXACT = frozenset({"float", "round", "sqrt", "fsum", "pow"})
PATHS = frozenset({"path", "folder", "root", "home", "HERE", "resources"})
"""Names that stand left of a `/` that joins paths."""


def floats_in(text: str) -> list[str]:
    """Every place where a float can come from, with its line."""
    found = []
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Constant(value=float() | complex()):
                found.append(f"{node.lineno}: {node.value!r}")
            case ast.Name(id=name) | ast.Attribute(attr=name) if name in INEXACT:
                found.append(f"{node.lineno}: {name}")
            case ast.BinOp(op=ast.Div()) if not is_exact(node):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
            case ast.AugAssign(op=ast.Div()):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def is_exact(node: ast.BinOp) -> bool:
    """Whether a division is one of fractions, or joins paths."""
    words = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    words |= {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}
    texts = any(isinstance(each, ast.Constant) and isinstance(each.value, str) for each in ast.walk(node))
    return "Fraction" in words or texts or bool(words & PATHS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_float_in(path: Path) -> None:
    assert floats_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    ["x = 0.1", "x = float(y)", "x = round(y, 2)", "x = cents / 100", "x /= 2", "import math\nmath.sqrt(2)"],
)
def test_a_float_would_be_found(text: str) -> None:
    assert floats_in(text) != []
