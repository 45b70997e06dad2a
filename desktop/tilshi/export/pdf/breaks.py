"""Where a line may end: the spaces and hyphens of a text that bind nothing together.

Never divided: an acronym and its hyphenated ending (ХҚКК-нің), a number and its unit or its own groups, a sign and its
number (№ 5), an initial and a name, a dash and the words before it, a quotation mark and its quotation. Short words and
numbers stay with what follows where that costs little. These are the rules the four languages share; a text may bind
more with U+00A0, U+202F, U+2011 and U+2060.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache
from typing import Final, NamedTuple


class BreakKind(Enum):
    """What happens to a line that ends at a break."""

    SPACE = "space"  # the spaces hang over the margin
    HYPHEN = "hyphen"  # nothing: the hyphen, dash or slash is there already
    SOFT = "soft"  # the soft hyphen becomes visible
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


_AFTER_SHORT_WORD: Final = 0.02
_AFTER_HYPHEN: Final = 0.04
_AT_SOFT_HYPHEN: Final = 0.05
_AFTER_NUMBER: Final = 0.06

_UNITS: Final = (
    *("%", "‰", "°", "°C", "$", "€", "£", "₸", "₽", "mm", "cm", "m", "km", "m²", "km²", "m³", "мм", "см", "м", "км"),
    *(
        "м²",
        "км²",
        "м³",
        "шаршы",
        "кв",
        "g",
        "kg",
        "t",
        "г",
        "кг",
        "т",
        "l",
        "л",
        "ml",
        "мл",
        "h",
        "min",
        "s",
        "ч",
        "мин",
    ),
    *("сағ", "сек", "kW", "MW", "кВт", "МВт", "ha", "га", "тг", "тенге", "теңге", "руб", "сом", "сомони", "сум", "сўм"),
    *(
        "USD",
        "EUR",
        "CHF",
        "GBP",
        "KZT",
        "RUB",
        "KGS",
        "UZS",
        "TJS",
        "мың",
        "млн",
        "млрд",
        "трлн",
        "миллион",
        "миллиард",
    ),
    *("тыс", "тысяч", "тысячи", "тысяча", "миллиона", "миллионов", "миллиарда", "миллиардов", "thousand", "million"),
    *("billion", "bn", "mille", "millions", "milliard", "milliards", "ж", "жж", "гг", "am", "pm", "a.m", "p.m"),
)
_SIGNS: Final = ("№", "§", "§§", "no.", "nos.", "n°", "p.", "pp.", "fig.", "art.", "рис.", "табл.", "стр.", "ст.", "п.")
_LABELS: Final = ("tel.:", "tél.:", "тел.:", "tel.", "tél.", "тел.")

_OPPORTUNITY: Final = re.compile(
    r"[\n\u2028]"
    r"|[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+"
    r"|(?<=[^\W\d_])[-\u2010–—](?=[^\W\d_])|(?<=[^\W\d_]{3})/(?=[^\W\d_]{3})"
    r"|\u00ad|\u200b"
)
_ENDS_WITH_DIGIT: Final = re.compile(r"\d\)?$")
_UNIT: Final = re.compile(rf"(?:{'|'.join(map(re.escape, _UNITS))})(?:-[^\W\d_]+)?(?![^\W_])")
_SIGN: Final = re.compile(rf"[«“„(\[]*(?:{'|'.join(map(re.escape, (*_SIGNS, *_LABELS)))})", re.IGNORECASE)
_INITIALS: Final = re.compile(r"[«“„(\[]*(?:[^\W\d_]\.-?){1,3}")
_TITLES: Final = ("Mr", "Mrs", "Ms", "Dr", "St", "Mme", "Mlle", "MM", "Me", "Pr")
_SHORT_WORD: Final = re.compile(r"[«“„(\[]*[^\W\d_]{1,2}")
_OPENING: Final = "«„(["
_CLOSING: Final = "»”)]}!?:;,.%‰…"
_DASHES: Final = "–—‒―-"
# Words are looked at no further than this: the longest of the four languages are shorter.
_LONGEST_TOKEN: Final = 60
_SHORTEST_START: Final = 3
_SHORTEST_END: Final = 5


@lru_cache(maxsize=1024)
def breaks(text: str) -> tuple[Break, ...]:
    """The possible ends of lines in order; the end of the text is not among them."""
    found = []
    for match in _OPPORTUNITY.finditer(text):
        if match.start() > 0 or match.group() in {"\n", "\u2028"}:
            chosen = _judge(text, match)
            if chosen is not None and (chosen.resume < len(text) or chosen.kind is BreakKind.FORCED):
                found.append(chosen)
    return tuple(found)


def _judge(text: str, match: re.Match[str]) -> Break | None:
    start, end = match.span()
    first = match.group()[0]
    if first in "\n\u2028":
        return Break(start, end, BreakKind.FORCED)
    if first == "\u00ad":
        return Break(start, end, BreakKind.SOFT, _AT_SOFT_HYPHEN)
    if first == "\u200b":
        return Break(end, end, BreakKind.HYPHEN)
    if first.isspace():
        cost = _space_cost(_token_before(text, start), _token_after(text, end))
        return None if cost is None else Break(start, end, BreakKind.SPACE, cost)
    if first in "–—/" or _divisible(_token_before(text, start), _token_after(text, end)):
        return Break(end, end, BreakKind.HYPHEN, _AFTER_HYPHEN)
    return None


def _token_before(text: str, end: int) -> str:
    words = text[max(0, end - _LONGEST_TOKEN) : end].split()
    return words[-1] if words else ""


def _token_after(text: str, start: int) -> str:
    words = text[start : start + _LONGEST_TOKEN].split(None, 1)
    return words[0] if words else ""


def _space_cost(left: str, right: str) -> float | None:
    """What it costs to end a line between two words; None where it must not end."""
    if not left or not right:
        return 0.0
    if right[0] in _DASHES and not right.strip(_DASHES):
        return None
    if right[0] in _CLOSING or not left.strip(_OPENING):
        return None
    if _bound_by_number(left, right) or _bound_by_name(left, right):
        return None
    if _ENDS_WITH_DIGIT.search(left):
        return _AFTER_NUMBER
    return _AFTER_SHORT_WORD if _SHORT_WORD.fullmatch(left) else 0.0


def _bound_by_number(left: str, right: str) -> bool:
    starts_with_digit = right.lstrip("+(")[:1].isdigit()
    if _SIGN.fullmatch(left):
        return starts_with_digit
    if not _ENDS_WITH_DIGIT.search(left):
        return False
    return starts_with_digit or _UNIT.match(right) is not None


def _bound_by_name(left: str, right: str) -> bool:
    if _INITIALS.fullmatch(left):
        return True
    if left.rstrip(".") in _TITLES:
        return right[0].isupper()
    return left[0].isupper() and right[0].isupper() and _INITIALS.fullmatch(right.rstrip(",;")) is not None


def _divisible(before: str, after: str) -> bool:
    """Whether a word may be divided at its hyphen: two words joined may, an ending and what it belongs to may not."""
    head = re.split(r"[-\u2010]", before)[-1].lstrip("«“„([")
    tail = re.match(r"[^\W\d_]*", after)
    assert tail is not None
    if len(head) < _SHORTEST_START or len(tail.group()) < _SHORTEST_END:
        return False
    return not (head.isupper() or any(character.isdigit() for character in before))
