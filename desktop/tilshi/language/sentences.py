"""Where sentences end.

After the way of SRX 2.0 (GALA, Segmentation Rules eXchange): places where a sentence may end, and exceptions to them,
with the abbreviations of each language as data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tilshi.language.tags import primary

# Marks; what closes after them; white space; what opens the next sentence, and its first letter. Possessive, and only
# at the first mark of a row, so that a megabyte of stops or spaces costs no more than one of text.
_END: Final = re.compile(
    r"(?P<mark>[.!?…](?<![.!?…]{2})[.!?…]*+)(?P<closing>(?:[»”“’\"')\]]|[ \u00a0\u202f]»)*+)(?P<space>\s++)"
    r"(?:[«“„‘\"'(\[–—-]++\s*+)?(?=(?P<next>\S))"
)
_LAST_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[.’'-](?=[^\W\d_]))*\Z")
_ONE_LETTER: Final = re.compile(r"(?:\A|[^\w.])(?:[^\W\d_]\.)*[^\W\d_]\Z")
_NUMBERED: Final = re.compile(r"\d{1,3}\Z")
_YEAR: Final = re.compile(r"\d\s?[^\W\d_]{1,2}\Z")
_LONGEST_WORD: Final = 40


@dataclass(frozen=True, slots=True)
class _Abbreviations:
    """Words with a full stop: `never` end a sentence, `seldom` do so, before a capital; `years` do so after a year."""

    never: frozenset[str]
    seldom: frozenset[str]
    years: frozenset[str] = frozenset()


def _abbreviations(never: str, seldom: str, years: str = "") -> _Abbreviations:
    return _Abbreviations(frozenset(never.split()), frozenset(seldom.split()), frozenset(years.split()))


_ABBREVIATIONS: Final = {
    "en": _abbreviations(
        "mr mrs ms dr prof st gen col lt capt sgt rev hon gov sen rep no nos art arts para paras vol fig ch sec vs cf"
        " e.g i.e approx ca tel ext p pp op mt ft",
        "jan feb mar apr jun jul aug sep sept oct nov dec etc inc ltd co corp dept est a.m p.m",
    ),
    "fr": _abbreviations(
        "m mm mme mmes mlle dr pr me st ste art al chap fig vol cf p pp tél env boul av no n° gén col cap lt p.ex",
        "janv févr avr juil sept oct nov déc etc",
    ),
    "ru": _abbreviations(
        "г-н г-жа гг гр проф акад д-р им ул пр просп пл пер д кв корп стр рис табл гл ст п пп ч см ср напр тел доб т"
        " тов ген полк кап с т.е т.к и.о обл р-н респ о пос дер ок долл",
        "др пр т.п т.д н.э тыс млн млрд руб кг км м см мм га мин сек",
        "г гг в вв",
    ),
    "kk": _abbreviations(
        "т тел көш үй пәт обл ауд респ ген полк проф акад д-р бас ред б бет сур кесте мыс қар",
        "т.б т.с.с б.з.б б.з млн млрд тг км кг м см мм га мин сек",
        "ж жж ғ ғғ",
    ),
}
_NONE: Final = _abbreviations("", "")
_ALWAYS_LOWER: Final = frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі")


def split(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The sentences of a text as spans (start, end) in code points, without the white space between them.

    Knows the abbreviations and initials of English, French, Russian and Kazakh; other languages are divided by their
    marks alone. A quotation followed by its attribution («…!» – деді X.) is one sentence; a line break ends none.
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for found in _END.finditer(text):
        if _ends_sentence(text, found, primary(language)):
            spans.append((start, found.start("space")))
            start = found.end("space")
    last = len(text.rstrip())
    if start < last:
        spans.append((start, last))
    return tuple(spans)


def sentences(text: str, language: str) -> tuple[str, ...]:
    """The sentences of a text."""
    return tuple(text[start:end] for start, end in split(text, language))


def _ends_sentence(text: str, found: re.Match[str], language: str) -> bool:
    following = found["next"]
    if following.islower() or following in ",;:":
        return False
    if found["mark"] != "." or found["closing"]:
        return True
    before = text[max(0, found.start() - _LONGEST_WORD) : found.start()]
    return not _is_abbreviation(before, following, _ABBREVIATIONS.get(language, _NONE))


def _is_abbreviation(before: str, following: str, known: _Abbreviations) -> bool:
    if _NUMBERED.fullmatch(before):
        # «6. Бап»: the number of a point, at the beginning only.
        return True
    if before[-1:].isupper() and _ONE_LETTER.search(before):
        return True
    found = _LAST_WORD.search(before)
    # Without the article that French joins to it: l’art.
    word = found[0].replace("’", "'").rpartition("'")[2].casefold() if found else ""
    if word in known.years and _YEAR.search(before):
        # «2026 г. Он …» may end a sentence, «г. Астана» may not.
        return not following.isupper()
    return word in known.never | known.years or (word in known.seldom and not following.isupper())
