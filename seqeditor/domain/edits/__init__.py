"""Pure functions from one value to another: everything an author can change."""
