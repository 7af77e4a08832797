"""A received text, read: which part of it is the article, and what the rest says. Knows no Django."""
