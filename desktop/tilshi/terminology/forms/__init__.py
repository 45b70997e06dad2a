"""Which form of a term fits a place in a text, a module a language."""
