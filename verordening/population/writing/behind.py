"""Writing in a thread of its own, so that whoever makes the batches can go on."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import Protocol

import pyarrow as pa


class Sink(Protocol):
    """What takes batches."""

    def write_batch(self, batch: pa.RecordBatch) -> None:
        """Take one batch."""

    def close(self) -> None:
        """There is no more."""


class Behind:
    """Hands batches to another sink, one at a time. What goes wrong is raised at the next, or at the end."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._thread = ThreadPoolExecutor(1)
        self._going: Future[None] | None = None

    def write_batch(self, batch: pa.RecordBatch) -> None:
        """As `Sink.write_batch`."""
        self.wait()
        self._going = self._thread.submit(self._sink.write_batch, batch)

    def close(self) -> None:
        """As `Sink.close`."""
        try:
            self.wait()
        finally:
            self._thread.shutdown()
            self._sink.close()

    def wait(self) -> None:
        """Until all that was given is written. Raises what went wrong."""
        going, self._going = self._going, None
        if going is not None:
            going.result()
