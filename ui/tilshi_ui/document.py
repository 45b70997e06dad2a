"""The release on the desk: its session, its file, and where the user is in it."""

from __future__ import annotations

import time
from collections.abc import Callable, Container
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from tilshi import i18n
from tilshi.drafts.container import Container as Protection
from tilshi.drafts.draft import PLAIN
from tilshi.release import Change, Edit, Release, Role, Session
from tilshi.release.text import difference
from tilshi_ui.bridge import Bridge
from tilshi_ui.place import Place
from tilshi_ui.unfinished import Unfinished
from tilshi_ui.wording import part_names


class OpenDocument(QObject):
    """A release that is being worked on.

    `changed` carries each Change of the session. `file_changed` comes when what is said about the file is no longer
    true: saved, renamed, could not be saved. `caret_wanted` asks for the caret at a code point of the current text.
    """

    changed = Signal(object)
    caret_wanted = Signal(int)
    file_changed = Signal()

    def __init__(
        self,
        release: Release,
        path: Path | None = None,
        parent: QObject | None = None,
        *,
        is_work: bool = False,
        filed: Release | None = None,
    ) -> None:
        """`filed` is what the file at `path` holds, if that is not the release; the difference was recovered."""
        super().__init__(parent)
        self.is_work = is_work
        self.session = Session(release)
        self.path = path
        self.saved_at: float | None = None
        self.trouble = ""
        self.keeping_trouble = ""
        self.abandoned = False
        self.container: Protection = PLAIN
        self.recovered = filed is not None and filed != release
        self._filed = release if filed is None else filed
        self._kept_revision = 0 if self.recovered or is_work else -1
        self._order: dict[str, int] | None = None
        self._headline: int | None = None
        self._unfinished = Unfinished()
        self._names: tuple[str, tuple[str, ...]] | None = None
        self._bridge = Bridge(self.session, self)
        self._bridge.changed.connect(self._forget_order)
        self._bridge.changed.connect(self.changed)
        first = next((segment.id for _block, segment in release.segments()), "")
        language = release.target_languages[0] if release.target_languages else release.source_language
        self.place = Place(language, first, self)
        self.changed.connect(self._keep_place)

    @property
    def release(self) -> Release:
        """The release as it is now."""
        return self.session.release

    @property
    def title(self) -> str:
        """The headline in the source language, else the name of the file."""
        blocks = self.release.blocks
        if self._headline is None:
            self._headline = next((at for at, each in enumerate(blocks) if each.role is Role.HEADLINE), len(blocks))
        headline = blocks[self._headline : self._headline + 1]
        text = " ".join(segment.source.string for block in headline for segment in block.segments)
        return " ".join(text.split()) or (self.path.stem if self.path else "")

    @property
    def writes_source(self) -> bool:
        """Whether the language being worked on is the source."""
        return self.place.language == self.release.source_language

    @property
    def unsaved(self) -> bool:
        """Whether something the user did is in no file; `is_work`: that holds from the beginning."""
        return self.modified or (self.is_work and self.path is None)

    @property
    def modified(self) -> bool:
        """Whether the release is another than the file holds."""
        return self.release is not self._filed and self.release != self._filed

    @property
    def filed(self) -> Release:
        """What the file holds; of a release in no file, how it was when it was opened."""
        return self._filed

    @property
    def is_kept(self) -> bool:
        """Whether the release as it is now is in the journal, and so outlasts a crash."""
        return self._kept_revision == self.session.revision and not self.keeping_trouble

    @property
    def sealed(self) -> bool:
        """Whether the draft is encrypted, with all that is kept of it."""
        return self.container.sealed

    def abandon(self) -> None:
        """The user wants none of it kept."""
        self.is_work, self.abandoned = False, True
        self._filed = self.release
        self.session.mark_saved()

    def number(self, segment: str) -> int:
        """Which segment it is in reading order, from 1; 0 where it is not in the release."""
        if self._order is None:
            self._order = {part.id: at for at, (_block, part) in enumerate(self.release.segments(), 1)}
        return self._order.get(segment, 0)

    def part_names(self) -> tuple[str, ...]:
        """What each part is called, in reading order and in the language of the interface."""
        language = i18n.language()
        if self._names is None or self._names[0] != language:
            self._names = language, tuple(name for _block, name in part_names(self.release))
        return self._names[1]

    def apply(self, edit: Edit, *, typing: bool = False) -> Change:
        """Does an edit; see Session.apply."""
        return self.session.apply(edit, typing=typing)

    def undo(self) -> None:
        """Takes the last step back, and goes to where it was made."""
        self._travel(self.session.undo)

    def redo(self) -> None:
        """Does the last undone step again, and goes to where it is made."""
        self._travel(self.session.redo)

    def saved(self, path: Path, release: Release) -> None:
        """That release, which the user may have gone on from, is in the file `path`."""
        self.path, self.saved_at, self.trouble = path, time.monotonic(), ""
        self._filed, self.recovered = release, False
        if not self.modified:
            self.session.mark_saved()
        self.file_changed.emit()

    def kept(self, revision: int) -> None:
        """The release of that revision is in the journal."""
        self._kept_revision, self.keeping_trouble = revision, ""
        self.file_changed.emit()

    def not_kept(self, reason: str) -> None:
        """The journal could not be written: what was done since is in memory only; `reason` is what the user reads."""
        self.keeping_trouble = reason
        self.file_changed.emit()

    def not_saved(self, reason: str) -> None:
        """Saving failed; `reason` is what the user reads."""
        self.trouble = reason
        self.file_changed.emit()

    def next_unfinished(self, after: str, among: Container[str] | None = None) -> str:
        """The next segment after `after`, round the end, whose translation is not finished or behind the source.

        Empty if all are; `among`: only these are looked at.
        """
        return self._unfinished.after(self.release, self.place.language, after, among)

    def close(self) -> None:
        """Nobody shows it any more: lets go of the release, which may be large, at once."""
        self._bridge.close()
        self.deleteLater()

    def _forget_order(self, change: Change) -> None:
        self._unfinished.update(self.release, change)
        if change.structure:
            self._order = self._headline = self._names = None

    def _travel(self, travel: Callable[[], Change | None]) -> None:
        before = self.release
        change = travel()
        if change is None:
            return
        if change.languages and not change.source and self.place.language not in change.languages:
            self.place.speak(min(change.languages))
        for _block, segment in self.release.segments():
            if segment.id in change.segments:
                self.place.go(segment.id)
                break
        if (caret := _caret_after(before, self.release, self.place)) is not None:
            self.caret_wanted.emit(caret)

    def _keep_place(self, change: Change) -> None:
        """The current segment or language may be gone."""
        release = self.release
        if change.structure and self.place.segment not in (release.places or {}):
            self.place.go(next((segment.id for _block, segment in release.segments()), ""))
        if "target_languages" in change.fields and self.place.language not in release.languages:
            self.place.speak(release.languages[-1])


def _caret_after(before: Release, after: Release, place: Place) -> int | None:
    """The end of what changed in the current text; None where it is new or unchanged."""
    if place.segment not in (before.places or {}) or place.segment not in (after.places or {}):
        return None
    if place.language not in before.languages:
        return None
    old, new = (release.text(place.segment, place.language).string for release in (before, after))
    if old == new:
        return None
    start, _end, inserted = difference(old, new)
    return start + len(inserted)
