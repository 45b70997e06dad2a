"""What a file really is, by its first bytes: to say it when the name says otherwise."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from tilshi.files.errors import FileError
from tilshi.i18n import _

_OLE2: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BLANK: Final = b" \t\r\n\xef\xbb\xbf\xff\xfe"
_HTML: Final = re.compile(rb"\s*(?:<!doctype\s+html|<html|<head|<body|<script)\b", re.IGNORECASE)
_RTF: Final = b"{\\rtf"
# OpenDocument 1.3, part 2, 3.3: the type stands first, not packed.
_OPEN_DOCUMENT: Final = b"mimetypeapplication/vnd.oasis.opendocument"


def refuse_foreign(path: Path, data: bytes, *, archive: bool = False) -> None:
    """Raises FileError where the bytes are empty or plainly of another kind than text (or an archive, if it should be).

    Names what the file is and what to do with it, which no error of a parser could.
    """
    if not data.strip(_BLANK + b"\x00"):
        reason = _("The file holds nothing but zeros.") if data.strip(_BLANK) else _("The file is empty.")
        raise FileError(path, reason, remedy=_("Look for another copy of it."))
    if data.startswith(_OLE2):
        raise FileError(
            path,
            _("This is a document of an old version of Word or Office, or one protected by a password."),
            remedy=_("Open it there and save it as .docx without a password."),
        )
    if data.startswith(b"PK\x03\x04") and _OPEN_DOCUMENT in data[:100]:
        raise FileError(path, _("This is an OpenDocument file."), remedy=_("Save it as .docx or as plain text."))
    if not archive:
        _refuse_not_text(path, data)


def _refuse_not_text(path: Path, data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        raise FileError(path, _("This is a ZIP archive, perhaps a Word file with another name."))
    if data.startswith(b"%PDF-"):
        raise FileError(path, _("This is a PDF file."), remedy=_("Ask for the text it was made from."))
    if data.startswith(_RTF):
        raise FileError(path, _("This is a rich text file."), remedy=_("Save it as .docx or as plain text."))
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        raise FileError(path, _("This is a web page."), remedy=_("Save its text as plain text."))
    if data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise FileError(path, _("This is a picture."))
