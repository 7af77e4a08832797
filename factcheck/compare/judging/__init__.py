"""What kind of change an edit is, and how much it weighs."""
