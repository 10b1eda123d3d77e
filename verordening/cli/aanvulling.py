"""`verordening aanvulling SHELL`: a script with which a shell completes commands, options and files."""

from __future__ import annotations

import argparse

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.declared import COMMANDS, COMMON, VERSION
from verordening.cli.declaring import PROGRAM, Option, Word
from verordening.cli.uitleg import explained_names


def run(arguments: Arguments) -> int:
    """Print the script; gives the exit code."""
    import shtab

    terminal.write(shtab.complete(_parser(), shell=arguments.words[0]).rstrip("\n") + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    """The declared commands as argparse knows them; only read for completion, never used to parse."""
    parser = argparse.ArgumentParser(prog=PROGRAM, add_help=False)
    for option in (*COMMON, VERSION):
        _add_option(parser, option)
    commands = parser.add_subparsers()
    for command in COMMANDS:
        own = commands.add_parser(
            command.name, help=command.summary, description=command.summary, add_help=False
        )
        for option in (*command.options, *COMMON):
            _add_option(own, option)
        _add_word(own, command.word)
        if command.then:
            own.add_argument(command.then.metavar.casefold(), nargs="?", help=command.then.summary)
    return parser


def _add_option(parser: argparse.ArgumentParser, option: Option) -> None:
    names = [name for name in (option.short, option.flag) if name]
    summary = option.summary.replace("%", "%%")
    if not option.metavar:
        parser.add_argument(*names, action="store_true", help=summary)
        return
    action = parser.add_argument(*names, metavar=option.metavar, help=summary, choices=option.choices or None)
    if option.metavar in ("MAP", "BESTAND"):
        _complete_with(action, folders=option.metavar == "MAP")


def _add_word(parser: argparse.ArgumentParser, word: Word) -> None:
    choices = explained_names() if word.explained else word.choices
    action = parser.add_argument(
        word.metavar.casefold(),
        metavar=word.metavar,
        help=word.summary.replace("%", "%%"),
        choices=choices or None,
        nargs="*" if word.many else None,
    )
    if not choices:
        _complete_with(action, folders=False)


def _complete_with(action: argparse.Action, *, folders: bool) -> None:
    import shtab

    setattr(action, "complete", shtab.DIRECTORY if folders else shtab.FILE)  # noqa: B010 - shtab's own attribute
