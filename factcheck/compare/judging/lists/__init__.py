"""Judging languages other than English, by word lists."""
