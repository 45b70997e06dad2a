"""What a typist means by the keys there are: quotation marks, dashes, number signs and spaces that bind.

Each substitution is asked for with the character that was typed last, and says which span of the text becomes what; a
character typed in another place, or brought back by undo, is left as it is. A keyboard for Kazakh or Russian has no
« » – … №, and no keyboard has the no-break space that a number and its unit want.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Final, TypeAlias

from tilshi.language.addresses import links
from tilshi.language.quoting import Standing, standing
from tilshi.language.tags import primary
from tilshi.language.typography import EN_DASH, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE, Quotes, punctuation


@dataclass(frozen=True, slots=True)
class TypingStyle:
    """What a language, or an organisation in it, prints.

    `percent_space` stands between a number and %. `binds`: № and units are bound to their numbers, and groups of
    figures to one another. `high_marks`: a space stands before ; : ! ? as in French.
    """

    quotes: Quotes
    inner_quotes: Quotes
    dash: str = EN_DASH
    percent_space: str = NO_BREAK_SPACE
    group: str = ""
    number_sign: bool = False
    high_marks: bool = False

    @property
    def binds(self) -> bool:
        """Whether numbers are bound to what follows them."""
        return bool(self.group)


@dataclass(frozen=True, slots=True)
class Substitution:
    """What is to stand in the text from `start` to `end` (code points) instead; the caret goes on after it."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=64)  # asked for with every key
def typing_style(language: str) -> TypingStyle:
    """What the language prints where nobody has settled anything else."""
    marks, code = punctuation(language), primary(language)
    return TypingStyle(
        marks.quotes,
        marks.inner_quotes,
        marks.dash,
        "" if code == "en" else NO_BREAK_SPACE,
        group=_GROUPS.get(code, ""),
        number_sign=code in {"kk", "ru"},
        high_marks=code == "fr",
    )


def substitution(
    text: str, caret: int, style: TypingStyle, protected: Sequence[tuple[int, int]] = ()
) -> Substitution | None:
    """What the character before `caret`, which was typed just now, makes of the text; None where it stays as it is.

    Nothing changes in web and e-mail addresses, nor in the `protected` spans (what is not to be translated).
    """
    if caret < 1:
        return None
    rules = _RULES.get(text[caret - 1])
    if rules is None:
        rules = _DIGIT_RULES if text[caret - 1].isdecimal() else _LETTER_RULES if text[caret - 1].isupper() else ()
    if not rules:
        return None
    start = text.rfind("\n", 0, caret) + 1
    before, after = text[start:caret], text[caret : caret + 1]
    for rule in rules:
        if (found := rule(before, after, style)) is not None:
            moved = Substitution(start + found.start, start + found.end, found.text)
            return None if _is_left_alone(text, moved, caret, protected) else moved
    return None


_Rule: TypeAlias = Callable[[str, str, TypingStyle], Substitution | None]
"""A rule is given the line before the caret, the character after the caret, and the style."""

