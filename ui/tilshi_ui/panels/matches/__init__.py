"""What the memory offers for the current segment."""
