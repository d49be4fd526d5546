"""Rules over features: keys, source, mandatory notes (ST.26 par. 60-63)."""
