"""From syntax trees to one typed corpus: names, types, places, dates and rank resolved, with every problem reported."""
