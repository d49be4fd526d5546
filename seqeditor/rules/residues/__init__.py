"""Rules over the residues of one sequence (ST.26 par. 11-37)."""
