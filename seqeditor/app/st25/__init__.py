"""Turning what an ST.25 listing says into ST.26, with an account of every datum."""
