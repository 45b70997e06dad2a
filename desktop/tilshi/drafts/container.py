"""What surrounds the document of a draft in its file: nothing in a plain draft, encryption in a protected one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from tilshi.files.errors import FileError
from tilshi.i18n import _

MAGIC: Final = b"tilshi-encrypted "
"""How everything begins that is encrypted; the version of the form and the end of the line follow."""


class KeyNeeded(FileError):
    """What the file holds is encrypted, and nobody has given a key yet: it is not damaged, only locked."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, _("The draft is encrypted."), remedy=_("Open it with its passphrase or recovery key."))


class OtherKey(FileError):
    """It is sealed with a document key that is not at hand."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            _("It is encrypted with another key than the one that was given."),
            remedy=_("If the key was changed elsewhere, close the draft and open it with the new passphrase."),
        )


class Container(Protocol):
    """Turns the document into the bytes of the file and back; everything that goes to disk passes through it."""

    @property
    def sealed(self) -> bool:
        """Whether a key is needed to read what `seal` writes."""
        ...

    def seal(self, document: bytes) -> bytes:
        """The bytes of the file that hold the document."""
        ...

    def seal_record(self, document: bytes) -> bytes:
        """The same for a record that stands behind one sealed whole: without the slots that open it."""
        ...

    def unseal(self, data: bytes, path: Path) -> bytes:
        """The document in the bytes of a file; `path` is what errors call it.

        What is not sealed is returned as it is: a draft may have been protected while some of it was plain yet.

        Raises:
            KeyNeeded: it is sealed, and this container has no key.
            OtherKey: it is sealed with a key that this container does not have.
            FileError: it is damaged.
        """
        ...

    def is_current(self, data: bytes) -> bool:
        """Whether the bytes are sealed as `seal` would seal them now: neither plain nor with an earlier key or slot."""
        ...

    def adopting(self, data: bytes) -> Container:
        """The container with the slots that somebody else has given the draft in these bytes, if they have."""
        ...


@dataclass(frozen=True, slots=True)
class PlainContainer:
    """The file is the document."""

    @property
    def sealed(self) -> bool:
        """Anybody may read it."""
        return False

    def seal(self, document: bytes) -> bytes:
        """The document itself."""
        return document

    def seal_record(self, document: bytes) -> bytes:
        """The document itself."""
        return document

    def unseal(self, data: bytes, path: Path) -> bytes:
        """The file's bytes themselves; raises KeyNeeded where they are sealed."""
        if is_sealed(data):
            raise KeyNeeded(path)
        return data

    def is_current(self, data: bytes) -> bool:
        """Whether they are plain."""
        return not is_sealed(data)

    def adopting(self, _data: bytes) -> Container:
        """This one."""
        return self


@dataclass(frozen=True, slots=True)
class Unsealing:
    """On the way from an encrypted draft to a plain one: reads both, writes plain."""

    before: Container

    @property
    def sealed(self) -> bool:
        """What is written is not."""
        return False

    def seal(self, document: bytes) -> bytes:
        """The document itself."""
        return document

    def seal_record(self, document: bytes) -> bytes:
        """The document itself."""
        return document

    def unseal(self, data: bytes, path: Path) -> bytes:
        """The document, with the key there was."""
        return self.before.unseal(data, path)

    def is_current(self, data: bytes) -> bool:
        """Whether they are plain."""
        return not is_sealed(data)

    def adopting(self, _data: bytes) -> Container:
        """This one: whoever takes the protection away means it."""
        return self


def is_sealed(data: bytes) -> bool:
    """Whether the bytes of a file are encrypted; enough of the beginning will do."""
    return data.startswith(MAGIC)
