"""The catalogue of lint rules: what is written well enough to load, and still is not right."""
