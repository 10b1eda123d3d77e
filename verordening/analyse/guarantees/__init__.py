"""Whether what is promised of all cases (`waarborg`) holds: proved, or broken with two cases beside each other."""
