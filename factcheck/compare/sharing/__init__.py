"""How much two texts share, and the fingerprints by which an index finds those that share some."""
