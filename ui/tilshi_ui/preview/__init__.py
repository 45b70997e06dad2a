"""The finished pages, live."""
