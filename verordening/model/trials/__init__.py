"""Trials (`proef`): cases with what they must come to, from a case file with `verwacht` or from a table of rows.

Reads only; running and comparing is for `analyse.trials`.
"""
