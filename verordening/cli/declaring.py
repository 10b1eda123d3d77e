"""What a command, its words and its options are made of; `declared` says which there are.

Named tuples, since every call makes these classes anew: a dataclass costs 1 ms, a named tuple a tenth of that.
"""

from __future__ import annotations

from verordening.packed import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final


PROGRAM: Final = "verordening"
FORMATS: Final = ("tekst", "json", "schermlezer")
LINT_FORMATS: Final = (*FORMATS, "kort", "sarif", "junit", "github", "gitlab")


class Option(NamedTuple):
    """An option. `metavar` is what stands for its value; without one the option is a switch."""

    flag: str
    metavar: str
    summary: str
    choices: tuple[str, ...] = ()
    short: str = ""


class Word(NamedTuple):
    """What stands after a command. `many`: none or more; else exactly one. `what` says in Dutch what it is.

    `explained`: what can be typed is what `uitleg` explains, and no file. `single`: one at most.
    """

    metavar: str
    what: str
    summary: str
    many: bool = False
    choices: tuple[str, ...] = ()
    explained: bool = False
    single: bool = False

    @property
    def usage(self) -> str:
        """`CASUS`, `[PAD…]`, or `[CODE]` where several words make one name."""
        if not self.many:
            return self.metavar
        return f"[{self.metavar}]" if self.explained or self.single else f"[{self.metavar}…]"


class Command(NamedTuple):
    """A command: the module of that name under `verordening.cli` runs it and is imported only then.

    `then` is a second word, which may be left out; `alias` another name, which no help tells. `formats` are the forms
    that its answer can have.
    """

    name: str
    summary: str
    explanation: str
    example: str
    word: Word
    options: tuple[Option, ...] = ()
    then: Word | None = None
    alias: str = ""
    formats: tuple[str, ...] = FORMATS

    @property
    def words(self) -> str:
        """What stands after its name: `SOORT [NAAM]`."""
        return f"{self.word.usage} [{self.then.metavar}]" if self.then else self.word.usage

    @property
    def usage(self) -> str:
        """`verordening toets CASUS`."""
        own = "".join(f" [{f'{option.flag} {option.metavar}'.rstrip()}]" for option in self.options)
        return f"{PROGRAM} {self.name} {self.words}{own}"
