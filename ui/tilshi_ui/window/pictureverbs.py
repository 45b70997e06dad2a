"""Pictures of a release: chosen or dropped, looked through, and put after the current part by one edit."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.release import Compound
from tilshi.release.illustrating import insert_picture
from tilshi_ui.background import Job

if TYPE_CHECKING:
    from tilshi_ui.document import OpenDocument
    from tilshi_ui.editor.rows import RowsView

SUFFIXES: Final = frozenset({".jpg", ".jpeg", ".jpe", ".png"})


class PictureVerbs(QObject):
    """`said` carries what the user should know, `failed` why a picture was not taken."""

    said = Signal(str)
    failed = Signal(object)

    def __init__(self, window: QWidget, rows: RowsView, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._rows = rows
        self._pool = pool
        self._job: Job | None = None
        self.document: OpenDocument | None = None

    def insert_picture(self) -> None:
        """Asks for a file and puts the picture after the current part."""
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in sorted(SUFFIXES))
        title, kinds = _("Insert picture"), _("Pictures ({patterns})").format(patterns=patterns)
        name, _kind = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if name:
            self.take(Path(name))

    def takes(self, paths: Iterable[Path]) -> bool:
        """Whether these are pictures, and there is a release to put them into."""
        return self.document is not None and all(path.suffix.lower() in SUFFIXES for path in paths)

    def take(self, *paths: Path) -> None:
        """Reads pictures, away from the keys, and puts them after the part that is current when they are ready."""
        document = self.document
        if document is None or self._job is not None:
            return
        self._job = Job(self)
        self._job.done.connect(partial(self._insert, document))
        self._job.failed.connect(self._refuse)
        self._job.start(partial(_read, paths), self._pool)

    def _insert(self, document: OpenDocument, pictures: list[tuple[str, bytes]]) -> None:
        self._job = None
        if document is not self.document:
            return
        segment = document.place.segment
        at = document.release.place(segment)[0] + 1 if segment else len(document.release.blocks)
        edits, release = [], document.release
        for name, data in reversed(pictures):  # each before the one that comes after it
            edit = insert_picture(release, at, name, data)
            release = edit.apply(release)
            edits.append(edit)
        document.apply(Compound(tuple(edits)))
        document.place.speak(release.source_language)
        document.place.go(release.blocks[at].segments[0].id)
        self._rows.writer.setFocus()
        self.said.emit(_("Say in a sentence what the picture shows, for those who cannot see it."))

    def _refuse(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, FileError):
            raise error
        self.failed.emit(error)


def _read(paths: tuple[Path, ...]) -> list[tuple[str, bytes]]:
    """Names and pictures made anew, with nothing of the camera in them; runs in the pool.

    Raises:
        FileError: one cannot be read, or is none that can be used; then none of them is taken.
    """
    from tilshi.export.errors import ExportError  # with Pillow, which only pictures need
    from tilshi.export.pictures import cleaned
    from tilshi.files.bounded import read_bytes
    from tilshi.layout.blocks import Picture

    made = []
    for path in paths:
        try:
            made.append((path.name, cleaned(Picture(path.name, read_bytes(path)))))
        except ExportError as error:
            raise FileError(path, error.reason, remedy=error.remedy) from error
    return made
