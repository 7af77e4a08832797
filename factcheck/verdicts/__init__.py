"""Ratings, verdicts and what they rest on; review, publication, corrections, and every published state."""
