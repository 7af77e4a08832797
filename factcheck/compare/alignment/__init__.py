"""Which sentence of one text stands for which of the other, and which of their words differ."""
