"""Rules that read a text and return findings."""
