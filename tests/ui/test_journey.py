"""A release from its template to the files that are sent, with nothing but the keyboard.

With TILSHI_SCREENSHOTS=folder every step leaves a picture there.
"""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import document_of
from tests.ui.player import PICTURES, Album, Script, focused, keys, play, seen, typed
from tilshi import i18n
from tilshi.i18n import _
from tilshi.release import Role, Segment, State
from tilshi.settings import Theme as Mode
from tilshi_ui.dialogs.choice import Choice
from tilshi_ui.dialogs.export import ExportDialog
from tilshi_ui.dialogs.newrelease import NewReleaseDialog
from tilshi_ui.keys.physical import PhysicalKeys
from tilshi_ui.palette.dialog import Palette
from tilshi_ui.start.templatecard import TemplateCard
from tilshi_ui.window.main import MainWindow
from tilshi_ui.window.topbar import View

ALL = [
    (language, mode, size)
    for language in ("en", "kk")
    for mode in (Mode.LIGHT, Mode.DARK)
    for size in ((1440, 900), (1024, 640))
]
JOURNEYS = ALL if os.environ.get(PICTURES) else [ALL[0], ALL[-1]]
HEADLINE = "Hospital in Port-Example reopens after repairs"
LEAD = "The hospital of Port-Example reopened on Friday and protects civilians."
FIRST = "The hospital treated 1,500 patients in March."
SECOND = "The hospital treated 2,300 patients in March."
KAZAKH_HEADLINE = "Порт-Мысалдағы аурухана жөндеуден кейін қайта ашылды."
KAZAKH_FIRST = "Аурухана наурызда 1\u00a0500 науқасты емдеді."
KAZAKH_SECOND = KAZAKH_FIRST.replace("1\u00a0500", "2\u00a0300")


@pytest.fixture
def physical_keys(qapp: QApplication) -> Iterator[PhysicalKeys]:
    made = PhysicalKeys(qapp)
    yield made
    made.deleteLater()


