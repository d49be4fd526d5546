"""What a sequence listing is: frozen values and the pure functions that edit them."""
