"""The lint rules, one a module: its docstring is its Dutch page, and the Markdown beside it holds its examples."""
