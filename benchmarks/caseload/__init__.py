"""One set of rules in four hands: our engines, OpenFisca, a C kernel, and the memory of the machine as the limit.

The rules look like those of a bijstandsverordening (norm, verlaging, duur, inhouding with floors), but the amounts and
bounds are made up (fictief): nobody may take them for law.
"""
