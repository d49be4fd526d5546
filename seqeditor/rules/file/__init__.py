"""Rules over what only the file as received shows; the reader finds, these judge and word."""
