"""Which languages in which formats, with what each version still lacks beside it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from tilshi.i18n import N_, _, ngettext
from tilshi.publishing import OUTPUTS, available
from tilshi.release import Release
from tilshi_ui.controls.labels import PlainLabel
from tilshi_ui.preview.missing import message
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, tooltip

if TYPE_CHECKING:
    from tilshi.layout.missing import MissingPart

_NAMES: Final = {
    "pdf": N_("PDF"),
    "docx": N_("Word"),
    "html": N_("Web page"),
    "txt": N_("Text"),
    "eml": N_("E-mail"),
    "review.pdf": N_("Review, PDF"),
    "review.docx": N_("Review, Word"),
}
_WHAT: Final = {
    "pdf": N_("Tagged and archivable: PDF/UA-1 and PDF/A-2a"),
    "docx": N_("Word, with styles to go on with"),
    "html": N_("One file for the web, without scripts"),
    "txt": N_("Plain text to be pasted into a mail"),
    "eml": N_("A mail to be addressed: text, page, and the PDF attached"),
    "review.pdf": N_("Source and translation side by side, to be read"),
    "review.docx": N_("Source and translation side by side, to be written in"),
}


class OutputMatrix(QWidget):
    """A row a language, a column a format; `changed` comes with every box that is ticked or cleared."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.remarks: dict[str, PlainLabel] = {}
        self.verdicts: dict[str, PlainLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(4 * STEP)
        self._grid.setVerticalSpacing(2 * STEP)
        self._grid.setColumnStretch(len(OUTPUTS) + 1, 1)

    def fill(self, release: Release, language: str, wanted: Iterable[str]) -> None:
        """Offers a release; the `wanted` formats are ticked for `language`."""
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.boxes, self.remarks, self.verdicts = {}, {}, {}
        for column, name in enumerate(OUTPUTS, 1):
            heading = PlainLabel(_(_NAMES[name]), "small", wrap=True)
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            heading.setToolTip(tooltip(_(_WHAT[name])))
            self._grid.addWidget(heading, 0, column)
        for row, code in enumerate(release.languages):
            self._add_row(release, code, 2 * row + 1, language, tuple(wanted))

    def formats(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is ticked: pairs of a language and its formats."""
        chosen: dict[str, list[str]] = {}
        for (code, name), box in self.boxes.items():
            if box.isChecked():
                chosen.setdefault(code, []).append(name)
        return tuple((code, tuple(names)) for code, names in chosen.items())

    def tick_all(self, *, ticked: bool) -> None:
        """Every box, or none."""
        for box in self.boxes.values():
            box.setChecked(ticked)

    def show_missing(self, missing: dict[str, tuple[MissingPart, ...]]) -> None:
        """What each version lacks on its page."""
        for code, parts in missing.items():
            if (label := self.remarks.get(code)) is None:
                continue
            count = len(parts)
            many = ngettext("{n} thing missing", "{n} things missing", count).format(n=count)
            label.setText(many if count else _("Complete"))
            label.setToolTip(tooltip("\n".join(message(part) for part in parts)))

    def show_blocked(self, blocked: dict[str, tuple[str, ...]]) -> None:
        """What keeps each version from being final, as sentences."""
        for code, reasons in blocked.items():
            if (label := self.verdicts.get(code)) is None:
                continue
            count = len(reasons)
            many = ngettext("{n} thing blocks publication", "{n} things block publication", count).format(n=count)
            label.setText(many if count else _("May be published"))
            label.setToolTip(tooltip("\n".join(reasons)))

    def _add_row(self, release: Release, code: str, row: int, language: str, wanted: tuple[str, ...]) -> None:
        name = PlainLabel(language_name(code), "strong" if code == language else "")
        self._grid.addWidget(name, row, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        offered = available(release, code)
        for column, format_ in enumerate(OUTPUTS, 1):
            if format_ not in offered:
                continue
            box = QCheckBox()
            box.setAccessibleName(f"{language_name(code)}, {_(_NAMES[format_])}")
            box.setToolTip(tooltip(_(_WHAT[format_])))
            box.setChecked(code == language and format_ in wanted)
            box.toggled.connect(self.changed)
            self.boxes[code, format_] = box
            self._grid.addWidget(box, row, column, 2, 1, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.remarks[code], self.verdicts[code] = PlainLabel("", "small"), PlainLabel("", "small")
        self._grid.addWidget(self.remarks[code], row, len(OUTPUTS) + 1)
        self._grid.addWidget(self.verdicts[code], row + 1, len(OUTPUTS) + 1)
