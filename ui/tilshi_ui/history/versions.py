"""The versions of a release that can be compared, and what differs between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from tilshi.i18n import _
from tilshi.release import Publication, Release
from tilshi.release.digests import version_digest
from tilshi.release.reviewing import approved_languages
from tilshi.release.text import EMPTY
from tilshi_ui.document import OpenDocument
from tilshi_ui.review.table import Pair
from tilshi_ui.review.times import when
from tilshi_ui.wording import language_name, part_names

if TYPE_CHECKING:
    from tilshi.drafts.chronicle import Chronicle
    from tilshi.drafts.history import Generation


class Version(NamedTuple):
    """A state of the release: in words, and the release itself or the save it is kept in."""

    words: str
    release: Release | None
    generation: Generation | None = None


def versions(document: OpenDocument, chronicle: Chronicle | None) -> list[Version]:
    """All states that can be compared, newest first; the first one is what stands there now."""
    release = document.release
    found = [Version(_marked(_("Now"), release, release.publications), release)]
    if document.modified:
        words = _("Last save") if document.path else _("When it was opened")
        found.append(Version(_marked(words, document.filed, release.publications), document.filed))
    for version in reversed(chronicle.versions if chronicle else ()):
        words = " · ".join(part for part in (when(version.at), version.generation.by) if part)
        marked = _with(words, dict(version.digests), version.approved, release.publications)
        found.append(Version(marked, None, version.generation))
    return found


def pairs_between(older: Release, newer: Release, language: str) -> Iterator[Pair]:
    """The segments whose wording differs, in the order of the newer version; those that went come last."""
    for block, name in part_names(newer):
        for segment in block.segments:
            after = newer.text(segment.id, language)
            before = older.text(segment.id, language) if segment.id in (older.places or {}) else EMPTY
            if before.string != after.string:
                yield Pair(name, before, after, segment.id)
    for block, name in part_names(older):
        for segment in block.segments:
            if segment.id not in (newer.places or {}) and (gone := older.text(segment.id, language)):
                yield Pair(_("{part} (removed)").format(part=name), gone, EMPTY, segment.id)


def _marked(words: str, release: Release, publications: tuple[Publication, ...]) -> str:
    digests = {code: version_digest(release, code) for code in release.languages}
    return _with(words, digests, approved_languages(release), publications)


def _with(words: str, digests: dict[str, str], approved: tuple[str, ...], publications: tuple[Publication, ...]) -> str:
    """A version in words, with the languages in which it went out as it was then, or was approved as a whole."""
    out = dict.fromkeys(each.language for each in publications if digests.get(each.language) == each.digest)
    final = [code for code in approved if code not in out]
    if out:
        words = _("{version} — published: {languages}").format(version=words, languages=_names(out))
    if final:
        words = _("{version} — approved: {languages}").format(version=words, languages=_names(final))
    return words


def _names(codes: Iterable[str]) -> str:
    return ", ".join(language_name(code) for code in codes)
