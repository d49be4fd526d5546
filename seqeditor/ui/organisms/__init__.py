"""Names of organisms in the window: the field that completes them, the own list."""
