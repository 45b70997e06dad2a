"""Language tags: well-formed or not (BCP 47, RFC 5646, 2.1)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LANGTAG: Final = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language, extended language
    r"(?:-[a-z]{4})?"  # script
    r"(?:-(?:[a-z]{2}|\d{3}))?"  # region
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*"  # variants
    r"(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z\d]{1,8})+)?"  # private use
    r"|x(?:-[a-z\d]{1,8})+",
    re.ASCII | re.IGNORECASE,
)


def is_well_formed(tag: str) -> bool:
    """Whether `tag` is a language tag by its form; whether anybody speaks it is not asked."""
    return _LANGTAG.fullmatch(tag) is not None


@lru_cache(maxsize=256)
def primary(tag: str) -> str:
    """The language itself, in lower case: `kk` of `kk-Cyrl-KZ`."""
    return tag.split("-", 1)[0].lower()
