"""A made-up municipal regulation of so many rules, ten to a decision, that turn on the same thirty facts."""

from __future__ import annotations

A_DECISION = 10
FACTS = 30
_HEAD = """\
# Grootdam bestaat niet. Deze verordening is er om te meten.

regeling tabellen "Tabellenverordening Grootdam"
  soort verordening
  gemeente grootdam
  bron "verzonnen voorbeeld"
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "Grootdam is een verzonnen gemeente"
  in werking vanaf 1 januari 2015
  gebruikt pw, waarden, begrippen
"""
_FACT = """
gegeven getal_{n}: aantal van 0 tot en met 99
  vraag "Hoeveel is getal {n}?"
  herkomst fictief "om te meten"
"""
_DECISION = """
besluit besluit_{n}: aantal van 0 tot en met 1000, standaard 0
  label       "besluit {n}"
  uitkomstzin "Besluit {n}: {{uitkomst}}"
"""
_RULE = """
artikel {n} "Regel {n}"
  als      getal_{one} >= {low} en getal_{one} < {high} en (getal_{two} > {limit} of niet getal_{three} = {limit})
  dan moet besluit_{decision} = {outcome}
"""


def ruled(rules: int) -> str:
    """The text. Of the rules of one decision no two apply to the same case, as in a table."""
    blocks = [_FACT.format(n=number) for number in range(FACTS)]
    for number in range(rules):
        decision, place = divmod(number, A_DECISION)
        if not place:
            blocks.append(_DECISION.format(n=decision))
        facts = [(decision * 7 + by) % FACTS for by in (0, 11, 17)]
        one, two, three = facts
        blocks.append(
            _RULE.format(
                n=number + 1,
                one=one,
                two=two,
                three=three,
                low=place * 100 // A_DECISION,
                high=(place + 1) * 100 // A_DECISION,
                limit=(number * 13) % 90,
                decision=decision,
                outcome=number % 997 + 1,
            )
        )
    return _HEAD + "".join(blocks)
