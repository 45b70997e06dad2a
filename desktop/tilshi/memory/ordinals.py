"""The suffix of an English ordinal in figures."""

from __future__ import annotations


def english_suffix(number: int) -> str:
    """`st` of 1 and 21, `nd`, `rd`, and `th` of all others, 11 to 13 too."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
