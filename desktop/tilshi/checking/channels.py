"""Rules over web addresses, e-mail addresses and telephone numbers: the same ones as in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import MASK, Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.language.addresses import FICTITIOUS_COUNTRY, Address, AddressKind
from tilshi.language.phones import read_phone
from tilshi.language.tags import primary
from tilshi.release import MarkKind


def url_difference(source: Passage, target: Passage) -> Iterator[Spot]:
    """A web address that differs from the source's.

    The page in the language of the translation is the same address: /en/ and /kk/. Its last part may then be another
    word, which is only noted. The targets of links are compared as well.
    """
    yield from _differences(source, target, AddressKind.WEB, _web_key)
    yield from _links(source, target)


def email_difference(source: Passage, target: Passage) -> Iterator[Spot]:
    """An e-mail address that differs from the source's."""
    yield from _differences(source, target, AddressKind.EMAIL, lambda address, _language: address.href.lower())


def phone_difference(source: Passage, target: Passage) -> Iterator[Spot]:
    """A telephone number that differs from the source's, or that no country has.

    Numbers of the unassigned code +999, which invented texts use, are as good as any.
    """
    if source is not target:
        yield from _differences(source, target, AddressKind.PHONE, lambda address, _language: address.href)
    for address in target.addresses:
        if address.kind is AddressKind.PHONE and not address.href.startswith(f"tel:+{FICTITIOUS_COUNTRY}"):
            shown = target.text.string[address.start : address.end]
            phone = read_phone(address.href.removeprefix("tel:").partition(";")[0])
            if phone is None or not phone.valid:
                said = message(N_("{number} is not a number that its country gives out."), number=shown)
                yield Spot(address.start, address.end, said, side=Side.TARGET, severity=Severity.WARNING)


_Key = Callable[[Address, str], str]


def _differences(source: Passage, target: Passage, kind: AddressKind, key: _Key) -> Iterator[Spot]:
    if source is target or not target.text.string.strip():
        return
    said, written = _of_kind(source, kind), _of_kind(target, kind)
    if not said and not written:
        return
    ours = {key(address, source.language) for address in said}
    theirs = {key(address, target.language) for address in written}
    lost = [address for address in said if key(address, source.language) not in theirs]
    added = [address for address in written if key(address, target.language) not in ours]
    for expected, found in zip_longest(lost, added):
        if expected and found:
            yield _differs(source, expected, target, found)
        elif expected:
            yield _lost(source, expected, target)
        elif found:
            said_so = message(_ADDED, found=_shown(target, found))
            yield Spot(found.start, found.end, said_so, side=Side.TARGET)


def _differs(source: Passage, expected: Address, target: Passage, found: Address) -> Spot:
    shown = _shown(source, expected)
    said = message(_DIFFERS, expected=shown, found=_shown(target, found))
    localised = expected.kind is AddressKind.WEB and _is_localised(expected, source, found, target)
    fixes = () if localised else (Fix(found.start, found.end, _in_language(shown, source, target)),)
    severity = Severity.NOTE if localised else None
    evidence = (expected.start, expected.end)
    return Spot(found.start, found.end, said, fixes, Side.TARGET, evidence=evidence, severity=severity)


def _lost(source: Passage, expected: Address, target: Passage) -> Spot:
    """At what is left of the address in the translation, if anything looks like it."""
    shown = _shown(source, expected)
    garbled = _garbled(target, shown)
    if garbled is None:
        return Spot(expected.start, expected.end, message(_LOST, expected=shown), side=Side.SOURCE)
    start, end = garbled
    said = message(_DIFFERS, expected=shown, found=target.text.string[start:end])
    fix = Fix(start, end, _in_language(shown, source, target))
    return Spot(start, end, said, (fix,), Side.TARGET, evidence=(expected.start, expected.end))


def _garbled(target: Passage, address: str) -> tuple[int, int] | None:
    """The words of a text that are most like an address, if they are like it at all."""
    text = target.text.string
    matcher = SequenceMatcher(b=address)
    best, place = _ALIKE, None
    for start, end in target.parsed(_candidates):
        if end - start <= 2 * len(address):
            matcher.set_seq1(text[start:end])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                best, place = matcher.ratio(), (start, end)
    return place


def _candidates(read: Passage) -> tuple[tuple[int, int], ...]:
    """Words, and several words in a row, that may be what is left of an address: with a sign or figure of one."""
    text = read.text.string
    words = [match.span() for match in _WORD.finditer(text)]
    taken = {at for found in read.addresses for at in range(found.start, found.end)}
    found: list[tuple[int, int]] = []
    for at, (start, _end) in enumerate(words):
        for last in words[at : at + _LONGEST]:
            end = start + len(text[start : last[1]].rstrip(_TRAILING))
            if taken.intersection(range(start, end)) or end - start > _FARTHEST:
                break
            if _SIGN.search(text[start:end]):
                found.append((start, end))
        if len(found) > _MOST:
            break
    return tuple(found)


