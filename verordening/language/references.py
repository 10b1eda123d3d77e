"""Legal references: reading, writing and their public addresses, which are never fetched."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from verordening.language.automaton import Unreadable, automaton
from verordening.language.diagnostics import shown
from verordening.language.reference_errors import REMEDY, ReferenceError_, refusal
from verordening.language.suggestions import bedoelt_u
from verordening.language.tokens import Meta, Token
from verordening.records import dataclass

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
    if len(text) > LONGEST_REFERENCE:
        raise ReferenceError_(1, "deze verwijzing is te lang", REMEDY)
    start = len(text) - len(text.lstrip())
    parser = automaton("verwijzing")
    try:
        found: Reference = parser.parse(text.strip(), parser.builders(_Builder(start)))[0]
    except Unreadable as stuck:
        raise refusal(text.strip(), start, stuck) from None
    return found


_Children = list[Any]


class _Builder:
    """From words to a reference, one method a rule of the grammar. `start` counts the white space before the text."""

    def __init__(self, start: int) -> None:
        self._start = start

    def start(self, _: Meta, children: _Children) -> Reference:
        found: Reference = children[0]
        return found

    # ------------------------------------------------ a place

    def provision(self, _: Meta, children: _Children) -> ProvisionRef:
        named: dict[str, str] = dict(child for child in children if isinstance(child, tuple))
        regeling = next((str(child) for child in children if isinstance(child, Token)), None)
        return ProvisionRef(regeling=regeling, **named)

    def artikel(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("artikel", str(children[0]))

    def lid(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("lid", str(children[0]))

    def onderdeel(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("onderdeel", str(children[0]))

    def zin(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("zin", str(children[0]))

    def tot_artikel(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("tot_artikel", str(children[0]))

    def tot_lid(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("tot_lid", str(children[0]))

    def tot_onderdeel(self, _: Meta, children: _Children) -> tuple[str, str]:
        return ("tot_onderdeel", str(children[0]))

    # ------------------------------------------------ public identifiers

    def jci(self, _: Meta, children: _Children) -> Jci:
        head, bwb, *parts = children
        version, kind, _rest = head.removeprefix("jci").split(":")
        return Jci(version, kind, str(bwb), tuple(self._jci_part(part) for part in parts))

    def _jci_part(self, token: Token) -> tuple[str, str]:
        name, _, value = token[1:].partition("=")
        if name not in _JCI_PARTS:
            hint = bedoelt_u(name, _JCI_PARTS) or "schrijf een deel zoals `&artikel=18` of `&lid=10`"
            raise ReferenceError_(
                self._start + token.start_pos + 2, f"een jci kent geen deel {shown(name)}", hint
            )
        if name in _JCI_DATES:
            self._date(value, token.start_pos + len(name) + 3)
        return name, value

    def bwb(self, _: Meta, children: _Children) -> Bwb:
        if len(children) == 1:
            return Bwb(str(children[0]))
        return Bwb(str(children[0]), self._date(children[1][1:], children[1].start_pos + 2))

    def _date(self, text: str, column: int) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            reason = f"{shown(text)} is geen bestaande datum"
            raise ReferenceError_(self._start + column, reason, "schrijf de datum als `2026-01-01`") from None

    def cvdr(self, _: Meta, children: _Children) -> Cvdr:
        return Cvdr(str(children[0]), int(children[1][1:]) if len(children) > 1 else None)

    def ecli(self, _: Meta, children: _Children) -> Ecli:
        text = str(children[0])
        return Ecli(text if text.startswith("ECLI:") else f"ECLI:NL:{text}")

    def publication(self, _: Meta, children: _Children) -> Publication:
        blad, year, number = children
        return Publication(blad.removesuffix("."), int(year), int(number))

    def kamerstuk(self, _: Meta, children: _Children) -> Kamerstuk:
        return Kamerstuk(*map(str, children))
