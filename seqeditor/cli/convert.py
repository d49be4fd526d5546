"""placeholder until written below."""
