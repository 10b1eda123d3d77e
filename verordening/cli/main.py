"""The `verordening` command: reads what was typed, runs one command, and ends with its exit code.

A command's module is imported only when it is called, so that each loads no more than it needs.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from verordening.cli import terminal
from verordening.cli.arguments import Arguments, read_arguments, wanted_format
from verordening.cli.messages import show_diagnostics
from verordening.language.diagnostics import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

_WRONG_INPUT: Final = 2
_INTERNAL_ERROR: Final = 3
_INTERRUPTED: Final = 130
_NOBODY_READS: Final = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` (without the program's name) and give its exit code."""
    terminal.prepare()
    tokens = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(tokens)
        terminal.finish()
    except BrokenPipeError:
        terminal.give_up(sys.stdout, sys.stderr)
        return _NOBODY_READS
    except terminal.OutputError as error:
        terminal.give_up(sys.stdout)
        _say(f"De uitvoer kan niet worden geschreven: {error}.\n")
        return _INTERNAL_ERROR
    except KeyboardInterrupt:
        _say("\nAfgebroken.\n")
        return _INTERRUPTED
    return code


def _run(tokens: list[str]) -> int:
    try:
        try:
            return _answer(read_arguments(tokens))
        except InputError as error:
            show_diagnostics(error.diagnostics, wanted_format(tokens), exit_code=_WRONG_INPUT)
            return _WRONG_INPUT
    except (BrokenPipeError, terminal.OutputError):
        raise
    except Exception as error:  # noqa: BLE001 - the outermost door: everything else is a mistake of ours
        return _report(error, tokens)


def _answer(arguments: Arguments) -> int:
    if arguments.help:
        from verordening.cli.help_text import render_help

        terminal.write(render_help(arguments.command, terminal.width()))
        return 0
    if arguments.version or arguments.command is None:
        from verordening import __version__

        terminal.write(f"verordening {__version__}\n")
        return 0
    name = f"verordening.cli.{arguments.command.name}"
    __import__(name)  # `importlib` loads `warnings` as well
    code: int = sys.modules[name].run(arguments)
    return code


def _report(error: Exception, tokens: list[str]) -> int:
    from verordening.cli.internal_errors import render_report, render_report_json

    if wanted_format(tokens) == "json":
        terminal.write(render_report_json(error, tokens, exit_code=_INTERNAL_ERROR))
    else:
        terminal.write_error(render_report(error, tokens))
    return _INTERNAL_ERROR


def _say(text: str) -> None:
    """A last word, if anybody can still hear it."""
    try:
        terminal.write_error(text)
        terminal.finish()
    except (BrokenPipeError, terminal.OutputError):
        terminal.give_up(sys.stdout, sys.stderr)
