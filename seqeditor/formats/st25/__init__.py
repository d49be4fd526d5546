"""Reading sequence listings in the text form of ST.25."""
