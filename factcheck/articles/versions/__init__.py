"""Which articles are versions of one story, which is its original, and what each made of it."""
