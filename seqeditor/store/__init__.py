"""The SQLite working copy: rows, order, journal, findings."""
