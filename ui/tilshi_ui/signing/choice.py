"""Whether an export is signed, and with which key file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from tilshi.i18n import _
from tilshi.signing import KEY_FILES
from tilshi_ui.controls.labels import ElidedLabel
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme.tokens import STEP


class SigningChoice(QWidget):
    """A box to tick, and the key file beside it; the file is kept in the settings, its password never."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.box = QCheckBox(_("Si&gn the PDFs"))
        self._name = ElidedLabel("", "dim")
        self.choose = QPushButton(_("&Key file…"))
        self.choose.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.box)
        row.addWidget(self._name, 1)
        row.addWidget(self.choose)
        self.choose.clicked.connect(self.ask)
        self.box.toggled.connect(self._want)
        self._show_name()

    @property
    def key_file(self) -> Path | None:
        """The key file, if the export is to be signed."""
        name = self._preferences.now.signing_key
        return Path(name) if self.box.isChecked() and name else None

    def use(self, path: Path) -> None:
        """Signs with another key file from now on."""
        self._preferences.change(signing_key=str(path))
        self._show_name()

    def ask(self) -> None:
        """Asks for a key file; without one nothing is signed."""
        patterns = " ".join(f"*{suffix}" for suffix in KEY_FILES)
        kinds = _("Key files ({patterns})").format(patterns=patterns)
        chosen, _kind = QFileDialog.getOpenFileName(self, _("Key file of the organisation"), "", kinds)
        if chosen:
            self.use(Path(chosen))
        elif not self._preferences.now.signing_key:
            self.box.setChecked(False)

    def _want(self, wanted: bool) -> None:  # noqa: FBT001 - a slot
        if wanted and not self._preferences.now.signing_key:
            self.ask()

    def _show_name(self) -> None:
        self._name.setText(Path(self._preferences.now.signing_key).name if self._preferences.now.signing_key else "")
