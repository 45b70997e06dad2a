"""Numbers and dates of the present source put into a stored translation, where there is no doubt which is which."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tilshi.language.dates import format_time
from tilshi.language.kazakh.numerals import ending_after
from tilshi.language.numbers import format_number
from tilshi.language.tags import primary
from tilshi.memory.dates import rewritten
from tilshi.memory.matches import Adaptation, Adapted
from tilshi.memory.ordinals import english_suffix
from tilshi.memory.units import Unit
from tilshi.memory.values import Day, Meaning, Number, Value, values
from tilshi.release import Text

_ENDING: Final = re.compile("-([а-яәғқңөұүһі]+)")
_DIGIT: Final = re.compile(r"\d")
_COUNTED: Final = re.compile("[ \u00a0\u202f][^\\W\\d_]")
_MOST_DECIMALS: Final = 3


@dataclass(frozen=True, slots=True)
class _Wording:
    """A stored translation and its language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class _Exchange:
    """What is to stand in the stored translation from `start` to `end`."""

    start: int
    end: int
    new: str


class Adapter:
    """Puts the values of one present source into the translations of others; `languages`: of source and target.

    Values are paired by their order in the two sources, which must have the same number of each kind. One is exchanged
    only where the translation says the old one as often as the old source does, and where no other word would have to
    follow it (a Russian noun after another number). Those that are in doubt are left, as the difference of the sources
    shows. Marks and inflection («6 наурызда» → «7 сәуірде», «6-ға» → «15-ке») are kept.
    """

    def __init__(self, present: str, languages: tuple[str, str]) -> None:
        self._source, self._target = languages
        self._now = values(present, self._source) if _DIGIT.search(present) else ()

    def adapted(self, unit: Unit) -> Adapted | None:
        """The stored translation in the house form of the target language; None if no value of it was exchanged."""
        if not self._now or not _DIGIT.search(unit.source.string):
            return None
        before, now = values(unit.source.string, self._source), self._now
        if [type(value.meaning) for value in before] != [type(value.meaning) for value in now]:
            return None
        pairs = [(old, new) for old, new in zip(before, now, strict=True) if not old.same(new)]
        if not pairs:
            return None
        said, stored = values(unit.target.string, self._target), _Wording(unit.target.string, self._target)
        exchanges = sorted(_exchanges(pairs, before, now, said, stored), key=lambda exchange: exchange.start)
        return _applied(unit.target, exchanges) if exchanges else None


def _exchanges(
    pairs: Sequence[tuple[Value, Value]],
    before: Sequence[Value],
    now: Sequence[Value],
    said: Sequence[Value],
    stored: _Wording,
) -> Iterator[_Exchange]:
    done: list[Value] = []
    for old, new in pairs:
        if any(old.same(other) for other in done):
            continue
        done.append(old)
        alike = [at for at, value in enumerate(before) if value.same(old)]
        hits = [value for value in said if value.same(old)]
        if len(hits) != len(alike) or any(now[at].meaning != new.meaning for at in alike):
            continue
        exchanges = [_exchange(stored, hit, new.meaning) for hit in hits]
        yield from (exchange for exchange in exchanges if exchange and None not in exchanges)


def _exchange(stored: _Wording, hit: Value, new: Meaning) -> _Exchange | None:
    """Another value in the place of one; None if it cannot be put there without a doubt."""
    match hit.meaning, new:
        case Day(), Day():
            written = rewritten(stored.text, hit, new, stored.language)
            return _Exchange(hit.start, hit.end, written) if written else None
        case dt.time() as old, dt.time():
            return _with_ending(stored, hit, format_time(new, stored.language), old.minute, new.minute)
        case Number() as old, Number():
            return _number(stored, hit, old, new)
    return None


def _number(stored: _Wording, hit: Value, old: Number, new: Number) -> _Exchange | None:
    value = new.value
    if old.scaled:
        factor = old.value / _mantissa(old)
        value = (new.value / factor).normalize()
    written = _written(value, old, new, stored.language)
    if written is None or not _agrees(stored, hit, old.value, new.value):
        return None
    return _with_ending(stored, hit, written, old.value, new.value)


def _mantissa(number: Number) -> Decimal:
    digits = re.sub(r"[^\d.,]", "", number.written).replace(",", ".")
    return Decimal(digits) if digits.count(".") <= 1 else Decimal(digits.replace(".", ""))


def _written(value: Decimal, old: Number, new: Number, language: str) -> str | None:
    if old.written.startswith("0") and old.value >= 1:
        return new.written if new.written.isdecimal() else None  # 007 is a name, not a quantity
    if value == value.to_integral_value():
        whole = int(value)
        ungrouped = old.is_plain or (new.is_plain and len(str(whole)) == 4)
        return str(whole) if ungrouped else format_number(whole, language)
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent > _MOST_DECIMALS:
        return None
    return format_number(value, language)


def _agrees(stored: _Wording, hit: Value, old: Decimal, new: Decimal) -> bool:
    """Whether the words that are counted stay as they are: 5 человек, 6 человек, but 2 человека."""
    if not _COUNTED.match(stored.text, hit.end) or _is_year(stored.text[hit.start : hit.end]):
        return True
    return _plural(old, stored.language) == _plural(new, stored.language)


def _is_year(written: str) -> bool:
    return written.isdecimal() and len(written) == 4 and written[:2] in {"19", "20"}


def _plural(number: Decimal, language: str) -> str:
    """The category of a cardinal (CLDR, plural rules) as far as it decides about the noun after it."""
    whole = int(number)
    match primary(language):
        case "kk":
            return "other"  # «5 адам»: the noun is always in the singular
        case "ru":
            if number != whole:
                return "fraction"
            if whole % 10 == 1 and whole % 100 != 11:
                return "one"
            return "few" if whole % 10 in {2, 3, 4} and whole % 100 not in {12, 13, 14} else "many"
        case "fr":
            return "one" if whole in {0, 1} else "other"
        case _:
            return "one" if number == 1 else "other"


def _with_ending(
    stored: _Wording, hit: Value, written: str, old: Decimal | int, new: Decimal | int
) -> _Exchange | None:
    """The figures with the ending that hangs on them, as it is after the new ones."""
    rest = stored.text[hit.end : hit.end + 20]
    match primary(stored.language):
        case "kk":
            if (found := _ENDING.match(rest)) and not isinstance(hit.meaning, Day):
                ending = ending_after(new, found[1], old)
                return _Exchange(hit.start, hit.end + found.end(), f"{written}-{ending}") if ending else None
        case "en":
            if suffix := re.match(r"(?:st|nd|rd|th)\b", rest):
                return _Exchange(hit.start, hit.end + suffix.end(), f"{written}{english_suffix(int(new))}")
    if rest[:1].isalpha():
        return None
    return _Exchange(hit.start, hit.end, written)


def _applied(target: Text, exchanges: Sequence[_Exchange]) -> Adapted:
    text, shift = target, 0
    changes = []
    for exchange in exchanges:
        start, end = exchange.start + shift, exchange.end + shift
        text = text.splice(start, end, exchange.new)
        stored = target.string[exchange.start : exchange.end]
        changes.append(Adaptation(start, start + len(exchange.new), stored))
        shift += len(exchange.new) - len(stored)
    return Adapted(text, tuple(changes))
