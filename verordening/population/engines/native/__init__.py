"""The engine `llvm`: a program as machine code, one pass over the columns, many rows in each instruction."""

from verordening.population.engines.native.kernel import Native as Native
