"""Use cases: open, save, import, export, edit, validate, recover."""
