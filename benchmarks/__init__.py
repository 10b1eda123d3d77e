"""How fast the program is, as ratios within one run: `python -m benchmarks`. The README here says how to read it."""
