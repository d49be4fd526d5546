"""Rules over one sequence."""
