"""Outlets, stories and articles: what came in, as it came, and which articles are versions of one story."""
