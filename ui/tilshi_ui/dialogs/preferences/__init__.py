"""What the user chooses once: remembered at once, no button to confirm."""
