"""One case to an outcome: three-valued, with its tree. Pure functions of (corpus, case)."""
