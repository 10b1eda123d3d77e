"""Text to syntax tree and back, and diagnostics. Knows grammar, no law."""
