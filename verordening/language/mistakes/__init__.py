"""Syntax errors in plain Dutch. Loaded where a text has one."""
