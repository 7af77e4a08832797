"""Persons, places and offices."""
