"""The tables of ST.26 as data: feature keys, qualifiers, symbols, codes."""
