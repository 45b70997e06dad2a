"""The command about templates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from tilshi.release import SetField
from tilshi_ui.background import Pools
from tilshi_ui.document import OpenDocument
from tilshi_ui.theme import Theme

if TYPE_CHECKING:
    from tilshi_ui.templates.dialog import TemplatesDialog


class TemplateVerbs(QObject):
    """Shows the templates on the page of the release that is open, else of a sample."""

    def __init__(self, window: QWidget, theme: Theme, pools: Pools) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._pools = pools
        self._document: OpenDocument | None = None
        self._dialog: TemplatesDialog | None = None

    @property
    def dialog(self) -> TemplatesDialog | None:
        """The dialog, while it is open."""
        return self._dialog

    def show_document(self, document: OpenDocument | None) -> None:
        """Another release, or none."""
        self._document = document
        if self._dialog is not None:
            self._show_release(self._dialog)

    def edit_templates(self) -> None:
        """The templates, one's own among them."""
        from tilshi_ui.templates.dialog import TemplatesDialog  # dialogs are loaded when they are opened

        if self._dialog is None:
            self._dialog = TemplatesDialog(self._theme, self._pools, self._window)
            self._dialog.wanted.connect(self.use)
            self._dialog.renamed.connect(self._follow)
            self._dialog.finished.connect(self._forget)
        self._show_release(self._dialog)
        self._dialog.show()
        self._dialog.raise_()

    def close(self) -> None:
        """Closes the dialog, which holds the release."""
        if self._dialog is not None:
            self._dialog.close()

    def use(self, name: str) -> None:
        """Gives the release another template."""
        document = self._document
        if document is not None and document.release.template != name:
            document.apply(SetField("template", document.release.template, name))

    def _follow(self, old: str, new: str) -> None:
        if self._document is not None and self._document.release.template == old:
            self.use(new)

    def _show_release(self, dialog: TemplatesDialog) -> None:
        if self._document is not None:
            dialog.show_release(self._document.release, self._document.place.language, usable=True)
            return
        from tilshi import resources
        from tilshi.drafts import open_draft

        sample = open_draft(resources.path("samples", "press-release.tilshi")).release
        dialog.show_release(sample, sample.source_language, usable=False)

    def _forget(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
