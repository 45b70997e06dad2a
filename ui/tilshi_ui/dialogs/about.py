"""What this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtWidgets import QWidget

from tilshi.i18n import _
from tilshi_ui.dialogs.base import PlainDialog


class AboutDialog(PlainDialog):
    """Name, version, licence, and what it does not do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("About Tilshi"), parent)
        self.setMinimumWidth(440)
        self.add_text(_("Tilshi writes, translates, checks and lays out press releases in several languages."))
        self.add_text(_("It works offline: nothing leaves this computer unless you send it."))
        self.add_text(_("Version {version}. Apache License 2.0.").format(version=_version()), dim=True)
        self.add_button(_("&Close"), primary=True).clicked.connect(self.accept)


def _version() -> str:
    try:
        return version("tilshi")
    except PackageNotFoundError:
        return _("unknown")
