"""Bytes kept in the user's cache folder. A cache that fails in any way is as good as an empty one.

The name of an entry is a hash of all that it follows from: texts, the program itself, and Python. It is believed only
with its checksum, in a folder that nobody else can write in. What the bytes hold is up to the caller.
"""

from __future__ import annotations

import os
import stat
import sys
import time

from verordening import __version__
from verordening.remembering import cache
from verordening.resources import resource_path

try:
    from _blake2 import blake2b  # `hashlib` loads OpenSSL as well: 5 ms and 3 MB
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Final

VARIABLE: Final = "VERORDENING_CACHE"
"""Names the folder of the cache; `uit` keeps everything out of a cache."""
MOST_ENTRIES: Final = 200
MOST_BYTES: Final = 64_000_000
"""The entries longest unused go first."""

_OFF = "uit"
_FORMAT = b"verordening 1\n"
_DIGEST = 32
_SUFFIX = ".entry"
_UNFINISHED = ".tmp"
_DAY = 86_400
_MOMENT = 1
"""Seconds: an entry read longer ago than this is marked as used again."""


def entry_name(*texts: str) -> str:
    """The name of what this program makes of these texts, in this order."""
    hashed = blake2b(digest_size=20)
    for text in (*_program(), *texts):
        data = text.encode("utf-8", "surrogatepass")
        hashed.update(len(data).to_bytes(8, "little"))
        hashed.update(data)
    return hashed.hexdigest()


def digest(text: str) -> str:
    """What stands for a text in a name: another text has another one."""
    return digest_of(text.encode("utf-8", "surrogatepass"))


def digest_of(data: bytes) -> str:
    """The same for a text that is at hand in UTF-8."""
    return blake2b(data, digest_size=_DIGEST).hexdigest()


def read_entry(name: str) -> bytes | None:
    """The bytes kept under this name, or None when there are none that can be believed."""
    folder = _entry_folder()
    if folder is None or not _is_private(folder):
        return None
    path = os.path.join(folder, name + _SUFFIX)
    start = len(_FORMAT) + _DIGEST
    try:
        with open(path, "rb", 0) as file:
            info = os.fstat(file.fileno())
            head, payload = file.read(start), file.read(info.st_size) if info.st_size <= MOST_BYTES else b""
    except OSError:
        return None
    if info.st_mtime < time.time() - _MOMENT:
        _used(path)
    return payload if head == _FORMAT + _checksum(name, payload) else None


def _used(path: str) -> None:
    """Mark an entry as used now, where that can be done: on a disk that cannot be written it is read all the same."""
    try:
        os.utime(path)
    except OSError:
        return


def write_entry(name: str, payload: bytes) -> None:
    """Keep bytes for the next time; where that cannot be done, nothing happens."""
    folder = _entry_folder()
    if folder is None:
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
        return None if chosen.lower() == _OFF else os.path.join(os.path.abspath(chosen), "entries")
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_CACHE_HOME", "")
    if not os.path.isabs(base):
        base = os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "verordening", "entries") if os.path.isabs(base) else None


def _is_private(folder: str) -> bool:
    """Whether this is a folder that only this user writes in: elsewhere others could put an entry in our way."""
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


@cache
def _program() -> tuple[str, ...]:
    """What stands for the program: its version, the Python it runs in, and when and how large its own files are.

    Python too goes by the time and size of a file to tell whether it changed since it was compiled. Worked out once:
    what is already running does not change when its files do.
    """
    stamps = _stamps(*(_room(room) for room in ("language", "model")), resource_path("grammars"))
    return (_FORMAT.decode(), __version__, sys.version, sys.byteorder, stamps)


def stamps_of(*rooms: str) -> str:
    """When and how large the files in these parts of the program are, for an entry that follows from them as well."""
    return _stamps(*(_room(room) for room in rooms))


def _room(name: str) -> str:
    return os.path.join(os.path.dirname(os.path.abspath(__file__)), name)


def _stamps(*folders: str) -> str:
    return "\n".join(
        f"{path[len(folder) + 1 :]} {info.st_mtime_ns} {info.st_size}"
        for folder in folders
        for path, info in _files_in(folder)
    )


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
