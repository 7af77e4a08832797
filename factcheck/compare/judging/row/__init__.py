"""What one row holds on either side: its words, its signals, its changes."""
