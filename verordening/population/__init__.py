"""Many cases at once: the rules of a day lowered to integers, and engines that run them over columns."""
