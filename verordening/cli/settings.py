"""The settings of a project: `verordening.toml`, or `[tool.verordening]` in `pyproject.toml`.

They stand in the current folder or one above it; the nearest file that has any holds. What is typed, and what a case
says itself, goes before it.
"""

from __future__ import annotations

import os

from verordening.language.diagnostics import Diagnostic, InputError, diagnostic, shown
from verordening.language.reading import CASE_LIMIT, read_text
from verordening.language.source import Source, Span
from verordening.language.suggestions import bedoelt_u
from verordening.packed import NamedTuple
from verordening.patterns import pattern, re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final

OWN_FILE: Final = "verordening.toml"
_SHARED_FILE: Final = "pyproject.toml"
_TABLE: Final = "[tool.verordening]"
_EXAMPLES: Final = "voorbeeldrichtlijnen"
_LINT: Final = "lint"
OBJECTING: Final = "bezwaar"
"""The group of settings that `contacts` reads, when a text is made."""
_KEYS: Final = (_EXAMPLES, _LINT, OBJECTING)
_STRICT: Final = "streng"
_LISTS: Final = ("kies", "negeer")
_LINT_KEYS: Final = (*_LISTS, _STRICT)
_ANSWERS: Final[dict[object, bool]] = {"ja": True, "nee": False}
_PLACE: Final = pattern(r"\(at (?:line (\d+), column (\d+)|end of document)\)")


class Settings(NamedTuple):
    """What a project settles for every call. `examples`: whether the example guidelines speak.

    Of lint: the codes and groups that are `wanted` (empty: all) and `unwanted`, and whether advice counts (`strict`).
    """

    examples: bool = False
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    strict: bool = False


class SettingsTable(NamedTuple):
    """The settings as they are written, with the text that they stand in."""

    source: Source
    table: dict[str, Any]


def read_settings(folder: str = os.curdir) -> Settings:
    """The settings that hold in a folder. Raises InputError (VRD521, VRD522) with all that is wrong in them."""
    found = settings_table(folder)
    return _settings(found.source, found.table) if found is not None else Settings()


def settings_table(folder: str = os.curdir) -> SettingsTable | None:
    """The settings that hold in a folder, unread; None where there are none. Raises InputError (VRD521)."""
    path = settings_path(folder)
    if not path:
        return None
    # Imported here: most projects have no settings, and nobody else pays for it.
    import tomllib

    source = read_text(path, limit=CASE_LIMIT)
    try:
        root = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise InputError((_unreadable(source, str(error)),)) from None
    shared = os.path.basename(path) == _SHARED_FILE
    return SettingsTable(source, _table(root, "tool", "verordening") if shared else root)


def settings_path(folder: str = os.curdir) -> str:
    """The file that the settings of a folder stand in; empty where there is none. Raises InputError."""
    here = os.path.abspath(folder)
    while True:
        own, shared = os.path.join(here, OWN_FILE), os.path.join(here, _SHARED_FILE)
        if os.path.isfile(own):
            return os.path.relpath(own, folder)
        if os.path.isfile(shared):
            path = os.path.relpath(shared, folder)
            if _TABLE in read_text(path, limit=CASE_LIMIT).text:
                return path
        above = os.path.dirname(here)
        if above == here:
            return ""
        here = above


def _settings(source: Source, own: dict[str, Any]) -> Settings:
    problems = [unknown_setting(source, key, _KEYS) for key in own if key not in _KEYS]
    examples = _answer(own, _EXAMPLES, source, problems)
    problems += [
        _wrong_table(source, key) for key in (_LINT, OBJECTING) if not isinstance(own.get(key, {}), dict)
    ]
    lint = _table(own, _LINT)
    problems += [unknown_setting(source, key, _LINT_KEYS) for key in lint if key not in _LINT_KEYS]
    wanted, unwanted = (_choices(lint, key, source, problems) for key in _LISTS)
    strict = _answer(lint, _STRICT, source, problems)
    if problems:
        raise InputError(problems)
    return Settings(examples, wanted, unwanted, strict)


def _answer(table: dict[str, Any], key: str, source: Source, problems: list[Diagnostic]) -> bool:
    """The ja or nee behind a key; nee where it is not there. What is something else is noted in `problems`."""
    given = table.get(key, False)
    answer = given if isinstance(given, bool) else _ANSWERS.get(str(given))
    if answer is None:
        problems.append(wrong_setting(source, key, given, 'schrijf `"ja"` of `"nee"`'))
    return answer is True


def _choices(table: dict[str, Any], key: str, source: Source, problems: list[Diagnostic]) -> tuple[str, ...]:
    """The codes and groups behind a key; what is something else is noted in `problems`."""
    from verordening.analyse.lint.selecting import is_known

    given = table.get(key, [])
    if isinstance(given, list) and all(isinstance(each, str) and is_known(each) for each in given):
        return tuple(given)
    problems.append(
        wrong_setting(source, key, given, f'schrijf codes of groepen: `{key} = ["VRD753", "taal"]`')
    )
    return ()


def _table(root: dict[str, Any], *names: str) -> dict[str, Any]:
    """The table behind these names; empty where there is none (its name stood in a comment or a text)."""
    found: object = root
    for name in names:
        found = found.get(name) if isinstance(found, dict) else None
    return found if isinstance(found, dict) else {}


def _unreadable(source: Source, reason: str) -> Diagnostic:
    place = _PLACE.search(reason)
    last = source.text.count("\n") + 1
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (last, 1)
    return diagnostic(
        source,
        "VRD521",
        "de instellingen zijn niet te lezen",
        Span.at(source.path, line, column, 1),
        help='een instelling ziet er zo uit: `voorbeeldrichtlijnen = "ja"`',
    )


def unknown_setting(source: Source, key: str, keys: tuple[str, ...], below: str = "") -> Diagnostic:
    """That there is no setting `key`, and which there are."""
    remedy = bedoelt_u(key, keys) or f"kies uit {', '.join(f'`{each}`' for each in keys)}"
    return diagnostic(
        source, "VRD522", f"er is geen instelling {shown(key)}", key_span(source, key, below), help=remedy
    )


def wrong_setting(source: Source, key: str, given: object, remedy: str, below: str = "") -> Diagnostic:
    """That what stands behind `key` is no value for it."""
    message = f"{shown(str(given))} is geen waarde voor `{key}`"
    return diagnostic(source, "VRD522", message, key_span(source, key, below), help=remedy)


def _wrong_table(source: Source, key: str) -> Diagnostic:
    return diagnostic(
        source,
        "VRD522",
        f"`{key}` is een groep instellingen",
        key_span(source, key),
        help=f"schrijf `[{f'{key}.amsterdam' if key == OBJECTING else key}]`, met daaronder de instellingen",
    )


def key_span(source: Source, key: str, below: str = "") -> Span:
    """Where a key stands, after the key `below`; the first line where it is written in a way that is not found."""
    first = key_span(source, below).line - 1 if below else 0
    for number, line in enumerate(source.text.split("\n")[first:], first + 1):
        found = re.match(rf"\s*\[*(?:[\w.]+\.)?[\"']?({re.escape(key)})[\"']?\s*[=.\]]", line)
        if found:
            return Span.at(source.path, number, found.start(1) + 1, len(key))
    return Span.at(source.path, 1, 1, 0)
