"""How long a text may be to be taken for a release."""

from __future__ import annotations

from typing import Final

MAX_PARTS: Final = 5_000
MAX_LENGTH: Final = 400_000
"""Of a text in code points: 250 pages, a hundred times a long release."""
