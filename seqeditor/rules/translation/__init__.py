"""Rules over coding regions: what the codons say against what the qualifiers say."""
