"""The main window: one release at a time, in its views."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QEvent, QMimeData, Signal
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from tilshi import i18n
from tilshi.files.errors import FileError
from tilshi.i18n import N_, _
from tilshi.settings import Theme as Mode
from tilshi_ui.aids.verbs import AidVerbs
from tilshi_ui.background import Pools
from tilshi_ui.checking.service import LiveChecks
from tilshi_ui.contacts.verbs import ContactVerbs
from tilshi_ui.controls.messages import MessageBar, Severity
from tilshi_ui.document import OpenDocument
from tilshi_ui.memory.live import LiveMemory
from tilshi_ui.memory.verbs import MemoryVerbs
from tilshi_ui.preferences import Preferences
from tilshi_ui.protection.verbs import ProtectionVerbs
from tilshi_ui.signing.verifying import SignatureVerbs
from tilshi_ui.templates.verbs import TemplateVerbs
from tilshi_ui.terms import LiveGlossary
from tilshi_ui.theme import Theme
from tilshi_ui.theme.tokens import STEP
from tilshi_ui.throttle import after_paint
from tilshi_ui.window.asking import Asking
from tilshi_ui.window.commands import PART, TERM_KEYS
from tilshi_ui.window.desk import Desk
from tilshi_ui.window.editing import Editing
from tilshi_ui.window.findingverbs import FindingVerbs
from tilshi_ui.window.gateverbs import GateVerbs
from tilshi_ui.window.keyverbs import KeyVerbs
from tilshi_ui.window.menus import Menus
from tilshi_ui.window.pictureverbs import PictureVerbs
from tilshi_ui.window.reviewing import Reviewing
from tilshi_ui.window.searchverbs import SearchVerbs
from tilshi_ui.window.termverbs import TermVerbs
from tilshi_ui.window.topbar import View
from tilshi_ui.window.verbs import Verbs
from tilshi_ui.window.workarea import WorkArea
from tilshi_ui.wording import label, language_name

if TYPE_CHECKING:
    from tilshi_ui.dialogs.export import ExportDialog
    from tilshi_ui.start.screen import StartScreen

_MODES: Final = {Mode.SYSTEM: N_("As the system"), Mode.LIGHT: N_("Light"), Mode.DARK: N_("Dark")}
_FIRST_SIZE: Final = (1280, 820)
_SMALLEST: Final = (760, 480)


class MainWindow(QMainWindow):
    """Puts the parts together and lets the user reach them.

    `language_changed` comes when the interface is about to speak another language.
    """

    language_changed = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, pools: Pools) -> None:
        super().__init__()
        self._theme = theme
        self._preferences = preferences
        self._pools = pools
        self._export: ExportDialog | None = None
        self.glossary = LiveGlossary(pools.readers, self)
        self.messages = MessageBar()
        self.checks = LiveChecks(self.glossary, pools.checkers, self)
        self.work = WorkArea(theme, self.glossary, self.checks, preferences, pools)
        self.desk = Desk(self, self.messages, preferences, pools.readers)
        self.verbs = Verbs(self.work.rows, self)
        self.asking = Asking(self, self.verbs)
        self.editing = Editing(self, self.work, self.checks, preferences)
        self.terms = TermVerbs(self, self.work, self.glossary, pools.readers)
        self.findings = FindingVerbs(self, self.work, self.checks, preferences, self.terms.tips.text_at)
        self.gate = GateVerbs(self, self.work, self.glossary, preferences, pools.readers)
        self.contacts = ContactVerbs(self, self.messages, pools.readers)
        self.templates = TemplateVerbs(self, theme, pools)
        self.signatures = SignatureVerbs(self, pools.readers)
        self.pictures = PictureVerbs(self, self.work.rows, pools.readers)
        self.keys = KeyVerbs(self, preferences)
        self.search = SearchVerbs(self, self.work, self.work.marks, pools.readers)
        self.reviewing = Reviewing(self, self.work, preferences, pools.readers)
        self.verbs.reviewing = self.reviewing.review
        self.aids = AidVerbs(self.work.rows, self.terms.completing, preferences, pools.readers, self)
        remembered = LiveMemory(pools.memory, self)
        self.memory = MemoryVerbs(self, self.work, remembered, self.terms.completing, preferences, self.messages)
        self.protection = ProtectionVerbs(self, self.desk, preferences, self.messages, pools.readers)
        self._stack = QStackedWidget()
        self._start: StartScreen | None = None
        self._stack.addWidget(QWidget())  # what is seen until there is something to show
        self._stack.addWidget(self.work)
        self.setCentralWidget(self._arranged())
        self.menus = self._make_menus()
        self._make_term_keys()
        self.keys.bind(self.menus)
        self._connect()
        self.setAcceptDrops(True)
        self._take_shape()
        self.menus.enable(release=False)
        self._show_title()

    def _make_menus(self) -> Menus:
        submenus = {
            "open_recent": self._fill_recent,
            "choose_theme": self._fill_themes,
            "choose_language": self._fill_languages,
            "choose_references": self.editing.places.fill_references,
            "switch_on_kind": self.findings.fill_switched_off,
            "choose_feeding": self.memory.fill_feeding,
        }
        handlers = (
            self,
            self.verbs,
            self.asking,
            self.terms,
            self.findings,
            self.gate,
            *self.reviewing.handlers,
            self.search,
            self.keys,
            self.pictures,
            self.contacts,
            self.templates,
            self.signatures,
            self.desk,
            self.protection,
        )
        menus = Menus(self, (*handlers, *self.editing.handlers, self.aids, self.memory), submenus)
        self.aids.mark(menus.actions)
        self.memory.mark(menus.actions)
        return menus

    # Commands

    def show_start(self) -> None:
        """Ways to begin, while no release is open."""
        if self._start is None:
            from tilshi_ui.start.screen import StartScreen  # not loaded by a start with a file

            self._start = StartScreen(self._theme, self._preferences, self._pools.press)
            self._start.template_chosen.connect(self.desk.new_release)
            self._start.file_chosen.connect(self._open_name)
            self._start.open_wanted.connect(self.desk.open_file)
            self._start.import_wanted.connect(self.desk.import_files)
            self._start.sample_wanted.connect(self.desk.open_sample)
            self._start.recovery_wanted.connect(self.desk.recover_unsaved)
            self._stack.addWidget(self._start)
        self._stack.setCurrentWidget(self._start)

    def quit(self) -> None:
        """Closes the window, and with it the program."""
        self.close()

    def export(self) -> None:
        """Makes files to send."""
        from tilshi_ui.dialogs.export import ExportDialog  # dialogs are loaded when they are opened

        document = self.desk.document
        if document is None:
            return
        if self._export is None:
            self._export = ExportDialog(self._preferences, self._pools.press, self)
            self._export.gate_wanted.connect(self.gate.show_gate)
            self._export.published.connect(self.gate.publish)
        self._export.offer(document.release, document.place.language, self.glossary.now)
        self._export.show()
        self._export.raise_()
        self._export.activateWindow()

    def view_translate(self) -> None:
        """Source and translation side by side."""
        self.work.show_view(View.TRANSLATE)

    def view_layout(self) -> None:
        """The translation as running text, and its pages."""
        self.work.show_view(View.LAYOUT)

    def show_outline(self) -> None:
        """Shows or hides the outline."""
        self.work.want("outline", shown=not self.work.shows("outline"))

    def show_context(self) -> None:
        """Shows or hides the context panel."""
        self.work.want("context", shown=not self.work.shows("context"))

    def show_about(self) -> None:
        """What this program is."""
        from tilshi_ui.dialogs.about import AboutDialog

        AboutDialog(self).exec()

    # Events

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Nothing is lost without a question."""
        if not self.desk.may_leave():
            event.ignore()
            return
        self.desk.end()
        self.checks.stop()
        self.memory.close()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self._preferences.change(window_geometry=geometry)
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Files may be dropped on the window."""
        if _files_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """One file is opened, a PDF verified; several are a text and its translation; pictures go into the release."""
        event.acceptProposedAction()
        paths = _files_in(event.mimeData())
        if paths and self.pictures.takes(paths):
            self.pictures.take(*paths)
        elif self.signatures.takes(paths):
            self.signatures.take(paths[0])
        elif len(paths) == 1:
            self.desk.open_path(paths[0])
        else:
            self.desk.import_paths(paths)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Another language of the interface."""
        if event.type() is QEvent.Type.LanguageChange:
            self.menus.retranslate()
            self._show_title()
        super().changeEvent(event)

    # The pieces

    def _take_shape(self) -> None:
        """The sizes that the window and its text had last."""
        self.work.rows.set_zoom(self._preferences.now.zoom)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_FIRST_SIZE)
        if geometry := self._preferences.now.window_geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def _arranged(self) -> QWidget:
        page = QWidget()
        page.setObjectName("Page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        band = QVBoxLayout()
        band.setContentsMargins(4 * STEP, 0, 4 * STEP, 0)
        band.addWidget(self.messages)
        column.addLayout(band)
        column.addWidget(self._stack, 1)
        return page

    def _connect(self) -> None:
        self.desk.opened.connect(self._show_document)
        self.protection.locked.connect(self._show_lock)
        self.protection.sealed_changed.connect(self._note_sealed)
        self.verbs.said.connect(self._say)
        self.work.top.export_chosen.connect(self.export)
        self.work.top.view_chosen.connect(self._choose_view)
        self.work.top.language_wanted.connect(self.asking.add_language)
        self.work.refreshed.connect(self._show_title)
        self.work.folded.connect(self._mark_columns)
        self.work.outline.parts.addActions([self.menus.actions[name] for name in PART])
        self.work.rows.zoomed.connect(self._remember_zoom)
        self.work.rows.too_long.connect(self._say_too_long)
        self.terms.said.connect(self._say)
        self.editing.said.connect(self._say)
        self.findings.said.connect(self._say)
        self.gate.said.connect(self._say)
        self.pictures.said.connect(self._say)
        self.pictures.failed.connect(self._say_error)
        self.aids.digits.switched.connect(self.work.status.show_digits)
        self.verbs.confirmed.connect(self.memory.confirmed)
        self.search.said.connect(self._say)
        self.reviewing.said.connect(self._say)
        self.reviewing.failed.connect(self._say_error)
        self.glossary.failed.connect(self._say_error)

    def _make_term_keys(self) -> None:
        for number, keys in enumerate(TERM_KEYS, 1):
            action = QAction(self)
            action.setObjectName(f"insert_term_{number}")
            action.setShortcut(QKeySequence(keys))
            action.setData(number)
            action.triggered.connect(self._insert_term)
            self.addAction(action)

    def _insert_term(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and self.desk.document is not None:
            self.terms.insert_number(action.data())

    def _show_document(self, document: OpenDocument | None) -> None:
        self.verbs.document = document
        self.terms.show_document(document)
        self.editing.show_document(document)
        self.gate.show_document(document)
        self.pictures.document = document
        self.contacts.show_document(document)
        self.templates.show_document(document)
        self.aids.show_document(document)
        self.memory.show_document(document)
        self.search.show_document(document)
        self.reviewing.show_document(document)
        self.menus.enable(release=document is not None)
        if document is not None:
            document.file_changed.connect(self._show_title)
            self.work.show_document(document)
            self._stack.setCurrentWidget(self.work)
            after_paint(self, self._prepare_glossary)
        else:
            self.show_start()
        self.checks.show_document(document)
        self._show_title()

    def _show_lock(self) -> None:
        if self._export is not None:  # it holds the release
            self._export.deleteLater()
            self._export = None
        self.templates.close()  # so does this
        self.protection.show_page(self._stack)

    def _note_sealed(self, sealed: bool) -> None:  # noqa: FBT001  # a signal's
        """The memory is not encrypted: it does not take in what is."""
        self.memory.memory.may_remember = not sealed

    def _prepare_glossary(self) -> None:
        if self.desk.document is not None and self.isVisible():  # not while the program ends
            self.glossary.prepare(self.desk.document.release.languages)

    def _show_title(self) -> None:
        document = self.desk.document
        if document is None:
            self.setWindowTitle(_("Tilshi"))
            return
        name = document.path.name if document.path else document.title or _("Untitled release")
        self.setWindowTitle(_("{name}[*] — Tilshi").format(name=name.replace("[*]", "[**]")))
        self.setWindowModified(document.unsaved)

    def _say(self, text: str) -> None:
        self.messages.say(Severity.NOTE, text)

    def _say_error(self, error: FileError) -> None:
        self.messages.say(Severity.ERROR, str(error))

    def _say_too_long(self, longest: int) -> None:
        text = _("Nothing was pasted: a segment may have {n} characters at most. Split the text and paste it in parts.")
        self.messages.say(Severity.WARNING, text.format(n=longest))

    def _choose_view(self, view: str) -> None:
        if View(view) is View.REVIEW:
            self.reviewing.review.view_review()
        else:
            self.work.show_view(View(view))

    def _mark_columns(self) -> None:
        for column in ("outline", "context"):
            self.menus.actions[f"show_{column}"].setChecked(self.work.shows(column))

    def _remember_zoom(self, percent: int) -> None:
        self._preferences.change(zoom=percent)

    # Menus that are filled when they are shown

    def _fill_recent(self, menu: QMenu) -> None:
        for name in self._preferences.now.recent_files:
            action = menu.addAction(label(name))
            action.setData(name)
            action.triggered.connect(self._open_recent)
        if menu.isEmpty():
            menu.addAction(_("No recent files")).setEnabled(False)

    def _open_recent(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._open_name(action.data())

    def _open_name(self, name: str) -> None:
        self.desk.open_path(Path(name))

    def _fill_themes(self, menu: QMenu) -> None:
        choices = [(mode.value, _(text)) for mode, text in _MODES.items()]
        _fill_choices(menu, choices, self._theme.mode.value, self._choose_theme)

    def _choose_theme(self, action: QAction) -> None:
        self.use_theme(Mode(action.data()))

    def use_theme(self, mode: Mode) -> None:
        """Other colours, in every window at once."""
        self._theme.use(mode)
        self._preferences.change(theme=mode)

    def use_zoom(self, percent: int) -> None:
        """Another size of the text."""
        self.work.rows.set_zoom(percent)

    def _fill_languages(self, menu: QMenu) -> None:
        order = [code for code in ("kk", "ru", "en", "fr") if code in i18n.languages()]
        choices = [(code, language_name(code)) for code in (*order, *sorted({*i18n.languages()} - {*order}))]
        _fill_choices(menu, choices, i18n.language(), self._choose_language)

    def _choose_language(self, action: QAction) -> None:
        self.speak(action.data())

    def speak(self, language: str) -> None:
        """Another language of the interface, in every window at once."""
        self._preferences.change(interface_language=language)
        i18n.use_language(language)
        self.language_changed.emit()
        for widget in QApplication.topLevelWidgets():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.LanguageChange))


def _files_in(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _fill_choices(menu: QMenu, choices: list[tuple[str, str]], chosen: str, choose: object) -> None:
    group = QActionGroup(menu)
    for value, text in choices:
        action = menu.addAction(label(text))
        action.setData(value)
        action.setCheckable(True)
        action.setChecked(value == chosen)
        group.addAction(action)
    group.triggered.connect(choose)
