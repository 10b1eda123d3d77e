"""A made-up municipal regulation of a thousand lines over the national law: the same at every run, without mistakes."""

from __future__ import annotations

from collections.abc import Iterator

LINES = 1_000
_HEAD = """\
# Grootdam bestaat niet. Deze verordening is er om te meten.

regeling maatregelen "Maatregelenverordening Grootdam"
  soort verordening
  gemeente grootdam
  bron "verzonnen voorbeeld"
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "Grootdam is een verzonnen gemeente"
  in werking vanaf 1 januari 2015
  gebruikt pw, waarden, begrippen
"""
_ACTS = ("te_laat_geregistreerd", "onvoldoende_meegewerkt", "onvoldoende_inspanning", "andere_verplichting")
_VALUES = ("directe_uitstroom", "handhaving", "maatwerk", "bestaanszekerheid")


def large_regulation(lines: int = LINES) -> str:
    """The text of a regulation of this many lines, each item of it whole."""
    written: list[str] = _HEAD.splitlines()
    for block in _blocks():
        if len(written) + len(block) > lines:
            break
        written += block
    written += ["# Tot zover."] * (lines - len(written))
    return "\n".join(written) + "\n"


def with_one_edit(text: str) -> str:
    """The same regulation after somebody changed one number halfway."""
    at = text.index("= 10%", len(text) // 2)
    return text[:at] + "= 15%" + text[at + len("= 10%") :]


def with_one_line_more(text: str) -> str:
    """The same regulation with a comment on a line of its own halfway, so that all below it moves down."""
    at = text.index("\nartikel", len(text) // 2)
    return f"{text[:at]}\n# Nieuw.{text[at:]}"


def _blocks() -> Iterator[list[str]]:
    number = 0
    while True:
        number += 1
        yield from (_declarations(number), _article(number))


_DECLARATIONS = """
gegeven uren_{n}: aantal van 0 tot en met 168
  vraag "Om hoeveel uur per week gaat het bij onderdeel {n}?"
  herkomst fictief "om te meten"
begrip veel_uren_{n}: ja/nee = uren_{n} >= {hours} en niet (uren_{n} = 168 of kostendelende_medebewoners > 3)
begrip deel_{n}: bedrag per maand = {share}% van norm als veel_uren_{n}; anders € {n},50 per maand"""


def _declarations(number: int) -> list[str]:
    return _DECLARATIONS.format(n=number, hours=number % 30 + 10, share=number % 90 + 5).split("\n")


def _article(number: int) -> list[str]:
    act, other = _ACTS[number % len(_ACTS)], _ACTS[(number + 1) % len(_ACTS)]
    value = _VALUES[number % len(_VALUES)]
    return f"""
artikel {number} "Maatregel bij groep {number}"
  # Een gewone regel, een uitzondering en een regel voor wie het nog eens doet.
  lid 1 onderdeel a
    als      gedraging is een van ({act}, {other}) en veel_uren_{number}
    tenzij   verwijtbaarheid = geen of (kostendelende_medebewoners = 0 en nettoloon < deel_{number})
    dan moet verlaging = 10% en duur_verlaging = 1 maand
    dient    {value}
  onderdeel b
    als      gedraging = {act} en uren_{number} < 10
    dan moet verlaging = 5% en duur_verlaging = 1 maand
  lid 2
    in afwijking van lid 1
    als      herhaald_binnen_12_maanden_18_4 en datum_gedraging + 12 maanden >= peildatum
    dan moet duur_verlaging = 2 keer de duur van lid 1
    dient    handhaving
  lid 3
    inhoud "De verlaging gaat in op de eerste dag van de maand na de bekendmaking van groep {number}." """.split(
        "\n"
    )
