"""Rules over the text of any element or attribute."""
