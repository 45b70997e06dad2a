"""Where rows are: exact heights for those that were looked at, estimates for the rest."""

from __future__ import annotations

from tilshi_ui.editor.heights import Heights
from tilshi_ui.editor.rowmodel import RowModel
from tilshi_ui.editor.rowpaint import GAP, PAD_Y, Columns, RowPainter
from tilshi_ui.editor.typefaces import Faces

REFINED_AT_ONCE = 40


class Measures:
    """The heights of all rows of a model, with the gap below each."""

    def __init__(self, model: RowModel) -> None:
        self._model = model
        self.heights = Heights()
        self._exact = bytearray()

    def begin(self, faces: Faces, painter: RowPainter, columns: Columns) -> None:
        """All heights anew, as estimates."""
        self._painter, self._columns = painter, columns
        width, estimate, least = columns.target[1], faces.shape().estimate, painter.least_height()
        known: dict[tuple[int, int], int] = {}
        made: list[int] = []
        for lengths in self._model.lengths():
            height = known.get(lengths)
            if height is None:
                texts = max(estimate(length, width) for length in lengths) + 2 * PAD_Y
                height = known[lengths] = max(texts, least) + GAP
            made.append(height)
        self.heights = Heights(made)
        self._exact = bytearray(len(made))

    def is_exact(self, at: int) -> bool:
        """Whether a row has been measured."""
        return bool(self._exact[at])

    def measure(self, at: int, laid_out: int | None = None) -> int:
        """Makes the height of a row exact; by how much it changed. `laid_out`: what its text takes, where known."""
        before = self.heights[at]
        self.heights[at] = self._painter.height(self._model.measured(at), self._columns, laid_out) + GAP
        self._exact[at] = 1
        return self.heights[at] - before

    def inexact(self) -> list[int]:
        """Some rows that nobody has measured yet; empty when all are exact."""
        at = self._exact.find(0)
        if at < 0:
            return []
        return [row for row in range(at, min(at + REFINED_AT_ONCE, len(self._exact))) if not self._exact[row]]
