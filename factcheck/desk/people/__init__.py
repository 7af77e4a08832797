"""The pages of a person's own account, and those on which people are invited."""
