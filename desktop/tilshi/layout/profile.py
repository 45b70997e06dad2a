"""The organisation that sends a release: names, letterhead, links, boilerplate and contacts, as a TOML file.

Profiles of the program never hold an emblem; an organisation names its own logo in a profile of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tilshi.files.bounded import read_bytes
from tilshi.i18n import _
from tilshi.language.phones import dialled
from tilshi.language.tags import primary
from tilshi.layout import places
from tilshi.layout.blocks import ContactCode, Picture
from tilshi.layout.conventions import LANGUAGES_DEFAULT, House, read_house
from tilshi.layout.fields import Fields
from tilshi.release.contact import NO_FORM, ContactCard, Localised
from tilshi.release.model import Release
from tilshi.release.roles import Role

KIND: Final = "profiles"
DEFAULT: Final = "default"
LEAST_CONTRAST: Final = 4.5
"""Contrast of text with its background (WCAG 2.2, 1.4.3)."""

_PICTURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_ADDRESS: Final = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_WEB: Final = re.compile(r"https?://[^\s<>\"]+")


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """What the organisation says of itself at the end of a release; `version` tells one wording from the others."""

    text: Localised = NO_FORM
    version: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """An organisation.

    `of` is the acronym as a possessor (du CICR, ХҚКК-нің), `the` with its article (le CICR). `masthead` is the
    text of the letterhead, if not the name; `logo` a picture file, or None, and `logo_picture` what is in it; `accent`
    empty for the template's; `house` what the checks hold its texts to. Beside its usual `boilerplate` it may have
    `versions` of it, which templates ask for. `contact_code` is the QR code beside its contacts; with
    `attach_contacts` its PDFs carry them as vCards.
    """

    name: str = DEFAULT
    names: Localised = NO_FORM
    acronyms: Localised = NO_FORM
    of: Localised = NO_FORM
    the: Localised = NO_FORM
    masthead: Localised = NO_FORM
    website: Localised = NO_FORM
    social: tuple[str, ...] = ()
    boilerplate: Boilerplate = field(default_factory=Boilerplate)
    contacts: tuple[ContactCard, ...] = ()
    accent: str = ""
    logo: Path | None = None
    house: House = LANGUAGES_DEFAULT
    logo_picture: Picture | None = None
    versions: tuple[Boilerplate, ...] = ()
    contact_code: ContactCode = ContactCode.NONE
    attach_contacts: bool = False

    def boilerplate_text(self, language: str, version: str = "") -> str:
        """The boilerplate of that version in a language, the usual one where there is none of it; empty if none."""
        named = (known for known in self.versions if version and known.version == version)
        texts = (own_form(known.text, language) for known in (*named, self.boilerplate))
        return next(filter(None, texts), "")

    def organisation(self, language: str) -> dict[str, str]:
        """What fixed strings of templates call the organisation in a language: `acronym`, `of` and `the`."""
        acronym = own_form(self.acronyms, language)
        return {
            "acronym": acronym,
            "of": own_form(self.of, language) or acronym,
            "the": own_form(self.the, language) or acronym,
        }


NEUTRAL: Final = Profile()
"""No organisation: no letterhead, plain wordings."""


def own_form(forms: Localised, language: str) -> str:
    """The form in that very language (or its regionless tag); empty where there is none, never another language's."""
    texts = dict(forms.forms)
    return texts.get(language) or texts.get(primary(language), "")


