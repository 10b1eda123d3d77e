"""Claims about a case put to the solver z3 (the extra `analyse`): a case in which they hold, or proof that none is.

Everything here rests on z3, so nothing else may load it before it is needed; see `needing`.
"""
