"""The line below: what is true of the file, and where the user is."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tilshi.checking.findings import Severity
from tilshi.i18n import _, ngettext
from tilshi_ui.checking.report import Report
from tilshi_ui.controls.labels import ElidedLabel, PlainLabel
from tilshi_ui.controls.severities import severity_count
from tilshi_ui.document import OpenDocument
from tilshi_ui.tally import Tally
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import Throttle
from tilshi_ui.wording import ago, language_name

_TICK_MS: Final = 1000


class StatusLine(QWidget):
    """Says on the left whether the work is safe, on the right what is being worked on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: OpenDocument | None = None
        self._tally: Tally | None = None
        self._file = ElidedLabel(role="dim")
        self._findings = PlainLabel(role="dim")
        self._place = PlainLabel(role="dim")
        self._digits = PlainLabel(role="term")
        self._digits.hide()
        self._report: Report | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * STEP, STEP, 4 * STEP, 2 * STEP)
        row.addWidget(self._file, 1)
        row.addWidget(self._digits)
        row.addWidget(self._findings)
        row.setSpacing(0)
        row.addWidget(self._place)
        self._counting = Throttle(self.refresh_place, self)
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._clock.timeout.connect(self.refresh_file)

    @property
    def file_text(self) -> str:
        """What is said about the file."""
        return self._file.text()

    @property
    def findings_text(self) -> str:
        """What is said about the findings."""
        return self._findings.text()

    @property
    def place_text(self) -> str:
        """What is said about the place."""
        return self._place.text()

    def show_document(self, document: OpenDocument, tally: Tally) -> None:
        """Shows another release."""
        if self._document is not None:
            self._document.file_changed.disconnect(self.refresh_file)
        self._document, self._tally = document, tally
        document.file_changed.connect(self.refresh_file)
        self.refresh_file()
        QTimer.singleShot(0, self, self._counting.ask)  # the time it waits begins when the rows are seen

    def refresh(self) -> None:
        """Anything may be different."""
        self.show_findings(self._report)
        self.refresh_file()
        self.refresh_place()

    def show_digits(self, on: bool) -> None:  # noqa: FBT001  # the slot of a signal
        """Says that the number row writes digits, while it does."""
        self._digits.setText(f"{_('Number row: 1234567890')} · ")
        self._digits.setVisible(on)

    @property
    def digits_text(self) -> str:
        """What is said about the number row."""
        return "" if self._digits.isHidden() else self._digits.text()

    def show_findings(self, report: Report | None) -> None:
        """Says how many findings there are in this language; None: that is not known yet."""
        self._report = report
        self._findings.setText(f"{_totals(report)} · " if report else "")

    def refresh_file(self) -> None:
        """The file, or the time since it was saved."""
        if self._document is None:
            return
        text, ticks = _truth(self._document)
        self._file.setText(_("{truth} · Encrypted").format(truth=text) if self._document.sealed else text)
        if ticks != self._clock.isActive():
            self._clock.start() if ticks else self._clock.stop()

    def refresh_place(self) -> None:
        """Another segment, language or count."""
        if self._document is None or self._tally is None:
            return
        release, place = self._document.release, self._document.place
        source, target = (self._tally.words(code) for code in (release.source_language, place.language))
        number = self._document.number(place.segment)
        parts = (
            [_("Segment {n} of {total}").format(n=number, total=self._tally[place.language].total)] if number else []
        )
        if self._document.writes_source:
            parts.append(ngettext("{n} word", "{n} words", source).format(n=source))
        else:
            parts.append(_("{source} → {target} words").format(source=source, target=target))
        self._place.setText(" · ".join((*parts, language_name(place.language))))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def _totals(report: Report) -> str:
    """Such as `2 errors, 1 note`."""
    numbers = report.severities
    counted = [severity_count(severity, numbers[severity]) for severity in Severity if numbers[severity]]
    return ", ".join(counted) or _("No findings")


def _truth(document: OpenDocument) -> tuple[str, bool]:
    """What is true of the file, and whether it changes with time."""
    if document.keeping_trouble:
        return _("NOT SAVED: {reason}").format(reason=document.keeping_trouble), False
    if document.trouble:
        return _("Not saved: {reason}").format(reason=document.trouble), False
    if document.path is None or document.modified:
        return _unsaved(document), False
    if document.saved_at is None:
        return _("Saved in {file}").format(file=document.path.name), False
    return _("Saved {time}").format(time=ago(time.monotonic() - document.saved_at)), True


def _unsaved(document: OpenDocument) -> str:
    """What is true of work that is in no file."""
    if document.path is None:
        return _("In no file yet; kept in the journal") if document.is_kept else _("Not saved yet")
    if document.recovered and document.session.revision == 0:
        return _("Recovered; not saved in {file} yet").format(file=document.path.name)
    return _("Kept in the journal") if document.is_kept else _("Changes not saved yet")
