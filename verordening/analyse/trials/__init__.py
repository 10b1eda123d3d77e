"""Trials run: whether each comes to what it says, what the trials together cover, and what they would not notice."""
