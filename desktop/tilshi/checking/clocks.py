"""A rule over hours and their time zones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.hints import Hint
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.quantities import Quantity, Sort, has_digit, quantities
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.tags import primary
from tilshi.language.zones import LOCAL, Zone, zones
from tilshi.release import Role


def time_zone(source: Passage, target: Passage) -> Iterator[Spot]:
    """An hour without a zone in an embargo or an event.

    An embargo must name one. So must an event online, which has no place whose time it could be; another event only
    where its source does. A zone that differs from the source's is a finding too.
    """
    hours = [quantity for quantity in target.parsed(quantities) if quantity.sort is Sort.TIME]
    if not hours:
        return
    written = target.parsed(_zones)
    said = () if source is target else source.parsed(_zones)
    if not written:
        if said:
            yield _missing(hours[-1], target, said[0], source)
        elif target.role is Role.EMBARGO or (target.role in _EVENTS and _ONLINE.search(target.prose)):
            yield _missing(hours[-1], target, None, source)
    elif said and _differ(said, written):
        found = written[0]
        names = (source.prose[said[0].start : said[0].end], target.prose[found.start : found.end])
        spoken = message(N_("The source says {expected}, the translation {found}."), expected=names[0], found=names[1])
        yield Spot(found.start, found.end, spoken, side=Side.TARGET, evidence=(said[0].start, said[0].end))


def _zones(read: Passage) -> tuple[Zone, ...]:
    return tuple(zones(read.prose))


def _differ(said: tuple[Zone, ...], written: tuple[Zone, ...]) -> bool:
    """Whether both name zones that are known and none is the same; names of places are not translated here."""
    one, other = {zone.name for zone in said}, {zone.name for zone in written}
    known = all(name == LOCAL or name[0].isupper() for name in one | other)
    return known and not one & other


def _missing(hour: Quantity, target: Passage, said: Zone | None, source: Passage) -> Spot:
    shown = target.text.string[hour.start : hour.end]
    if said is None:
        text = message(N_("{hour} needs a time zone: readers are in several."), hour=shown)
        return Spot(_beginning(hour, target), hour.end, text, _with_gmt(hour, target), Side.TARGET)
    name = source.text.string[said.start : said.end]
    text = message(N_("The source says {hour} {zone}; the translation names no time zone."), hour=shown, zone=name)
    fixes = _with_gmt(hour, target) if said.name == "UTC" else ()
    return Spot(_beginning(hour, target), hour.end, text, fixes, Side.TARGET, evidence=(said.start, said.end))


def _beginning(hour: Quantity, target: Passage) -> int:
    """Where the word for hours begins that stands before one: «сағат 10:00»."""
    before = _HOUR_WORD.search(target.prose, max(0, hour.start - 10), hour.start)
    return before.start() if before else hour.start


def _with_gmt(hour: Quantity, target: Passage) -> tuple[Fix, ...]:
    """GMT after the hour, in the words of the language; not before an ending."""
    if target.prose[hour.end : hour.end + 1] == "-":
        return ()
    written = target.text.string[hour.start : hour.end]
    form = _GMT.get(primary(target.language), "{hour} GMT")
    return (Fix(hour.start, hour.end, form.format(hour=written)),)


_GMT: Final = {"ru": "{hour} по Гринвичу", "kk": "{hour} (GMT)"}
_HOUR_WORD: Final = Pattern(r"(?i)\bсағат\s\Z")
_EVENTS: Final = frozenset({Role.FACT, Role.ACCREDITATION, Role.NOTES, Role.BODY, Role.LEAD})
_ONLINE: Final = Pattern(r"(?i)\b(?:online|en ligne|онлайн\w*|zoom|webinar|webinaire|вебинар\w*|teams)\b")

TIME_ZONE: Final = PairRule(
    "time.zone",
    Severity.WARNING,
    N_("An hour without a zone in an embargo or an event"),
    time_zone,
    alone=True,
    hint=Hint(has_digit),
)
