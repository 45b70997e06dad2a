"""The Kazakh engine: recognises any form of a term, says which form it is, and writes a term in a wanted form."""

from tilshi.language.kazakh.inflector import inflect, write
from tilshi.language.kazakh.lexeme import Lexeme
from tilshi.language.kazakh.matcher import Match, Matcher
from tilshi.language.kazakh.recogniser import analyse, find, matches

__all__ = ["Lexeme", "Match", "Matcher", "analyse", "find", "inflect", "matches", "write"]
