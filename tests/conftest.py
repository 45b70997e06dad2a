"""What every test gets: a screen of its own, a home of its own, no network, and the sample data where it exists."""

import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from tests.screen import Screen

ROOT = Path(__file__).resolve().parents[1]

# The suite says the same twice; look further with --hypothesis-profile=search. Deadlines measure the machine, not us.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2_000, print_blob=True)
hypothesis.settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    patch = pytest.MonkeyPatch()
    config.add_cleanup(patch.undo)
    _isolate_state(config, patch)
    _refuse_network(patch)
    runs_tests_itself = hasattr(config, "workerinput") or not config.getoption("numprocesses", default=None)
    if sys.platform == "linux" and runs_tests_itself:
        _open_screen(config, patch)


def _isolate_state(config: pytest.Config, patch: pytest.MonkeyPatch) -> None:
    """Nobody's settings, drafts, keyring or language leak into a test, and no test leaks into them."""
    home = Path(tempfile.mkdtemp(prefix="tilshi-test-home-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    for variable in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        patch.setenv(variable, str(home))
    for variable, folder in {
        "XDG_CONFIG_HOME": home / "config",
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": runtime,
    }.items():
        patch.setenv(variable, str(folder))
    for variable in (
        "DBUS_SESSION_BUS_ADDRESS",
        "LANGUAGE",
        "LC_MESSAGES",
        "WAYLAND_DISPLAY",
        "QT_STYLE_OVERRIDE",
    ):
        patch.delenv(variable, raising=False)
    patch.setenv("LC_ALL", "C.UTF-8")
    # The validator of PDFs is no state of the user, and slow to fetch.
    patch.setenv("VERAPDF_CACHE", os.environ.get("VERAPDF_CACHE", str(ROOT / "build" / "verapdf")))
    # A test of the real keyring brings its own bus and takes this away.
    patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")


def _refuse_network(patch: pytest.MonkeyPatch) -> None:
    """Tilshi works without a network, so a test that reaches for one has found a leak."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: Any) -> None:
        host = address[0] if isinstance(address, tuple) else ""
        if self.family in {socket.AF_INET, socket.AF_INET6} and host not in {"127.0.0.1", "::1", "localhost"}:
            pytest.fail(f"connects to {address}: nothing may leave the machine")
        connect(self, address)

    patch.setattr(socket.socket, "connect", connect_here)


def _open_screen(config: pytest.Config, patch: pytest.MonkeyPatch) -> None:
    """An own screen for this process: real X11 windows, no fight for the focus with other workers or with the user."""
    if Screen.is_possible():
        screen = Screen()
        config.add_cleanup(screen.close)
        for variable, value in screen.environment.items():
            patch.setenv(variable, value)
    elif not os.environ.get("DISPLAY"):
        patch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of sample data beside the checkout, or where ``TILSHI_SHARED`` says; skips where there is none."""
    folder = Path(os.environ.get("TILSHI_SHARED", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no sample data at {folder}; TILSHI_SHARED may name another place")
    return folder


@pytest.fixture(autouse=True)
def _english_interface() -> Iterator[None]:
    """Each test starts in English, whatever the one before it switched to."""
    from tilshi import i18n

    i18n.use_language("en")
    yield
    i18n.use_language("en")
