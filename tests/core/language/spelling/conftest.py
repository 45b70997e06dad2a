"""Spellers of all four languages, read once for all tests."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tilshi.language.spelling import Speller
from tilshi.language.spelling.tongues import LANGUAGES


@pytest.fixture(scope="session")
def spellers() -> Mapping[str, Speller]:
    """By language, without terms or words of a user."""
    return {language: Speller(language) for language in LANGUAGES}
