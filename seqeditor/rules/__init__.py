"""Checks over domain values, one small function each."""
