"""What the release said before: of one segment, and whole versions beside each other."""
