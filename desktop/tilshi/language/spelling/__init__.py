"""Spelling: dictionaries under our own grammar, and what a misspelt word is meant for."""

from tilshi.language.spelling.speller import Misspelling, Speller

__all__ = ["Misspelling", "Speller"]
