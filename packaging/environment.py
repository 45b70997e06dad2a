"""The virtual environment of a checkout: made once, brought up to date only when a lock or the project changed."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCKS = {"runtime": ROOT / "packaging" / "requirements.lock", "dev": ROOT / "packaging" / "requirements-dev.lock"}


def program(name: str) -> Path:
    """The path of a program inside the environment, such as ``python`` or ``ruff``."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def prepare(kind: str) -> None:
    """Brings the environment to the lock ``kind`` (``runtime`` or ``dev``); takes milliseconds when nothing changed.

    Raises:
        SystemExit: it could not be done; the message says what to do.
    """
    project = _digest(ROOT / "pyproject.toml")
    if not _is_usable():
        _create()
    # The development lock holds everything that the runtime lock does, at the same versions.
    if not any(_stamp(lock) == _digest(LOCKS[lock]) for lock in {kind, "dev"}):
        system.say(f"Installing what Tilshi needs into {VENV.name} ({LOCKS[kind].name})")
        _pip("install", "--require-hashes", "--no-deps", "--requirement", str(LOCKS[kind]))
        _set_stamp(kind, _digest(LOCKS[kind]))
    if _stamp("project") != project:
        _pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
        _set_stamp("project", project)


def make_venv(folder: Path) -> None:
    """Makes an empty virtual environment in ``folder``.

    Raises:
        SystemExit: this Python cannot; the message says what is missing.
    """
    if importlib.util.find_spec("ensurepip") is None:
        # Debian keeps it in a package of its own.
        package = f"python3.{sys.version_info.minor}-venv"
        system.provide([package], "to make a virtual environment")
        if not _has_ensurepip():
            raise SystemExit(
                f"This Python has no ensurepip. Install it (Debian: apt-get install {package}), then repeat."
            )
    subprocess.run([sys.executable, "-m", "venv", "--clear", str(folder)], check=True)


def _has_ensurepip() -> bool:
    return subprocess.run([sys.executable, "-c", "import ensurepip"], capture_output=True, check=False).returncode == 0


def _is_usable() -> bool:
    return program("python").exists() and _recorded_version() == sys.version_info[:2]


def _recorded_version() -> tuple[int, ...]:
    """The Python that made the environment, as ``pyvenv.cfg`` says."""
    configuration = VENV / "pyvenv.cfg"
    for line in configuration.read_text(encoding="utf-8").splitlines() if configuration.exists() else ():
        key, _, value = line.partition("=")
        if key.strip() == "version":
            return tuple(int(part) for part in value.strip().split(".")[:2])
    return ()


def _create() -> None:
    system.say(f"Making a virtual environment in {VENV.name}")
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists():
        raise SystemExit(f"{VENV} is in the way and is no virtual environment; move it aside, then repeat.")
    shutil.rmtree(VENV, ignore_errors=True)
    make_venv(VENV)


def _pip(*arguments: str) -> None:
    command = [str(program("python")), "-m", "pip", *arguments, "-qq", "--disable-pip-version-check", "--no-input"]
    if os.name == "posix" and os.geteuid() == 0:
        command.append("--root-user-action=ignore")
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        raise SystemExit(f"Installing failed (see above); is there a network? The command was:\n  {' '.join(command)}")


def _digest(path: Path) -> str:
    return hashlib.sha256(f"{sys.version_info[:2]}".encode() + path.read_bytes()).hexdigest()


def _stamp(name: str) -> str:
    stamp = VENV / f"tilshi-{name}.stamp"
    return stamp.read_text(encoding="ascii") if stamp.exists() else ""


def _set_stamp(name: str, digest: str) -> None:
    (VENV / f"tilshi-{name}.stamp").write_text(digest, encoding="ascii")
