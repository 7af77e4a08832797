"""From the rows of a file to stored articles: previews, batches, refusals, and what an import reports."""
