"""A regulation of a thousand lines edited: `python -m benchmarks.reparsing` prints what that took, as JSON."""

from __future__ import annotations

import json
import time

from benchmarks.large_regulation import large_regulation, with_one_edit, with_one_line_more
from benchmarks.processes import percentile
from verordening.language.parsing import parse
from verordening.language.reparsing import Document
from verordening.language.source import Source

ROUNDS = 40


def main() -> dict[str, dict[str, float]]:
    """Microseconds of CPU at the median and at the 99th percentile."""
    text = large_regulation()
    edits = {"one rule changed": with_one_edit(text), "one line more": with_one_line_more(text)}
    document = Document(Source("groot.vrd", text))
    took: dict[str, list[float]] = {name: [] for name in (*edits, "the whole file")}
    for _ in range(ROUNDS):
        for name, edited in edits.items():
            document.edit(text)
            start = time.process_time_ns()
            document.edit(edited)
            took[name].append((time.process_time_ns() - start) / 1_000)
        start = time.process_time_ns()
        parse(Source("groot.vrd", text))
        took["the whole file"].append((time.process_time_ns() - start) / 1_000)
    return {name: {"p50": percentile(each, 50), "p99": percentile(each, 99)} for name, each in took.items()}


if __name__ == "__main__":
    print(json.dumps(main()))
