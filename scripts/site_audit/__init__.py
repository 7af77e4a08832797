"""The public site under tools that nobody here wrote: each module asks one of them what it finds."""
