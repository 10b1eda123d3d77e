"""The cache of resolved corpora in the user's cache folder. A cache that fails in any way is as good as an empty one.

An entry holds data, never code. Its name is a hash of all that it follows from: the texts of the regulations, the
program itself, and Python. It is believed only with its checksum, in a folder that nobody else can write in.
"""

from __future__ import annotations

import functools
import os
import stat
import sys
import time
from enum import Enum

from verordening import __version__
from verordening.language.diagnostics import Diagnostic, Related, Severity
from verordening.language.source import Source, Span
from verordening.model import corpus, expressions, rules, types
from verordening.model.codec import Codec, CodecError
from verordening.resources import resource_folder

try:
    from _blake2 import blake2b  # `hashlib` loads OpenSSL as well: 5 ms and 3 MB
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType
    from typing import Final

VARIABLE: Final = "VERORDENING_CACHE"
"""Names the folder of the cache; `uit` keeps everything out of a cache."""
MOST_ENTRIES: Final = 32
MOST_BYTES: Final = 64_000_000
"""The entries longest unused go first."""

_OFF = "uit"
_FORMAT = b"verordening corpus 1\n"
_DIGEST = 32
_SUFFIX = ".corpus"
_UNFINISHED = ".tmp"
_DAY = 86_400

Entry = tuple[corpus.Corpus, tuple[Diagnostic, ...]]
"""A corpus without errors, with the remarks on its regulations that are no errors."""


def entry_name(gemeente: str, sources: Iterable[Source]) -> str:
    """The name of the entry of these texts, in this order, with this program."""
    hashed = blake2b(digest_size=20)
    for text in (*_program(), gemeente, *(part for source in sources for part in (source.path, source.text))):
        data = text.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.hexdigest()


def read_entry(name: str) -> Entry | None:
    """The entry, or None when there is none that can be believed."""
    folder = _entry_folder()
    if folder is None or not _is_private(folder):
        return None
    path = os.path.join(folder, name + _SUFFIX)
    try:
        with open(path, "rb") as file:
            info = os.fstat(file.fileno())
            data = file.read(MOST_BYTES) if info.st_size <= MOST_BYTES else b""
        if info.st_mtime < time.time() - _DAY:
            os.utime(path)
    except OSError:
        return None
    start = len(_FORMAT) + _DIGEST
    payload = data[start:]
    if data[:start] != _FORMAT + _checksum(name, payload):
        return None
    try:
        found = CODEC.decode(payload)
    except CodecError:
        return None
    match found:
        case (corpus.Corpus() as read, tuple() as remarks):
            return read, remarks
    return None


def write_entry(name: str, entry: Entry) -> None:
    """Keep an entry for the next time; where that cannot be done, nothing happens."""
    folder = _entry_folder()
    if folder is None:
        return
    try:
        payload = CODEC.encode(entry)
    except CodecError:
        return
    path = os.path.join(folder, name + _SUFFIX)
    unfinished = f"{path}.{os.urandom(8).hex()}{_UNFINISHED}"
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        if not _is_private(folder):
            return
        try:
            with open(unfinished, "xb") as file:
                file.write(_FORMAT + _checksum(name, payload) + payload)
            os.replace(unfinished, path)
        except OSError:
            os.unlink(unfinished)
            return
        _prune(folder)
    except OSError:
        return


def _checksum(name: str, payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_DIGEST, key=name.encode("ascii")).digest()


def _entry_folder() -> str | None:
    """The folder of the entries, or None when there is to be none."""
    chosen = os.environ.get(VARIABLE, "").strip()
    if chosen:
        return None if chosen.lower() == _OFF else os.path.join(os.path.abspath(chosen), "corpora")
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "verordening", "corpora") if os.path.isabs(base) else None


def _is_private(folder: str) -> bool:
    """Whether this is a folder that only this user writes in: elsewhere somebody else could put a corpus in our way."""
    try:
        info = os.stat(folder)
    except OSError:
        return False
    if not stat.S_ISDIR(info.st_mode):
        return False
    return os.name == "nt" or (info.st_uid == os.geteuid() and not info.st_mode & 0o022)


def _prune(folder: str) -> None:
    """Keep the entries used last, and throw away what a writer that was stopped has left."""
    with os.scandir(folder) as found:
        files = [(entry.stat(follow_symlinks=False), entry.path) for entry in found]
    entries = sorted((-info.st_mtime, info.st_size, path) for info, path in files if path.endswith(_SUFFIX))
    total = 0
    for position, (_, size, path) in enumerate(entries):
        total += size
        if position >= MOST_ENTRIES or (total > MOST_BYTES and position):
            os.unlink(path)
    for info, path in files:
        if path.endswith(_UNFINISHED) and info.st_mtime < time.time() - _DAY:
            os.unlink(path)


def _declared(module: ModuleType) -> list[type]:
    return [
        each
        for each in vars(module).values()
        if isinstance(each, type) and each.__module__ == module.__name__
    ]


def _codec() -> Codec:
    """For the classes of the model, and no others."""
    declared = [each for module in (types, expressions, rules, corpus) for each in _declared(module)]
    enums = [each for each in declared if issubclass(each, Enum)]
    records = [each for each in declared if each not in enums]
    return Codec((*records, Diagnostic, Related, Span), (*enums, Severity))


CODEC: Final = _codec()


@functools.cache
def _program() -> tuple[str, ...]:
    """What stands for the program: its version, the Python it runs in, and when and how large its own files are.

    Python too goes by the time and size of a file to tell whether it changed since it was compiled. Worked out once:
    what is already running does not change when its files do.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    folders = [os.path.join(package, room) for room in ("language", "model")]
    stamps = []
    for folder in (*folders, os.fspath(resource_folder("grammars"))):
        for path, info in _files_in(folder):
            stamps.append(f"{os.path.relpath(path, folder)} {info.st_mtime_ns} {info.st_size}")
    return (_FORMAT.decode(), __version__, sys.version, sys.byteorder, "\n".join(stamps))


def _files_in(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """The files in a folder and the folders in it, in a fixed order, without what Python made of them."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files_in(entry.path)
        else:
            yield entry.path, entry.stat()
