"""Who said it, and in whose words."""
