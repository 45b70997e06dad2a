"""Secrets in the keyring: its five ways to fail, made up; and a real one, with a daemon on a bus of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from keyring import errors
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from tilshi.secrets import Failure, Found, Kept, Keyring, Unavailable, Unknown

ROOT = Path(__file__).resolve().parents[2]
# Classes that `keyring` has not annotated.
CHAIN: Any = chainer.ChainerBackend
NO_KEYRING: Any = fail.Keyring
NULL: Any = null.Keyring


class Memory(KeyringBackend):
    """A keyring that works, as if it came with `keyring`."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


Memory.__module__ = "keyring.backends.memory"


class Forgetful(Memory):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Takes it, and does not keep it."""


Forgetful.__module__ = "keyring.backends.forgetful"


class Failing(Memory):
    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:  # noqa: ARG002
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:  # noqa: ARG002
        raise self.error


Failing.__module__ = "keyring.backends.failing"


class PlaintextKeyring(Memory):
    """Like the one that keyrings.alt brings: it would keep secrets in a file, and others ask on standard input."""


PlaintextKeyring.__module__ = "keyrings.alt.file"


def test_a_secret_is_kept_found_and_forgotten() -> None:
    keyring = Keyring(backend=Memory())
    assert keyring.fetch("draft") == Unknown()
    assert keyring.store("draft", "құпия") == Kept()
    assert keyring.fetch("draft") == Found("құпия")
    assert keyring.forget("draft") == Kept()
    assert keyring.forget("draft") == Kept()
    assert keyring.fetch("draft") == Unknown()


@pytest.mark.parametrize(
    ("backend", "failure"),
    [
        (Failing(errors.NoKeyringError()), Failure.ABSENT),
        (NO_KEYRING(), Failure.ABSENT),
        (NULL(), Failure.FORGETFUL),
        (Forgetful(), Failure.FORGETFUL),
        (Failing(errors.InitError()), Failure.EMPTY),
        (Failing(errors.KeyringLocked()), Failure.LOCKED),
        (PlaintextKeyring(), Failure.PLAIN),
        (Failing(errors.PasswordSetError()), Failure.BROKEN),
        (Failing(OSError("the bus is gone")), Failure.BROKEN),
    ],
    ids=lambda value: value.name if isinstance(value, Failure) else type(value).__name__,
)
def test_each_way_to_fail_is_named(backend: KeyringBackend, failure: Failure) -> None:
    answer = Keyring(backend=backend).store("draft", "secret")
    assert answer == Unavailable(failure)
    assert answer.reason.endswith(".")


def test_a_plain_file_is_refused_unasked() -> None:
    backend = PlaintextKeyring()
    keyring = Keyring(backend=backend)
    for answer in (keyring.store("draft", "secret"), keyring.fetch("draft"), keyring.forget("draft")):
        assert answer == Unavailable(Failure.PLAIN)
    assert backend.kept == {}


def test_of_a_chain_the_first_good_keyring_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, good = PlaintextKeyring(), Memory()
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain, good])
    assert Keyring(backend=CHAIN()).store("draft", "secret") == Kept()
    assert [len(plain.kept), len(good.kept)] == [0, 1]
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [plain])
    assert Keyring(backend=CHAIN()).store("draft", "secret") == Unavailable(Failure.PLAIN)
    monkeypatch.setattr(chainer.ChainerBackend, "backends", [])
    assert Keyring(backend=CHAIN()).store("draft", "secret") == Unavailable(Failure.ABSENT)


def test_a_secret_is_never_shown() -> None:
    assert "secret" not in repr(Found("secret"))


def under_a_bus(tmp_path: Path, *commands: str) -> str:
    """What the last of the shell's commands prints, with a session bus and a home of their own."""
    if not shutil.which("dbus-run-session") or not shutil.which("gnome-keyring-daemon"):
        pytest.skip("gnome-keyring and dbus are not installed (apt: gnome-keyring dbus-x11)")
    environment = {**os.environ, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    environment |= {"XDG_RUNTIME_DIR": str(tmp_path), "PYTHONPATH": str(ROOT / "desktop")}
    for name in ("PYTHON_KEYRING_BACKEND", "DISPLAY", "GNOME_KEYRING_CONTROL"):
        environment.pop(name, None)
    tmp_path.chmod(0o700)
    script = "\n".join(commands)
    answer = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return answer.stdout.strip()


def asked(program: str) -> str:
    """The command that asks the system's keyring."""
    return f"""{sys.executable} -c 'from tilshi.secrets import Keyring
keyring = Keyring()
{program}'"""


UNLOCKED = "printf password | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1"


def test_a_real_keyring_keeps_a_secret_between_two_programs(tmp_path: Path) -> None:
    store = asked('print(keyring.store("draft", "secret"))')
    fetch = asked('print(keyring.fetch("draft").secret, keyring.forget("draft"), keyring.fetch("draft"))')
    assert under_a_bus(tmp_path, UNLOCKED, store, fetch) == "Kept()\nsecret Kept() Unknown()"


def test_a_real_keyring_writes_no_secret_in_plain(tmp_path: Path) -> None:
    assert under_a_bus(tmp_path, UNLOCKED, asked('print(keyring.store("draft", "CANARY-1234"))')) == "Kept()"
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.suffix == ".keyring" for file in files)
    assert [file for file in files if b"CANARY-1234" in file.read_bytes()] == []


def test_a_bus_without_a_keyring_that_anybody_could_unlock_is_told(tmp_path: Path) -> None:
    answer = under_a_bus(tmp_path, asked('print(keyring.store("draft", "secret").failure.name)'))
    assert answer in {"EMPTY", "ABSENT", "LOCKED"}


def test_no_bus_is_told(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "desktop"), "HOME": str(tmp_path)}
    environment |= {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={tmp_path}/none", "XDG_RUNTIME_DIR": str(tmp_path)}
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    program = 'from tilshi.secrets import Keyring\nprint(Keyring().store("draft", "secret"))'
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert "Unavailable" in answer.stdout
    if sys.platform == "linux":
        assert "ABSENT" in answer.stdout
