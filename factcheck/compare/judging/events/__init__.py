"""What happened, was planned, is not so, or may be so."""
