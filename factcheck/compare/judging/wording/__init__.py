"""The same words or nearly: when they say the same, and when they do not."""
