"""A population that does not exist: households within the bounds of the facts, that go together, by a seed."""
