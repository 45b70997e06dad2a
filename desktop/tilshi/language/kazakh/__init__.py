"""The Kazakh engine: recognises any form of a term, says which form it is, and writes a term in a wanted form."""

from tilshi.language.kazakh.inflector import inflect, write
from tilshi.language.kazakh.lexeme import Lexeme
from tilshi.language.kazakh.recogniser import Match, analyse, find, matches

__all__ = ["Lexeme", "Match", "analyse", "find", "inflect", "matches", "write"]