def _links(source: Passage, target: Passage) -> Iterator[Spot]:
    """Targets of links, where the words that are linked hold no address themselves."""
    if source is target or not target.text.string.strip():
        return
    ours = {_href_key(mark.href, source.language) for mark in source.text.marks if mark.kind is MarkKind.LINK}
    for mark in target.text.marks:
        if mark.kind is MarkKind.LINK and mark.href and ours and _href_key(mark.href, target.language) not in ours:
            said = message(N_("This link leads to {found}, none of the source does."), found=mark.href)
            yield Spot(mark.start, mark.end, said, side=Side.TARGET)


def _of_kind(read: Passage, kind: AddressKind) -> list[Address]:
    return [address for address in read.addresses if address.kind is kind]


def _shown(read: Passage, address: Address) -> str:
    return read.text.string[address.start : address.end]


def _web_key(address: Address, language: str) -> str:
    return _href_key(address.href, language)


def _href_key(href: str, language: str) -> str:
    """An address without its scheme, its www. and its language."""
    parts = urlsplit(href)
    if parts.scheme in {"mailto", "tel"}:
        return href.lower()
    labels = parts.netloc.lower().removeprefix("www.").split(".")
    if len(labels) > 2 and _is_language(labels[0], language):
        del labels[0]
    path = "/".join(part for part in parts.path.split("/") if part and not _is_language(part, language))
    query = urlencode([pair for pair in parse_qsl(parts.query) if pair[0].lower() not in _LANGUAGE_KEYS])
    return f"{'.'.join(labels)}/{path}?{query}#{parts.fragment}"


def _is_language(label: str, language: str) -> bool:
    return label.lower() in {language.lower(), primary(language), *_COUNTRY_CODES.get(primary(language), ())}


def _is_localised(expected: Address, source: Passage, found: Address, target: Passage) -> bool:
    """Whether only the words of the path differ, and it says that it is the translation's: /en/water, /fr/eau."""
    ours, theirs = urlsplit(expected.href), urlsplit(found.href)
    if _href_key(f"https://{ours.netloc}", source.language) != _href_key(f"https://{theirs.netloc}", target.language):
        return False
    paths = ours.path.strip("/").split("/"), theirs.path.strip("/").split("/")
    named = any(_is_language(part, source.language) for part in paths[0])
    return named and any(_is_language(part, target.language) for part in paths[1]) and len(paths[0]) == len(paths[1])


def _in_language(shown: str, source: Passage, target: Passage) -> str:
    """The source's address with the language of the translation in its path."""
    code = primary(source.language)
    return re.sub(rf"(?<=/){re.escape(code)}(?=/|$)", primary(target.language), shown)


_DIFFERS: Final = N_("The source says {expected}, the translation {found}.")
_LOST: Final = N_("{expected} of the source is not in the translation.")
_ADDED: Final = N_("{found} of the translation is not in the source.")
_WORD: Final = Pattern(r"[^\s|]+")
_TRAILING: Final = ".,;:!?)»”"
_SIGN: Final = Pattern(r"[@./:\d]|www")
_LONGEST: Final = 6
_FARTHEST: Final = 200
_MOST: Final = 200
"""How many places are looked at: a text with more of them has other troubles."""
_ALIKE: Final = 0.7
_LANGUAGE_KEYS: Final = frozenset({"lang", "language", "hl", "locale", "l"})
_COUNTRY_CODES: Final = {"kk": ("kz", "kaz"), "en": ("eng",), "ru": ("rus",), "fr": ("fra",)}

_ADDRESS: Final = holding(MASK)

URL_DIFFERENCE: Final = PairRule(
    "url.diff",
    Severity.WARNING,
    N_("A web address that differs from the source's"),
    url_difference,
    hint=_ADDRESS.in_either,
)
EMAIL_DIFFERENCE: Final = PairRule(
    "email.diff",
    Severity.ERROR,
    N_("An e-mail address that differs from the source's"),
    email_difference,
    hint=_ADDRESS.in_either,
)
PHONE_DIFFERENCE: Final = PairRule(
    "phone.diff",
    Severity.ERROR,
    N_("A telephone number that differs from the source's, or that no country has"),
    phone_difference,
    alone=True,
    hint=_ADDRESS.in_either,
)
