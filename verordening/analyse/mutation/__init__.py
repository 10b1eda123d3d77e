"""Mutations: one small change to the regulations at a time, to see whether a trial notices it."""
