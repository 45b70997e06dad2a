"""What may be a release, by its kind and its length."""

from __future__ import annotations

from typing import Final

WORD_SUFFIXES: Final = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Word files: documents and templates, with macros or without; nothing in them is run."""

MAX_PARTS: Final = 5_000
MAX_LENGTH: Final = 400_000
"""Of a text in code points: 250 pages, a hundred times a long release."""
