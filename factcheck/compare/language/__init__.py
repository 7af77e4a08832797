"""What words mean for a comparison: numbers, names, spellings, hedges and denials, from the lists in `lexicon/`."""
