"""Texts to hand on: the motivation of a decision, its summary for the resident, and the sheet for a case discussion."""
