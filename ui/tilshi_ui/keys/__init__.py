"""Shortcuts by the place of the key, whatever layout the keyboard has."""
