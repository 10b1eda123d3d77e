"""All cases: what is true of a regulation whatever the facts. Here: a case that shows what is wrong with a rule."""
