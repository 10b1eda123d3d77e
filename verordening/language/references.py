"""Legal references: reading, writing and their public addresses, which are never fetched."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any, Final

from verordening.language.diagnostics import shown
from verordening.language.reference_errors import REMEDY, ReferenceError_, refusal
from verordening.language.suggestions import bedoelt_u
from verordening.records import dataclass
from verordening.resources import resource_folder

__all__ = [
    "Bwb",
    "Cvdr",
    "Ecli",
    "Jci",
    "Kamerstuk",
    "ProvisionRef",
    "Publication",
    "Reference",
    "ReferenceError_",
    "parse_reference",
]

LONGEST_REFERENCE: Final = 400
"""Characters."""

_WETTEN = "https://wetten.overheid.nl"
_OVERHEID = "https://zoek.officielebekendmakingen.nl"
_JCI_DATES = ("z", "g", "s")
_JCI_PARTS = (
    *("boek", "deel", "hoofdstuk", "titeldeel", "titel", "afdeling", "paragraaf", "sub-paragraaf"),
    *("artikel", "lid", "o", "onderdeel", "zin", "bijlage", "aanhef", *_JCI_DATES),
)


@dataclass(frozen=True, slots=True)
class ProvisionRef:
    """A place in a regulation, such as `pw artikel 18 lid 8* onderdeel a`; parts left out are None.

    `artikel` None is a place in the article at hand. At most one `tot_…` is set: the last of a range.
    """

    regeling: str | None = None
    artikel: str | None = None
    lid: str | None = None
    onderdeel: str | None = None
    tot_artikel: str | None = None
    tot_lid: str | None = None
    tot_onderdeel: str | None = None
    zin: str | None = None

    def __str__(self) -> str:
        parts = (
            ("", self.regeling),
            ("artikel ", self.artikel),
            ("tot en met ", self.tot_artikel),
            ("lid ", self.lid),
            ("tot en met ", self.tot_lid),
            ("onderdeel ", self.onderdeel),
            ("tot en met ", self.tot_onderdeel),
            ("zin ", self.zin),
        )
        return " ".join(f"{word}{value}" for word, value in parts if value is not None)

    def url(self, bron: Jci | Bwb | Cvdr | None = None, on: date | None = None) -> str | None:
        """The public address, given where the regulation is published; the place itself only in wetten.nl.

        `on` is the day whose text is meant. None without `bron`.
        """
        if bron is None or isinstance(bron, Cvdr):
            return bron.url() if bron is not None else None
        day = on or (bron.on if isinstance(bron, Bwb) else None)
        places = (("artikel", self.artikel), ("lid", self.lid), ("o", self.onderdeel))
        parts = [(name, value) for name, value in places if value is not None]
        if day is not None:
            parts += [("z", day.isoformat()), ("g", day.isoformat())]
        return Jci("1.3", "c", bron.bwb, tuple(parts)).url()


@dataclass(frozen=True, slots=True)
class Jci:
    """A Juriconnect reference to a text in the Basiswettenbestand; `kind` is c (one text) or v (versions)."""

    version: str
    kind: str
    bwb: str
    parts: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return f"jci{self.version}:{self.kind}:{self.bwb}" + "".join(f"&{k}={v}" for k, v in self.parts)

    def part(self, name: str) -> str | None:
        """The value of a part such as `artikel` or `lid`, or None."""
        return next((value for key, value in self.parts if key == name), None)

    def url(self) -> str:
        """The public address."""
        return f"{_WETTEN}/{self}".replace("°", "%C2%B0")


@dataclass(frozen=True, slots=True)
class Bwb:
    """A regulation or treaty in the Basiswettenbestand, as it read on a day if one is given."""

    bwb: str
    on: date | None = None

    def __str__(self) -> str:
        return self.bwb if self.on is None else f"{self.bwb}/{self.on.isoformat()}"

    def url(self) -> str:
        """The public address."""
        return f"{_WETTEN}/{self}"


@dataclass(frozen=True, slots=True)
class Cvdr:
    """A local regulation in the Centrale Voorziening Decentrale Regelgeving, or one version of it."""

    cvdr: str
    version: int | None = None

    def __str__(self) -> str:
        return self.cvdr if self.version is None else f"{self.cvdr}/{self.version}"

    def url(self) -> str:
        """The public address."""
        return f"https://lokaleregelgeving.overheid.nl/{self}"


@dataclass(frozen=True, slots=True)
class Ecli:
    """A judgment; `CRVB:2017:3676` is read as `ECLI:NL:CRVB:2017:3676`."""

    ecli: str

    def __str__(self) -> str:
        return self.ecli

    def url(self) -> str:
        """The public address: rechtspraak.nl for Dutch judgments, else the European portal."""
        if self.ecli.startswith("ECLI:NL:"):
            return f"https://deeplink.rechtspraak.nl/uitspraak?id={self.ecli}"
        return f"https://e-justice.europa.eu/ecli/{self.ecli}"


@dataclass(frozen=True, slots=True)
class Publication:
    """A number of an official journal, such as `Stb. 2025, 312`."""

    blad: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.blad}. {self.year}, {self.number}"

    def url(self) -> str:
        """The public address."""
        return f"{_OVERHEID}/{self.blad.lower()}-{self.year}-{self.number}.html"


@dataclass(frozen=True, slots=True)
class Kamerstuk:
    """A parliamentary paper, such as `Kamerstukken II 2024/25, 36582, nr. 3`."""

    chamber: str
    session: str
    dossier: str
    number: str

    def __str__(self) -> str:
        return f"Kamerstukken {self.chamber} {self.session}, {self.dossier}, nr. {self.number}"

    def url(self) -> str:
        """The public address."""
        return f"{_OVERHEID}/kst-{self.dossier}-{self.number}.html"


Reference = ProvisionRef | Jci | Bwb | Cvdr | Ecli | Publication | Kamerstuk


def parse_reference(text: str) -> Reference:
    """The one reference that `text` consists of, white space around it aside. Raises ReferenceError_."""
    import lark

    if len(text) > LONGEST_REFERENCE:
        raise ReferenceError_(1, "deze verwijzing is te lang", REMEDY)
    start = len(text) - len(text.lstrip())
    try:
        tree = _parser().parse(text.strip())
    except lark.UnexpectedInput as error:
        raise refusal(text.strip(), start, error) from None
    kind = tree.children[0]
    return _BUILDERS[kind.data](kind.children, start)


@cache
def _parser() -> Any:
    from lark import Lark

    grammar = (resource_folder("grammars") / "verwijzing.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual", maybe_placeholders=False)


# ---------------------------------------------------------------- from tree to reference

_Children = list[Any]


def _provision(children: _Children, start: int) -> ProvisionRef:
    named = {child.data: str(child.children[0]) for child in children if hasattr(child, "data")}
    regeling = next((str(child) for child in children if not hasattr(child, "data")), None)
    return ProvisionRef(regeling=regeling, **named)


def _jci(children: _Children, start: int) -> Jci:
    head, bwb, *parts = children
    version, kind, _ = head.removeprefix("jci").split(":")
    return Jci(version, kind, str(bwb), tuple(_jci_part(part, start) for part in parts))


def _jci_part(token: Any, start: int) -> tuple[str, str]:
    name, _, value = token[1:].partition("=")
    if name not in _JCI_PARTS:
        column = start + token.start_pos + 2
        hint = bedoelt_u(name, _JCI_PARTS) or "schrijf een deel zoals `&artikel=18` of `&lid=10`"
        raise ReferenceError_(column, f"een jci kent geen deel {shown(name)}", hint)
    if name in _JCI_DATES:
        _date(value, start + token.start_pos + len(name) + 3)
    return name, value


def _bwb(children: _Children, start: int) -> Bwb:
    if len(children) == 1:
        return Bwb(str(children[0]))
    return Bwb(str(children[0]), _date(children[1][1:], start + children[1].start_pos + 2))


def _date(text: str, column: int) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        reason = f"{shown(text)} is geen bestaande datum"
        raise ReferenceError_(column, reason, "schrijf de datum als `2026-01-01`") from None


def _cvdr(children: _Children, start: int) -> Cvdr:
    return Cvdr(str(children[0]), int(children[1][1:]) if len(children) > 1 else None)


def _ecli(children: _Children, start: int) -> Ecli:
    text = str(children[0])
    return Ecli(text if text.startswith("ECLI:") else f"ECLI:NL:{text}")


def _publication(children: _Children, start: int) -> Publication:
    blad, year, number = children
    return Publication(blad.removesuffix("."), int(year), int(number))


def _kamerstuk(children: _Children, start: int) -> Kamerstuk:
    return Kamerstuk(*map(str, children))


_BUILDERS: Final[dict[str, Callable[[_Children, int], Reference]]] = {
    "provision": _provision,
    "jci": _jci,
    "bwb": _bwb,
    "cvdr": _cvdr,
    "ecli": _ecli,
    "publication": _publication,
    "kamerstuk": _kamerstuk,
}
