"""Rules over qualifiers: names, values, what they need (ST.26 par. 73-87)."""
