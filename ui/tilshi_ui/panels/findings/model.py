"""The list of findings as a model; what is shown of each is worked out when it is painted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from tilshi_ui.checking.report import Report, Span
from tilshi_ui.checking.titles import kind_title
from tilshi_ui.controls.severities import severity_name
from tilshi_ui.panels.findings.entries import Entry, Excerpt, Header, Line, excerpt, sentences
from tilshi_ui.wording import findings_counted, tooltip

Index = QModelIndex | QPersistentModelIndex
LINE: Final = Qt.ItemDataRole.UserRole


class FindingsModel(QAbstractListModel):
    """Headings and findings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._lines: list[Line] = []
        self._rows: dict[Span, int] = {}

    def show_lines(self, report: Report | None, lines: list[Line]) -> None:
        """Lists other findings of a report; where they are the same as before, nothing moves."""
        if lines == self._lines:
            self._report = report
            return
        self.beginResetModel()
        self._report, self._lines = report, lines
        self._rows = {}
        for at, line in enumerate(lines):
            if isinstance(line, Entry):
                self._rows.setdefault(line.card.span, at)
        self.endResetModel()

    @property
    def lines(self) -> list[Line]:
        """What is listed."""
        return self._lines

    def row_of(self, span: Span) -> int:
        """Where the finding about these characters is listed; -1 where it is not."""
        return self._rows.get(span, -1)

    def entry(self, row: int) -> Entry | None:
        """The finding of a row; None for a heading."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Entry) else None

    def excerpt(self, entry: Entry) -> Excerpt:
        """The words around a finding, as they were when it was found."""
        if self._report is None:
            return Excerpt("", "", "")
        return excerpt(self._report.release, entry.card.span, self._report.language)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """One row a line."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, or what it says."""
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Entry):
            kinds = dict.fromkeys(kind_title(finding.rule) for finding in line.card.findings)
            return tooltip("\n".join((*kinds, sentences(line.card.findings))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed over."""
        is_entry = index.isValid() and isinstance(self._lines[index.row()], Entry)
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_entry else Qt.ItemFlag.NoItemFlags

    def _words(self, line: Line) -> str:
        if isinstance(line, Header):
            return f"{line.title}, {findings_counted(line.load.number)}"
        own = self.excerpt(line).own
        parts = (severity_name(line.card.head.severity), sentences(line.card.findings), own, line.place)
        return ", ".join(part for part in parts if part)
