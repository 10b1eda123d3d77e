"""The questions that are asked about all cases, a module each; its docstring is the page of its message."""
