"""What a paragraph could be, by its words and its form, each possibility with a score.

Scores are odds on a logarithmic scale, set by hand so that what is certain (a telephone number after «Тел.:») outweighs
any order of parts, and what is likely (a short line at the top) yields to it. `order` weighs them against the order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import urlsplit

from tilshi.exchange.plaintext import reading
from tilshi.exchange.plaintext.cues import SOCIAL_HOSTS, TEMPLATES, Cue, label, pattern, whole
from tilshi.language.addresses import Address, AddressKind, spans
from tilshi.release import Role

WITH_BACKGROUND: Final = frozenset({"press-release", "news-note", "operational-update"})
"""Templates that have a part for the background of the news."""


_LONGEST_CUE: Final = 200
"""No cue is longer, with all that may stand round it; a paragraph of brackets would be searched for minutes."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, where it stands (`at`, from 0) and in what kind of release; the rest is read from its text."""

    text: str
    at: int
    template: str

    @cached_property
    def words(self) -> int:
        """Number of words and numbers."""
        return len(reading.words(self.text))

    @cached_property
    def terminated(self) -> bool:
        """Whether it ends as a sentence does."""
        return reading.is_terminated(self.text)

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text."""
        return self.terminated and self.words >= 6

    @cached_property
    def addresses(self) -> tuple[Address, ...]:
        """Links, mail addresses and numbers in it."""
        return spans(self.text)

    @cached_property
    def social(self) -> int:
        """How many of its links lead to social media."""
        return sum(_is_social(address.href) for address in self.addresses)

    def share(self, kind: AddressKind) -> float:
        """The share of it that addresses of a kind take up."""
        return sum(address.end - address.start for address in self.addresses if address.kind is kind) / len(self.text)

    def has(self, kind: AddressKind) -> bool:
        """Whether there is an address of that kind in it."""
        return any(address.kind is kind for address in self.addresses)

    def says(self, cue: Cue) -> bool:
        """Whether the words of the cue occur in it."""
        return pattern(cue).search(self.text) is not None

    def count(self, cue: Cue) -> int:
        """How many different words of the cue occur in it."""
        return len({found.casefold() for found in pattern(cue).findall(self.text)})

    def begins(self, cue: Cue) -> bool:
        """Whether the cue is the label it begins with."""
        return label(cue).match(self.text) is not None

    def is_all(self, cue: Cue) -> bool:
        """Whether it says nothing but the words of the cue."""
        return len(self.text) <= _LONGEST_CUE and whole(cue).fullmatch(self.text) is not None


def template_of(texts: list[str]) -> str:
    """The template that one of the first lines names; a press release if none does."""
    for text in texts[:5]:
        for cue in TEMPLATES:
            found = pattern(cue).search(text)
            if found and len(reading.words(text)) <= 10 and len(found[0]) >= 0.25 * len(text):
                return cue.value
    return Cue.PRESS_RELEASE.value


def candidates(paragraph: Passage) -> dict[Role, float]:
    """The roles a paragraph could have, with their scores."""
    found: dict[Role, float] = {}
    for judge in _JUDGES:
        found.update(judge(paragraph))
    return found


def _is_social(href: str) -> bool:
    host = urlsplit(href).netloc
    return any(host == name or host.endswith(f".{name}") for name in SOCIAL_HOSTS)


def _top(p: Passage) -> Iterator[tuple[Role, float]]:
    if p.says(Cue.EMBARGO) and p.words <= 30:
        yield Role.EMBARGO, 5.0 if pattern(Cue.EMBARGO).match(p.text) else 3.0
    named = max((_share_of(p, cue) for cue in TEMPLATES), default=0.0)
    if named and p.words <= 10 and not p.terminated:
        yield Role.KICKER, 1.5 + 3.0 * named + (1.0 if p.at <= 2 else 0.0)
    elif p.at <= 1 and p.words <= 5 and not p.terminated:
        yield Role.KICKER, 0.3
    if p.template == Cue.JOINT_STATEMENT and p.at <= 4 and p.words <= 25 and not p.terminated:
        yield Role.LOGO_LINE, 1.5 if any(sign in p.text for sign in "|•·/,") else 0.0
    if dated := reading.date_share(p.text):
        yield Role.DATE, 6.0 if dated > 0.95 else 4.0 * dated if p.words <= 12 and not p.terminated else -3.0


def _share_of(p: Passage, cue: Cue) -> float:
    found = pattern(cue).search(p.text)
    return len(found[0]) / len(p.text) if found else 0.0


def _headings(p: Passage) -> Iterator[tuple[Role, float]]:
    if reading.is_dateline(p.text):
        yield Role.LEAD, 6.0 if p.prose else 2.0
    elif p.prose and p.at <= 9:
        yield Role.LEAD, 1.5
    if reading.has_label(p.text) or reading.cells(p.text) or p.addresses:
        return
    if p.at <= 8 and 2 <= p.words <= 45:
        yield Role.HEADLINE, (0.0 if p.text.endswith(".") else 2.0) + (0.5 if ":" in p.text[:40] else 0.0)
        yield Role.SUBHEADLINE, -0.3 if p.text.endswith(".") else 0.8
    if p.words <= 12 and not p.text.endswith((".", ",", ";", "…")) and not reading.has_sentences(p.text):
        score = 1.5 if p.template == Cue.OPERATIONAL_UPDATE else 1.0
        yield Role.SECTION_HEADING, score - (1.0 if p.text.endswith(":") else 0.0)


def _running(p: Passage) -> Iterator[tuple[Role, float]]:
    yield Role.BODY, 1.0 if p.prose else 0.0 if p.words >= 12 else -1.0
    quoted = reading.quoted_share(p.text)
    begins = p.text.lstrip("–—- \u00a0")[:1] in tuple(reading.OPENING)
    if reading.is_speech(p.text):
        yield Role.QUOTE, 2.0 + 2.0 * p.says(Cue.SAID)
    elif begins or quoted >= 0.5:
        said = 1.0 if p.says(Cue.SAID) else 0.0
        yield Role.QUOTE, (1.0 if begins else 0.3) + 3.0 * quoted + said if quoted >= 0.3 or said else -0.5
    if p.text[0] in "–—-" and p.words <= 20 and not p.terminated:
        yield Role.ATTRIBUTION, 4.5
    if p.begins(Cue.FACT) and p.words > 1:
        yield Role.FACT, 5.0
    if p.begins(Cue.ACCREDITATION) or p.is_all(Cue.ACCREDITATION):
        yield Role.ACCREDITATION, 6.0


def _lists(p: Passage) -> Iterator[tuple[Role, float]]:
    if reading.bullet(p.text):
        yield Role.LIST_ITEM, 4.0
    elif reading.is_numbered(p.text):
        yield Role.LIST_ITEM, 3.0
    if row := reading.cells(p.text):
        digits = sum(any(character.isdigit() for character in cell) for cell in row)
        yield Role.TABLE_ROW, 5.5
        yield Role.TABLE_HEADER, 6.0 if not digits else 3.0


def _closing(p: Passage) -> Iterator[tuple[Role, float]]:
    if p.is_all(Cue.BACKGROUND):
        yield Role.BACKGROUND, 6.0
    elif p.prose and p.template in WITH_BACKGROUND:
        yield Role.BACKGROUND, -1.0 + 1.2 * p.says(Cue.SINCE) + 0.6 * min(3, p.count(Cue.PRESENCE))
    if p.is_all(Cue.ABOUT) and not p.terminated and p.words <= 8:
        yield Role.BOILERPLATE, 4.0
    elif p.prose:
        yield Role.BOILERPLATE, -1.5 + min(3, p.count(Cue.IDENTITY)) * 0.8
    if p.is_all(Cue.NOTES) or p.begins(Cue.NOTES):
        yield Role.NOTES, 6.0
    else:
        yield Role.NOTES, -1.0
    if p.template == Cue.JOINT_STATEMENT and p.words <= 20 and not p.terminated:
        yield Role.SIGNATORY, 4.0 if p.is_all(Cue.SIGNATORIES) else 1.2


def _contacts(p: Passage) -> Iterator[tuple[Role, float]]:
    if p.says(Cue.CONTACT) and p.words <= 30:
        yield Role.CONTACT_INTRO, 5.0 if p.text.endswith(":") or p.is_all(Cue.CONTACT) else 1.0
    if p.begins(Cue.PHONE) or p.share(AddressKind.PHONE) >= 0.6:
        yield Role.CONTACT_PHONE, 6.0 if p.has(AddressKind.PHONE) else 3.0
    if p.begins(Cue.EMAIL) or p.share(AddressKind.EMAIL) >= 0.6:
        yield Role.CONTACT_EMAIL, 6.0 if p.has(AddressKind.EMAIL) else 3.0
    if p.words <= 30 and not p.text.endswith((".", ":", ";")) and p.text[0].isupper() and not p.has(AddressKind.WEB):
        office, position = p.says(Cue.OFFICE), p.says(Cue.POSITION)
        yield Role.CONTACT_NAME, 1.0 + 0.5 * ("," in p.text) + office + 0.5 * position + 0.5 * bool(p.addresses)
        yield Role.CONTACT_ROLE, (1.5 if position else 0.5) + 0.7 * office - ("," in p.text)


def _links(p: Passage) -> Iterator[tuple[Role, float]]:
    web, footage = p.has(AddressKind.WEB), p.says(Cue.FOOTAGE)
    if web:
        yield Role.WEBSITE, 2.0 + 2.0 * p.says(Cue.WEBSITE) - 1.5 * footage - 5.0 * bool(p.social)
        yield Role.FOOTAGE, 1.0 + 2.5 * footage - 3.0 * bool(p.social)
    elif p.words <= 15:
        yield Role.FOOTAGE, -1.0 + footage
    if footage and 2 <= p.words <= 40 and not web:
        yield Role.FOOTAGE_INTRO, (3.5 if p.text.endswith(":") else 0.3) + 0.5 * min(2, p.count(Cue.FOOTAGE))
    if p.says(Cue.SOCIAL) and p.words <= 30 and not web:
        yield Role.SOCIAL_INTRO, 5.0 if not p.terminated else 3.0
    if p.social:
        yield Role.SOCIAL_LINKS, 4.0 + 0.5 * min(4, p.social) + p.says(Cue.SOCIAL)
    elif p.words <= 20 and not p.prose:
        yield Role.SOCIAL_LINKS, -2.0


_JUDGES: Final[tuple[Callable[[Passage], Iterator[tuple[Role, float]]], ...]] = (
    _top,
    _headings,
    _running,
    _lists,
    _closing,
    _contacts,
    _links,
)
