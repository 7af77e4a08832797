"""Figures, amounts, shares and how long it took."""
