"""Turning annotated records of other databases and programs into sequences of ST.26."""
