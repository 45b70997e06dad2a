"""vCards of other programs (2.1, 3.0, 4.0): many in one file, folded lines, any charset, several languages."""

from __future__ import annotations

import itertools
import logging
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from tilshi.contacts.book import fresh_card_id
from tilshi.contacts.entry import LONGEST, MOST, is_email, is_time_zone, telephone
from tilshi.contacts.vcard_writing import HOURS
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_text, in_line, is_guess
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _
from tilshi.language.tags import is_well_formed
from tilshi.release.contact import ContactCard, Localised

LARGEST: Final = 8 * 1024 * 1024
"""The largest file of vCards that is read, in bytes."""
MOST_READ: Final = 2_000
_LONGEST_CARD: Final = 200_000

_CARD: Final = re.compile(r"^BEGIN:VCARD[ \t]*$(.*?)^END:VCARD[ \t]*$", re.IGNORECASE | re.MULTILINE | re.DOTALL)
_DATA: Final = re.compile(r"^(?:[\w-]+\.)?(PHOTO|LOGO|SOUND|KEY)[;:]", re.IGNORECASE)
_KAZAKH: Final = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_CYRILLIC: Final = re.compile("[а-яё]", re.IGNORECASE)
_SPACES: Final = re.compile(r"[\s\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class ReadCards:
    """The cards of a file, and what the user must see of it."""

    cards: tuple[ContactCard, ...]
    warnings: tuple[FileWarning, ...] = ()


def read_vcards(path: Path, region: str = "") -> ReadCards:
    """The cards in a file; `region` (ISO 3166) reads telephone numbers without country code.

    Raises:
        FileError: it cannot be read, or there is no card in it that can be understood.
    """
    return parse_vcards(path, read_bytes(path, LARGEST), region)


def parse_vcards(path: Path, data: bytes, region: str = "") -> ReadCards:
    """The cards in the bytes of a file; `path` is for messages. Raises as `read_vcards` does."""
    text, encoding = decode_text(path, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    warnings: list[FileWarning] = []
    if is_guess(encoding):
        warnings.append(FileWarning(_("The encoding was found out from the letters: {name}.").format(name=encoding)))
    found = list(itertools.islice(_CARD.finditer(text), MOST_READ + 1))
    if not found:
        raise FileError(
            path, _("There is no vCard in this file."), remedy=_("Export the contacts again as vCard (.vcf).")
        )
    if len(found) > MOST_READ:
        raise FileError(
            path,
            _("It holds more than {number} contacts.").format(number=MOST_READ),
            remedy=_("Divide it into several files."),
        )
    cards: dict[str, ContactCard] = {}
    line, counted = 1, 0
    for match in found:
        line, counted = line + text.count("\n", counted, match.start()), match.start()
        one = _Card(in_line(line), region, warnings)
        if card := one.read(match[0], cards):
            cards[card.id] = card
    if not cards:
        raise FileError(path, str(warnings[-1]), remedy=_again())
    return ReadCards(tuple(cards.values()), tuple(warnings))


@dataclass(slots=True)
class _Card:
    """One card being read; what is left out is said in the `warnings`."""

    place: str
    region: str
    warnings: list[FileWarning]
    contents: dict[str, list[Any]] = field(default_factory=dict)

    def read(self, source: str, taken: Iterable[str]) -> ContactCard | None:
        """The card; None where it cannot be understood."""
        if not self._parse(self._without_data(source)):
            return None
        name = self._forms("fn") or self._structured_name() or self._forms("org")
        if not name:
            self._warn(_("The contact has no name and was left out."))
            return None
        card = ContactCard(
            id="new",
            name=Localised(tuple(name.items())),
            office=Localised(tuple(self._forms("org").items())),
            role=Localised(tuple((self._forms("role") or self._forms("title")).items())),
            phones=tuple(dict.fromkeys(self._phones()))[:MOST],
            emails=tuple(dict.fromkeys(self._emails()))[:MOST],
            hours=Localised(tuple(self._forms(HOURS).items())),
            time_zone=self._zone(),
        )
        return replace(card, id=fresh_card_id(card, set(taken)))

    def _parse(self, source: str) -> bool:
        import vobject  # 150 ms with the calendars it brings, and only vCards need it

        # It prints the lines that it does not understand, with the names and numbers in them.
        logging.getLogger("vobject.base").disabled = True
        if len(source) > _LONGEST_CARD:
            self._warn(_("A contact is too long and was left out."))
            return False
        try:
            component = vobject.readOne(source, allowQP=True, ignoreUnreadable=True)
            self.contents = component.contents
        except Exception as error:  # noqa: BLE001  # the library lets through whatever its parts raise
            why = str(error).partition("\n")[0][:120] or type(error).__name__
            self._warn(_("A contact cannot be read and was left out: {why}.").format(why=why.rstrip(".")))
            return False
        return True

    def _without_data(self, source: str) -> str:
        """The card without pictures, sounds and keys: they are long, and no page shows them."""
        kept: list[str] = []
        dropped: set[str] = set()
        is_data = False
        for line in source.split("\n"):
            if line.startswith((" ", "\t")) or (is_data and line and ":" not in line and ";" not in line):
                if not is_data:
                    kept.append(line)
                continue
            found = _DATA.match(line)
            is_data = found is not None
            if found:
                dropped.add(found[1].upper())
            else:
                kept.append(line)
        if "PHOTO" in dropped or "LOGO" in dropped:
            self._warn(_("The picture of the contact was left out."))
        return "\n".join(kept) + "\n"

    def _forms(self, name: str) -> dict[str, str]:
        """The texts of a property by language; one without a language has that of its letters."""
        found: dict[str, str] = {}
        for line in self.contents.get(name, [])[:MOST]:
            text = _plain(line.value)
            if not text:
                continue
            stated = (line.params.get("LANGUAGE") or [""])[0]
            language = stated if is_well_formed(stated) else _language_of(text)
            if len(text) > LONGEST:
                self._warn(_("A text longer than {number} characters was cut.").format(number=LONGEST))
                text = text[:LONGEST]
            found.setdefault(language, text)
        return found

    def _structured_name(self) -> dict[str, str]:
        for line in self.contents.get("n", []):
            parts = (getattr(line.value, part, "") for part in ("prefix", "given", "additional", "family", "suffix"))
            if name := " ".join(filter(None, map(_plain, parts))):
                return {_language_of(name): name}
        return {}

    def _phones(self) -> Iterator[str]:
        for line in self.contents.get("tel", []):
            typed = re.sub(r"^tel:", "", _plain(line.value), flags=re.IGNORECASE).partition(";")[0]
            if phone := telephone(typed, self.region):
                yield phone.e164
            elif typed:
                self._warn(
                    _("“{value}” is no telephone number with a country code; left out.").format(value=typed[:40])
                )

    def _emails(self) -> Iterator[str]:
        for line in self.contents.get("email", []):
            address = re.sub(r"^mailto:", "", _plain(line.value), flags=re.IGNORECASE)
            if is_email(address):
                yield address
            elif address:
                self._warn(_("“{value}” is no e-mail address; left out.").format(value=address[:60]))

    def _zone(self) -> str:
        zone = next((_plain(line.value) for line in self.contents.get("tz", [])), "")
        if zone and not is_time_zone(zone):
            self._warn(_("“{value}” is no time zone of the IANA; left out.").format(value=zone[:40]))
            return ""
        return zone

    def _warn(self, message: str) -> None:
        self.warnings.append(FileWarning(message, self.place))


def _again() -> str:
    return _("Export the contacts again as vCard (.vcf).")


def _plain(value: Any) -> str:
    """The value of a property in one line; parts of a structured one with commas between them."""
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_plain, value)))
    return _SPACES.sub(" ", str(value)).strip()


def _language_of(text: str) -> str:
    """The language that letters speak for, where a card does not say it."""
    if _KAZAKH.search(text):
        return "kk"
    return "ru" if _CYRILLIC.search(text) else "en"
