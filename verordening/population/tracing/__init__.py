"""One case through generated Python, with its whole evaluation tree: what the interpreter says, from the program."""
