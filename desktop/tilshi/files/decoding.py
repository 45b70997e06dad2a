"""From bytes to text: told by the file, else found out, never guessed in silence."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from tilshi.files.errors import FileError
from tilshi.files.kinds import refuse_foreign
from tilshi.i18n import _

UTF_8: Final = "utf-8"

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Line ends of old printers and of Word's "line break" are line ends here too; other control characters mean "no text".
_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_MULTIBYTE: Final = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH: Final = re.compile(rb"[\x80-\xff]")

# KZ-1048 is Windows-1251 with the Kazakh letters where 1251 has Serbian ones.
_RUSSIAN: Final = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюяёАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЁ")
_KAZAKH: Final = frozenset("әғқңөұүһіӘҒҚҢӨҰҮҺІ")
_WESTERN: Final = frozenset("àâäçéèêëîïôöœùûüÿæñáíóúßÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜŸÆÑÁÍÓÚ")
_MARKS: Final = frozenset("«»“”„‘’‚–—…№§°·•\u00a0€\u00ad")
_LEGACY: Final = (
    ("cp1251", _RUSSIAN),
    ("kz1048", _RUSSIAN | _KAZAKH),
    ("cp1252", _WESTERN),
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_PLAUSIBLE: Final = 0.9


def decode_text(path: Path, data: bytes) -> tuple[str, str]:
    """The text of a file and the encoding it was read with.

    UTF-8, and UTF-16 or UTF-32 with a byte order mark, are recognised for certain. Where a text is none of them, the
    eight-bit encodings of Windows (1251, its Kazakh form KZ-1048, 1252) are tried, and taken only if nearly every
    letter fits: a caller must warn where `is_guess(encoding)`. Line ends stay as they are.

    Raises:
        FileError: empty, no text at all, or in an encoding that cannot be found out; with the line where it broke.
    """
    refuse_foreign(path, data)
    text, encoding = _decoded(path, data)
    refuse_controls(path, text)
    return text, encoding


def is_guess(encoding: str) -> bool:
    """Whether `decode_text` found the encoding out from the letters alone."""
    return encoding in {name for name, _letters in _LEGACY}


def decode_as(path: Path, data: bytes, encoding: str) -> str:
    """The text, strictly in the encoding that the file itself names.

    Raises:
        FileError: a byte does not fit (with its line), or there is no such encoding.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _damaged(path, data, error.start) from error
    except (LookupError, UnicodeError) as error:
        raise FileError(path, _("The encoding “{encoding}” is not known.").format(encoding=encoding)) from error


def refuse_controls(path: Path, text: str) -> None:
    """Raises FileError, with the line, where a text holds control characters or halves of surrogate pairs."""
    found = _CONTROL.search(text) or _SURROGATE.search(text)
    if found:
        raise FileError(
            path,
            _("There is a character that no text may hold: {code}.").format(code=f"U+{ord(found[0]):04X}"),
            place=in_line(text.count("\n", 0, found.start()) + 1),
            remedy=_("The file is damaged or not a text; look for another copy."),
        )


def in_line(number: int) -> str:
    """How errors and warnings name a line, counted from 1."""
    return _("line {number}").format(number=number)


def _decoded(path: Path, data: bytes) -> tuple[str, str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return decode_as(path, data[len(mark) :], encoding), encoding
    try:
        return data.decode(UTF_8), UTF_8
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data) or _CONTROL_BYTES.search(data):
            raise _damaged(path, data, error.start) from error
    return _from_legacy(path, data)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes beyond ASCII do form UTF-8: then the rest is damage, and no other encoding is meant."""
    high = len(_HIGH.findall(data))
    return 2 * sum(len(group) for group in _MULTIBYTE.findall(data)) > high


def _from_legacy(path: Path, data: bytes) -> tuple[str, str]:
    score, encoding = max((_plausibility(data, name, letters), name) for name, letters in _LEGACY)
    if score < _PLAUSIBLE:
        raise FileError(
            path,
            _("The encoding of this text cannot be found out."),
            remedy=_("Save it as UTF-8 in the program it comes from."),
        )
    return data.decode(encoding), encoding


def _plausibility(data: bytes, encoding: str, letters: frozenset[str]) -> float:
    """Share of what is beyond ASCII that looks right: words with letters of the language, signs that texts use."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    signs = [sign for sign in text if sign >= "\x80" and not sign.isalpha()]
    right = sum(_is_word(word, letters) for word in words) + sum(sign in _MARKS for sign in signs)
    return right / (len(words) + len(signs))


def _is_word(word: str, letters: frozenset[str]) -> bool:
    """Whether a word is of one script: Cyrillic alone, or Latin with accents here and there."""
    beyond = [letter for letter in word if not letter.isascii()]
    if not letters.issuperset(beyond):
        return False
    if letters is _WESTERN:
        return 2 * len(beyond) <= len(word) or len(word) == 1
    return len(beyond) == len(word)


def _damaged(path: Path, data: bytes, at: int) -> FileError:
    return FileError(
        path,
        _("The text is damaged or in another encoding than it should be: byte {byte} does not fit.").format(
            byte=f"{data[at]:02X}"
        ),
        place=in_line(data.count(b"\n", 0, at) + 1),
        remedy=_("Save it as UTF-8 in the program it comes from, or look for another copy."),
    )
