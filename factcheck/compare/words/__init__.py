"""A text taken apart: paragraphs, sentences, words and quotations, and the forms in which words are compared."""
