"""The words that were typed to settled arguments, or a refusal in Dutch. Knows no command beyond its declaration.

Not argparse: it takes 10 ms to import, and its messages are English. Only `aanvulling` makes use of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from verordening.cli.declared import COMMANDS, COMMON, VERSION, YES_NO, command_named
from verordening.cli.declaring import FORMATS, PROGRAM, Command, Option
from verordening.cli.usage_errors import usage_error
from verordening.language.diagnostics import shown
from verordening.language.suggestions import bedoelt_u
from verordening.packed import NamedTuple


class Arguments(NamedTuple):
    """What the user asked for. `command` is None when none was named; `overlay` is a folder, or empty.

    `switches` are the flags without a value that the command itself declares.
    `gemeente` is as it was typed and `output` the file to write to; empty when not given. `values` are the options of
    the command itself that have a value, as typed. `examples` (ja, nee or empty) is whether the example guidelines
    speak, whatever the case says.
    """

    command: Command | None = None
    words: tuple[str, ...] = ()
    format: str = "tekst"
    peildatum: date | None = None
    tree: bool = False
    overlay: str = ""
    decisions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    help: bool = False
    version: bool = False
    switches: frozenset[str] = frozenset()
    gemeente: str = ""
    output: str = ""
    values: Mapping[str, str] = {}
    examples: str = ""


class _Typed(NamedTuple):
    """Tokens sorted out: loose words and, per flag, the values given to it."""

    words: list[str]
    values: dict[str, list[str]]


def read_arguments(tokens: Sequence[str]) -> Arguments:
    """The arguments in `tokens` (without the program's name). Raises InputError (VRD50x)."""
    typed = _sort(tokens)
    values = typed.values
    named = command_named(typed.words[0]) if typed.words else None
    if "--help" in values or "--versie" in values:
        return Arguments(named, help="--help" in values, version="--versie" in values)
    command = named or _no_command(typed.words)
    _check_own_options(command, values)
    words = typed.words[1:]
    _check_words(command, words)
    return Arguments(
        command,
        tuple(words),
        _choice(values.get("--formaat"), command.formats, "--formaat") or "tekst",
        _day(values.get("--peildatum")),
        "--boom" in values,
        values.get("--regelingen", [""])[-1],
        tuple(values.get("--besluit", ())),
        tuple(values.get("--regel", ())),
        switches=frozenset(each.flag for each in command.options if not each.metavar and each.flag in values),
        gemeente=values.get("--gemeente", [""])[-1],
        output=values.get("--uit", [""])[-1],
        values={
            each.flag: values[each.flag][-1]
            for each in command.options
            if each.metavar and each.flag in values
        },
        examples=_choice(values.get("--voorbeelden"), YES_NO, "--voorbeelden"),
    )


def wanted_format(tokens: Sequence[str]) -> str:
    """The format asked for, also where the rest of the words is wrong; `tekst` when that cannot be told."""
    given = [token.partition("=")[2] for token in tokens if token.startswith("--formaat=")]
    given += [value for flag, value in pairwise(tokens) if flag == "--formaat"]
    return given[-1] if given and given[-1] in FORMATS else "tekst"


def _sort(tokens: Sequence[str]) -> _Typed:
    typed = _Typed([], {})
    rest = iter(tokens)
    for token in rest:
        if token == "--":
            typed.words.extend(rest)
        elif token.startswith("-") and token != "-":
            flag, value = _option(token, rest)
            typed.values.setdefault(flag, []).append(value)
        else:
            typed.words.append(token)
    return typed


def _option(token: str, rest: Iterator[str]) -> tuple[str, str]:
    """The flag and the value of an option; the value may follow as the next token."""
    name, joined, value = token.partition("=")
    option = _flags().get(name)
    if option is None:
        remedy = bedoelt_u(name, (flag for flag in _flags() if flag.startswith("--")))
        raise usage_error(
            "VRD502",
            f"er is geen optie {shown(name)}",
            remedy or f"kijk met `{PROGRAM} --help` welke opties er zijn",
        )
    if not option.metavar:
        if joined:
            raise usage_error(
                "VRD503", f"`{option.flag}` krijgt geen waarde", f"schrijf alleen `{option.flag}`"
            )
        return option.flag, ""
    given = value if joined else next(rest, "")
    if not given:
        raise usage_error("VRD503", f"achter `{option.flag}` ontbreekt een waarde", _value_remedy(option))
    return option.flag, given


def _flags() -> dict[str, Option]:
    own = (option for command in COMMANDS for option in command.options)
    options = (*COMMON, VERSION, *own)
    return {name: option for option in options for name in (option.flag, option.short) if name}


def _value_remedy(option: Option) -> str:
    if option.choices:
        return f"kies {_listed(option.choices)}"
    examples = {
        "DATUM": "schrijf bijvoorbeeld `--peildatum 2026-03-01`",
        "MAP": "schrijf erachter in welke map de regelingen staan",
    }
    return examples.get(option.metavar, f"schrijf `{option.flag} {option.metavar}`")


def _listed(names: Sequence[str]) -> str:
    first = ", ".join(f"`{each}`" for each in names[:-1])
    return f"{first} of `{names[-1]}`" if first else f"`{names[-1]}`"


def _no_command(words: Sequence[str]) -> Command:
    """Refuse what is not a command."""
    names = [each.name for each in COMMANDS]
    if not words:
        raise usage_error(
            "VRD505", "u noemde geen opdracht", f"kies {_listed(names)}; `{PROGRAM} --help` legt ze uit"
        )
    remedy = bedoelt_u(words[0], names)
    if not remedy and words[0].casefold() in ("help", "hulp"):
        remedy = f"schrijf `{PROGRAM} --help`"
    if not remedy and words[0].endswith((".yaml", ".yml")):
        remedy = f"zet er een opdracht voor: `{PROGRAM} toets {shown(words[0]).strip('`')}`"
    raise usage_error("VRD501", f"er is geen opdracht {shown(words[0])}", remedy or f"kies {_listed(names)}")


def _check_own_options(command: Command, values: dict[str, list[str]]) -> None:
    common = {option.flag for option in (*COMMON, VERSION, *command.options)}
    for flag in values:
        if flag not in common:
            owners = [each.name for each in COMMANDS if any(option.flag == flag for option in each.options)]
            remedy = f"laat `{flag}` weg; hij hoort bij {_listed(owners)}"
            raise usage_error("VRD502", f"`{flag}` hoort niet bij `{command.name}`", remedy)


def _check_words(command: Command, words: Sequence[str]) -> None:
    word = command.word
    if word.many:
        return
    if not words:
        raise usage_error(
            "VRD505", f"achter `{command.name}` ontbreekt {word.what}", f"bijvoorbeeld: `{command.example}`"
        )
    most = 2 if command.then else 1
    if len(words) > most:
        raise usage_error(
            "VRD506",
            f"`{command.name}` leest één ding tegelijk, en {shown(words[most])} is te veel",
            f"schrijf `{PROGRAM} {command.name} {command.words}`; zet een naam met spaties tussen aanhalingstekens",
        )
    if word.choices:
        _choice(words[:1], word.choices, word.metavar)


def _choice(given: Sequence[str] | None, choices: tuple[str, ...], what: str) -> str:
    if not given:
        return ""
    chosen = given[-1]
    if chosen not in choices:
        remedy = bedoelt_u(chosen, choices) or f"kies {_listed(choices)}"
        raise usage_error("VRD504", f"{shown(chosen)} is geen keuze voor `{what}`", remedy)
    return chosen


def _day(given: Sequence[str] | None) -> date | None:
    if not given:
        return None
    from verordening.model.case_problems import Refusal
    from verordening.model.case_reading import read_peildatum

    try:
        return read_peildatum(given[-1])
    except Refusal as refusal:
        raise usage_error("VRD504", f"`--peildatum`: {refusal.message}", refusal.help) from None
