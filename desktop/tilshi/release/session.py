"""A release being edited: the one place where it changes, with undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from tilshi.release.edits import Change, Edit
from tilshi.release.keystrokes import merged
from tilshi.release.model import Release

Listener: TypeAlias = Callable[[Change], None]


class Session:
    """Holds the current release, applies edits to it, and remembers how to take them back.

    `revision` grows with every change, undo and redo included; an answer computed for another revision is stale.
    Not safe across threads; the releases it hands out are.
    """

    def __init__(self, release: Release) -> None:
        self._release = release
        self._revision = 0
        self._done: list[Edit] = []
        self._undone: list[Edit] = []
        self._saved: int | None = 0
        self._typing = False
        self._listeners: list[Listener] = []

    @property
    def release(self) -> Release:
        """The release as it is now; an immutable snapshot."""
        return self._release

    @property
    def revision(self) -> int:
        """Number of changes so far."""
        return self._revision

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit to do again."""
        return bool(self._undone)

    @property
    def modified(self) -> bool:
        """Whether the release differs in its history from what was last saved."""
        return self._saved != len(self._done)

    def apply(self, edit: Edit, *, typing: bool = False) -> Change:
        """Do an edit; with `typing`, keystrokes of one word become one step of undo.

        An edit that leaves everything as it is makes no step and no revision.

        Raises:
            StaleEdit: the edit does not fit the release as it is now; nothing was changed.
        """
        after = edit.apply(self._release)
        if edit == edit.inverse():
            return Change()  # nothing to take back later
        self._release = after
        self._forget_undone()
        whole = self._merge(edit) if typing and self._typing else None
        if whole is None:
            self._done.append(edit)
        else:
            self._done[-1] = whole
        self._typing = typing
        return self._changed(edit)

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none."""
        if not self._done:
            return None
        edit = self._done.pop()
        self._undone.append(edit)
        return self._replay(edit.inverse())

    def redo(self) -> Change | None:
        """Do the last undone step again; None where there is none."""
        if not self._undone:
            return None
        edit = self._undone.pop()
        self._done.append(edit)
        return self._replay(edit)

    def end_typing(self) -> None:
        """Close the step of undo, so that the next keystroke begins a new one: the caret moved, the focus went."""
        self._typing = False

    def mark_saved(self) -> None:
        """The release as it is now is what the file holds."""
        self._saved = len(self._done)
        self._typing = False

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change; returns a function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _merge(self, edit: Edit) -> Edit | None:
        return merged(self._done[-1], edit) if self._done else None

    def _replay(self, edit: Edit) -> Change:
        self._release = edit.apply(self._release)
        self._typing = False
        return self._changed(edit)

    def _forget_undone(self) -> None:
        self._undone.clear()
        if self._saved is not None and self._saved > len(self._done):
            self._saved = None

    def _changed(self, edit: Edit) -> Change:
        self._revision += 1
        change = edit.change()
        for listener in tuple(self._listeners):
            listener(change)
        return change
