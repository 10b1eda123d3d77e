"""`verordening aanvulling SHELL`: a script with which a shell completes commands, options and files."""

from __future__ import annotations

import argparse

from verordening.cli import terminal
from verordening.cli.arguments import Arguments
from verordening.cli.declared import COMMANDS, COMMON, PROGRAM, VERSION, Option, Word


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
    return parser


def _add_option(parser: argparse.ArgumentParser, option: Option) -> None:
    names = [name for name in (option.short, option.flag) if name]
    summary = option.summary.replace("%", "%%")
    if not option.metavar:
        parser.add_argument(*names, action="store_true", help=summary)
        return
    action = parser.add_argument(*names, metavar=option.metavar, help=summary, choices=option.choices or None)
    if option.metavar == "MAP":
        _complete_with(action, folders=True)


def _add_word(parser: argparse.ArgumentParser, word: Word) -> None:
    action = parser.add_argument(
        word.metavar.casefold(),
        metavar=word.metavar,
        help=word.summary.replace("%", "%%"),
        choices=word.choices or None,
        nargs="*" if word.many else None,
    )
    if not word.choices:
        _complete_with(action, folders=False)


def _complete_with(action: argparse.Action, *, folders: bool) -> None:
    import shtab

    setattr(action, "complete", shtab.DIRECTORY if folders else shtab.FILE)  # noqa: B010 - shtab's own attribute
