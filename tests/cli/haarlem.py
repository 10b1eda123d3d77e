"""An ordinance of a municipality without rules of its own among the shipped ones."""

HEADER = """\
regeling haarlemse_maatregelen "Maatregelen van Haarlem"
  soort verordening
  gemeente haarlem
  grondslag pw artikel 8 lid 1 onderdeel a
  herkomst fictief "een voorbeeld"
  in werking vanaf 1 januari 2015
  gebruikt pw, begrippen

"""
