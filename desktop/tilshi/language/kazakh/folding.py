"""Text as the recogniser reads it: lower case, plain spaces and hyphens, one letter where writers use several.

Nearly always one character stays one; where it does not (soft hyphens, «İ»), ``Folded`` knows the way back.
"""

import re

WORD = re.compile(r"\d+(?=-[^\W\d])|\w+(?:[-'’]\w+)*")
"""A word in folded text, with an ending that may hang on a hyphen; of «3-мыңжылдық» the number is a word of its own."""

WORD_AND_GAP = re.compile(f"({WORD.pattern})")
"""Splits folded text into gap, word, gap, word, …, gap."""

_ALIKE = {mark: alike[0] for alike in ('"«»“”„‟', "'‘’‚‹›", "-–—") for mark in alike}

_SPELLINGS = str.maketrans(
    {
        "ё": "е",
        "ə": "ә",
        # Latin letters that look Kazakh, typed by mistake: the word is still the word (a check reports them).
        **dict(zip("aceopxyih", "асеорхуіһ", strict=True)),
        **dict.fromkeys("\u00a0\u202f\u2007\u2009\t\n\r\u2028\u2029\v\f", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
_SPECIAL = re.compile("[a-pxyёə\u00a0\u00ad\u2000-\u2011\u2028-\u202f\u2060\ufeff\t\n\r\v\f]")
"""Anything that folding has to touch; most texts hold nothing of it."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

_ADDRESS = re.compile(
    r"\S+@\S+|\w+://\S+|(?<!\w)www\.\S+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,24}|қаз|рф|бел|укр|срб|мкд|мон)(?![\w.-]*\w)(?:[/?#:]\S*)?"
)
_INNER_DOT = re.compile(r"\.\w")


class Folded:
    """``original``, its folded ``text``, and the way back. Immutable to its callers."""

    __slots__ = ("_addresses", "_lowered", "_positions", "original", "text")

    def __init__(self, original: str, lowered: str, text: str, positions: tuple[int, ...] | None) -> None:
        self.original = original
        self.text = text
        self._lowered = lowered
        self._positions = positions
        self._addresses: tuple[tuple[int, int], ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the folded text as a span of the original, in code points."""
        if self._positions is None:
            return start, end
        return self._positions[start], self._positions[end - 1] + 1

    def hidden(self, start: int, end: int) -> bool:
        """Whether a span lies in a web or e-mail address, where no word is a word."""
        if self._addresses is None:
            self._addresses = _addresses(self._lowered)
        return any(start < stop and begin < end for begin, stop in self._addresses)


def is_plain(lowered: str) -> bool:
    """Whether a text in lower case is nothing but Kazakh letters and spaces, so that folding would change nothing."""
    return lowered.replace(" ", "").isalpha() and not _SPECIAL.search(lowered)


def fold_word(text: str) -> str:
    """``text`` in folded spelling, where offsets do not matter."""
    return " ".join(_INVISIBLE.sub("", text).lower().translate(_SPELLINGS).split())


def marks(between: str) -> str:
    """What stands between words, without spaces; marks that writers exchange for one another are made one."""
    return "".join(_ALIKE.get(mark, mark) for mark in between if mark != " ")


def fold(text: str) -> Folded:
    """Fold running text; see ``Folded``."""
    lowered = text.lower()
    if len(lowered) == len(text) and not _SPECIAL.search(lowered):
        return Folded(text, lowered, lowered, None)
    positions = None
    if len(lowered) != len(text) or _INVISIBLE.search(lowered):
        pairs = [(at, letter.lower()[0]) for at, letter in enumerate(text) if not _INVISIBLE.match(letter)]
        positions = tuple(at for at, _ in pairs)
        lowered = "".join(letter for _, letter in pairs)
    return Folded(text, lowered, lowered.translate(_SPELLINGS), positions)


def fold_text(text: str) -> str:
    """Only the folded text of ``fold``, which nearly always is the text in lower case."""
    lowered = text.lower()
    if len(lowered) == len(text) and not _SPECIAL.search(lowered):
        return lowered
    return fold(text).text


def fold_piece(lowered: str) -> str | None:
    """Fold a piece of a text in lower case, letter by letter; ``None`` if that would move the letters after it."""
    if not _SPECIAL.search(lowered):
        return lowered
    return None if _INVISIBLE.search(lowered) else lowered.translate(_SPELLINGS)


def may_hold_address(lowered: str) -> bool:
    """Whether a text in lower case may hold a web or e-mail address: a quick look, right when it says no."""
    dotted = lowered.find(".", 0, -1) >= 0 and _INNER_DOT.search(lowered)
    return bool(dotted) or "@" in lowered or "://" in lowered


def _addresses(folded: str) -> tuple[tuple[int, int], ...]:
    if may_hold_address(folded):
        return tuple(match.span() for match in _ADDRESS.finditer(folded))
    return ()
