"""Questions and reports."""
