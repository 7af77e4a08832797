"""The site itself: its name, its address, and what it says of itself to readers and machines."""
