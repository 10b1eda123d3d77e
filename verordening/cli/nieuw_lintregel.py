"""`verordening nieuw lintregel NAAM --groep GROEP`: a rule of the lint catalogue with its examples, to be filled in."""

from __future__ import annotations

import os
import re
from typing import Final

from verordening.analyse.lint.catalogue import catalogue
from verordening.analyse.lint.groups import GROUPS
from verordening.analyse.lint.pages import FOLDER
from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.declaring import PROGRAM
from verordening.cli.rewriting import rewrite
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import InputError, diagnostic, shown
from verordening.language.source import Span
from verordening.language.suggestions import bedoelt_u
from verordening.resources import resource_folder

_ANSWERED: Final = 0
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{2,39}\Z")


def start_rule(arguments: Arguments) -> int:
    """Write the module and its Markdown; gives the exit code. Raises InputError, and then nothing is written."""
    _, *names = arguments.words
    name, group = _name(names), _group(arguments.values.get("--groep", ""))
    code = _free_code(group)
    folder = arguments.output or str(FOLDER)
    title = name.replace("_", " ").capitalize()
    starts = resource_folder("sjablonen")
    texts = {
        os.path.join(folder, f"{name}.py"): (starts / "lintregel.py.txt")
        .read_text(encoding="utf-8")
        .format(titel=title, code=code),
        os.path.join(folder, f"{name}.md"): (starts / "lintregel.md").read_text(encoding="utf-8"),
    }
    for path in texts:
        if os.path.exists(path):
            raise InputError(
                (
                    diagnostic(
                        None,
                        "VRD511",
                        f"{shown(path)} is er al, en blijft zoals het is",
                        Span.at(path, 1, 1, 0),
                        help="kies een andere naam",
                    ),
                )
            )
    for path, text in texts.items():
        rewrite(path, text.encode(), path)
    terminal.write(
        "".join(f"Geschreven: {path}\n" for path in texts)
        + f"De regel heeft code {code}. Vul hem in, en kijk met `pytest tests/analyse/lint -k {name}`.\n"
    )
    return _ANSWERED


def _name(names: list[str]) -> str:
    name = names[0] if names else ""
    if _NAME.match(name) is None:
        raise usage_error(
            "VRD504" if name else "VRD505",
            f"{shown(name)} kan geen naam zijn" if name else "de naam van de lintregel ontbreekt",
            f"schrijf bijvoorbeeld `{PROGRAM} nieuw lintregel kan_zonder_datum --groep ruimte`",
        )
    if any(each.slug == name for each in catalogue().values()):
        raise usage_error("VRD504", f"er is al een lintregel {shown(name)}", "kies een andere naam")
    return name


def _group(given: str) -> str:
    """The group that was named."""
    groups = tuple(dict.fromkeys(GROUPS.values()))
    if given in groups:
        return given
    remedy = bedoelt_u(given, groups) or f"kies uit {', '.join(f'`{each}`' for each in groups)}"
    raise usage_error("VRD504", f"`--groep`: er is geen groep {shown(given)}", remedy)


def _free_code(group: str) -> str:
    """The first code of a group that no rule has. Raises InputError where all are taken."""
    for start, named in GROUPS.items():
        for digit in range(10) if named == group else ():
            if f"{start}{digit}" not in catalogue():
                return f"{start}{digit}"
    raise usage_error("VRD504", f"de groep `{group}` is vol", "kies een andere groep")
