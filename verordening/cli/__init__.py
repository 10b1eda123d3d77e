"""The command line: one module a command, with no legal or evaluation logic of its own."""