_GROUPS: Final[Mapping[str, str]] = MappingProxyType(
    {"fr": NARROW_NO_BREAK_SPACE, "kk": NO_BREAK_SPACE, "ru": NO_BREAK_SPACE}
)
_ANY_SPACE: Final = " \u00a0\u202f"
_LETTER: Final = r"[^\W\d_]"
_SCHEME: Final = re.compile(r"(?:^|[^\w])(?:https?|ftp|mailto|tel)$", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"\S*(?:@|://|www\.)\S*$", re.IGNORECASE)
_ENDING: Final = ' "«»'
"""What is no part of an address."""
_HYPHEN: Final = re.compile(r"(?:^|(?<=[\s\u00a0]))-[ ]$")
_NUMBER_SIGN: Final = re.compile(rf"(?<!\w)N[{_ANY_SPACE}](?=\d$)")
_AFTER_SIGN: Final = re.compile(r"№[ ]?(?=\d$)")
_TIMES: Final = re.compile(rf"(?<=\d)([{_ANY_SPACE}]?)[xXхХ*]([{_ANY_SPACE}]?)(?=\d$)")
_HEXADECIMAL: Final = re.compile(r"(?<!\d)0[xX]\d$")
_GROUP: Final = re.compile(rf"(?<![\d+(.,-])(?<!\d[{_ANY_SPACE}])\d{{1,3}}(?:[{_ANY_SPACE}]\d{{3}})+$")
_PLUS: Final = re.compile(rf"\+[\d{_ANY_SPACE}()-]*$")
_UNIT: Final = re.compile(
    r"(?<=\d)[ ](?=(?:km|kg|cm|mm|m|ha|t|l|км|кг|см|мм|м|га|т|л|г|°C|°С|$|€|₸|₽"
    r"|(?:мың|тыс|млн|млрд|трлн|миллион|миллиард|тысяч|mille|million|milliard)\w{0,6})[²³]?[\s.,;:!?)»”]$)"
)
_INITIALS: Final = re.compile(rf"(?<![\w.’'°-])(?:{_LETTER}\.[ ]?)*({_LETTER}\.)[ ](?={_LETTER}$)")
_PERCENT: Final = re.compile(rf"(?<=\d)[{_ANY_SPACE}]?%$")
_HIGH: Final = re.compile(rf"(?<=[\w)»”’%.…])[{_ANY_SPACE}]?[;:!?]$")


def _quote(before: str, after: str, style: TypingStyle) -> Substitution | None:
    """A straight quotation mark is one of the language, the inner one within another."""
    at = len(before) - 1
    state = standing(before[:at], after, style.quotes, style.inner_quotes)
    if state is Standing.FEET_OR_INCHES:
        return None
    mark = {
        Standing.OPENS: style.quotes.opening,
        Standing.OPENS_INNER: style.inner_quotes.opening,
        Standing.CLOSES: style.quotes.closing,
        Standing.CLOSES_INNER: style.inner_quotes.closing,
    }[state]
    start = at
    if state is Standing.CLOSES and mark[0] in _ANY_SPACE:
        start -= len(before[:at]) - len(before[:at].rstrip(_ANY_SPACE))
    return Substitution(start, at + 1, mark)


def _apostrophe(before: str, after: str, style: TypingStyle) -> Substitution | None:
    """A straight apostrophe is a round one, and in English also a quotation mark within another."""
    at = len(before) - 1
    if style.inner_quotes.opening == "‘":
        state = standing(before[:at], after, style.quotes, style.inner_quotes)
        opens = state in {Standing.OPENS, Standing.OPENS_INNER}
        return Substitution(at, at + 1, "‘" if opens else "’")
    return Substitution(at, at + 1, "’") if at and before[at - 1].isalpha() else None


def _guillemet(before: str, after: str, style: TypingStyle) -> Substitution | None:
    """« and » get the spaces that belong inside; << and >> are « and »."""
    at, mark = len(before) - 1, before[-1]
    if style.quotes.opening[0] != "«":
        return None
    if mark in "<>":
        if at < 1 or before[at - 1] != mark:
            return None
        at -= 1
    if mark in "<«":
        done = style.quotes.opening
    else:
        done = style.quotes.closing
        at -= (len(before[:at]) - len(before[:at].rstrip(_ANY_SPACE))) if done[0] in _ANY_SPACE else 0
    if before[at:] == done or (mark == "«" and style.quotes.opening.endswith(after or "«")):
        return None
    return Substitution(at, len(before), done)


