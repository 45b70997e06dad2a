"""The page as a template that is still being changed would have it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from tilshi.release import Release
from tilshi_ui.background import Job
from tilshi_ui.preview.typesetting import Layouts, NotTypeset, TypesetPages, typeset
from tilshi_ui.throttle import Throttle

if TYPE_CHECKING:
    from tilshi.layout.template import Template
    from tilshi.workflow import Layout

_PATIENCE_MS: Final = 60


@dataclass(frozen=True, slots=True)
class Tried:
    """What the values make; `problem` says why there is no page, where there is none."""

    template: Template
    pages: TypesetPages | None
    problem: str = ""


class _OneTemplate(Layouts):
    def __init__(self, template: Template) -> None:
        super().__init__()
        self._template = template

    def of(self, release: Release) -> Layout:
        from tilshi.workflow import Layout, profile_of  # as in `Layouts`: loaded with the first page

        return Layout(self._template, profile_of(release))


class Trial(QObject):
    """Sets the page in the pool, at most one at a time: `tried` carries what came of it, `refused` the FileError."""

    tried = Signal(object)
    refused = Signal(object)

    def __init__(self, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = pool
        self._job: Job | None = None
        self._work: Callable[[], Tried] | None = None
        self._soon = Throttle(self._start, self, _PATIENCE_MS)

    def ask(self, name: str, values: Mapping[str, Any], release: Release, language: str) -> None:
        """Wants the page of these values; what was asked before is forgotten."""
        self._work = lambda: _try(name, values, release, language)
        self._soon.ask()

    def _start(self) -> None:
        if self._job is None and self._work is not None:
            work, self._work = self._work, None
            self._job = Job(self)
            self._job.done.connect(self._say_tried)
            self._job.failed.connect(self._say_refused)
            self._job.start(work, self._pool)

    def _say_tried(self, result: Tried) -> None:
        self._go_on(lambda: self.tried.emit(result))

    def _say_refused(self, error: Exception) -> None:
        self._go_on(lambda: self.refused.emit(error))

    def _go_on(self, tell: Callable[[], object]) -> None:
        self._job = None
        if self._work is None:
            tell()
        else:
            self._start()


def _try(name: str, values: Mapping[str, Any], release: Release, language: str) -> Tried:
    from tilshi.layout import own

    template = own.check(name, values)
    try:
        return Tried(template, typeset(release, language, marked=False, layouts=_OneTemplate(template)))
    except NotTypeset as error:
        return Tried(template, None, str(error))
