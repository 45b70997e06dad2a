"""What still keeps each language version from being published: a list that leads to each place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QSize, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from tilshi.checking.findings import Severity
from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Override, Release
from tilshi.workflow import layout_of, obstacles
from tilshi_ui.background import Job
from tilshi_ui.controls.severities import severity_name
from tilshi_ui.dialogs.base import PlainDialog
from tilshi_ui.preferences import Preferences
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.wording import language_name, part_names, role_name, tooltip

if TYPE_CHECKING:  # loaded in the pool, with all rules
    from tilshi.checking.gate.obstacles import Obstacle
    from tilshi.terminology.glossary import Glossary

_OBSTACLE: Final = Qt.ItemDataRole.UserRole
_SIZE: Final = (860, 560)
_ROW: Final = 7 * STEP
_ANSWERS = dict[str, tuple[tuple["Obstacle", Override | None], ...]]


class GateDialog(PlainDialog):
    """Stays beside the window. Every obstacle leads to its place; an error can be let through with a reason.

    `chosen` carries an obstacle the user wants to see, `let_through` one with the reason and who signs.
    """

    chosen = Signal(object)
    let_through = Signal(object, str, str)

    def __init__(self, preferences: Preferences, pool: QThreadPool, parent: QWidget) -> None:
        super().__init__(_("What still blocks publication"), parent)
        self.resize(*_SIZE)
        self._preferences = preferences
        self._pool = pool
        self._job: Job | None = None
        self._note = self.add_text(_("Looking…"), dim=True)
        self.list = QTreeWidget()
        self.list.setColumnCount(3)
        self.list.setHeaderLabels([_("How grave"), _("Where"), _("What")])
        self.list.setAccessibleName(_("What still blocks publication"))
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self.list.currentItemChanged.connect(self._review)
        self.body.addWidget(self.list, 1)
        self.reason = QLineEdit()
        self.reason.textChanged.connect(self._review)
        self.signer = QLineEdit(preferences.now.user_name)
        fields = QHBoxLayout()
        fields.setSpacing(2 * STEP)
        for field, name, share in ((self.reason, _("Reason for letting it through"), 3), (self.signer, _("Name"), 1)):
            field.setPlaceholderText(name)
            field.setAccessibleName(name)
            fields.addWidget(field, share)
        self.body.addLayout(fields)
        self.grant = self.add_button(_("&Let it through"), left=True)
        self.grant.clicked.connect(self._let_through)
        close = self.add_button(_("&Close"), primary=True)
        close.clicked.connect(self.reject)
        self._review()

    def offer(self, release: Release, language: str, glossary: Glossary | None) -> None:
        """Looks at a release as it is now, and shows what blocks it; `language` first."""
        self._note.setText(_("Looking…"))
        self._job = Job(self)
        self._job.done.connect(partial(self._show, release, language))
        self._job.failed.connect(self._say_failure)
        self._job.start(partial(_looked, release, glossary), self._pool)

    def _show(self, release: Release, language: str, found: _ANSWERS) -> None:
        current = self._current()
        self.list.clear()
        names = {segment.id: name for block, name in part_names(release) for segment in block.segments}
        blocked = 0
        for code in sorted(found, key=lambda code: code != language):
            count = _blocking(found[code])
            blocked += bool(count)
            top = QTreeWidgetItem([_heading(code, count)])
            self.list.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            for obstacle, granted in found[code]:
                item = _row(obstacle, granted, names)
                top.addChild(item)
                if obstacle == current:
                    self.list.setCurrentItem(item)
            top.setExpanded(True)
        self._note.setText(
            ngettext("{n} version may not be published yet.", "{n} versions may not be published yet.", blocked).format(
                n=blocked
            )
            if blocked
            else _("Every version may be published.")
        )
        self._review()

    def _say_failure(self, error: Exception) -> None:
        if not isinstance(error, FileError):
            raise error
        self._note.setText(str(error))

    def _current(self) -> Obstacle | None:
        item = self.list.currentItem()
        return item.data(0, _OBSTACLE) if item is not None else None

    def _choose(self, index: QModelIndex) -> None:
        obstacle = index.siblingAtColumn(0).data(_OBSTACLE)
        if obstacle is not None and obstacle.segment:
            self.chosen.emit(obstacle)

    def _review(self) -> None:
        """Only an error that still counts can be let through, and only with a reason."""
        item, obstacle = self.list.currentItem(), self._current()
        is_error = obstacle is not None and obstacle.severity is Severity.ERROR
        counts = is_error and item is not None and not item.data(1, _OBSTACLE)
        self.reason.setEnabled(counts)
        self.signer.setEnabled(counts)
        self.grant.setEnabled(counts and bool(self.reason.text().strip()))
        alike = self._alike(item) if counts and item is not None else 1
        words = ngettext("&Let it through", "&Let all {n} of this kind through", alike)
        self.grant.setText(words.format(n=alike))

    @staticmethod
    def _alike(item: QTreeWidgetItem) -> int:
        """How many errors of a version come from the same requirement: it is let through as a whole."""
        parent, own = item.parent(), item.data(0, _OBSTACLE)
        rows = [parent.child(number) for number in range(parent.childCount())] if parent is not None else []
        each = [row.data(0, _OBSTACLE) for row in rows if row is not None]
        return sum((one.requirement, one.severity) == (own.requirement, own.severity) for one in each)

    def _let_through(self) -> None:
        if (obstacle := self._current()) is not None:
            reason, name = self.reason.text().strip(), self.signer.text().strip()
            self.reason.clear()
            if name:
                self._preferences.change(user_name=name)
            self.let_through.emit(obstacle, reason, name)


def _looked(release: Release, glossary: Glossary | None) -> _ANSWERS:
    """What speaks against each version, and whether it was let through; runs in the pool.

    Spelling is left out: it warns, and warnings block nothing.
    """
    from tilshi.checking.engine import check  # with all rules, which no start needs
    from tilshi.checking.gate.passing import overridden
    from tilshi.checking.house import house_style

    layout = layout_of(release)
    answers: _ANSWERS = {}
    for code in release.languages:
        findings = check(release, code, house=house_style(code, layout.profile.house), glossary=glossary)
        answers[code] = tuple(
            (each, overridden(release, code, each.requirement)) for each in obstacles(release, code, layout, findings)
        )
    return answers


def _blocking(found: tuple[tuple[Obstacle, Override | None], ...]) -> int:
    return sum(each.severity is Severity.ERROR and granted is None for each, granted in found)


def _heading(code: str, count: int) -> str:
    name = language_name(code)
    if not count:
        return _("{language}: may be published").format(language=name)
    many = ngettext("{language}: {n} obstacle", "{language}: {n} obstacles", count)
    return many.format(language=name, n=count)


def _row(obstacle: Obstacle, granted: Override | None, names: dict[str, str]) -> QTreeWidgetItem:
    place = names.get(obstacle.segment) or (role_name(obstacle.role) if obstacle.role else "")
    grave = _("Let through") if granted else severity_name(obstacle.severity)
    words = " ".join(str(obstacle.message).split())
    if granted:
        words = _("{message} (reason: {reason})").format(message=words, reason=granted.reason)
    item = QTreeWidgetItem([grave, place, words])
    item.setData(0, _OBSTACLE, obstacle)
    item.setData(1, _OBSTACLE, granted is not None)
    item.setToolTip(2, tooltip(words))
    item.setSizeHint(0, QSize(0, _ROW))
    return item
