"""What belongs to the current segment."""
