"""Any two versions of the release side by side, and back to the older one as a whole or in part."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi_ui.background import Job
from tilshi_ui.controls.fields import ListField
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.document import OpenDocument
from tilshi_ui.history.archive import Archive
from tilshi_ui.history.versions import Version, pairs_between, versions
from tilshi_ui.review.table import PairsTable
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name

_SIZE: Final = (1040, 680)


class CompareDialog(PlainDialog):
    """Stays beside the window; `restored` carries the older release, and the segment that is to be as it was there.

    Without a segment, all of the language; without a language, the whole release.
    """

    restored = Signal(object, str, str)
    gone_to = Signal(str, str)

    def __init__(self, archive: Archive, theme: Theme, pool: QThreadPool, parent: QWidget | None = None) -> None:
        super().__init__(_("History and comparison"), parent)
        self.resize(*_SIZE)
        self._archive = archive
        self._pool = pool
        self._document: OpenDocument | None = None
        self._versions: list[Version] = []
        self._opened: dict[object, Release] = {}
        self._job: Job | None = None
        self.older, self.newer, self.language = ListField(), ListField(), ListField()
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP)
        grid.setVerticalSpacing(STEP)
        named = (
            (_("Older version"), self.older, 3),
            (_("Newer version"), self.newer, 3),
            (_("Language"), self.language, 1),
        )
        for column, (name, field, share) in enumerate(named):
            caption = PlainLabel(name, "dim")
            caption.setBuddy(field)
            field.setAccessibleName(name)
            field.activated.connect(self._compare)
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, share)
        self.body.addLayout(grid)
        self.note = self.add_text("", dim=True)
        self.table = PairsTable(theme)
        self.table.setAccessibleName(_("What differs"))
        self.table.activated.connect(self._go)
        self.table.doubleClicked.connect(self._go)
        self.body.addWidget(self.table, 1)
        self.restore_all = self._button(_("Restore the &whole release"), self._restore_all)
        self.restore_language = self._button(_("Restore all in this &language"), self._restore_language)
        self.restore_segment = self._button(_("Restore this &segment"), self._restore_segment)
        self.add_button(_("&Close"), primary=True).clicked.connect(self.reject)
        archive.changed.connect(self._offer_again)

    def offer(self, document: OpenDocument) -> None:
        """Offers the versions of a release; the last other one is compared with what stands there now."""
        self._document = document
        self._opened = {}
        self._archive.want()
        self.language.clear()
        for code in document.release.languages:
            self.language.addItem(language_name(code), code)
        self.language.setCurrentIndex(self.language.findData(document.place.language))
        self._fill()

    def refresh(self) -> None:
        """The release has changed."""
        if self.isVisible():
            self._offer_again()

    def _button(self, text: str, deed: object) -> QPushButton:
        button = self.add_button(text, left=True)
        button.clicked.connect(deed)
        return button

    def _offer_again(self) -> None:
        if self._document is not None:
            self._fill()

    def _fill(self) -> None:
        assert self._document is not None
        before = [self._chosen(field) for field in (self.older, self.newer)]
        self._versions = versions(self._document, self._archive.chronicle)
        for field in (self.older, self.newer):
            field.clear()
            field.addItems([version.words for version in self._versions])
        again = [self._again(version) for version in before]
        self.older.setCurrentIndex(again[0] if again[0] > 0 else min(1, len(self._versions) - 1))
        self.newer.setCurrentIndex(max(again[1], 0))
        self._compare()

    def _chosen(self, field: ListField) -> Version | None:
        at = field.currentIndex()
        return self._versions[at] if 0 <= at < len(self._versions) else None

    def _again(self, version: Version | None) -> int:
        """Where a version stands in the list of now; -1 where it is gone."""
        if version is None:
            return -1
        keys = [each.generation.file if each.generation else each.words for each in self._versions]
        key = version.generation.file if version.generation else version.words
        return keys.index(key) if key in keys else -1

    def _compare(self) -> None:
        """Shows what differs, as soon as both versions are read."""
        pair = [self._chosen(self.older), self._chosen(self.newer)]
        missing = next((each for each in pair if each is not None and self._release(each) is None), None)
        if missing is not None:
            self._read(missing)
            return
        releases = [self._release(each) if each is not None else None for each in pair]
        language = self.language.currentData()
        older, newer = releases
        if older is None or newer is None or language is None:
            return
        known = [code in each.languages for each in (older, newer) for code in (language,)]
        found = list(pairs_between(older, newer, language)) if any(known) else []
        self.table.show_pairs(found, (_("Part"), self.older.currentText(), self.newer.currentText()))
        count = ngettext("{n} segment differs.", "{n} segments differ.", len(found)).format(n=len(found))
        alone = _("No earlier version is known yet. Each save keeps one.")
        same = _("Nothing differs in this language.")
        self.note.setText(count if found else (alone if len(self._versions) == 1 else same))
        for button in (self.restore_segment, self.restore_language):
            button.setEnabled(bool(found))
        self.restore_all.setEnabled(older != self._now)

    @property
    def _now(self) -> Release | None:
        return self._document.release if self._document else None

    def _release(self, version: Version) -> Release | None:
        key = version.generation.file if version.generation else None
        return version.release or self._opened.get(key)

    def _read(self, version: Version) -> None:
        from tilshi.drafts.history import open_generation  # with the first look back

        assert version.generation is not None
        assert self._document is not None
        container = self._document.container
        self.note.setText(_("Reading…"))
        self._job = Job(self)
        self._job.done.connect(partial(self._take, version))
        self._job.failed.connect(self._say_failure)
        self._job.start(partial(open_generation, version.generation, container), self._pool)

    def _take(self, version: Version, release: Release) -> None:
        assert version.generation is not None
        self._opened[version.generation.file] = release
        self._compare()

    def _say_failure(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self.note.setText(str(error))

    def _restore_segment(self) -> None:
        if (pair := self.table.current) is not None:
            self._restore(self.language.currentData(), pair.key)

    def _restore_language(self) -> None:
        self._restore(self.language.currentData(), "")

    def _restore_all(self) -> None:
        self._restore("", "")

    def _restore(self, language: str, segment: str) -> None:
        version = self._chosen(self.older)
        if version is not None and (release := self._release(version)) is not None:
            self.restored.emit(release, language, segment)

    def _go(self) -> None:
        if (pair := self.table.current) is not None:
            self.gone_to.emit(pair.key, self.language.currentData())
