"""What an organisation has settled where a language leaves a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from tilshi.language.tags import primary
from tilshi.language.typography import EN_DASH, NO_BREAK_SPACE, Quotes, punctuation
from tilshi.layout.conventions import LANGUAGES_DEFAULT, Capitals, House


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """The choices for one language; an organisation's profile may differ from the defaults of `house_style`.

    `percent_space` stands between a number and %. `bound_dates`: a day is not parted from its month by a line's end.
    `schemes`: web addresses are written with https://. Limits are words, that of headlines is code points.
    """

    quotes: Quotes
    inner_quotes: Quotes
    dash: str = EN_DASH
    percent_space: str = NO_BREAK_SPACE
    title_capitals: Capitals = Capitals.CONSISTENT
    bound_dates: bool = False
    schemes: bool = False
    longest_sentence: int = 30
    longest_lead: int = 60
    longest_headline: int = 120


_PERCENT_SPACES: Final[Mapping[str, str]] = MappingProxyType({"en": ""})


@lru_cache(maxsize=64)  # asked for each text
def house_style(language: str, house: House = LANGUAGES_DEFAULT) -> HouseStyle:
    """The choices of an organisation (`Profile.house`), and those of the language where it has made none."""
    marks = punctuation(language)
    space = _PERCENT_SPACES.get(primary(language), NO_BREAK_SPACE)
    default = HouseStyle(marks.quotes, marks.inner_quotes, marks.dash, space)
    return replace(default, **house.conventions(language).chosen)
