"""What stops a document from becoming a PDF."""

from __future__ import annotations

from collections.abc import Sequence


class PdfError(Exception):
    """The document cannot be shown as it is; no bytes were made. `problems` are whole sentences for the user."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__(*problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(self.problems)
