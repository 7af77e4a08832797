"""The readers' pages, and all that machines read: how they are made, kept and served."""
