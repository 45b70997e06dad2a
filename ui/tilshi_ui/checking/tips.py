"""What the checks say of the characters under the mouse, in all rows: reason, proof and what is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from tilshi.checking.findings import Finding, Side
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.checking.titles import offer
from tilshi_ui.controls.severities import severity_name
from tilshi_ui.editor.cell import Cell
from tilshi_ui.editor.offsets import from_utf16
from tilshi_ui.editor.rows import RowsView
from tilshi_ui.wording import tooltip

Terms = Callable[[Cell, int], str]
"""What the glossary knows of the terms at a code point of a live cell."""


class FindingTips(QObject):
    """Shows findings as a tooltip, as plain text, with what the glossary knows below."""

    def __init__(self, rows: RowsView, checks: LiveChecks, terms: Terms, parent: QObject) -> None:
        super().__init__(parent)
        self._rows = rows
        self._checks = checks
        self._terms = terms
        self._cells = {cell.viewport(): cell for cell in (rows.writer, rows.source_cell)}
        for viewport in (*self._cells, rows.viewport()):
            viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Answers the question for a tooltip, where there is a finding."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        text = self.text_at(watched, event)
        if text and isinstance(watched, QWidget):
            QToolTip.showText(event.globalPos(), tooltip(text), watched)
        return bool(text)

    def text_at(self, watched: QObject, event: QHelpEvent) -> str:
        """What is to be said at the place of an event; empty where there is no finding."""
        document = self._checks.document
        if document is None:
            return ""
        cell = next((cell for viewport, cell in self._cells.items() if viewport is watched), None)
        if cell is None:
            hit = self._rows.text_at(event.pos())
            return self.describe(*hit) if hit else ""
        at = from_utf16(cell.stored, cell.cursorForPosition(event.pos()).position())
        side = Side.SOURCE if cell is self._rows.source_cell or document.writes_source else Side.TARGET
        found = self.describe(document.place.segment, side, at)
        return "\n\n".join(part for part in (found, self._terms(cell, at)) if part) if found else ""

    def describe(self, segment: str, side: Side, at: int) -> str:
        """What was found around a code point, the gravest first."""
        found = [
            finding
            for finding in self._checks.findings(segment)
            if finding.side is side and finding.start <= at <= max(finding.end - 1, finding.start)
        ]
        return "\n\n".join(self._described(sorted(found, key=lambda finding: finding.severity.rank)))

    def _described(self, found: list[Finding]) -> Iterable[str]:
        for finding in found:
            lines = [f"{severity_name(finding.severity)}: {finding.message}"]
            if proof := self._checks.proof(finding):
                lines.append(f"← {proof}")
            if finding.fixes:
                lines.append(f"→ {offer(finding.fixes[0])} (Alt+Enter)")
            yield "\n".join(lines)
