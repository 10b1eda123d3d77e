"""What comparing in meaning costs: one changed percentage, one changed begrip of days, and two municipalities.

`python -m benchmarks.comparing` prints a table; under two minutes on a quiet machine.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from benchmarks.__main__ import command_for, environment_in
from benchmarks.processes import Job, measure, median
from verordening.resources import resource_folder

_MEASURES = "amsterdam/maatregelen.vrd"
_CHANGES: Mapping[str, tuple[str, str]] = {
    "one percentage": (
        "dan moet verlaging = 10% en duur_verlaging = 1 maand\n      dient    directe_uitstroom",
        "dan moet verlaging = 15% en duur_verlaging = 1 maand\n      dient    directe_uitstroom",
    ),
    "one begrip of days": (
        "datum_gedraging <= datum_laatste_maatregel_artikel_6 + 12 maanden",
        "datum_gedraging <= datum_laatste_maatregel_artikel_6 + 13 maanden",
    ),
}


def main() -> int:
    """Print the seconds of CPU and the megabytes of each."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        jobs = [Job("pass", (sys.executable, "-c", "pass"), {})]
        for name, (before, after) in _CHANGES.items():
            old, new = (folder / f"{name.replace(' ', '-')}-{side}" for side in ("oud", "nieuw"))
            text = (resource_folder("ordinances") / _MEASURES).read_text(encoding="utf-8")
            assert text.count(before) == 1, before
            for path, content in ((old, text), (new, text.replace(before, after))):
                path.mkdir()
                (path / "maatregelen.vrd").write_text(content, encoding="utf-8")
            jobs.append(Job(name, command_for("vergelijk", str(old), str(new)), {}))
        jobs.append(Job("Amsterdam to Rotterdam", command_for("vergelijk", "amsterdam", "rotterdam"), {}))
        measured = measure(jobs, 3, environment_in(folder))
    print(f"{'':<24}{'seconds':>9}{'MB':>6}")
    for each in measured[1:]:
        if each.failure:
            print(f"{each.job.name:<24}{each.failure}")
            continue
        cpu, memory = median(run.cpu for run in each.runs) / 1_000, max(run.memory for run in each.runs)
        print(f"{each.job.name:<24}{cpu:>9.2f}{memory:>6.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
