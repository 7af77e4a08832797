"""From an address to the page that stands there: whether it may be asked for, and asking."""
