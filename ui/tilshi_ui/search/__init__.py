"""Find and replace: the panel, what it lists, and the search behind it."""
