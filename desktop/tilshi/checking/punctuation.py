"""Rules over dashes and stops."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Line, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.prose import characters
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said, TextRule
from tilshi.i18n import N_
from tilshi.language.typography import EN_DASH
from tilshi.release import Role

_SPACE: Final = "[ \u00a0\u202f\u2009]"
_DASHES: Final = frozenset("-\u2010\u2011–—")
_BETWEEN_WORDS: Final = Pattern(
    rf"(?<=\S{_SPACE})(?P<hyphen>--?|[\u2010\u2011])(?={_SPACE}\S)|(?<=\w)--(?=\w)"
    rf"|(?<=[»”],{_SPACE})-(?=[^\W\d_])|(?<=[.!?»”]{_SPACE})-(?=[^\W\d_a-zа-яәғқңөұүһі])|(?<=[»”],)-(?={_SPACE})"
)
_LONG_DASHES: Final = frozenset("–—")
_TIMES: Final = Pattern(r"(?<=\d[:.][0-5]\d)-(?=[0-2]?\d[:.][0-5]\d(?!\d))")
_YEARS: Final = Pattern(r"(?<![\w-])((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w-]*\d)")
_ONE_SIDED: Final = Pattern(rf"(?<=[^\W\d_]){_SPACE}[–—](?=[^\W\d_«“„])|(?<=[^\W\d_»”,])[–—]{_SPACE}(?=[^\W_«“„])")
_DASH: Final = Pattern(rf"(?:(?<=\s)|(?<=\A))–(?=\s)|{_SPACE}?—{_SPACE}?")

_HEADINGS: Final = frozenset({Role.KICKER, Role.HEADLINE, Role.SUBHEADLINE, Role.SECTION_HEADING})
_LAST: Final = Pattern(r"(?P<word>[^\s«“„\"(]*)(?<![.…])(?P<stop>[.,;])(?P<quote>[»”\"]?)\s*\Z")
_ABBREVIATION: Final = Pattern(r".*\..*|etc|inc|ltd|co|jr|sr|st|др|пр|г|гг|в|вв|обл|ред|т|ж|жж|ғ|м|б|с", 2)  # re.I
_MEETING: Final = Pattern(r"[,;:.!?…–—]\s?[,;:.!?–—]")
_DOUBLED: Final = Pattern(
    r",{2,}|;{2,}|:{2,}|(?<![.!?])\.\.(?!\.)|\.{4,}|!{2,}|\?{2,}|[,;:]\s?[.,;](?![.\w])|[,;]\s?:|[!?…][,;](?=\s|$)(?!\S)|[!?]\.(?!\.)"
    r"|[–—]\s?[–—]|\.\s\.(?!\s?\.)|(?<=[^\W\d_]{4})\.,"
)


def dash_style(read: Passage) -> Iterator[Spot]:
    """A hyphen where a dash belongs.

    Between words, and in a range of hours or years: 10:00–16:30, 2019–2026. A dash between words stands free on both
    sides.
    """
    if not _DASHES & read.parsed(characters):
        return
    dash = read.house.dash
    for found in _BETWEEN_WORDS.finditer(read.prose):
        start, end = found.span()
        around = (read.prose[start - 2], read.prose[end + 1 : end + 2])
        if read.is_table and "|" in around:
            continue  # the sign for an empty cell
        new = dash if read.prose[start - 1].isspace() else f" {dash}"
        new = new if read.prose[end].isspace() else f"{new} "
        yield _dash(start, end, new, N_("A dash ({dash}) belongs between words, not a hyphen."))
    for found in _ONE_SIDED.finditer(read.prose):
        new = f" {found[0].strip()} "
        yield _dash(found.start(), found.end(), new, N_("A dash ({dash}) between words has a space on either side."))
    for found in _TIMES.finditer(read.prose):
        yield _dash(found.start(), found.end(), EN_DASH, _RANGE)
    for found in _YEARS.finditer(read.prose):
        if found[1] < found[2]:
            yield _dash(found.end(1), found.start(2), EN_DASH, _RANGE)


_RANGE: Final = N_("From one number to another is written with a dash ({dash}), not with a hyphen.")


def _dash(start: int, end: int, new: str, said: str) -> Spot:
    return Spot(start, end, message(said, dash=new.strip()), (Fix(start, end, new, safe=True),))


def dashes_mixed(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """Dashes of two lengths in one release.

    Those that are not the house's are marked; a release that keeps to one length is left alone.
    """
    if len({dash for _line, dashes in entries for _start, _end, dash in dashes}) < 2:
        return
    for line, dashes in entries:
        house = line.read.house.dash
        for start, end, dash in dashes:
            if dash != house:
                said = message(N_("Other dashes in this text are {dash}."), dash=house)
                fix = Fix(start, end, f" {house} " if start else f"{house} ", safe=True)
                yield Spot(start, end, said, (fix,), segment=line.segment)


def _all_dashes(line: Line, _frame: Frame) -> Said:
    return (("dashes", dash) for dash in line.read.parsed(_dashes))


def _dashes(read: Passage) -> tuple[tuple[int, int, str], ...]:
    """The dashes between words, with the spaces around long ones."""
    if not _LONG_DASHES & read.parsed(characters):
        return ()
    return tuple((dash.start(), dash.end(), dash[0].strip()) for dash in _DASH.finditer(read.prose))


def heading_stop(read: Passage) -> Iterator[Spot]:
    """A headline that ends with a stop."""
    if read.role not in _HEADINGS:
        return
    last = _LAST.search(read.prose)
    if last and not (last["stop"] == "." and _ABBREVIATION.fullmatch(last["word"])):
        said = message(N_("A headline does not end with “{mark}”."), mark=last["stop"])
        yield Spot(*last.span("stop"), said, (Fix(*last.span("stop"), "", safe=True),))


def doubled_mark(read: Passage) -> Iterator[Spot]:
    """Marks that stand twice, or do not stand together."""
    for marks in _DOUBLED.finditer(read.prose) if _MEETING.search(read.prose) else ():
        found = "".join(marks[0].split())
        right = (
            "…" if found.startswith("...") else found[-1] if found[0] in ",;:." and len(set(found)) > 1 else found[0]
        )
        said = message(N_("“{found}” should be “{right}”."), found=marks[0], right=right)
        yield Spot(
            marks.start(), marks.end(), said, (Fix(marks.start(), marks.end(), right, safe=len(set(found)) == 1),)
        )


_SPACED: Final = "[\u00a0\u202f\u2009]"
_DASH_ASKEW: Final = holding(
    rf"^[-\u2010\u2011]|^[–—].|.[-\u2010\u2011–—]$|--|{_SPACED}[-\u2010\u2011–—]|[-\u2010\u2011–—]{_SPACED}|[»”],-|\d-\d"
)
"""A dash free on both sides is a piece of its own, and a hyphen within a word is right."""

DASH_STYLE: Final = TextRule(
    "dash.style", Severity.WARNING, N_("A hyphen where a dash belongs"), dash_style, _DASH_ASKEW
)
DASHES_MIXED: Final = ReleaseRule(
    "dash.mixed",
    Severity.WARNING,
    N_("Dashes of two lengths in one release"),
    _all_dashes,
    dashes_mixed,
    hint=holding("[–—]"),
)
HEADING_STOP: Final = TextRule("pt.end", Severity.WARNING, N_("A headline that ends with a stop"), heading_stop)
DOUBLED_MARK: Final = TextRule(
    "pt.dup",
    Severity.WARNING,
    N_("Marks that stand twice, or do not stand together"),
    doubled_mark,
    holding(r"[,;:.!?…–—]\s?[,;:.!?–—]|^[,;:.!?–—]"),
)
