"""The feature table of one sequence: a tree of features with their qualifiers, edited in place."""
