"""The main job from end to end, for the command line and the window alike: open anything, lay it out, ask the gate.

All of it only reads; what is written of a release is made by `publishing`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tilshi.drafts import SUFFIX, Draft, is_draft, open_draft, parse_draft
from tilshi.drafts.container import Container, is_sealed
from tilshi.drafts.draft import PLAIN
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_text
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext
from tilshi.release import Release

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding
    from tilshi.checking.gate.obstacles import Obstacle
    from tilshi.exchange.inspecting import Inspection
    from tilshi.layout.missing import MissingPart
    from tilshi.layout.profile import Profile
    from tilshi.layout.template import Template

_NO_RELEASE: Final = frozenset({".csv", ".po", ".pot", ".tbx", ".tmx", ".tsv"})
_ZIP: Final = b"PK\x03\x04"
_XML: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|xliff)\b")
# Code points; shorter texts, a year or a name, may rightly be the same in every language.
_TELLING: Final = 12
_SHORTEST: Final = 4


class NotFinal(Exception):
    """Something keeps a version from being final; `obstacles` says what. Nothing was written."""

    def __init__(self, language: str, obstacles: tuple[Obstacle, ...]) -> None:
        super().__init__(language, obstacles)
        self.language = language
        self.obstacles = obstacles

    def __str__(self) -> str:
        number = len(self.obstacles)
        many = ngettext(
            "{language}: {number} thing keeps this version from being final",
            "{language}: {number} things keep this version from being final",
            number,
        )
        return many.format(language=self.language, number=number)


@dataclass(frozen=True, slots=True)
class Opened:
    """A release out of a file; `draft` is what a save compares with, None where the file is no draft of ours."""

    release: Release
    path: Path
    draft: Draft | None = None
    warnings: tuple[FileWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """What a release is laid out with; `remark` says to the user that its own template is missing, if it is."""

    template: Template
    profile: Profile
    remark: str = ""


def open_any(path: Path, *, language: str | None = None, container: Container = PLAIN) -> Opened:
    """A draft of ours, or a file of another kind as a new release; `language` is a text's, where it is known.

    Raises:
        KeyNeeded: it is an encrypted draft, and `container` has no key.
        FileError: it cannot be opened.
    """
    data = read_bytes(path)
    suffix = path.suffix.lower()
    if is_draft(data) or suffix == SUFFIX:
        draft = open_draft(path, container)
        return Opened(draft.release, path, draft)
    _refuse_no_release(path, suffix)
    if _XML.match(data):
        return open_data(path, data)
    # Loaded here for the start of the window with a draft or XLIFF, which needs no recognising of texts.
    from tilshi.exchange.importing import import_files

    imported = import_files([path], language=language)
    return Opened(imported.release, path, None, imported.all_warnings)


def open_data(path: Path, data: bytes, *, language: str | None = None, container: Container = PLAIN) -> Opened:
    """As `open_any`, from bytes that are in no file; `path` is what errors call them.

    Raises:
        FileError: it is nothing we know.
    """
    if is_draft(data):
        return Opened(parse_draft(path, data, container), path)
    if _XML.match(data):
        # Loaded here, as lxml is, which other kinds of files do without.
        from tilshi.exchange import xliff

        imported = xliff.read(path, data)
    else:
        from tilshi.exchange.texts import import_text, import_word

        if data.startswith(_ZIP):
            imported = import_word(path, data, language=language)
        else:
            text, _encoding = decode_text(path, data)
            imported = import_text(text, language=language, name=path.name)
    return Opened(imported.release, path, None, imported.all_warnings)


def inspect(path: Path) -> Inspection:
    """What any file is and holds, by its content where its suffix says nothing; it is opened only to read.

    Raises:
        FileError: the file is refused.
    """
    from tilshi.exchange import inspecting  # with the readers of every format

    data = read_bytes(path)
    if is_sealed(data):
        return inspecting.Inspection("draft", _sealed_summary(path, data), ())
    if path.suffix.lower() in inspecting.SUFFIXES and not is_draft(read_bytes(path)):
        return inspecting.inspect(path)
    opened = open_any(path)
    kind = "draft" if opened.draft else "xliff" if _XML.match(read_bytes(path)) else "text"
    release = opened.release
    count = len(release.blocks)
    summary = ngettext("{template}, {languages}, {number} part", "{template}, {languages}, {number} parts", count)
    languages = " → ".join(release.languages)
    said = summary.format(template=release.template, languages=languages, number=count)
    return inspecting.Inspection(kind, said, opened.warnings)


def _sealed_summary(path: Path, data: bytes) -> str:
    """How an encrypted draft can be opened, which needs no key."""
    from tilshi.drafts.encryption.sealed import header_in  # with cryptography, which only encrypted drafts need

    names = {"passphrase": _("passphrase"), "recovery": _("recovery key"), "keyring": _("keyring")}
    header, _payload = header_in(data, path)
    ways = dict.fromkeys(names[slot.kind] for slot in header.slots if slot.kind in names)
    return _("encrypted; opened by: {ways}").format(ways=", ".join(ways))


def layout_of(release: Release, template: str = "", profile: str = "") -> Layout:
    """The template and the organisation's profile, by name or as a path to a file; those of the release if empty.

    Where the release names a template that is not here, the nearest of the program's stands in for it.

    The organisation of a release is the one its kicker names, else the user's own.

    Raises:
        FileError: there is none of that name, or it holds a mistake.
    """
    from tilshi.layout.substitute import load_or_nearest
    from tilshi.layout.template import load, read_template

    remark = ""
    if not template:
        found, remark = load_or_nearest(release)
    else:
        found = read_template(Path(template)) if _is_path(template) else load(template)
    return Layout(found, profile_of(release, profile), remark)


def profile_of(release: Release, name: str = "") -> Profile:
    """The organisation's profile, by name or as a path to a file; if empty, that of the release (see `layout_of`).

    Raises:
        FileError: there is none of that name, or it holds a mistake.
    """
    from tilshi.layout import profile

    if name:
        return profile.load(Path(name)) if _is_path(name) else profile.load_named(name)
    everyone = [profile.load_named(each) for each in profile.available()]
    return profile.sender(release, everyone) or profile.load()


def lacking(release: Release, language: str, layout: Layout) -> tuple[MissingPart, ...]:
    """What keeps the page in `language` from being whole."""
    from tilshi.layout.missing import missing_parts

    return missing_parts(release, layout.template, language, layout.profile)


def obstacles(
    release: Release, language: str, layout: Layout, findings: Iterable[Finding], now: dt.datetime | None = None
) -> tuple[Obstacle, ...]:
    """What speaks against publishing a version, `now` or at another moment (with a time zone); see `gate`.

    `findings` are those of the checks in that language, waived ones among them.
    """
    from tilshi.checking.gate.passing import gate

    moment = now or dt.datetime.now(dt.UTC)
    return gate(release, language, findings=findings, now=moment, template=layout.template, profile=layout.profile)


def blocking_in(release: Release, language: str, layout: Layout, findings: Iterable[Finding]) -> tuple[Obstacle, ...]:
    """What keeps a version from being final now: errors of the gate that nobody has let through."""
    from tilshi.checking.gate.passing import blocking

    return blocking(release, obstacles(release, language, layout, findings))


def _refuse_no_release(path: Path, suffix: str) -> None:
    if suffix in _NO_RELEASE:
        raise FileError(path, _("This is no release: such files hold terms, translations or tables."))


def _is_path(name: str) -> bool:
    return name.endswith(".toml")


def kept_back(release: Release, language: str) -> Iterator[str]:
    """What a file in one language must not hold: notes, who wrote them, and what is said in the other languages."""
    for segment in (segment for block in release.blocks for segment in block.segments):
        for note in segment.notes:
            yield from (text for text in (note.text, note.author) if len(text) >= _SHORTEST)
        texts = [(release.source_language, segment.source), *((to, each.text) for to, each in segment.targets)]
        yield from (text.string for to, text in texts if to != language and len(text) >= _TELLING)
