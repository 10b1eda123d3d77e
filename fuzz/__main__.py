"""`python -m fuzz TARGET`: looks for input that breaks the program or keeps it busy, and writes down what it finds."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

from fuzz.mutations import LONGEST, blown_up, mutated
from fuzz.targets import ROOT, TARGETS, seeds

MOST_SECONDS = 2.0
"""CPU for 100 kB."""
FINDINGS = ROOT / ".verordening" / "fuzz"


def main() -> int:
    """Fuzz until the time is up; gives 1 when something was found."""
    options = _options()
    check = TARGETS[options.target]
    if options.files:
        return max(_tried(check, path.read_bytes(), options.target) for path in options.files)
    if options.atheris:
        return _with_atheris(options)
    files = [path.read_bytes() for path in seeds(options.target)]
    rng = random.Random(options.seed)
    found = tried = 0
    slowest = 0.0
    until = time.monotonic() + options.minutes * 60
    while time.monotonic() < until:
        data = (blown_up if rng.random() < 0.2 else mutated)(rng, files)
        started = time.process_time()
        found += _tried(check, data, options.target)
        slowest = max(slowest, time.process_time() - started)
        tried += 1
    print(f"{options.target}: {tried} inputs, {found} findings, slowest {slowest:.2f} s")
    return int(found > 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("files", nargs="*", type=Path, help="try these files again instead")
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=None, help="the same seed makes the same inputs")
    parser.add_argument("--atheris", action="store_true", help="let atheris choose by what code is reached")
    return parser.parse_args()


def _tried(check: Callable[[bytes], None], data: bytes, target: str) -> int:
    """1 when this input breaks the program or takes too long; it is kept in a file of its own."""
    started = time.process_time()
    try:
        check(data)
        wrong = ""
    except Exception:  # noqa: BLE001 - finding these is what it is for
        wrong = traceback.format_exc()
    took = time.process_time() - started
    if took > MOST_SECONDS * max(1.0, len(data) / LONGEST):
        wrong += f"took {took:.2f} s for {len(data)} bytes\n"
    if not wrong:
        return 0
    FINDINGS.mkdir(parents=True, exist_ok=True)
    path = FINDINGS / f"{target}-{hashlib.blake2b(data, digest_size=6).hexdigest()}"
    path.write_bytes(data)
    print(f"{path.relative_to(ROOT)}: {wrong}", flush=True)
    return 1


def _with_atheris(options: argparse.Namespace) -> int:
    import atheris

    corpus = FINDINGS / f"corpus-{options.target}"
    corpus.mkdir(parents=True, exist_ok=True)
    for path in seeds(options.target):
        (corpus / f"{path.parent.name}-{path.name}").write_bytes(path.read_bytes())
    check = TARGETS[options.target]
    arguments = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={int(options.minutes * 60)}",
        "-max_len=20000",
        "-timeout=20",
        f"-artifact_prefix={FINDINGS}/{options.target}-",
    ]

    def one(data: bytes) -> None:
        _tried(check, data, options.target)

    atheris.instrument_all()
    atheris.Setup(arguments, one)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