def available(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all profiles, those of the program first; `folder` is the user's own, if not the usual one."""
    return tuple(places.found(KIND, folder))


def load(path: Path | None = None, folder: Path | None = None) -> Profile:
    """The profile in a file; without one, the user's `default`, else the neutral one of the program.

    Raises:
        FileError: the file cannot be read, or holds a mistake; file, key and remedy are named.
    """
    table = Fields.of_file(path or places.locate(KIND, DEFAULT, folder))
    table.number("version", 1, 1, 1)
    profile = Profile(
        name=table.path.stem,
        names=table.localised("names"),
        acronyms=table.localised("acronyms"),
        of=table.localised("of"),
        the=table.localised("the"),
        masthead=table.localised("masthead"),
        website=_websites(table),
        social=tuple(_web(table, "social", url) for url in table.texts("social")),
        boilerplate=_boilerplate(table.table("boilerplate")),
        contacts=tuple(_contact(card) for card in table.tables("contacts")),
        accent=_accent(table),
        logo=(logo := _logo(table)),
        logo_picture=_picture(table, logo),
        versions=tuple(_version(stated) for stated in table.tables("boilerplate-versions")),
        house=read_house(table.table("house")),
        contact_code=table.choice("contact-code", ContactCode, ContactCode.NONE),
        attach_contacts=table.flag("attach-contacts", default=False),
    )
    table.close()
    return profile


def load_named(name: str, folder: Path | None = None) -> Profile:
    """The profile of that name: the user's own if there is one, else the program's.

    Raises:
        FileError: there is none, or it holds a mistake.
    """
    return load(places.locate(KIND, name, folder))


def choose(release: Release, folder: Path | None = None) -> Profile:
    """The user's own default profile; without one, that of the organisation the release's kicker names, or neutral.

    Raises:
        FileError: a profile holds a mistake.
    """
    files = places.found(KIND, folder)
    if files[DEFAULT] != places.bundled(KIND, DEFAULT):
        return load(files[DEFAULT])
    return sender(release, (load(path) for name, path in files.items() if name != DEFAULT)) or load(files[DEFAULT])


def sender(release: Release, profiles: Iterable[Profile]) -> Profile | None:
    """The organisation whose acronym the release's kicker names, in any of its languages; None if none or several."""
    kicker = release.first(Role.KICKER)
    if kicker is None:
        return None
    texts = (release.text(segment.id, code) for segment in kicker.segments for code in release.languages)
    words = {word for text in texts for word in re.findall(r"\w+", text.string)}
    named = [profile for profile in profiles if words & {form for _code, form in profile.acronyms.forms}]
    return named[0] if len(named) == 1 else None


def contrast(colour: str, background: str = "#FFFFFF") -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, “contrast ratio”)."""
    light, dark = sorted((_luminance(colour), _luminance(background)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4 for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _accent(table: Fields) -> str:
    accent = table.colour("accent", "")
    if accent and contrast(accent) < LEAST_CONTRAST:
        raise table.error(
            "accent",
            _("This colour is too pale to be read on white: contrast {found:.1f}, needed {least:.1f}.").format(
                found=contrast(accent), least=LEAST_CONTRAST
            ),
            _("Take a darker one."),
        )
    return accent


def _logo(table: Fields) -> Path | None:
    name = table.text("logo", "")
    if not name:
        return None
    path = table.path.parent / name
    if not path.is_file():
        raise table.error(
            "logo",
            _("There is no file “{name}”.").format(name=name),
            _("Put it beside the profile, or correct the name."),
        )
    return path


def _picture(table: Fields, path: Path | None) -> Picture | None:
    if path is None:
        return None
    data = read_bytes(path)
    if not data.startswith(_PICTURES):
        raise table.error(
            "logo", _("“{name}” is not a picture in JPEG or PNG.").format(name=path.name), _("Save it as PNG.")
        )
    return Picture(path.name, data)


def _version(table: Fields) -> Boilerplate:
    version = Boilerplate(table.localised("text"), table.text("version"))
    table.close()
    return version


def _websites(table: Fields) -> Localised:
    sites = table.localised("website")
    for language, url in sites.forms:
        _web(table, f"website.{language}", url)
    return sites


def _web(table: Fields, key: str, url: str) -> str:
    if not _WEB.fullmatch(url):
        raise table.error(
            key, _("“{value}” is not a web address.").format(value=url), _("Write it in full, beginning with https://.")
        )
    return url


def _boilerplate(table: Fields | None) -> Boilerplate:
    if table is None:
        return Boilerplate()
    boilerplate = Boilerplate(table.localised("text"), table.text("version", ""))
    table.close()
    return boilerplate


def _contact(table: Fields) -> ContactCard:
    card = ContactCard(
        id=table.text("id"),
        name=table.localised("name"),
        office=table.localised("office"),
        role=table.localised("role"),
        phones=tuple(_phone(table, number) for number in table.texts("phones")),
        emails=tuple(_email(table, address) for address in table.texts("emails")),
        hours=table.localised("hours"),
        time_zone=table.text("time-zone", ""),
    )
    table.close()
    if not card.name.forms:
        raise table.error("name", _("This key is missing."), _("Add it."))
    return card


def _phone(table: Fields, number: str) -> str:
    if not (found := dialled(number)):
        raise table.error(
            "phones",
            _("“{value}” is not a telephone number.").format(value=number),
            _("Write it with the country code, such as +41 22 730 34 43."),
        )
    return found


def _email(table: Fields, address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        raise table.error(
            "emails",
            _("“{value}” is not an e-mail address.").format(value=address),
            _("Write it as name@example.org."),
        )
    return address
