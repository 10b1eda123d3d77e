"""The conversation of `verordening gesprek`: its script, what can be answered, and where it stands. No terminal."""
