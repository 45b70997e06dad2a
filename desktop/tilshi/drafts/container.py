"""What surrounds the document of a draft in its file: nothing in a plain draft, encryption in a protected one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


class Container(Protocol):
    """Turns the document into the bytes of the file and back; everything that goes to disk passes through it."""

    def seal(self, document: bytes) -> bytes:
        """The bytes of the file that hold the document."""
        ...

    def unseal(self, data: bytes) -> bytes:
        """The document in the bytes of a file."""
        ...


@dataclass(frozen=True, slots=True)
class PlainContainer:
    """The file is the document."""

    def seal(self, document: bytes) -> bytes:
        """The document itself."""
        return document

    def unseal(self, data: bytes) -> bytes:
        """The file's bytes themselves."""
        return data
