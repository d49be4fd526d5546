"""The message catalogue, free of Qt, usable from every layer."""
