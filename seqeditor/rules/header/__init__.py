"""Rules over the general information and the attributes of the root."""
