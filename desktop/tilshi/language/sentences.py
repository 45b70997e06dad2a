"""Where sentences begin and end in running text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from tilshi.language.tags import primary

_END: Final = re.compile(
    r"(?P<stop>[.!?…]+)(?:[)\]»”’\"']|[\u00a0\u202f ]»)*[\s\u00a0\u202f]+(?:[–—-][\s\u00a0\u202f]*)?(?=[(\[«“„\"'‘]?[\s\u00a0\u202f]?[^\W_])"
    r"|\n+"
)
"""A stop with what closes after it, spaces, and the beginning of something else; or the end of a line."""

_NEXT: Final = re.compile(r"[–—(\[«“„\"'‘\s\u00a0\u202f-]*(?P<letter>[^\W_])")
_LAST_WORD: Final = re.compile(r"(?:[^\W_]|[.'’-](?=[^\W_]))+$")

# Words that end in a stop inside a sentence. A stop after a single capital is that of an initial in all.
_ABBREVIATIONS: Final = {
    "en": """
        mr mrs ms dr prof st no nos art arts fig vol ed eds gen col lt sgt capt rev hon jr sr vs cf e.g i.e
        approx p pp para paras sec ch tel ext est inc ltd co jan feb mar apr jun jul aug sep sept oct nov
        dec mon tue wed thu fri sat sun
    """,
    "fr": """
        m mm mme mmes mlle dr pr prof st ste art al cf p pp n no nos vol éd env av bd tél fig chap § janv
        févr avr juil sept oct nov déc ex p.ex
    """,
    "ru": """
        г гг гор ул пр просп д корп стр кв обл р-н пос т тт т.е т.к т.д т.п т.н др пр им акад проф д-р г-н
        г-жа ст п пп рис табл см ср тел доб тыс млн млрд руб коп кг км м см мин сек ч в вв н.э янв февр апр
        авг сент окт нояб дек
    """,
    "kk": """
        ж жж т.б т.с.с т.ж т.с б.з б.э б ғ ғғ қ көш обл ауд бет тел мыс проф акад м мин сағ тг т д-р млн
        млрд
    """,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence from `start` to `end` in code points, without the white space around it."""

    start: int
    end: int
    paragraph: int
    """Which line of the text it stands in, 0 for the first."""


def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order; a line break ends one unless it goes on with a small letter.

    A stop ends a sentence where a capital, a figure or a quotation follows, unless it belongs to an abbreviation, an
    initial or a figure. What a quotation says in the middle of a sentence (“No.” he said) is no sentence of its own.
    """
    found: list[Sentence] = []
    start = paragraph = 0
    for match in _END.finditer(text):
        line_break = "\n" in match[0]
        if not (_begins_anew(text, match) if line_break else _ends(text, match, language)):
            continue
        _add(found, text, start, match.end(), paragraph)
        start = match.end()
        paragraph += line_break
    _add(found, text, start, len(text), paragraph)
    return tuple(found)


def _begins_anew(text: str, match: re.Match[str]) -> bool:
    following = _NEXT.match(text, match.end())
    return not (following and following["letter"].islower())


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    if not _begins_anew(text, match):
        return False
    if match["stop"] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, match.start() - 24), match.start())
    word = before[0] if before else ""
    is_initial = len(word) == 1 and word.isupper()
    return not is_initial and word.lower() not in _abbreviations(primary(language))


@cache
def _abbreviations(language: str) -> frozenset[str]:
    return frozenset(_ABBREVIATIONS.get(language, "").split())


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    part = text[start:end]
    first = start + len(part) - len(part.lstrip())
    last = start + len(part.rstrip())
    # A dash before the next quotation belongs to neither.
    last -= len(text[first:last]) - len(text[first:last].rstrip("–— \u00a0"))
    if first < last:
        found.append(Sentence(first, last, paragraph))