class Traveller:
    """Who presses the keys; looks at the window, and touches it with the keyboard only."""

    def __init__(self, window: MainWindow, album: Album, folder: Path) -> None:
        self.window = window
        self.album = album
        self.folder = folder

    def journey(self) -> Script:
        """All of it."""
        yield from self.begin()
        yield from self.write_source()
        yield from self.add_kazakh()
        yield from self.translate()
        yield from self.put_right()
        yield from self.approve()
        yield from self.export()
        yield from self.save()

    # The steps

    def begin(self) -> Script:
        """A press release out of the gallery of the start screen, in no other language yet."""
        yield seen("start screen", lambda: QApplication.focusWidget() is not None)
        yield from self.album.picture("start")
        yield from self.tab_to(TemplateCard)
        yield keys("Space", until=lambda: isinstance(dialog(), NewReleaseDialog))
        yield from self.album.picture("new-release")
        if i18n.language() != "en":
            yield from self.tab_to_named(_("Written in"))
            yield from self.choose_until(lambda: focused().currentData() == "en")  # type: ignore[attr-defined]
        while checked := self.checked_box():
            yield from self.tab_to_named(checked)
            yield keys("Space")
        yield from self.tab_to_named(_("Place"))
        yield typed("Port-Example")
        yield from self.album.picture("new-release-filled")
        yield keys("Return", until=lambda: self.window.desk.document is not None)
        yield seen("drafting view", lambda: self.window.work.view is View.DRAFT and self.writes)

    def write_source(self) -> Script:
        """The text, as running text."""
        yield from self.album.picture("draft-empty")
        yield from self.go_to(Role.HEADLINE)
        yield typed(HEADLINE)
        yield from self.go_to(Role.LEAD)
        yield keys("End")
        yield typed(LEAD)
        yield from self.go_to(Role.BODY)
        yield typed(FIRST)
        yield keys("Return")
        yield typed(SECOND)
        yield from self.go_to(Role.CONTACT_NAME)
        yield typed("Jane Example")
        yield from self.go_to(Role.CONTACT_PHONE)
        yield keys("End")
        yield typed("+999 555 010 010")
        yield from self.go_to(Role.CONTACT_EMAIL)
        yield keys("End")
        yield typed("press@example.org")
        yield from self.album.picture("draft-written")
        assert [self.source(role) for role in (Role.HEADLINE, Role.BODY)] == [[HEADLINE], [FIRST, SECOND]]

    def add_kazakh(self) -> Script:
        """A language to translate into, found by what it is called."""
        yield keys("Ctrl+Shift+P", until=lambda: isinstance(dialog(), Palette))
        yield typed(_("Add a &language…").replace("&", "").rstrip("…"))
        yield from self.album.picture("palette")
        yield keys("Return", until=lambda: isinstance(dialog(), Choice))
        yield typed("(kk)")
        yield from self.album.picture("add-language")
        yield keys("Return", until=lambda: document_of(self.window).place.language == "kk")
        yield seen("rows", lambda: self.window.work.view is View.TRANSLATE and self.writes)
        yield from self.album.picture("translate-empty")

    def translate(self) -> Script:
        """Headline, terms, a match of what was confirmed a moment ago, and the small parts, which need no typing."""
        yield seen("glossary", lambda: self.window.glossary.now is not None)
        yield from self.go_to(Role.HEADLINE)
        yield typed(KAZAKH_HEADLINE)
        yield keys("Ctrl+Return")
        yield from self.go_to(Role.LEAD)
        yield seen("terms", lambda: len(self.window.work.context.terms.cards) >= 2)
        yield typed("Порт-Мысал – ")
        yield keys("Alt+1", until=lambda: self.written.endswith("аурухана"))
        yield typed(" жұма күні қайта ашылды.")
        yield from self.album.picture("terms")
        yield keys("Ctrl+Return")
        yield from self.go_to(Role.BODY)
        yield typed(KAZAKH_FIRST)
        yield keys("Ctrl+Return", until=lambda: self.is_at(self.names(Role.BODY)[1]))
        yield seen("match", lambda: self.window.memory.panel.number >= 1)
        yield from self.album.picture("match")
        yield keys("Ctrl+1", until=lambda: self.written)
        assert self.written == KAZAKH_SECOND
        yield from self.album.picture("match-inserted")
        yield keys("Ctrl+Return")
        for role in (Role.KICKER, Role.CONTACT_INTRO):
            yield from self.go_to(role)
            yield seen("terms", lambda: len(self.window.work.context.terms.cards) >= 1)
            yield keys("Alt+1", until=lambda: self.written)
            yield keys("Ctrl+Return")
        for role in (Role.DATE, Role.CONTACT_NAME, Role.CONTACT_PHONE, Role.CONTACT_EMAIL):
            yield from self.go_to(role)
            yield keys("Ctrl+Insert", until=lambda: self.written)
            yield keys("Ctrl+Return")
        yield from self.album.picture("translated")
        assert all(segment.target("kk").state is State.TRANSLATED for segment in self.segments)

    def put_right(self) -> Script:
        """From finding to finding; what the offered fix puts right is right."""
        yield keys("Ctrl+F8", until=self.is_checked)
        for _each in range(10):
            yield keys("F8")
            yield from self.album.picture("finding")
            yield keys("Alt+Return")
            yield seen("checks", self.is_checked)
        yield from self.album.picture("fixed")
        written = [segment.target("kk").text.string for segment in self.segments]
        assert written[2] == KAZAKH_HEADLINE.removesuffix(".")
        assert written[-2:] == ["Тел.: +999 555 010 010", "Эл. пошта: press@example.org"]

    def approve(self) -> Script:
        """Signed with a name, everything that waits is approved."""
        yield keys("F10", until=lambda: self.window.work.view is View.REVIEW)
        yield from self.album.picture("review")
        yield from self.tab_to_named(_("Your name, which signs approvals and notes"))
        yield typed("Jane Example")
        yield keys("Return", "Alt+Shift+PgDown")
        for _each in self.segments:
            yield keys("Ctrl+Return")
        yield from self.album.picture("approved")
        assert all(segment.target("kk").state is State.REVIEWED for segment in self.segments)
        assert {each.by for segment in self.segments for each in segment.target("kk").approvals} == {"Jane Example"}

    def export(self) -> Script:
        """PDF and Word, into a folder."""
        yield keys("Ctrl+E", until=lambda: isinstance(dialog(), ExportDialog))
        yield from self.album.picture("export")
        for box in ("PDF", "Word"):
            yield from self.tab_to_named(f"Қазақша, {_(box)}")
            if not focused().isChecked():  # type: ignore[attr-defined]
                yield keys("Space")
        yield from self.tab_to_named(_("Folder"))
        yield keys("Ctrl+A")
        yield typed(str(self.folder / "out"))
        yield from self.album.picture("export-chosen")
        exporting = dialog()
        assert isinstance(exporting, ExportDialog)
        # Until the summary is there Escape calls the export off, and does not close.
        yield keys("Return", until=lambda: bool(self.files()) and exporting._job is None)
        assert {each.suffix for each in self.files()} == {".pdf", ".docx"}
        yield from self.album.picture("exported")
        assert len(self.files()) == 2

    def save(self) -> Script:
        """Into a file."""
        yield keys("Escape", until=lambda: dialog() is self.window)
        yield keys("Ctrl+S", until=lambda: isinstance(dialog(), QFileDialog))
        yield keys("Ctrl+A")
        yield typed(str(self.folder / "examplia.tilshi"))
        yield from self.album.picture("save")
        yield keys("Return", until=(self.folder / "examplia.tilshi").exists)
        yield from self.album.picture("saved")

    def files(self) -> list[Path]:
        folder = self.folder / "out"
        return sorted(folder.iterdir()) if folder.is_dir() else []

    # Ways to somewhere

    def tab_to(self, kind: type) -> Script:
        """Tab until a control of a kind has the focus."""
        yield from self.tab_until(f"a {kind.__name__}", lambda: isinstance(focused(), kind))

    def tab_to_named(self, name: str) -> Script:
        """Tab until the control that a screen reader calls so has the focus."""
        yield from self.tab_until(name, lambda: spoken() == name.replace("&", ""))

    def tab_until(self, what: str, there: Callable[[], bool]) -> Script:
        """Tab until something holds."""
        passed = []
        while not there():
            passed.append(spoken())
            assert len(passed) < 60, f"Tab never comes to {what}; it passes {passed}"
            yield keys("Tab")

    def choose_until(self, there: Callable[[], bool]) -> Script:
        """Up to the beginning of a list, and down until something holds."""
        yield keys("Home")
        for _each in range(20):
            if there():
                return
            yield keys("Down")
        raise AssertionError("not in the list")

    def checked_box(self) -> str:
        """A language that is ticked."""
        shown = dialog()
        boxes = shown.findChildren(QCheckBox) if shown is not None else []
        return next((box.text() for box in boxes if box.isChecked()), "")

    def go_to(self, role: Role) -> Script:
        """Down, or up, to the first part of a kind."""
        document = document_of(self.window)
        order = [segment.id for _block, segment in document.release.segments()]
        wanted = self.names(role)[0]
        while document.place.segment != wanted:
            here = order.index(document.place.segment)
            way = 1 if order.index(wanted) > here else -1
            yield keys("Alt+Down" if way > 0 else "Alt+Up", until=partial(self.is_at, order[here + way]))

    # What is seen

    def is_at(self, segment: str) -> bool:
        return document_of(self.window).place.segment == segment and self.writes

    @property
    def writes(self) -> bool:
        return self.window.work.rows.writer.hasFocus()

    @property
    def written(self) -> str:
        return self.window.work.rows.writer.stored

    @property
    def segments(self) -> list[Segment]:
        return [segment for _block, segment in document_of(self.window).release.segments()]

    def is_checked(self) -> bool:
        report = self.window.checks.report
        now = document_of(self.window).release
        return report is not None and report.release is now and not self.window.checks.is_running

    def names(self, role: Role) -> list[str]:
        release = document_of(self.window).release
        return [segment.id for block, segment in release.segments() if block.role is role]

    def source(self, role: Role) -> list[str]:
        release = document_of(self.window).release
        return [release.segment(name).source.string for name in self.names(role)]


def dialog() -> QWidget | None:
    return QApplication.activeWindow()


def spoken() -> str:
    """What a screen reader calls the control with the focus; of a list Qt says what is chosen in it on X11."""
    interface = QAccessible.queryAccessibleInterface(focused())
    return focused().accessibleName() or interface.text(QAccessible.Text.Name).replace("&", "")


@pytest.mark.usefixtures("physical_keys")
@pytest.mark.parametrize(
    ("language", "mode", "size"),
    JOURNEYS,
    ids=[f"{language}-{mode.value}-{size[0]}" for language, mode, size in JOURNEYS],
)
def test_a_release_goes_from_its_template_to_its_files_by_keyboard(  # noqa: PLR0917 - fixtures
    qtbot: QtBot, window: MainWindow, tmp_path: Path, language: str, mode: Mode, size: tuple[int, int]
) -> None:
    window._theme.use(mode)
    window.speak(language)
    window.move(0, 0)
    window.resize(*size)
    window.show_start()
    album = Album(f"{language}-{mode.value}-{size[0]}x{size[1]}")
    play(qtbot, Traveller(window, album, tmp_path).journey(), window)
