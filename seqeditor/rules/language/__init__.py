"""Rules over free text in two languages."""
