"""Which engine runs a program: the one that was asked for, or the fastest there is."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from verordening.language.diagnostics import InputError, diagnostic
from verordening.population.program import Program

if TYPE_CHECKING:
    from verordening.population.engines.kernel import Kernel

EXTRA: Final = "bulk"
ENGINES: Final = ("llvm", "numpy", "python")
"""The fastest first."""
_NEEDED: Final = {"llvm": ("llvmlite", "numpy", "pyarrow"), "numpy": ("numpy",), "python": ("numpy",)}


def engine_for(asked: str | None = None) -> str:
    """The engine that was asked for, or the fastest there is. Raises InputError (VRD531) where it cannot be had."""
    missing = None
    for engine in ENGINES if asked is None else (asked,):
        missing = next((name for name in _NEEDED[engine] if not _is_there(name)), None)
        if missing is None:
            return engine
    message = f"voor `--motor {asked}` ontbreekt een onderdeel van het programma: {missing}"
    if asked is None:
        message = (
            f"om veel zaken tegelijk door te rekenen ontbreekt een onderdeel van het programma: {missing}"
        )
    help = f'installeer het met `pip install "verordening[{EXTRA}]"`'
    raise InputError((diagnostic(None, "VRD531", message, None, help=help),))


def compile_program(program: Program, engine: str, threads: int | None = None) -> Kernel:
    """The program made ready by an engine, on so many threads (None: as many as there are processors)."""
    match engine:
        case "llvm":
            from verordening.population.engines.native import Native

            return Native(program, threads)
        case "numpy":
            from verordening.population.engines.chunked import Chunked

            return Chunked(program, threads)
        case "python":
            from verordening.population.engines.row_by_row import RowByRow

            return RowByRow(program)
    raise KeyError(engine)


def _is_there(name: str) -> bool:
    try:
        import_module(name)
    except (ImportError, OSError):
        return False
    return True
