"""What a page or an agency set around the text."""
