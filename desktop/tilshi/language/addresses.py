"""Web addresses, e-mail addresses and telephone numbers in running text, and where each of them leads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import quote

FICTITIOUS_COUNTRY: Final = "999"
"""The country code of invented numbers: ITU-T E.164 keeps it unassigned."""


class AddressKind(StrEnum):
    """What stands behind an address."""

    WEB = "web"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """An address at `start` to `end` (code points, end exclusive).

    `href` is the normalised target in ASCII: `https://…`, `mailto:…` or `tel:+…` in E.164 (RFC 3966). `suspicious` says
    that the name of the host mixes alphabets, as in a forged link.
    """

    start: int
    end: int
    kind: AddressKind
    href: str
    suspicious: bool = False


_LABEL: Final = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_GENERIC: Final = (
    "com|org|net|int|edu|gov|mil|info|biz|name|museum|coop|aero|app|dev|tv|news|media|press|live|online|site|blog|ngo|ong|"
    "foundation|international|help|health|care|charity|social|video|photos|link|digital|world|global|community|asia|"
    "example|test|invalid|рф|қаз|укр|бел|срб|мон|мкд|бг|ею|онлайн|сайт|орг"
)
# ISO 3166 codes that are domains, but for those that end words of the four languages or name kinds of files.
_COUNTRIES: Final = (
    "ac|ad|ae|af|ag|ai|al|am|ao|aq|ar|as|at|au|aw|ax|az|ba|bb|bd|be|bf|bg|bh|bi|bj|bm|bn|bo|br|bs|bt|bw|by|bz|ca|cc|cd|cf|"
    "cg|ch|ci|ck|cl|cm|cn|co|cr|cu|cv|cw|cx|cy|cz|de|dj|dk|dm|do|dz|ec|ee|eg|er|es|et|eu|fi|fj|fk|fm|fo|fr|ga|gd|ge|gf|gg|"
    "gh|gi|gl|gm|gn|gp|gq|gr|gs|gt|gu|gw|gy|hk|hm|hn|hr|ht|hu|id|ie|il|im|in|io|iq|ir|is|it|je|jm|jo|jp|ke|kg|kh|ki|km|kn|"
    "kp|kr|kw|ky|kz|la|lb|lc|li|lk|lr|ls|lt|lu|lv|ly|ma|mc|md|me|mg|mh|mk|ml|mm|mn|mo|mp|mq|mr|ms|mt|mu|mv|mw|mx|my|mz|na|"
    "nc|ne|nf|ng|ni|nl|no|np|nr|nu|nz|om|pa|pe|pf|pg|ph|pk|pl|pm|pn|pr|ps|pt|pw|py|qa|re|ro|rs|ru|rw|sa|sb|sc|sd|se|sg|sh|"
    "si|sk|sl|sm|sn|so|sr|ss|st|su|sv|sx|sy|sz|tc|td|tf|tg|th|tj|tk|tl|tm|tn|to|tr|tt|tv|tw|tz|ua|ug|uk|us|uy|uz|va|vc|ve|"
    "vg|vi|vn|vu|wf|ws|ye|yt|za|zm|zw"
)
_REST: Final = r"(?::\d{2,5})?(?:[/?#][^\s<>\"«»“”„‹›|\\^`{}]*)?"
_WEB: Final = re.compile(
    rf"(?<![\w@.:/-])(?:(?P<scheme>https?://|ftp://)(?P<named>{_LABEL}(?:\.{_LABEL})*)(?P<rest>{_REST})"
    rf"|(?P<host>(?:{_LABEL}\.)+(?:{_GENERIC}|{_COUNTRIES}))(?![\w@]|\.[^\W_])(?P<path>{_REST}))",
    re.IGNORECASE,
)
_EMAIL: Final = re.compile(
    rf"(?<![\w.%+@-])(?:mailto:)?(?P<local>[A-Za-z0-9][\w.%+'-]{{0,63}})@(?P<host>(?:{_LABEL}\.)+(?:[a-zA-Z]{{2,24}}|[\u0400-\u052f]{{2,24}}))(?![\w@])",
)
# Each begins with a sign, and not with a letter that any text is full of: so the search goes by the signs alone.
_MAY_HOLD_LINK: Final = re.compile(r"[.@]\w|://\w")
_MAY_HOLD_PHONE: Final = re.compile(r"[+\d](?:(?<=\+)\s?\d|(?<=0)0\d|(?<=\d)[\d\s().-]{5,}\d)")
_FICTITIOUS: Final = re.compile(
    r"(?<![\w+])\+\s?999(?:[\s\u00a0\u202f().\u2011\u2013-]{0,2}\d){4,12}(?![\d])",
)
_CLOSING: Final = {")": "(", "]": "[", "}": "{"}
_TRAILING: Final = ".,;:!?…'’\"*_"
_ENDING: Final = re.compile(r"(?<=[\x21-\x7e])-[\u0400-\u052f]{1,8}$")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")
_OTHER: Final = re.compile("[\u0370-\u052f]")


def spans(text: str, default_region: str | None = None) -> tuple[Address, ...]:
    """The addresses of a text, in order, never overlapping.

    Punctuation and brackets after an address do not belong to it, nor do Kazakh endings after a hyphen. A bare domain
    counts when its last label is a real one. Telephone numbers count in international form; with `default_region`
    (ISO 3166, such as "KZ") valid national ones too. Numbers of the unassigned code +999, which invented texts use,
    count as well.
    """
    return _in_order([*links(text), *_phones(text, default_region)])


def links(text: str) -> tuple[Address, ...]:
    """The web and e-mail addresses of a text alone, as in `spans`; takes microseconds where there are none."""
    return _in_order([*_emails(text), *_webs(text)]) if _MAY_HOLD_LINK.search(text) else ()


def is_mixed(host: str) -> bool:
    """Whether a label of a host name holds letters of two alphabets (Unicode TR 39, single-script)."""
    return any(_LATIN.search(label) and _OTHER.search(label) for label in host.split("."))


def _in_order(found: list[Address]) -> tuple[Address, ...]:
    kept: list[Address] = []
    for address in sorted(found, key=lambda address: (address.start, -address.end)):
        if not kept or address.start >= kept[-1].end:
            kept.append(address)
    return tuple(kept)


def _emails(text: str) -> Iterator[Address]:
    if "@" not in text:
        return
    for found in _EMAIL.finditer(text):
        host = _ascii_host(found["host"])
        if host and ".." not in found["local"] and not found["local"].endswith("."):
            local = quote(found["local"], safe="!#$%&'*+/=?^_`{|}~.-")
            yield Address(
                found.start(), found.end(), AddressKind.EMAIL, f"mailto:{local}@{host}", is_mixed(found["host"])
            )


def _webs(text: str) -> Iterator[Address]:
    if "." not in text and "://" not in text:
        return
    for found in _WEB.finditer(text):
        whole = _trimmed(found[0])
        scheme = (found["scheme"] or "").lower()
        host = _ENDING.sub("", found["named"]) if scheme else found["host"]
        if not scheme and not _is_written_as_host(host):
            continue
        ascii_host = _ascii_host(host)
        if ascii_host:
            rest = quote(whole[len(scheme) + len(host) :], safe="/?#[]@!$&'()*+,;=:%~._-")
            href = f"{scheme or 'https://'}{ascii_host}{rest}"
            yield Address(found.start(), found.start() + len(whole), AddressKind.WEB, href, is_mixed(host))


def _is_written_as_host(host: str) -> bool:
    """Whether capitals are those of a host: `visit.It` is two sentences, `Example.org` and `EXAMPLE.ORG` are hosts."""
    last = host.rsplit(".", 1)[1]
    return last.islower() or host.isupper()


def _trimmed(address: str) -> str:
    """Without what belongs to the sentence: punctuation, brackets that were not opened in it, a Kazakh ending."""
    while address:
        last = address[-1]
        unopened = last in _CLOSING and address.count(last) > address.count(_CLOSING[last])
        if last in _TRAILING or unopened:
            address = address[:-1]
        elif ending := _ENDING.search(address):
            address = address[: ending.start()]
        else:
            break
    return address


def _ascii_host(host: str) -> str:
    """The host in ASCII (IDNA), lower case; empty if it cannot be one."""
    try:
        return host.lower().encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _phones(text: str, region: str | None) -> Iterator[Address]:
    if not _MAY_HOLD_PHONE.search(text):
        return
    for found in _FICTITIOUS.finditer(text):
        yield Address(found.start(), found.end(), AddressKind.PHONE, "tel:+" + re.sub(r"\D", "", found[0]))
    if "+" not in text and not region:
        return
    # Loaded here for the start of the program: the tables of all countries.
    import phonenumbers

    leniency = phonenumbers.Leniency.VALID if region else phonenumbers.Leniency.POSSIBLE
    for match in phonenumbers.PhoneNumberMatcher(text, region or "ZZ", leniency=leniency):
        number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
        extension = f";ext={match.number.extension}" if match.number.extension else ""
        yield Address(match.start, match.end, AddressKind.PHONE, f"tel:{number}{extension}")
