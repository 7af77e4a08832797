"""The chained record of acts. Everything writes to it through `chain.record`; it knows nothing of the rest."""
