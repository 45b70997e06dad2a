"""What `tests/conftest.py` promises to every test."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="Xvfb is not installed")
def test_windows_are_real_and_on_a_screen_of_their_own(qapp: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert qapp.platformName() == "xcb"
    assert qapp.primaryScreen().size().toTuple() == (1600, 1000)


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS do not ask the environment where the home is")
def test_nothing_is_kept_in_the_users_home() -> None:
    home = Path(os.environ["HOME"])
    assert home.name.startswith("tilshi-test-home-")
    kinds = QStandardPaths.StandardLocation
    for kind in (kinds.ConfigLocation, kinds.AppDataLocation, kinds.CacheLocation, kinds.StateLocation):
        assert Path(QStandardPaths.writableLocation(kind)).is_relative_to(home)


def test_the_network_is_out_of_reach() -> None:
    with socket.socket() as outside, pytest.raises(pytest.fail.Exception, match="nothing may leave the machine"):
        outside.connect(("192.0.2.1", 80))  # TEST-NET-1 (RFC 5737): nobody's address


def test_the_machine_itself_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as client:
        client.connect(server.getsockname())
        assert client.getpeername() == server.getsockname()


def test_a_program_that_a_test_starts_is_in_the_same_surroundings() -> None:
    program = "import os; print(os.environ['HOME'], os.environ['LC_ALL'])"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == [os.environ["HOME"], "C.UTF-8"]
