"""The readers' pages, a module for each noun."""
