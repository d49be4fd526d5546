"""The residues of one sequence, painted and edited by a widget of our own."""
