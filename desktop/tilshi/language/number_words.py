"""Numbers written in words: `twelve thousand five hundred`, `екі жарым миллион`, `тоғызыншы`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from tilshi.language.number_vocabulary import NumberWord, WordKind, vocabulary
from tilshi.language.tags import primary

_WORD: Final = re.compile(r"[^\W\d_]+")
_BETWEEN: Final = re.compile(r"[\s\u00a0\u202f-]+(?:(?:and|et|of|de|a|an|с)[\s\u00a0\u202f-]+){0,2}", re.IGNORECASE)
"""What may stand between the words of one number: one hundred and five, dizaines de milliers, два с половиной."""

_PER: Final = re.compile(r"\bpour[\s\u00a0]+$")
_MULTIPLIERS: Final = frozenset(Decimal(10**power) for power in (2, 3, 6, 9))
_TEN_AND_MORE: Final = frozenset({"fr", "kk"})
"""Languages in which ten and a unit are two words: dix-sept, он жеті."""


@dataclass(frozen=True, slots=True)
class SpelledNumber:
    """A number in words, `start` to `end` in code points, with the values it may have, the likeliest first.

    Not `certain`: the words only imply a number, or often mean something else. A `rough` one is an order of magnitude
    (hundreds), or may be one (a thousand, тысячи).
    """

    start: int
    end: int
    values: tuple[Decimal, ...]
    certain: bool
    rough: bool = False


def find_spelled(text: str, language: str) -> tuple[SpelledNumber, ...]:
    """Every number in words, in order: cardinals, ordinals, orders of magnitude (`hundreds`), words such as `both`."""
    words = vocabulary(language)
    return tuple(run.number() for run in _runs(text, words, primary(language))) if words else ()


def holds_spelled(text: str, language: str) -> bool:
    """Whether a text has any number word."""
    return not vocabulary(language).keys().isdisjoint(_WORD.findall(_joined(text.lower())))


def spelled_values(text: str, language: str) -> frozenset[Decimal]:
    """The values that the number words of a text may have: each word for itself, and several words as one number."""
    words = vocabulary(language)
    single = (value for token in _tokens(text, words) for value in token.word.values)
    return frozenset({*single, *(value for number in find_spelled(text, language) for value in number.values)})


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: NumberWord

    @property
    def value(self) -> Decimal:
        return self.word.values[0]

    @property
    def multiplies(self) -> bool:
        return self.value in _MULTIPLIERS and self.word.kind is not WordKind.VAGUE


@dataclass(slots=True)
class _Run:
    """The words of one number, and its value so far: whole thousands in `total`, what is below in `current`."""

    language: str
    tokens: list[_Token] = field(default_factory=list)
    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)

    def takes(self, token: _Token) -> bool:
        """Whether the word goes on with this number: twenty + one, five + hundred, soixante + dix, бір + жарым."""
        last, kind = self.tokens[-1], token.word.kind
        if WordKind.VAGUE in {last.word.kind, kind} or last.word.kind is WordKind.ORDINAL:
            return False
        if kind is WordKind.HALF:
            return last.word.kind in {WordKind.CARDINAL, WordKind.AMBIGUOUS}
        if token.multiplies:
            is_second = last.word.kind is WordKind.AMBIGUOUS and last.value == 2
            return token.value > last.value and not is_second
        return kind is not WordKind.ROUGH and last.word.kind is not WordKind.ROUGH and token.value < self._room(last)

    def _room(self, last: _Token) -> Decimal:
        """Below which value another word adds to this one."""
        value = last.value
        if last.word.kind is WordKind.HALF or (value < 20 and not (value == 10 and self.language in _TEN_AND_MORE)):
            return Decimal(0)
        if value < 100:
            return Decimal(20 if self.language == "fr" and value in {60, 80} else 10)
        return min(value, Decimal(100)) if value < 1000 else value

    def add(self, token: _Token) -> None:
        """Goes on with the word."""
        value = token.value
        if token.word.kind is WordKind.HALF and self.tokens and not self.current:
            self.total += self.tokens[-1].value * value  # un million et demi
        elif token.multiplies and value >= 1000:
            self.total += (self.current or 1) * value
            self.current = Decimal(0)
        elif token.multiplies:
            self.current = (self.current or 1) * value
        else:
            self.current += value
        self.tokens.append(token)

    def number(self) -> SpelledNumber:
        """What the words say."""
        first, last = self.tokens[0], self.tokens[-1]
        rough = first.word.kind is WordKind.ROUGH
        if first is last:
            certain = first.word.kind in {WordKind.CARDINAL, WordKind.ORDINAL, WordKind.ROUGH}
            return SpelledNumber(first.start, first.end, first.word.values, certain, rough or first.multiplies)
        return SpelledNumber(first.start, last.end, (self.total + self.current,), certain=True, rough=rough)


def _runs(text: str, words: Mapping[str, NumberWord], language: str) -> Iterator[_Run]:
    run = _Run(language)
    for token in _tokens(text, words):
        if run.tokens and not (_BETWEEN.fullmatch(text, run.tokens[-1].end, token.start) and run.takes(token)):
            yield run
            run = _Run(language)
        run.add(token)
    if run.tokens:
        yield run


def _tokens(text: str, words: Mapping[str, NumberWord]) -> Iterator[_Token]:
    lowered = text.lower()
    if len(lowered) != len(text):
        return
    lowered = _joined(lowered)
    if words.keys().isdisjoint(_WORD.findall(lowered)):
        return
    for match in _WORD.finditer(lowered):
        word = words.get(match[0])
        if word and not (match[0] == "cent" and _PER.search(lowered, 0, match.start())):
            yield _Token(match.start(), match.end(), word)


def _joined(lowered: str) -> str:
    """With quatre-vingt as one word, by a letter that keeps it as long as it was."""
    return lowered.replace("quatre-vingt", "quatreāvingt")
