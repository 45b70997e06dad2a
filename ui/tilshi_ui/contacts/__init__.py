"""The address book in the window."""
