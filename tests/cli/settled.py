"""A case that is whole, for what is done with such a case."""

SETTLED = """\
casus: Te laat ingeschreven
gemeente: amsterdam
peildatum: 2026-03-01
besluiten: [verlaging, duur_verlaging]

gegevens:
  # uit het dossier
  gedraging: te_laat_geregistreerd
  datum_gedraging: 2026-02-16
  eerdere_maatregel_artikel_6: nee
  huishouden: alleenstaande
  leeftijd: 29 jaar
  kostendelende_medebewoners: 0
  in_inrichting: nee

oordelen:
  verwijtbaarheid: {oordeel: aanwezig, motivering: Kende de plicht.}
  dringende_redenen_18_10: {oordeel: nee, motivering: Er zijn geen schulden.}
  dringende_redenen_artikel_3: {oordeel: nee, motivering: Er zijn geen schulden.}
"""
"""A case in which nothing is left to ask: 5%, one month, and no room."""
