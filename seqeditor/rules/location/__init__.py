"""Rules over feature locations (ST.26 par. 64-71)."""
