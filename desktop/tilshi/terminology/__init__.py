"""Glossaries: terms, their matching in a text, and their exchange."""
