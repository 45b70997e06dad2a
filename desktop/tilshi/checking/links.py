"""Rules over web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Message, Severity, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern, words
from tilshi.checking.prose import LATIN, characters
from tilshi.checking.rules import TextRule
from tilshi.i18n import N_
from tilshi.language.addresses import Address, AddressKind
from tilshi.release import MarkKind, Role

_SCHEME: Final = Pattern(r"(?:https?|ftp)://", re.IGNORECASE)
_HOST: Final = Pattern(r"(?:[a-z]+://)?(?P<host>[^/:?#\s]+)", re.IGNORECASE)
_HINTS: Final = ("ttp", "tps:", "htp", "www", "//", "@", " .", ",org", ",com", ",net", ",int", ",kz", "..")
_ZONES: Final = "org|com|net|int|info|edu|gov|kz|kg|uz|ru|ch|fr|eu"
_BROKEN: Final = Pattern(
    r"(?P<colon>\bhttps?(?:(?=//)|[;.,](?=/)|\s+:(?=//)|:\s+(?=//)|:(?=/[^/])|:(?=[^\s/]))\S{0,200})"
    r"|(?P<spelt>\b(?!https?://|ftp://)(?:h?t{1,3}ps?|hh?tt?ps?|htpps?|hpt?ts?)://\S{0,200})"
    r"|(?P<slashes>\bhttps?:(?:///+|\\\\)\S{0,200})"
    r"|(?P<twice>\bhttps?://https?:?//?\S{0,200})"
    r"|(?P<www>\b(?:www[,;: ]\s?|www\.\s+|wwww?\.\.|wwww\.|(?<![\w.])ww\.)[\w-]{1,40}\.\S{0,200})"
    rf"|(?P<comma>\b(?:https?://|www\.|[\w.+-]{{1,40}}@)[\w.-]{{0,80}}\w,(?:{_ZONES})\b\S{{0,200}})"
    rf"|(?P<gap>\b(?:https?://|www\.|[\w.+-]{{1,40}}@)(?:[\w-]{{1,40}}\.){{0,4}}[\w-]{{1,40}}(?:\s\.\s?|\.\s)"
    rf"(?-i:{_ZONES})\b)"
    rf"|(?P<start>\bhttps?://\s+(?=[a-z0-9]))"
    rf"|(?P<at>\b[\w.+-]{{1,40}}(?:\s@\s?|@\s)[\w-]{{1,40}}\.(?:{_ZONES})\b)"
    rf"|(?P<dots>\b(?:https?://|www\.|[\w.+-]{{1,40}}@)[\w.-]{{0,80}}\.\.[\w.-]{{0,80}}(?:{_ZONES})\b)",
    re.IGNORECASE,
)
_MISSPELT_ZONES: Final = {
    **dict.fromkeys(("ogr", "rog", "orgg", "or", "og", "prg"), "org"),
    **dict.fromkeys(("con", "cmo", "ocm", "comm", "vom"), "com"),
    **dict.fromkeys(("nte", "ent"), "net"),
    **dict.fromkeys(("itn", "nit"), "int"),
}
_NAMED_HOST: Final = Pattern(r"(?:\bhttps?://(?:www\.)?|\bwww\.|(?<=\w)@)(?P<host>[\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)
_ITEM: Final = Pattern(r"[^,;|\n·•]+")
_PLATFORMS: Final = words(
    "x twitter facebook instagram tiktok youtube telegram whatsapp linkedin threads bluesky vkontakte вконтакте "
    "одноклассники weibo wechat viber snapchat flickr mastodon фейсбук инстаграм ютуб телеграм тикток твиттер"
)
_BEGINNING: Final = r"^[A-Za-z]+[\s:;.,]*[/\\]+|^https?[:;.,]+"
_ENDS: Final = ".,;:)]}»”\"'!?…"


def link_form(read: Passage) -> Iterator[Spot]:
    """A web address that is not written as it should be.

    Capitals or two alphabets in the host, a scheme that others have and this one lacks, addresses that cannot work,
    names of platforms without an address, marks of the sentence swallowed by a link.
    """
    text = read.text.string
    webs = [address for address in read.addresses if address.kind is AddressKind.WEB]
    may_be_broken = read.addresses or LATIN & read.parsed(characters)
    broken = list(_broken(text)) if may_be_broken and any(hint in text.lower() for hint in _HINTS) else []
    yield from broken
    wants_scheme = read.house.schemes or any(_SCHEME.match(text, web.start) for web in webs)
    for web in webs:
        if not any(spot.start < web.end and web.start < spot.end for spot in broken):
            yield from _form(text, web, wants_scheme=wants_scheme)
    yield from _swallowed(read)
    if webs or read.role is Role.SOCIAL_LINKS:
        yield from _dead(read)


def _form(text: str, web: Address, *, wants_scheme: bool) -> Iterator[Spot]:
    found = _HOST.match(text, web.start)
    host = found["host"] if found else ""
    if found and web.suspicious:
        said = message(N_("The address mixes letters of two alphabets: it leads elsewhere or nowhere."))
        yield Spot(*found.span("host"), said, severity=Severity.ERROR)
    elif found and host != host.lower():
        right = host.lower()
        yield _spot(*found.span("host"), right, message(N_("Hosts are written in small letters: {host}."), host=right))
    if wants_scheme and not _SCHEME.match(text, web.start):
        right = f"https://{host.lower()}"
        end = web.start + len(host)
        yield _spot(web.start, end, right, message(N_("Other addresses begin with https://, this one does not.")))


def _broken(text: str) -> Iterator[Spot]:
    taken: list[tuple[int, int]] = []
    for found in _BROKEN.finditer(text):
        right = _mended(found)
        fixes = (Fix(*found.span(), right),) if right else ()
        taken.append(found.span())
        yield Spot(
            *found.span(),
            message(N_("This address cannot work: {address}"), address=found[0]),
            fixes,
            severity=Severity.WARNING,
        )
    for found in _NAMED_HOST.finditer(text):
        if any(start < found.end() and found.start() < end for start, end in taken):
            continue
        name, _, zone = found["host"].rpartition(".")
        right = _MISSPELT_ZONES.get(zone.lower(), "")
        if name and right:
            said = message(N_("This address cannot work: {address}"), address=found[0])
            at = found.end() - len(zone)
            yield Spot(*found.span(), said, (Fix(at, found.end(), right),), severity=Severity.WARNING)
        elif not name and "www." in found[0].lower():
            said = message(N_("This address cannot work: {address}"), address=found[0])
            yield Spot(*found.span(), said, severity=Severity.WARNING)


def _mended(found: re.Match[str]) -> str:
    """What was probably meant; empty where that is not clear."""
    broken = found[0]
    match found.lastgroup:
        case "colon" | "spelt" | "slashes":
            secure = "s" if re.match(r"\w*s\W", broken, re.IGNORECASE) else ""
            return f"http{secure}://{re.sub(_BEGINNING, '', broken)}"
        case "twice":
            return re.sub(r"^https?://(?=http)", "", broken)
        case "www":
            return re.sub(r"^w+[,;:.\s]+", "www.", broken)
        case "comma":
            return broken.replace(",", ".", 1)
        case "dots":
            return re.sub(r"\.{2,}", ".", broken)
        case _:
            return "".join(broken.split())


def _swallowed(read: Passage) -> Iterator[Spot]:
    """Marks of the sentence that a link has taken for a part of its address."""
    text = read.text.string
    for mark in read.text.marks:
        if mark.kind is MarkKind.LINK and mark.href.startswith(("http", "mailto:")) and mark.href[-1] in _ENDS:
            balanced = mark.href[-1] == ")" and mark.href.count("(") == mark.href.count(")")
            if not balanced:
                said = message(
                    N_("The link leads to {address}: the last character belongs to the sentence."), address=mark.href
                )
                yield Spot(mark.start, mark.end, said, severity=Severity.WARNING)
    for one, other in zip(read.addresses, read.addresses[1:], strict=False):
        if other.start - one.end == 1 and text[one.end] in ",;":
            said = message(N_("A space is missing between two addresses."))
            yield Spot(one.end, other.start + 1, said, (Fix(other.start, other.start, " ", safe=True),))


def _dead(read: Passage) -> Iterator[Spot]:
    """Names of platforms that lead nowhere."""
    for item in _ITEM.finditer(read.prose):
        name = item[0].strip()
        start = item.start() + item[0].index(name) if name else 0
        end = start + len(name)
        if name.rstrip(".").lower() not in _PLATFORMS:
            continue
        if not any(mark.kind is MarkKind.LINK and mark.start < end and start < mark.end for mark in read.text.marks):
            said = message(N_("“{name}” is named without an address."), name=name)
            yield Spot(start, end, said, severity=Severity.WARNING)


def _spot(start: int, end: int, right: str, said: Message) -> Spot:
    return Spot(start, end, said, (Fix(start, end, right, safe=True),))


LINK_FORM: Final = TextRule(
    "url.form",
    Severity.NOTE,
    N_("A web address that is not written as it should be"),
    link_form,
    holding(rf"\ufffc|{'|'.join(map(re.escape, _HINTS))}|^\.|{'|'.join(sorted(_PLATFORMS))}", re.IGNORECASE),
)
