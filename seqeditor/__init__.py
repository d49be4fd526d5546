"""Editor and checker for ST.26 sequence listings."""

__version__ = "0.1.0"
