"""Engines: what runs an integer program over columns. All of them give what `population.program.run` gives."""
