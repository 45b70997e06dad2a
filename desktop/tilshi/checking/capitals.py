"""Rules over capitals that differ within a release."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import Line, Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.layout.conventions import Capitals
from tilshi.release import Role

_TITLES: Final = {
    "en": Pattern(
        r"\b(?P<title>[Pp]resident|[Mm]inister|[Dd]irector|[Aa]mbassador|[Gg]overnor|[Ss]ecretary[- ][Gg]eneral"
        r"|[Ss]pokesperson|[Cc]hair(?:man|woman|person))\b"
    ),
    "fr": Pattern(
        r"\b(?P<title>[Pp]résident|[Mm]inistre|[Dd]irect(?:eur|rice)|[Aa]mbassad(?:eur|rice)|[Gg]ouverneur"
        r"|[Ss]ecrétaire générale?|[Pp]orte-parole)e?\b"
    ),
    "ru": Pattern(
        r"\b(?P<title>[Пп]резидент|[Мм]инистр|[Дд]иректор|[Пп]ос[ло]л?|[Гг]убернатор|[Аа]ким|[Пп]редседател|[Дд]епутат)"
        r"(?:[аяуюеыиь]|ом|ем|ов|ам|ями?)?\b"
    ),
    "kk": Pattern(
        r"\b(?P<title>[Пп]резидент|[Мм]инистр|[Дд]иректор|[Ее]лші|[Әә]кім|[Тт]өраға|[Тт]өрайым|[Бб]асшы|[Дд]епутат)"
        r"(?:с?[ыі]\w{0,4}|[лт][ае]р\w*|[ндт][ыі]ң?|[гкғқ][ае])?\b"
    ),
}
_HINTS: Final = {
    "en": ("presid", "minist", "direct", "ambass", "govern", "secret", "spokes", "chair"),
    "fr": ("présid", "minist", "direct", "ambass", "gouver", "secrét", "porte-"),
    "ru": ("презид", "минист", "директ", "пос", "губерн", "аким", "предсе", "депут"),
    "kk": ("презид", "минист", "директ", "елші", "әкім", "төра", "басш", "депут"),
}
_LISTED: Final = frozenset(
    {
        Role.KICKER,
        Role.CONTACT_NAME,
        Role.CONTACT_ROLE,
        Role.SIGNATORY,
        Role.ATTRIBUTION,
        Role.TABLE_HEADER,
        Role.TABLE_ROW,
        Role.LOGO_LINE,
    }
)
"""Parts in which a title may stand at the beginning of an entry."""

_BEGINNING: Final = Pattern(r"(?:\A|[.!?…:;|\n(«“„\"]|\s[–—-])[\s\W]*\Z")
_BEFORE: Final = Pattern(r"(?P<bearer>[^\W\d_][\w-]*)\)?(?:[’'](?:s|\b))?\s\Z")
_AFTER: Final = Pattern(r"\s(?:(?:of|du|de|des|la|the)\s|d[’']|de l[’'])*(?P<bearer>[^\W\d_][\w-]*)")
_INDEFINITE: Final = Pattern(r"\b[Aa]n?\s\Z")
_GENITIVE: Final = Pattern(r"-?[ндт][ыі]ң\Z")
_OWNER_FIRST: Final = frozenset({"kk", "en"})
_NO_BEARER: Final = words("the a an its their of new former first said и және and жаңа бұрынғы алғашқы")

_PAIR: Final = Pattern(r"(?<![\w’'-])(?P<first>[^\W\d_]{4,})[ \u00a0](?=(?P<second>[^\W\d_]{4,})(?![\w’']))")
_ADJECTIVE: Final = Pattern(r".+(?:[лдт][ыі][қк]|[ыиоая]й|[ыи]х|ого|его|ую|ые|ие|ому|ыми?)")
"""Adjectives in Kazakh and Russian: with one of them second, the name or term goes on behind it."""

_HALF_CAPITAL: Final = Pattern(r"(?<=[\w,»”] )[A-ZÀ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{3,}[ \u00a0][a-zß-öø-ÿа-яёәғқңөұүһі]{4}")
_LONG_WORD: Final = Pattern(r"[^\W\d_]{4,}")
_STEM: Final = 6
"""Letters by which forms of a word are taken for the same: «бастама», «бастаманың»."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A word or two at `start` to `end`; uses of one `key` should have the same `capitals` (`Cl`: the first alone)."""

    key: tuple[str, str]
    start: int
    end: int
    capitals: str


