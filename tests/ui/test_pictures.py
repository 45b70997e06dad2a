"""Pictures put into the release by the window: one step back, words to be written, nothing of a camera."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.core.export.images import photograph
from tests.ui.conftest import Opener
from tests.ui.releases import three_parts
from tilshi.export.probe.pictures import picture_data
from tilshi.release import Role
from tilshi_ui.window.main import MainWindow


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "well.jpg"
    path.write_bytes(photograph(3200, 2400).data)
    return path


@pytest.fixture
def window(opened: Opener) -> MainWindow:
    return opened(three_parts())


def roles(window: MainWindow) -> list[Role]:
    assert window.desk.document is not None
    return [block.role for block in window.desk.document.release.blocks]


def test_a_picture_is_put_after_the_current_part_and_asks_for_its_words(
    qtbot: QtBot, window: MainWindow, photo: Path
) -> None:
    document = window.desk.document
    assert document is not None
    window.pictures.take(photo)
    qtbot.waitUntil(lambda: bool(document.release.pictures), timeout=20_000)
    assert roles(window) == [Role.HEADLINE, Role.PICTURE, Role.CAPTION, Role.LEAD, Role.BODY]
    assert document.release.block_of(document.place.segment).role is Role.PICTURE
    assert document.place.language == "en"
    (picture,) = document.release.pictures
    assert list(picture_data(picture.data)) == []
    window.verbs.undo()
    assert document.release == three_parts()


def test_pictures_can_be_dropped(qtbot: QtBot, window: MainWindow, photo: Path, tmp_path: Path) -> None:
    other = tmp_path / "pump.PNG"
    other.write_bytes(photo.read_bytes())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (photo, other)])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(9, 9), action, data, buttons, keys))
    document = window.desk.document
    assert document is not None
    qtbot.waitUntil(lambda: roles(window).count(Role.PICTURE) == 2, timeout=20_000)
    assert len(document.release.pictures) == 1


def test_what_is_no_picture_is_refused_with_its_name(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "not.png"
    path.write_text("hello")
    with qtbot.waitSignal(window.pictures.failed, timeout=20_000) as caught:
        window.pictures.take(path)
    assert "not.png" in str(caught.args[0])
    assert window.desk.document is not None
    assert window.desk.document.release == three_parts()
