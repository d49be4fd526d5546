"""The steps of building what is shipped: message catalogues, the frozen program, its check."""
