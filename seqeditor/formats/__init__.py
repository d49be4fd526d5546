"""Readers and writers of files: bytes to domain values and back."""
