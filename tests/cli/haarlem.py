"""An ordinance of a municipality without rules of its own among the shipped ones, and a trial of it."""

HEADER = """\
regeling haarlemse_maatregelen "Maatregelen van Haarlem"
  soort verordening
  gemeente haarlem
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw, begrippen

"""
RULES = """\
artikel 2
  als      gedraging = te_laat_geregistreerd
  dan moet verlaging = 5% en duur_verlaging = 1 maand
"""
TRIAL = """\
proef: Te laat
gemeente: haarlem
peildatum: 2026-03-01
besluiten: [verlaging]
gegevens: {gedraging: te_laat_geregistreerd, datum_gedraging: 2026-02-20}
oordelen: {verwijtbaarheid: aanwezig}
tabel: |
  | naam    | dan verlaging |
  | te laat | 5%            |
"""
