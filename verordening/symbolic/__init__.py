"""The rules in symbols: what applies, stands and comes of a decision, with a symbol for every fact.

Who fills in the symbols is for others: a solver looks for a case (`analyse.solving`), a compiler makes a program for
many (`population`). Nothing here knows either.
"""
