"""Where a line may end: the spaces and hyphens of a text that bind nothing together.

Never divided: a word at its hyphen (ХҚКК-нің), a number and its unit or its own groups, a sign and its number (№ 5),
an initial and a name, a dash and the words before it, a quotation mark and its quotation. Short words and numbers stay
with what follows where that costs little. These are the rules the four languages share; a text may bind more with
U+00A0, U+202F, U+2011 and U+2060.

Words are not divided at hyphens because readers of PDF take a hyphen at a line's end for a soft one: pdftotext joins
the halves without it, pdfium replaces it. Soft hyphens are there for long words.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple


class BreakKind(Enum):
    """What happens to a line that ends at a break."""

    SPACE = "space"  # the spaces hang over the margin
    SIGN = "sign"  # nothing: a dash or a slash is there already, or no sign is wanted
    SOFT = "soft"  # the soft hyphen becomes visible
    HYPHEN = "hyphen"  # a hyphen is shown that the text does not have
    FORCED = "forced"  # the text breaks the line itself


class Break(NamedTuple):
    """A possible end of a line.

    `end` is the offset after the last visible character, `resume` where the next line starts (code points).
    `cost` is 0 for a good break; 1 is as bad as an empty line.
    """

    end: int
    resume: int
    kind: BreakKind
    cost: float = 0.0

    @property
    def is_forced(self) -> bool:
        """Whether the line ends here in any case."""
        return self.kind is BreakKind.FORCED


_AFTER_SHORT_WORD: Final = 0.02
_AFTER_DASH: Final = 0.04
_AT_SOFT_HYPHEN: Final = 0.05
_AFTER_NUMBER: Final = 0.06

_UNITS: Final = frozenset(
    (
        *("%", "‰", "°", "°C", "$", "€", "£", "₸", "₽", "mm", "cm", "m", "km", "m²", "km²", "m³", "мм", "см", "м"),
        *("км", "м²", "км²", "м³", "шаршы", "кв", "g", "kg", "t", "г", "кг", "т", "l", "л", "ml", "мл", "h", "min"),
        *(
            "s",
            "ч",
            "мин",
            "сағ",
            "сек",
            "kW",
            "MW",
            "кВт",
            "МВт",
            "ha",
            "га",
            "тг",
            "тенге",
            "теңге",
            "руб",
            "сом",
            "сомони",
        ),
        *("сум", "сўм", "USD", "EUR", "CHF", "GBP", "KZT", "RUB", "KGS", "UZS", "TJS", "мың", "млн", "млрд", "трлн"),
        *("миллион", "миллиард", "тыс", "тысяч", "тысячи", "тысяча", "миллиона", "миллионов", "миллиарда"),
        *("миллиардов", "thousand", "million", "billion", "bn", "mille", "millions", "milliard", "milliards"),
        *("ж", "жж", "гг", "am", "pm", "a.m", "p.m"),
    )
)
_SIGNS: Final = frozenset(
    (
        *("№", "§", "§§", "no.", "nos.", "n°", "p.", "pp.", "fig.", "art.", "рис.", "табл.", "стр.", "ст.", "п."),
        *("tel.:", "tél.:", "тел.:", "tel.", "tél.", "тел."),
    )
)
_TITLES: Final = frozenset(("Mr", "Mrs", "Ms", "Dr", "St", "Mme", "Mlle", "MM", "Me", "Pr"))

# Spaces that bind (U+00A0, U+2007, U+202F) are not among these.
_SPACES: Final = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
_OPPORTUNITY: Final = re.compile(
    rf"[{_SPACES}]+|[\n\u2028\u2029\u00ad\u200b]|(?<=[^\W\d_])[–—](?=[^\W\d_])"
    r"|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})"
)
_OPENING: Final = "«„(["
_OPENING_AND_QUOTES: Final = "«“„(["
_CLOSING: Final = frozenset("»”)]}!?:;,.%‰…")
_AFTER_UNIT: Final = ".,;:!?»”)…"
_DASHES: Final = "–—‒―-"
_HYPHENS: Final = "-\u2010"


@lru_cache(maxsize=1024)
def breaks(text: str) -> tuple[Break, ...]:
    """The possible ends of lines in order; the end of the text is not among them."""
    found: list[Break] = []
    spaces: list[re.Match[str]] = []
    for match in _OPPORTUNITY.finditer(text):
        if text[match.start()] in _SPACES:
            spaces.append(match)
        elif (chance := _inside_word(text, *match.span())) is not None:
            found.append(chance)
    edges = [0, *(edge for match in spaces for edge in match.span()), len(text)]
    for before, start, end, after in zip(edges[::2], edges[1::2], edges[2::2], edges[3::2], strict=False):
        cost = _space_cost(text[before:start], text[end:after])
        if cost is not None:
            found.append(Break(start, end, BreakKind.SPACE, cost))
    found.sort(key=itemgetter(0))
    last = len(text)
    return tuple([chance for chance in found if chance.end > 0 and (chance.resume < last or chance.is_forced)])


def _inside_word(text: str, start: int, end: int) -> Break | None:
    character = text[start]
    if character in "\n\u2028\u2029":
        return Break(start, end, BreakKind.FORCED)
    if character == "\u00ad":
        return Break(start, end, BreakKind.SOFT, _AT_SOFT_HYPHEN)
    if character == "\u200b":
        return Break(end, end, BreakKind.SIGN)
    return Break(end, end, BreakKind.SIGN, _AFTER_DASH)


@lru_cache(maxsize=8192)
def _space_cost(before: str, after: str) -> float | None:
    """What it costs to end a line between two stretches of text; None where it must not end."""
    words_before, words_after = before.split(), after.split(None, 1)
    if not words_before or not words_after:
        return 0.0
    left, right = words_before[-1], words_after[0]
    if right[0] in _CLOSING or (right[0] in _DASHES and not right.strip(_DASHES)) or not left.strip(_OPENING):
        return None
    bare = left.lstrip(_OPENING_AND_QUOTES)
    if left[-1] in _HYPHENS or _bound_by_number(bare, right) or _bound_by_name(bare, right):
        return None
    if _ends_with_digit(bare):
        return _AFTER_NUMBER
    return _AFTER_SHORT_WORD if len(bare) <= 2 and bare.isalpha() else 0.0


def _ends_with_digit(word: str) -> bool:
    return word.rstrip(")")[-1:].isdigit()


def _bound_by_number(left: str, right: str) -> bool:
    starts_with_digit = right.lstrip("+(")[:1].isdigit()
    if left.lower() in _SIGNS:
        return starts_with_digit
    if not _ends_with_digit(left):
        return False
    return starts_with_digit or right.partition("-")[0].partition("/")[0].rstrip(_AFTER_UNIT) in _UNITS


def _bound_by_name(left: str, right: str) -> bool:
    if _are_initials(left):
        return True
    if left.rstrip(".") in _TITLES:
        return right[0].isupper()
    return left[:1].isupper() and right[0].isupper() and _are_initials(right.rstrip(",;»”)"))


def _are_initials(word: str) -> bool:
    """Single letters with full stops: А., Ж.-Б., т."""
    if not word.endswith("."):
        return False
    return all(len(letter) == 1 and letter.isalpha() for letter in word[:-1].replace("-", "").split("."))
