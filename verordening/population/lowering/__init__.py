"""Makes the integer program of a corpus and a day: from the rules in symbols, with the columns of a batch for facts."""
