"""Who said what: sources, statements, the claims they are for or against, their conflicts, and what became of them."""
