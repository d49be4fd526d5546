"""Rules over the columns of all sequences: total, numbering, skipped ones."""
