"""The feature map: where the features of a sequence lie, on a line or on a circle."""
