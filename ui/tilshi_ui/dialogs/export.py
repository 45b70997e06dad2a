"""Which languages in which formats, where to, under what names, and what is still missing; then the files."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThreadPool, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.publishing import OUTPUTS, Cancelled, Order, Output, Step, Summary, outputs, write_all
from tilshi.release import Release
from tilshi.signing import seal_with
from tilshi.workflow import blocking_in, lacking, layout_of
from tilshi_ui.background import Job
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.dialogs.outputs import OutputMatrix
from tilshi_ui.preferences import Preferences
from tilshi_ui.signing.choice import SigningChoice
from tilshi_ui.signing.unlocking import Unlocking
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, tooltip

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding
    from tilshi.export.publish import Seal
    from tilshi.export.signature.identity import Identity
    from tilshi.layout.missing import MissingPart
    from tilshi.terminology.glossary import Glossary
    from tilshi.workflow import Layout
    from tilshi_ui.controls.labels import PlainLabel

_USUAL: str = "{id}_{language}"


class Prospect(NamedTuple):
    """What is known of each language before anything is written."""

    missing: dict[str, tuple[MissingPart, ...]]
    blocked: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Running:
    """An export that is under way; `cancelled` is set to call it off, the `glossary` is what checks ask."""

    order: Order
    glossary: Glossary | None
    cancelled: threading.Event = field(default_factory=threading.Event)


class ExportDialog(PlainDialog):
    """Stays beside the window; what is exported is the release as it is when the button is pressed.

    `gate_wanted` comes when the user wants to see what blocks publication, `published` carries the languages of final
    versions that were written. `_stepped` brings the count of finished files from the thread that makes them.
    """

    gate_wanted = Signal()
    published = Signal(tuple)
    _stepped = Signal(int)

    def __init__(self, preferences: Preferences, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(_("Export"), parent)
        self.setMinimumWidth(720)
        self._preferences = preferences
        self._pool = pool
        self._release: Release | None = None
        self._glossary: Glossary | None = None
        self._job: Job | None = None
        self._looking: Job | None = None
        self._running: Running | None = None
        self._unlocking: Unlocking | None = None
        self._matrix = OutputMatrix()
        self.body.addWidget(self._matrix)
        self._folder = self._add_folder(preferences.now.export_folder)
        self._pattern = self._add_names(preferences.now.export_pattern)
        self._final, self._mark, self._fonts = self._add_choices()
        self._signing = SigningChoice(preferences)
        self.body.addWidget(self._signing)
        self._note = self._add_note()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.hide()
        self.body.addWidget(self._bar)
        blocked = self.add_button(_("What still &blocks…"), left=True)
        blocked.clicked.connect(self.gate_wanted)
        self._everything = self.add_button(_("&All"), left=True)
        self._everything.setToolTip(tooltip(_("Every language in every format; a second time: none")))
        self._show_folder = self.add_button(_("S&how in folder"), left=True)
        self._show_folder.hide()
        self._close = self.add_button(_("&Close"))
        self._start = self.add_button(_("&Export"), primary=True)
        self._connect()

    @property
    def _boxes(self) -> dict[tuple[str, str], QCheckBox]:
        return self._matrix.boxes

    @property
    def _remarks(self) -> dict[str, PlainLabel]:
        return self._matrix.remarks

    def offer(self, release: Release, language: str, glossary: Glossary | None = None) -> None:
        """Offers a release for export, `language` first."""
        self._release = release
        self._glossary = glossary
        self._matrix.fill(release, language, self._preferences.now.export_formats)
        if not self._folder.text():
            self._folder.setText(str(Path.home()))
        self._show_folder.hide()
        self._review()
        self._looking = Job(self)
        self._looking.done.connect(self._show_prospect)
        self._looking.failed.connect(self._say_failure)
        self._looking.start(partial(_prospect, release, glossary), self._pool)

    # The pieces

    def _add_folder(self, folder: str) -> QLineEdit:
        made = QLineEdit(folder)
        choose = QPushButton(_("C&hoose…"))
        choose.clicked.connect(self._choose_folder)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(made, 1)
        row.addWidget(choose)
        made.setAccessibleName(_("Folder"))
        self.add_field(_("Folder"), row)
        return made

    def _add_names(self, pattern: str) -> QLineEdit:
        made = QLineEdit(pattern)
        made.setPlaceholderText(_USUAL)
        made.setToolTip(
            tooltip(_("{fields} stand for what they say").format(fields="{date} {title} {language} {template} {id}"))
        )
        self.add_field(_("Names of the files"), made)
        return made

    def _add_choices(self) -> tuple[QCheckBox, QCheckBox, QCheckBox]:
        final = QCheckBox(_("&Final: only what may be published"))
        mark = QCheckBox(_("&Watermark: the pages say that they are a draft"))
        mark.setChecked(True)
        fonts = QCheckBox(_("Word files bring their fon&ts"))
        fonts.setChecked(self._preferences.now.export_fonts)
        column = QVBoxLayout()
        column.setSpacing(STEP)
        for box in (final, mark, fonts):
            column.addWidget(box)
        self.body.addLayout(column)
        return final, mark, fonts

    def _add_note(self) -> PlainLabel:
        """What would happen or has happened; a long summary is scrolled."""
        note = self.add_text("", dim=True)
        self.body.removeWidget(note)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(16 * STEP)
        area.setAccessibleName(_("Summary"))
        page = QWidget()
        page.setObjectName("Page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(note)
        column.addStretch(1)
        area.setWidget(page)
        self.body.addWidget(area, 1)
        return note

    def _connect(self) -> None:
        self._matrix.changed.connect(self._review)
        self._final.toggled.connect(self._choose_final)
        self._folder.textChanged.connect(self._review)
        self._pattern.textChanged.connect(self._review)
        self._everything.clicked.connect(self._tick_all)
        self._show_folder.clicked.connect(self._open_folder)
        self._close.clicked.connect(self.reject)
        self._start.clicked.connect(self._sign_and_begin)
        self._stepped.connect(self._bar.setValue)

    # What is offered

    def _show_prospect(self, prospect: Prospect) -> None:
        self._matrix.show_missing(prospect.missing)
        self._matrix.show_blocked(prospect.blocked)

    def _choose_final(self, final: bool) -> None:  # noqa: FBT001 - a slot
        """A final version bears no mark, unless it is asked for; a draft does, unless it is not."""
        self._mark.setChecked(not final)
        self._review()

    def _tick_all(self) -> None:
        self._matrix.tick_all(ticked=not all(box.isChecked() for box in self._boxes.values()))

    def _planned(self) -> Order | None:
        formats = self._matrix.formats()
        if self._release is None or not formats or not self._folder.text().strip():
            return None
        return Order(
            self._release,
            formats,
            Path(self._folder.text().strip()).expanduser(),
            self._pattern.text().strip(),
            final=self._final.isChecked(),
            watermark=self._mark.isChecked(),
            embed_fonts=self._fonts.isChecked(),
        )

    def _review(self) -> None:
        """Says what would happen."""
        order = self._planned()
        if order is None:
            self._start.setEnabled(False)
            self._note.setText(_("Choose at least one language and format, and a folder."))
            return
        try:
            files = outputs(order)
        except FileError as error:
            self._start.setEnabled(False)
            self._note.setText(str(error))
            return
        self._start.setEnabled(self._job is None)
        self._note.setText(_announced(files))

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Folder"), self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    # The export

    def _sign_and_begin(self) -> None:
        """Who signs is asked before anything is made."""
        key_file = self._signing.key_file
        if key_file is None:
            self._begin()
            return
        self._start.setEnabled(False)
        self._unlocking = Unlocking(key_file, self._pool, self)
        self._unlocking.unlocked.connect(self._begin_sealed)
        self._unlocking.cancelled.connect(self._review)
        self._unlocking.failed.connect(self._say_failure)
        self._unlocking.start()

    def _begin_sealed(self, identity: Identity) -> None:
        self._begin(seal_with(identity))

    def _begin(self, seal: Seal | None = None) -> None:
        planned = self._planned()
        if planned is None or self._job is not None:
            return
        order = replace(planned, seal=seal)
        self._running = Running(order, self._glossary)
        names = tuple(name for name in OUTPUTS if any(name in chosen for _code, chosen in order.formats))
        self._preferences.change(
            export_formats=names,
            export_folder=str(order.folder),
            export_pattern=order.pattern,
            export_fonts=order.embed_fonts,
        )
        self._bar.setRange(0, len(outputs(order)))
        self._bar.setValue(0)
        self._bar.show()
        self._show_folder.hide()
        self._start.setEnabled(False)
        self._close.setText(_("&Cancel"))
        self._note.setText(_("Exporting…"))
        self._job = Job(self)
        self._job.done.connect(self._say_done)
        self._job.failed.connect(self._say_failure)
        self._job.start(partial(_export, self._running, self._stepped.emit), self._pool)

    def reject(self) -> None:
        """Escape calls a running export off; else it closes the dialog."""
        if self._job is not None and self._running is not None:
            self._running.cancelled.set()
        else:
            super().reject()

    def _say_done(self, summary: Summary) -> None:
        self._rest()
        self._bar.setValue(self._bar.maximum())
        lines = list(summary.lines())
        if summary.blocked and not summary.written:
            names = ", ".join(language_name(each.language) for each in summary.blocked)
            lines = [_("Not exported: {language} may not be published yet.").format(language=names)]
            self._bar.hide()
        self._note.setText("\n".join(lines))
        self._show_folder.setVisible(bool(summary.written))
        if summary.blocked:
            self.gate_wanted.emit()
        if self._running is not None and self._running.order.final and summary.languages:
            self.published.emit(summary.languages)

    def _say_failure(self, error: Exception) -> None:
        self._rest()
        self._bar.hide()
        if isinstance(error, Cancelled):
            self._note.setText(_("Called off. Nothing was written."))
        elif isinstance(error, FileError):
            self._note.setText(_("Not exported: {reason}").format(reason=error))
        else:
            raise error

    def _rest(self) -> None:
        self._job = None
        self._close.setText(_("&Close"))
        self._start.setEnabled(True)

    def _open_folder(self) -> None:
        if self._running is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._running.order.folder)))


def _announced(files: tuple[Output, ...]) -> str:
    words = ngettext("{n} file will be written.", "{n} files will be written.", len(files)).format(n=len(files))
    if there := [output.path.name for output in files if output.path.exists()]:
        words += " " + _("These are there and will be replaced: {names}.").format(names=", ".join(there))
    return words


def _prospect(release: Release, glossary: Glossary | None) -> Prospect:
    """Looks at every language; runs in the pool."""
    layout = layout_of(release)
    missing = {code: lacking(release, code, layout) for code in release.languages}
    blocked = {}
    for code in release.languages:
        found = blocking_in(release, code, layout, _findings(release, code, layout, glossary))
        blocked[code] = tuple(str(each.message) for each in found)
    return Prospect(missing, blocked)


def _export(running: Running, stepped: Callable[[int], None]) -> Summary:
    """Makes the files; runs in the pool."""
    order = running.order
    layout = layout_of(order.release)
    return write_all(
        order,
        layout=layout,
        check=lambda language: _findings(order.release, language, layout, running.glossary),
        progress=partial(_tell, stepped),
        cancelled=running.cancelled.is_set,
    )


def _findings(release: Release, language: str, layout: Layout, glossary: Glossary | None) -> tuple[Finding, ...]:
    from tilshi.checking.engine import check  # with all rules, which drafts do without
    from tilshi.checking.house import house_style

    return check(release, language, house=house_style(language, layout.profile.house), glossary=glossary)


def _tell(stepped: Callable[[int], None], step: Step) -> None:
    stepped(step.done)
