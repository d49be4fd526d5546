"""Adapters between Qt and the rest of the program."""
