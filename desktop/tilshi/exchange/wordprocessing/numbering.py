"""`word/numbering.xml`: the number or bullet Word shows before a paragraph (17.9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tilshi.exchange.wordprocessing.vocabulary import number, value
from tilshi.files.word import W

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS: Final = 9
_PLACE: Final = re.compile(r"%([1-9])")
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
# Without ё, й, ъ, ы and ь, as Word counts.
_RUSSIAN: Final = "абвгдежзиклмнопрстуфхцчшщэюя"
_LARGEST_ROMAN: Final = 3_999


@dataclass(frozen=True, slots=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item: a number as `text`, or a bullet, which is the template's business."""

    text: str = ""
    bullet: bool = False


class Numbering:
    """The lists of a document; asked in reading order, since numbers go on from one item to the next."""

    __slots__ = ("_abstract", "_counts", "_lists", "_seen")

    def __init__(self, root: _Element | None) -> None:
        self._abstract: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._seen: set[str] = set()
        if root is not None:
            self._read(root)

    def marker(self, list_id: str, level: int) -> Marker | None:
        """The marker of the next item on a level of a list; None where there is no such list (`0`: taken off)."""
        if list_id not in self._lists or not 0 <= level < _LEVELS:
            return None
        abstract, overridden, starts = self._lists[list_id]
        levels = {**self._abstract.get(abstract, {}), **overridden}
        counts = self._counts.setdefault(abstract, {})
        if list_id not in self._seen:
            self._seen.add(list_id)
            for at in starts:
                counts.pop(at, None)
        own = levels.get(level, _Level())
        counts[level] = counts[level] + 1 if level in counts else starts.get(level, own.start)
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if own.format == "bullet":
            return Marker(bullet=True)
        return Marker(_PLACE.sub(lambda place: self._shown(int(place[1]) - 1, levels, counts), own.text).strip())

    def _shown(self, level: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
        own = levels.get(level, _Level())
        return _formatted(counts.get(level, own.start), own.format)

    def _read(self, root: _Element) -> None:
        linked: dict[str, str] = {}
        styled: dict[str, str] = {}
        for abstract in root.iterchildren(f"{W}abstractNum"):
            identifier = abstract.get(f"{W}abstractNumId", "")
            self._abstract[identifier] = dict(_levels(abstract))
            if link := value(abstract, "numStyleLink"):
                linked[identifier] = link
            if name := value(abstract, "styleLink"):
                styled[name] = identifier
        for identifier, link in linked.items():
            # 17.9.21: the levels are those of the definition that belongs to the style.
            self._abstract[identifier] = self._abstract.get(styled.get(link, ""), {})
        for each in root.iterchildren(f"{W}num"):
            overridden: dict[int, _Level] = {}
            starts: dict[int, int] = {}
            for override in each.iterchildren(f"{W}lvlOverride"):
                at = number(override.get(f"{W}ilvl")) or 0
                overridden.update(_levels(override))
                if (start := number(value(override, "startOverride"))) is not None:
                    starts[at] = start
            self._lists[each.get(f"{W}numId", "")] = (value(each, "abstractNumId"), overridden, starts)
        self._lists.pop("0", None)


def _levels(parent: _Element) -> list[tuple[int, _Level]]:
    found = []
    for level in parent.iterchildren(f"{W}lvl"):
        start = number(value(level, "start"))
        kind = value(level, "numFmt") or "decimal"
        found.append(
            (number(level.get(f"{W}ilvl")) or 0, _Level(kind, value(level, "lvlText"), 1 if start is None else start))
        )
    return found


def _formatted(count: int, kind: str) -> str:
    return _FORMATS.get(kind, str)(count)


def _lettered(alphabet: str) -> Callable[[int], str]:
    """Letters in turn, then doubled and so on: z, aa, bb (17.18.59); never more than Word shows."""

    def letters(count: int) -> str:
        if count < 1:
            return str(count)
        times, at = divmod(count - 1, len(alphabet))
        return alphabet[at] * min(times + 1, 30)

    return letters


def _roman(count: int) -> str:
    if not 0 < count <= _LARGEST_ROMAN:
        return str(count)
    shown = ""
    for amount, letters in _ROMAN:
        times, count = divmod(count, amount)
        shown += letters * times
    return shown


_FORMATS: Final[dict[str, Callable[[int], str]]] = {
    "decimalZero": "{:02d}".format,
    "lowerLetter": _lettered(_LATIN),
    "upperLetter": _lettered(_LATIN.upper()),
    "russianLower": _lettered(_RUSSIAN),
    "russianUpper": _lettered(_RUSSIAN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _count: "",
}
