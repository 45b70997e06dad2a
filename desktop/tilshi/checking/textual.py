"""The rules over a text alone, without its source and without a glossary."""

from __future__ import annotations

from typing import Final

from tilshi.checking.brackets import BRACKET_PAIRS
from tilshi.checking.capitals import ROLE_CAPITALS, TERM_CAPITALS
from tilshi.checking.encoding import BROKEN_LINE, STRANGE_CHARACTER
from tilshi.checking.foreign import FOREIGN_RUN
from tilshi.checking.kazakh_cases import KAZAKH_CASE
from tilshi.checking.kazakh_forms import KAZAKH_ENDING
from tilshi.checking.kazakh_letters import KAZAKH_LETTER
from tilshi.checking.letters import HOMOGLYPH
from tilshi.checking.links import LINK_FORM
from tilshi.checking.personal import PERSONAL_DATA
from tilshi.checking.punctuation import DASH_STYLE, DASHES_MIXED, DOUBLED_MARK, HEADING_STOP
from tilshi.checking.quotation import QUOTE_PAIRS, QUOTE_STYLE
from tilshi.checking.repetition import WORD_TWICE
from tilshi.checking.rules import Rule
from tilshi.checking.spaces import DOUBLE_SPACE, NO_BREAK, SPACE_AFTER, SPACE_AT_EDGE, SPACE_BEFORE
from tilshi.checking.spelling import SPELLING
from tilshi.checking.style import NEUTRALITY, PLAINNESS, RESPECT
from tilshi.checking.symbols import ASCII_SIGN

TEXTUAL: Final[tuple[Rule, ...]] = (
    PERSONAL_DATA,
    HOMOGLYPH,
    KAZAKH_LETTER,
    KAZAKH_ENDING,
    KAZAKH_CASE,
    FOREIGN_RUN,
    SPELLING,
    STRANGE_CHARACTER,
    BROKEN_LINE,
    LINK_FORM,
    QUOTE_STYLE,
    QUOTE_PAIRS,
    BRACKET_PAIRS,
    DASH_STYLE,
    DASHES_MIXED,
    HEADING_STOP,
    DOUBLED_MARK,
    WORD_TWICE,
    ROLE_CAPITALS,
    TERM_CAPITALS,
    RESPECT,
    NEUTRALITY,
    PLAINNESS,
    ASCII_SIGN,
    DOUBLE_SPACE,
    SPACE_AT_EDGE,
    SPACE_BEFORE,
    SPACE_AFTER,
    NO_BREAK,
)
"""In the order in which they report on a segment."""
