"""What each part of a release shows in one language: its own text, or what can be said in its place for certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from tilshi.language.addresses import Address, AddressKind, spans
from tilshi.language.dates import find_dates, find_times, format_date, format_time, parse_date
from tilshi.language.names import script
from tilshi.language.numbers import kazakh_dative_ending
from tilshi.language.tags import primary
from tilshi.layout.profile import Profile
from tilshi.layout.template import Template
from tilshi.layout.wording import filled
from tilshi.release.model import Block, Release, Segment
from tilshi.release.roles import Role
from tilshi.release.text import Text

_SPACE = Text(" ")
_CARRIED = frozenset({Role.FOOTAGE, Role.SOCIAL_LINKS})
"""Parts that need no translation where they hold addresses and nothing else."""

_GREENWICH = re.compile(r"\b(?:GMT|UTC|Greenwich|Гринвич)", re.IGNORECASE)
"""The one time zone that fixed strings name: an hour of another zone cannot stand in it."""

ADDRESSED: Final[Mapping[Role, AddressKind]] = MappingProxyType(
    {Role.CONTACT_PHONE: AddressKind.PHONE, Role.CONTACT_EMAIL: AddressKind.EMAIL}
)
"""Parts that are a label and an address."""


@dataclass(frozen=True, slots=True)
class Line:
    """What one part shows: the text, its language, and the segments it comes from (none: it is the template's own).

    `picture` is the id of the release's picture that it shows; the text is then what is read instead.
    """

    role: Role
    text: Text
    language: str
    segments: tuple[str, ...] = ()
    picture: str = ""


@dataclass(frozen=True)
class Edition:
    """A release in one language, with its template and the organisation that sends it."""

    release: Release
    template: Template
    profile: Profile
    language: str

    @cached_property
    def organisation(self) -> dict[str, str]:
        """What fixed strings call the organisation in this language."""
        return self.profile.organisation(self.language)

    @cached_property
    def date(self) -> dt.date | None:
        """The day of the release, from the source text or else from this language's."""
        block = self.release.first(Role.DATE)
        for segment in block.segments if block else ():
            for text, language in (
                (segment.source, self.release.source_language),
                (self.text(segment), self.language),
            ):
                if found := next((span.date for span in find_dates(text.string, language) if span.date), None):
                    return found
        return None

    def text(self, segment: Segment) -> Text:
        """The segment's text in this language; empty where it is not translated."""
        if self.language == self.release.source_language:
            return segment.source
        return segment.target(self.language).text

    def wording(self, name: str) -> str:
        """A fixed string of the template; empty where there is none in this language."""
        return self.template.wording(name, self.language, self.organisation) if name else ""

    def line(self, block: Block) -> Line | None:
        """What the part shows; None where nothing of it is translated and nothing can stand in for it."""
        shown = [segment for segment in block.segments if not _is_blank(self.text(segment))]
        if block.role is Role.PICTURE and block.picture:
            # A picture is shown before anybody has said what it shows.
            text = _joined([self.text(segment) for segment in shown]) if shown else Text()
            return Line(block.role, text, self.language, tuple(one.id for one in block.segments), block.picture)
        if not shown:
            stand_in = self._stand_in(block)
            ids = tuple(segment.id for segment in block.segments)
            return Line(block.role, Text(stand_in), self.language, ids) if stand_in else None
        text = _joined([self.text(segment) for segment in shown])
        return Line(block.role, text, self._language_of(shown, text), tuple(segment.id for segment in shown))

    def _language_of(self, segments: list[Segment], text: Text) -> str:
        """The source's language for words of another script taken over unchanged, else this edition's."""
        source = self.release.source_language
        if script(source) == script(self.language) or any(self.text(part) != part.source for part in segments):
            return self.language
        words = re.findall(r"[^\W\d_]{2,}", _without(text.string, spans(text.string)))
        foreign = bool(words) and script(source) == "Latn" and all(word.isascii() for word in words)
        return source if foreign else self.language

    def _stand_in(self, block: Block) -> str:
        """What a part without a text of its own can show for certain; empty if nothing."""
        source = " ".join(segment.source.string for segment in block.segments)
        if block.role is Role.DATE:
            date = parse_date(source, self.release.source_language)
            return format_date(date, self.language) if date else ""
        if block.role in _CARRIED:
            return source if _is_only_addresses(source) else ""
        part = self.template.part(block.role)
        wording = self.wording(part.fixed) if part else ""
        if not wording:
            return ""
        if kind := ADDRESSED.get(block.role):
            address = _first(source, kind)
            return f"{wording} {address}" if address else ""
        if "{url}" in wording:
            return filled(wording, url=address) if (address := _first(source, AddressKind.WEB)) else ""
        return self._embargo(wording, source) if "{time}" in wording else wording

    def _embargo(self, wording: str, source: str) -> str:
        dates = [span.date for span in find_dates(source, self.release.source_language) if span.date]
        times = [time for _start, _end, time in find_times(source)]
        if len(dates) != 1 or len(times) != 1 or not _GREENWICH.search(source):
            return ""
        time = format_time(times[0], self.language)
        if primary(self.language) == "kk":
            time += f"-{kazakh_dative_ending(times[0].minute or times[0].hour)}"
        return filled(wording, date=format_date(dates[0], self.language), time=time)


def _joined(texts: list[Text]) -> Text:
    whole = texts[0]
    for text in texts[1:]:
        apart = whole.string[-1].isspace() or text.string[0].isspace()
        whole = whole + text if apart else whole + _SPACE + text
    return whole


def _is_blank(text: Text) -> bool:
    return not text.string or text.string.isspace()


def _first(text: str, kind: AddressKind) -> str:
    return next((text[found.start : found.end] for found in spans(text) if found.kind is kind), "")


def _without(text: str, addresses: tuple[Address, ...]) -> str:
    for address in reversed(addresses):
        text = text[: address.start] + text[address.end :]
    return text


def _is_only_addresses(text: str) -> bool:
    """Whether nothing is left to translate; X alone is a network's name."""
    addresses = spans(text)
    return bool(addresses) and set(re.findall(r"\w+", _without(text, addresses))) <= {"X"}
