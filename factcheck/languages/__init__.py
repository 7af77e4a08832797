"""In which language a page speaks, and its words in it: choosing, catalogues, sentences that the database keeps."""
