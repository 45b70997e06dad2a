"""Is a PDF what its signer signed? Chosen from the menu or dropped on the window; the answer in plain words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from tilshi.i18n import _
from tilshi_ui.background import Job
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.signing.unlocking import refusal

if TYPE_CHECKING:
    from tilshi.export.signature.verifying import Verdict


class VerifyDialog(PlainDialog):
    """The verdict on one file after the other; more PDFs may be dropped on it."""

    def __init__(self, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(_("Verify a signed PDF"), parent)
        self.resize(600, 340)
        self.setAcceptDrops(True)
        self._pool = pool
        self._path: Path | None = None
        self._job: Job | None = None
        self._file = PlainLabel("", "dim", wrap=True)
        self._answer = PlainLabel("", "strong", wrap=True)
        self._lines = PlainLabel("", wrap=True)
        self._lines.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lines.setAccessibleName(_("Details"))
        for widget in (self._file, self._answer, self._lines):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._trust = self.add_button(_("&Trust a certificate…"), left=True)
        self._trust.clicked.connect(self.ask_certificate)
        self.add_button(_("&Another PDF…")).clicked.connect(self.ask_file)
        self.add_button(_("&Close"), primary=True).clicked.connect(self.accept)

    @property
    def said(self) -> str:
        """All that is said of the file."""
        return f"{self._answer.text()}\n{self._lines.text()}"

    def verify(self, path: Path) -> None:
        """Looks at a file, in the background."""
        self._path = path
        self._file.setText(path.name)
        self._answer.setText(_("Verifying…"))
        self._lines.setText("")
        self._begin(partial(_verdict, path))

    def trust(self, path: Path) -> None:
        """Trusts the certificates in a file from now on, and looks again."""
        self._begin(partial(_trusting, path, self._path))

    def ask_file(self) -> None:
        """Asks for a PDF and verifies it."""
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Verify a signed PDF"), "", "PDF (*.pdf *.PDF)")
        if chosen:
            self.verify(Path(chosen))

    def ask_certificate(self) -> None:
        """Asks for a certificate that is to be trusted."""
        kinds = _("Certificates ({patterns})").format(patterns="*.pem *.crt *.cer *.der")
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Trust a certificate"), "", kinds)
        if chosen:
            self.trust(Path(chosen))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """PDFs may be dropped."""
        if is_pdf(_dropped(event)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """A PDF was dropped."""
        event.acceptProposedAction()
        self.verify(_dropped(event)[0])

    def _begin(self, work: Callable[[], Verdict | None]) -> None:
        self._job = Job(self)
        self._job.done.connect(self._show)
        self._job.failed.connect(self._say_failure)
        self._job.start(work, self._pool)

    def _show(self, verdict: Verdict | None) -> None:
        if verdict is None:
            return
        answer, *rest = verdict.lines()
        mark = "✓" if verdict.is_good else "✗"
        self._answer.setText(f"{mark} {answer}")
        self._lines.setText("\n".join(rest))

    def _say_failure(self, error: Exception) -> None:
        self._lines.setText("")
        self._answer.setText(f"✗ {refusal(error)}")


class SignatureVerbs(QObject):
    """The command, and the files that are dropped on the window."""

    def __init__(self, window: QWidget, pool: QThreadPool) -> None:
        super().__init__(window)
        self._window = window
        self._pool = pool
        self.dialog: VerifyDialog | None = None

    def verify_signature(self) -> None:
        """Asks for a PDF and says what its signature is worth."""
        self._shown().ask_file()

    def takes(self, paths: Sequence[Path]) -> bool:
        """Whether this is a PDF: the window opens none, it says what the signature is worth."""
        return is_pdf(paths)

    def take(self, path: Path) -> None:
        """A PDF was dropped on the window."""
        self._shown().verify(path)

    def _shown(self) -> VerifyDialog:
        if self.dialog is None:
            self.dialog = VerifyDialog(self._pool, self._window)
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        return self.dialog

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def is_pdf(paths: Sequence[Path]) -> bool:
    """Whether there is one path, of a PDF by its name."""
    return len(paths) == 1 and paths[0].suffix.lower() == ".pdf"


def _dropped(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def _verdict(path: Path) -> Verdict:
    """Runs in the pool."""
    from tilshi.export.signature.certificates import trusted_files  # half a second of libraries
    from tilshi.export.signature.verifying import verify_file

    return verify_file(path, trusted_files())


def _trusting(certificate: Path, path: Path | None) -> Verdict | None:
    """Runs in the pool."""
    from tilshi.export.signature.certificates import trust  # as above

    trust(certificate)
    return _verdict(path) if path else None
