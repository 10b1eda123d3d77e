"""Everything that has a page behind a code: the messages of the closed list, and the rules of the lint catalogue."""

from __future__ import annotations

from typing import Final, NamedTuple

from verordening.language import codes

_OVER_ALL: Final = "VRD6"


class Titled(NamedTuple):
    """A code with its title and what it is about."""

    code: str
    title: str
    group: str


def titled() -> tuple[Titled, ...]:
    """All of them, those of one group together."""
    from verordening.analyse.conflicts.catalogue import catalogue as questions
    from verordening.analyse.lint.catalogue import catalogue

    messages = (Titled(code, title, codes.group_of(code)) for code, title in codes.CODES.items())
    rules = (Titled(each.code, each.title, group_of(each.code)) for each in catalogue().values())
    over_all = (Titled(each.code, each.title, group_of(each.code)) for each in questions())
    return (*messages, *over_all, *rules)


def group_of(code: str) -> str:
    """What a code is about. Raises KeyError where no group takes it."""
    if code in codes.CODES or code.startswith(_OVER_ALL):
        return codes.group_of(code)
    from verordening.analyse.lint.groups import GROUPS

    return f"Wat lint nakijkt: {GROUPS[code[:5]]}"
