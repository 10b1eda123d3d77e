"""What can be typed: commands, their words and their options. Reader, help and completion all come from here.

Named tuples, since every call makes these classes anew: a dataclass costs 1 ms, a named tuple a tenth of that.
"""

from __future__ import annotations

from typing import Final, NamedTuple

PROGRAM: Final = "verordening"
FORMATS: Final = ("tekst", "json", "schermlezer")
SHELLS: Final = ("bash", "zsh", "tcsh")


class Option(NamedTuple):
    """An option. `metavar` is what stands for its value; without one the option is a switch."""

    flag: str
    metavar: str
    summary: str
    choices: tuple[str, ...] = ()
    short: str = ""


class Word(NamedTuple):
    """What stands after a command. `many`: none or more; else exactly one. `what` says in Dutch what it is."""

    metavar: str
    what: str
    summary: str
    many: bool = False
    choices: tuple[str, ...] = ()


class Command(NamedTuple):
    """A command: `module` under `verordening.cli` runs it and is imported only then."""

    name: str
    summary: str
    explanation: str
    example: str
    word: Word
    options: tuple[Option, ...] = ()

    @property
    def usage(self) -> str:
        """`verordening toets CASUS`."""
        own = "".join(f" [{f'{option.flag} {option.metavar}'.rstrip()}]" for option in self.options)
        return (
            f"{PROGRAM} {self.name} {f'[{self.word.metavar}…]' if self.word.many else self.word.metavar}{own}"
        )


COMMON: Final = (
    Option("--formaat", "VORM", "tekst, json, of schermlezer: zonder lijnen en tekens", FORMATS),
    Option("--peildatum", "DATUM", "de regels van deze dag, zoals 2026-03-01; gaat voor de dag in de casus"),
    Option("--boom", "", "toon stap voor stap hoe het antwoord er komt"),
    Option("--regelingen", "MAP", "leg de regelingen in deze map over de meegeleverde heen"),
    Option("--help", "", "toon deze uitleg", short="-h"),
)
"""Options that every command takes, before or after its name."""

VERSION: Final = Option("--versie", "", "toon de versie van het programma")

_CASE: Final = Word(
    "CASUS", "een bestand met een casus", "het bestand met de casus; een streepje (-) leest de invoer"
)

COMMANDS: Final = (
    Command(
        "toets",
        "welke regel geldt, en wat is de uitkomst?",
        "Past de regels van de gemeente en de wet toe op een casus. Zegt per besluit wat eruit komt, welke regel dat "
        "bepaalt, waar ruimte is en welke ondergrens geldt.",
        "verordening toets examples/te-laat-geregistreerd.yaml",
        _CASE,
    ),
    Command(
        "afwijken",
        "mag, moet of kan hier worden afgeweken?",
        "Noemt elke weg om van de uitkomst af te wijken: of het mag of moet, of waar het van afhangt, binnen welke "
        "grenzen, wie beslist en wat u opschrijft.",
        "verordening afwijken examples/te-laat-geregistreerd.yaml --besluit verlaging",
        _CASE,
        (
            Option("--besluit", "NAAM", "alleen de wegen voor dit besluit"),
            Option(
                "--regel",
                "PLAATS",
                'alleen wat van deze regel afwijkt of erin staat, zoals "pw artikel 18 lid 10"',
            ),
        ),
    ),
    Command(
        "lint",
        "kloppen deze regelingen?",
        "Leest regelingen en noemt alle fouten. Zonder pad: alle meegeleverde regelingen. Een bestand of map die u "
        "noemt, gaat over de meegeleverde heen.",
        "verordening lint mijn-regelingen/",
        Word("PAD", "een bestand of map", "een bestand of map met regelingen", many=True),
    ),
    Command(
        "bedragen",
        "welke bedragen gelden, en wat loopt af?",
        "Toont alle tabellen met bedragen op een dag: wat geldt, tot wanneer, en waar het staat. Noemt wat "
        "is afgelopen of binnen 60 dagen afloopt. Met --invullen vraagt het de nieuwe bedragen, en schrijft die in uw "
        "eigen map.",
        "verordening bedragen --invullen --regelingen mijn-regelingen/",
        Word("TABEL", "een tabel", "de naam van een tabel; zonder naam: alle tabellen", many=True),
        (
            Option(
                "--controleer",
                "",
                "eindig met afsluitcode 1 als een bedrag is afgelopen of binnenkort afloopt",
            ),
            Option("--invullen", "", "vul nieuwe bedragen in, in de map van --regelingen"),
        ),
    ),
    Command(
        "aanvulling",
        "vul opdrachten aan met de tabtoets",
        "Schrijft een script waarmee uw shell opdrachten en opties aanvult.",
        "verordening aanvulling bash > ~/.local/share/bash-completion/completions/verordening",
        Word("SHELL", "een shell", "bash, zsh of tcsh", choices=SHELLS),
    ),
)


def command_named(name: str) -> Command | None:
    """The command with this name."""
    return next((each for each in COMMANDS if each.name == name), None)