def _space(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """A hyphen between spaces is a dash; one space is enough after « that has its own."""
    if (found := _HYPHEN.search(before)) is not None and (found.start() or style.quotes.opening[0] == "«"):
        return Substitution(found.start(), found.start() + 1, style.dash)
    if before.endswith(f"«{NO_BREAK_SPACE} ") and style.quotes.opening.endswith(NO_BREAK_SPACE):
        return Substitution(len(before) - 1, len(before), "")
    return None


def _dash(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """Two hyphens are a dash; three, as in a rule across the page, are not."""
    if not before.endswith("--") or before[-3:-2] in {"-", style.dash}:
        return None
    return Substitution(len(before) - 2, len(before), style.dash)


def _ellipsis(before: str, _after: str, _style: TypingStyle) -> Substitution | None:
    """Three points are an ellipsis."""
    if not before.endswith("...") or before.endswith("...."):
        return None
    return Substitution(len(before) - 3, len(before), "…")


def _number_sign(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """N before a number is №, bound to it."""
    if not style.number_sign:
        return None
    found = _NUMBER_SIGN.search(before) or _AFTER_SIGN.search(before)
    return Substitution(found.start(), found.end(), f"№{NO_BREAK_SPACE}") if found else None


def _times(before: str, _after: str, _style: TypingStyle) -> Substitution | None:
    """A letter x or an asterisk between figures is a multiplication sign."""
    found = _TIMES.search(before)
    if found is None or _HEXADECIMAL.search(before) or bool(found[1]) != bool(found[2]):
        return None
    space = NO_BREAK_SPACE if found[1] else ""
    return Substitution(found.start(), found.end(), f"{space}×{space}")


def _group(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """A space between groups of three figures binds them."""
    found = _GROUP.search(before) if style.group else None
    if found is None or _PLUS.search(before[: found.start()]):
        return None
    bound = re.sub(f"[{_ANY_SPACE}]", style.group, found[0])
    return None if bound == found[0] else Substitution(found.start(), found.end(), bound)


def _unit(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """A number is bound to the unit after it, as soon as that is written."""
    found = _UNIT.search(before) if style.binds else None
    return Substitution(found.start(), found.end(), NO_BREAK_SPACE) if found else None


def _initials(before: str, _after: str, _style: TypingStyle) -> Substitution | None:
    """An initial is bound to the next one and to the name."""
    found = _INITIALS.search(before)
    if found is None or not found[1][0].isupper():
        return None
    return Substitution(found.end() - 1, found.end(), NO_BREAK_SPACE)


def _percent(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """The space before %, or none, as the house has it."""
    found = _PERCENT.search(before)
    wanted = f"{style.percent_space}%"
    return Substitution(found.start(), found.end(), wanted) if found and found[0] != wanted else None


def _high_mark(before: str, _after: str, style: TypingStyle) -> Substitution | None:
    """In French a space stands before ; ! ? (narrow) and : (wide)."""
    found = _HIGH.search(before) if style.high_marks else None
    if found is None:
        return None
    if before[-1] == ":" and (before[-2].isdecimal() or _SCHEME.search(before[:-1])):
        return None  # a time, an address
    wanted = f"{NO_BREAK_SPACE if before[-1] == ':' else NARROW_NO_BREAK_SPACE}{before[-1]}"
    return Substitution(found.start(), found.end(), wanted) if found[0] != wanted else None


_DIGIT_RULES: Final[tuple[_Rule, ...]] = (_number_sign, _times, _group)
_LETTER_RULES: Final[tuple[_Rule, ...]] = (_initials,)
_RULES: Final[Mapping[str, tuple[_Rule, ...]]] = MappingProxyType(
    {
        '"': (_quote,),
        "'": (_apostrophe,),
        "<": (_guillemet,),
        ">": (_guillemet,),
        "«": (_guillemet,),
        "»": (_guillemet,),
        " ": (_space, _unit),
        "-": (_dash,),
        ".": (_ellipsis, _unit),
        "%": (_percent,),
        ",": (_unit,),
        ")": (_unit,),
        ";": (_high_mark, _unit),
        ":": (_high_mark, _unit),
        "!": (_high_mark, _unit),
        "?": (_high_mark, _unit),
    }
)


def _is_left_alone(text: str, found: Substitution, caret: int, protected: Sequence[tuple[int, int]]) -> bool:
    start, end = found.start, found.end
    if any(low < end and start < high for low, high in protected):
        return True
    begun = text[max(0, caret - 200) : caret - 1]
    if text[caret - 1] not in _ENDING and _ADDRESS.search(begun):
        return True
    return any(each.start < end and start < each.end for each in links(text[:caret]))