def role_capitals(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A title with a capital here and without one there.

    Of the same bearer («ХҚКК президенті»), that is: the president of a country may well have one. A house may want
    capitals always, or never.
    """
    house = entries[0].line.read.house.title_capitals
    right = {Capitals.SMALL: "l", Capitals.CAPITAL: "C"}.get(house) or _usual(entries)
    return _deviating(entries, right)


def term_capitals(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A term with a capital here and without one there.

    «Жаһандық бастама» and «жаһандық бастама». A name in capitals beside the same words in their plain sense («Red
    Cross», “the red cross”) is right.
    """
    return _deviating(entries, _usual(entries))


def _deviating(entries: tuple[Entry, ...], right: str) -> Iterator[Spot]:
    return (_spot(line, use, right) for line, uses in entries for use in uses if use.capitals != right)


def _titles(line: Line, _frame: Frame) -> Said:
    """The titles in a line, under what they are and whose."""
    return ((use.key, use) for use in line.read.parsed(_title_uses))


def _doubtful(line: Line, _frame: Frame) -> Iterator[tuple[str, str]]:
    """The pairs of words in a line of which the first alone has a capital."""
    return (use.key for use in line.read.parsed(_half_capitals))


def _pairs(line: Line, frame: Frame) -> Said:
    """The pairs of words in a line that are doubtful anywhere in the release."""
    first = _first_stems(frame.census)
    if not first.isdisjoint(line.read.parsed(_stems)):
        yield from ((use.key, use) for use in line.read.parsed(_pair_uses) if use.key in frame.census)


@lru_cache(maxsize=8)
def _first_stems(census: frozenset[tuple[str, str]]) -> frozenset[str]:
    return frozenset(first for first, _second in census)


def _stems(read: Passage) -> frozenset[str]:
    """The beginnings of the words of a text."""
    return frozenset(word[:_STEM] for word in _LONG_WORD.findall(read.prose.lower()))


def _usual(entries: tuple[Entry, ...]) -> str:
    """The way that most are written; of two that are equally many the one with fewer capitals."""
    ways: list[str] = [use.capitals for entry in entries for use in entry.facts]
    return min(set(ways), key=lambda way: (-ways.count(way), way.count("C"), way))


def _spot(line: Line, use: _Use, right: str) -> Spot:
    found = line.read.text.string[use.start : use.end]
    new = " ".join(
        word[0].upper() + word[1:] if way == "C" else word[0].lower() + word[1:]
        for word, way in zip(found.split(), right, strict=False)
    )
    said = message(N_("Elsewhere in this text it is written “{right}”, not “{found}”."), right=new, found=found)
    return Spot(use.start, use.end, said, (Fix(use.start, use.end, new),), segment=line.segment)


def _title_uses(read: Passage) -> tuple[_Use, ...]:
    """The titles of a text with those who bear them, but for those whose place decides the capital."""
    language = primary(read.language)
    pattern = _TITLES.get(language)
    if pattern is None or read.role in _LISTED:
        return ()
    prose = read.prose
    return tuple(
        _Use((found["title"].lower(), bearer), *found.span(), "C" if found[0][0].isupper() else "l")
        for found in pattern.finditer(prose)
        if not _BEGINNING.search(prose, max(0, found.start() - 8), found.start())
        and (bearer := _bearer(prose, found.start(), found.end(), language))
    )


def _bearer(prose: str, start: int, end: int, language: str) -> str:
    """Whose title it is: the owner before it or after it, or the name that follows."""
    before = _BEFORE.search(prose, max(0, start - 40), start)
    after = _AFTER.match(prose, end)
    owner = _GENITIVE.sub("", before["bearer"]) if before else ""
    is_owner = owner[:1].isupper() and owner.lower() not in _NO_BEARER and (language == "kk" or owner.isupper())
    if language in _OWNER_FIRST and is_owner:
        is_any = before and _INDEFINITE.search(prose, 0, before.start())
        return "" if is_any else owner.lower()
    follows = after["bearer"] if after else ""
    return follows.lower() if follows[:1].isupper() or language in ("ru", "fr") else ""


def _pair_uses(read: Passage) -> tuple[_Use, ...]:
    """The words of a text two by two, but for those whose place decides the capital."""
    if read.role in _LISTED:
        return ()
    uses = (_pair_use(found) for found in _PAIR.finditer(read.prose))
    return tuple(use for use in uses if use)


def _pair_use(found: re.Match[str]) -> _Use | None:
    first, second = found["first"], found["second"]
    capitals = ("C" if first[0].isupper() else "l") + ("C" if second[0].isupper() else "l")
    if capitals == "lC" or first.isupper() or second.isupper() or _ADJECTIVE.fullmatch(second):
        return None
    if _BEGINNING.search(found.string, max(0, found.start() - 8), found.start()):
        return None
    key = (first.lower()[:_STEM], second.lower()[:_STEM])
    return _Use(key, found.start(), found.end("second"), capitals)


def _half_capitals(read: Passage) -> tuple[_Use, ...]:
    """The pairs of which the first word alone has a capital, unless it is a title."""
    if read.role in _LISTED or not _HALF_CAPITAL.search(read.prose):
        return ()
    titles = _TITLES.get(primary(read.language))
    uses = (_pair_use(found) for found in _PAIR.finditer(read.prose) if found[0][0].isupper())
    return tuple(
        use
        for use in uses
        if use and use.capitals == "Cl" and not (titles and titles.search(read.prose, use.start, use.end))
    )


def _may_be_title(piece: str, language: str) -> bool:
    low = piece.lower()
    return any(hint in low for hint in _HINTS.get(language, ()))


ROLE_CAPITALS: Final = ReleaseRule(
    "cap.role",
    Severity.WARNING,
    N_("A title with a capital here and without one there"),
    _titles,
    role_capitals,
    hint=Hint(_may_be_title),
)
TERM_CAPITALS: Final = ReleaseRule(
    "cap.term",
    Severity.WARNING,
    N_("A term with a capital here and without one there"),
    _pairs,
    term_capitals,
    census=_doubtful,
)
