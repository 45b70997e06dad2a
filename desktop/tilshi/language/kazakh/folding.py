"""Text as the recogniser reads it: lower case, plain spaces and hyphens, one letter where writers use several.

Nearly always one character stays one; where it does not (soft hyphens, «İ»), ``Folded`` knows the way back.
"""

import re
from dataclasses import dataclass

WORD = re.compile(r"\w+(?:[-'’]\w+)*")
"""A word in folded text; its ending may hang on a hyphen."""

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
_NEEDS_FOLDING = re.compile(r"[a-pxyёə\u00a0\u202f\u2007\u2009\t\n\r\v\f\u2010\u2011\u2028\u2029]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")

_ADDRESS = re.compile(
    r"\S+@\S+|\w+://\S+|(?<!\w)www\.\S+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.(?:[a-z]{2,24}|қаз|рф|бел|укр|срб|мкд|мон)(?![\w.-]*\w)(?:[/?#:]\S*)?",
    re.IGNORECASE,
)
_MAY_HOLD_ADDRESS = re.compile(r"@|://|\w\.\w")


@dataclass(frozen=True, slots=True)
class Folded:
    """``text`` folded, and ``positions``: for each folded character its offset in the original (``None``: the same)."""

    original: str
    text: str
    positions: tuple[int, ...] | None
    addresses: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the folded text as a span of the original, in code points."""
        if self.positions is None:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1

    def hidden(self, start: int, end: int) -> bool:
        """Whether a span lies in a web or e-mail address, where no word is a word."""
        return any(start < stop and begin < end for begin, stop in self.addresses)


def fold_word(text: str) -> str:
    """``text`` in folded spelling, where offsets do not matter."""
    return " ".join(_INVISIBLE.sub("", text).lower().translate(_SPELLINGS).split())


def fold(text: str) -> Folded:
    """Fold running text; see ``Folded``."""
    folded = text.lower()
    positions = None
    if len(folded) != len(text) or _INVISIBLE.search(folded):
        pairs = [
            (at, low) for at, letter in enumerate(text) if not _INVISIBLE.match(letter) for low in letter.lower()[:1]
        ]
        positions = tuple(at for at, _ in pairs)
        folded = "".join(low for _, low in pairs)
    addresses = _addresses(folded) if _MAY_HOLD_ADDRESS.search(folded) else ()
    if _NEEDS_FOLDING.search(folded):
        folded = folded.translate(_SPELLINGS)
    return Folded(text, folded, positions, addresses)


def _addresses(folded: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _ADDRESS.finditer(folded))
