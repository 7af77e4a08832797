"""The chained record of acts. Everything writes to it through `recording.record`; it knows nothing of the rest."""
