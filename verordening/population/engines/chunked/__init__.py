"""The engine `numpy`: one operation after the other, over chunks of rows that stay in the processor's cache."""

from verordening.population.engines.chunked.kernel import Chunked as Chunked
