"""The heights of all rows as a Fenwick tree: where a row begins, and which row is at a height, in O(log n)."""

from __future__ import annotations

from collections.abc import Iterable


class Heights:
    """Heights in pixels, by index of row."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        for at in range(1, len(self._tree)):
            parent = at + (at & -at)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[at]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __setitem__(self, index: int, height: int) -> None:
        grown = height - self._heights[index]
        self._heights[index] = height
        at = index + 1
        while grown and at < len(self._tree):
            self._tree[at] += grown
            at += at & -at

    @property
    def total(self) -> int:
        """All heights together."""
        return self.top(len(self._heights))

    def top(self, index: int) -> int:
        """Where the row `index` begins: the heights of all before it."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index -= index & -index
        return total

    def at(self, y: int) -> int:
        """The row that covers the height `y`; the first or last where `y` lies outside; -1 where there is none."""
        index, step = 0, 1 << len(self._tree).bit_length()
        while step:
            if index + step < len(self._tree) and self._tree[index + step] <= y:
                index += step
                y -= self._tree[index]
            step >>= 1
        return min(index, len(self._heights) - 1)
