"""Outcomes out: columns of whole numbers to the columns that people read, in parquet or csv, whole or not at all."""
