"""What a single line or paragraph shows by its form: dates, labels, bullets, cells, quotations, addresses."""

from __future__ import annotations

import re
from typing import Final

from tilshi.exchange.plaintext.cues import Cue, label, pattern, whole

OPENING: Final = '«“„"‘‹'
CLOSING: Final = '»”“"’›'
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC_DATE: Final = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d{2}\b")
_BULLET: Final = re.compile(r"(?:[•●○◦▪■□‣⁃∙·*➢✓✔]|[–—-](?=[ \t\u00a0])|\uf0b7)[ \t\u00a0]*(?=\S)")
_NUMBERED: Final = re.compile(r"(?:\d{1,2}[.)]|[a-zа-я]\))[ \t\u00a0]+(?=\S)", re.IGNORECASE)
_RULE: Final = re.compile(r"[\W_]*\Z")
_TABLE_RULE: Final = re.compile(r"\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\Z")
# «City (ICRC) – …», «City / City, 6 March (ICRC) – …», «CITY, 6 March – …»
_DATELINE: Final = re.compile(
    r"(?:[^\W\d_][^().:;!?«“]{1,50}\s?\([^\W\d_]{2,12}(?:[ /,-][^\W\d_]{2,12}){0,3}\)[,.]?\s*[–—:-]\s"
    r"|[^\W\d_][\w’'. -]{1,40}(?:,\s[^\W\d_][\w’'. -]{1,40})?,\s[^–—]{0,20}\d[^–—:]{0,20}\s?[–—]\s"
    r"|[^\W\d_a-zа-яәғқңөұүһі][^\W\d_a-zа-яәғқңөұүһі -]{2,30}\s[–—]\s(?=[^\W\d_a-zа-яәғқңөұүһі]|[«“\"]))"
)
_QUOTED: Final = re.compile(r"«[^»]*»?|“[^”]*”?|„[^“”]*[“”]?|\"[^\"]*\"?")
_SPEECH: Final = re.compile(r"[–—-]\s[^–—]{3,}[,!?…]\s[–—]\s")
_WITHIN: Final = re.compile(r"[^\W\d_]{2}[.!?…][»”“\"’)]*\s")
_TERMINAL: Final = re.compile(r"[.!?…][»”“\"’)\]\s]*\Z")


def words(text: str) -> list[str]:
    """The words and numbers of a text."""
    return _TOKEN.findall(text)


def date_share(text: str) -> float:
    """How much of a text is a date: 1 for a date alone, less with a place before it, 0 without a day or a year."""
    numeric = _NUMERIC_DATE.search(text)
    if not numeric and not (_YEAR.search(text) and pattern(Cue.MONTH).search(text)):
        return 0.0
    tokens = _TOKEN.findall(text)
    dated = sum(len(token) for token in tokens if _is_of_a_date(token))
    return dated / sum(len(token) for token in tokens)


def _is_of_a_date(token: str) -> bool:
    return token.isdigit() or any(pattern(cue).fullmatch(token) for cue in (Cue.MONTH, Cue.WEEKDAY, Cue.DATE_WORD))


def is_dateline(text: str) -> bool:
    """Whether a text begins with a dateline: the place, the organisation or the day, a dash."""
    return _DATELINE.match(text) is not None


def is_terminated(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _TERMINAL.search(text) is not None


def has_sentences(text: str) -> bool:
    """Whether a sentence ends within a text."""
    return _WITHIN.search(text) is not None


def bullet(text: str) -> int:
    """Length of the bullet a line begins with; 0 without one. A dash before a quotation or speech is no bullet."""
    found = _BULLET.match(text)
    return found.end() if found and text[found.end()] not in OPENING and not is_speech(text) else 0


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number or a letter of a list."""
    return _NUMBERED.match(text) is not None


def cells(text: str) -> tuple[str, ...]:
    """The cells of a table's row written with bars; empty where it is none."""
    if "|" not in text:
        return ()
    inner = text.removeprefix("|").removesuffix("|") if text.startswith("|") and text.endswith("|") else text
    found = tuple(cell.strip() for cell in inner.split("|"))
    return found if len(found) > 1 and any(found) else ()


def is_rule(text: str) -> bool:
    """Whether a line is drawn rather than written: `***`, `———`, `|---|---|`."""
    return _RULE.match(text) is not None or _TABLE_RULE.match(text) is not None


def is_end_mark(text: str) -> bool:
    """Whether a line only says that the release ends: `– Ends –`, `ENDS`."""
    return whole(Cue.END).fullmatch(text) is not None and (text[:1] in "–—-*#/[(" or text.isupper())


def is_speech(text: str) -> bool:
    """Whether a paragraph is speech after a dash, with its attribution: `– Мы ждали, – сказала она.`."""
    return _SPEECH.match(text) is not None


def quoted_share(text: str) -> float:
    """The share of a text that stands in quotation marks; an unclosed quotation reaches to the end."""
    return sum(len(found[0]) for found in _QUOTED.finditer(text)) / len(text) if text else 0.0


def has_label(text: str) -> bool:
    """Whether a line begins with the label of a contact or of a fact."""
    return any(label(cue).match(text) for cue in (Cue.PHONE, Cue.EMAIL, Cue.FACT, Cue.ACCREDITATION))
