"""What writes the files of `factcheck/compare/lexicon/learned`, one module for the files of one set of data.

A module that has `files(shared)` takes part in `make learned` and in the check that committed files are what it gives.
"""
