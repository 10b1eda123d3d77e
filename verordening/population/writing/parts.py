"""What a run that may go on later keeps: its batches so far, and what they were worked out from."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

import pyarrow as pa

_MANIFEST: Final = "doorreken.json"
_FORM: Final = 1


class Parts:
    """The folder of a run, beside the file that it works towards.

    `fingerprint` is of all that the outcomes follow from. `rows` are done, and `summary` is what came of them. Raises
    ValueError where the folder holds a run of something else, OSError where it cannot be written.
    """

    def __init__(self, path: str, fingerprint: str) -> None:
        self.folder = f"{path}.delen"
        self.rows = 0
        self.summary: Any = None
        self._fingerprint = fingerprint
        self._count = 0
        if os.path.exists(os.path.join(self.folder, _MANIFEST)):
            self._take_up()

    def add(self, batch: pa.RecordBatch, summary: object) -> None:
        """Keep one more batch, with what JSON can hold of all so far."""
        os.makedirs(self.folder, exist_ok=True)
        path = self._path(self._count)
        with pa.OSFile(f"{path}.nieuw", "wb") as file, pa.ipc.new_file(file, batch.schema) as writer:
            writer.write_batch(batch)
        os.replace(f"{path}.nieuw", path)
        self._count += 1
        self.rows += batch.num_rows
        self.summary = summary
        self._write()

    def batches(self) -> Iterator[pa.RecordBatch]:
        """What was kept, in order."""
        for number in range(self._count):
            with pa.memory_map(self._path(number)) as file:
                yield from _batches(pa.ipc.open_file(file))

    def remove(self) -> None:
        """All that was kept is in the file now."""
        with suppress(OSError):
            shutil.rmtree(self.folder)

    def _path(self, number: int) -> str:
        return os.path.join(self.folder, f"deel-{number:06d}.arrow")

    def _take_up(self) -> None:
        with open(os.path.join(self.folder, _MANIFEST), encoding="utf-8") as file:
            known = json.load(file)
        if known.get("vorm") != _FORM or known.get("vingerafdruk") != self._fingerprint:
            raise ValueError
        self._count, self.rows, self.summary = known["delen"], known["rijen"], known["samenvatting"]

    def _write(self) -> None:
        path = os.path.join(self.folder, _MANIFEST)
        known = {
            "vorm": _FORM,
            "vingerafdruk": self._fingerprint,
            "delen": self._count,
            "rijen": self.rows,
            "samenvatting": self.summary,
        }
        with open(f"{path}.nieuw", "w", encoding="utf-8") as file:
            json.dump(known, file)
        os.replace(f"{path}.nieuw", path)


def _batches(reader: Any) -> Iterator[pa.RecordBatch]:
    for number in range(reader.num_record_batches):
        yield reader.get_batch(number)
