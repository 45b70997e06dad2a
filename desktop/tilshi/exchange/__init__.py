"""What comes in from, and goes to, other tools."""
