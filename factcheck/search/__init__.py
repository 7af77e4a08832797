"""Finding rows by their words, narrowing what was found, and paging through it; knows none of the rows it finds."""
