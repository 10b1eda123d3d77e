"""What a process of Spark is to do, in a form that goes over the line, and made ready there once. Knows no Spark."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

import verordening
from verordening.language.diagnostics import InputError, diagnostic
from verordening.model.corpus import Corpus
from verordening.model.entries import CORPUS
from verordening.population.compiled import Compiled
from verordening.population.computing import Engine
from verordening.population.interpreting import Interpreter
from verordening.population.outcomes import Part
from verordening.population.reading.matching import Matching
from verordening.population.writing.schema import OutcomeSchema

_READY_AT_ONCE: Final = 4


class Asked(NamedTuple):
    """What to work out: as `opening.Wanted`, with the decisions settled and `facts` as those with a column."""

    day: date
    decisions: tuple[str, ...]
    parts: frozenset[Part]
    facts: tuple[str, ...]
    engine: str = ""
    sharp: bool = False


class Ready(NamedTuple):
    """The same, made ready in this process."""

    corpus: Corpus
    engine: Engine
    columns: OutcomeSchema


class Work(NamedTuple):
    """All that a process needs. The rules go along, so no machine has to have the texts of them.

    `program` stands for this program's own files: rules are read by what wrote them, or not at all. `schema` is that
    of the facts, `name` what messages call the population, `ignored` its columns that are no facts.
    """

    program: str
    rules: bytes
    asked: Asked
    schema: bytes
    name: str
    ignored: tuple[str, ...]

    def ready(self) -> Ready:
        """Made once in a process. Raises InputError (VRD531) where this machine has another version of the program."""
        return _ready(self.program, self.rules, self.asked)

    def matching(self) -> Matching:
        """What reads the facts, with no problems yet."""
        return Matching(
            self.ready().corpus, pa.ipc.read_schema(pa.py_buffer(self.schema)), self.name, self.ignored
        )


def work_of(corpus: Corpus, asked: Asked, schema: pa.Schema, name: str, ignored: Collection[str]) -> Work:
    """The description of this work."""
    rules = CORPUS.encode((corpus, ()))
    return Work(_program(), rules, asked, schema.serialize().to_pybytes(), name, tuple(ignored))


def engine_of(corpus: Corpus, asked: Asked, threads: int | None = None) -> Engine:
    """The engine that does this work."""
    if asked.sharp:
        return Interpreter(corpus, asked.day, asked.decisions, asked.parts, sharp=True)
    return Compiled(corpus, asked.day, asked.decisions, asked.parts, asked.facts, asked.engine, threads)


@lru_cache(maxsize=_READY_AT_ONCE)
def _ready(program: str, rules: bytes, asked: Asked) -> Ready:
    if program != _program():
        raise InputError((diagnostic(None, "VRD531", _OTHER, None, help=SAME),))
    match CORPUS.decode(rules):
        case (Corpus() as corpus, ()):
            engine = engine_of(corpus, asked, _THREADS)
            return Ready(corpus, engine, OutcomeSchema(corpus, asked.decisions, engine.outputs))
    raise AssertionError("work that was not made by `work_of`")


@lru_cache(maxsize=1)
def _program() -> str:
    """What stands for the files of this program, wherever they are."""
    found = blake2b(verordening.__version__.encode(), digest_size=20)
    for path in _modules(Path(verordening.__file__).parent):
        found.update(path.read_bytes())
    return found.hexdigest()


def _modules(folder: Path) -> Sequence[Path]:
    return sorted(folder.rglob("*.py"), key=lambda path: path.relative_to(folder).as_posix())


_THREADS: Final = 1
"""Spark gives each of its processors a process of its own."""
_OTHER: Final = "een machine van Spark heeft een andere versie van dit programma"
SAME: Final = 'installeer op elke machine dezelfde versie: `pip install "verordening[spark]"`'
