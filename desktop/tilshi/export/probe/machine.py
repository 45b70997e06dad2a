"""What this computer calls its user and itself."""

from __future__ import annotations

import getpass
import importlib
import platform
from pathlib import Path
from typing import Any


def machine_names() -> tuple[str, ...]:
    """The user's login and full name, the computer's name, the home folder: whatever the system knows of them."""
    host = platform.node()
    names = (_login(), *_full_name(), host, host.partition(".")[0], _home())
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def _login() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        # A container may run under a number that has no name.
        return ""


def _full_name() -> tuple[str, ...]:
    """From the system's list of users, which Windows does not have."""
    try:
        users: Any = importlib.import_module("pwd")
        entry = users.getpwnam(_login())
    except (ImportError, KeyError):
        return ()
    return (str(entry.pw_gecos).partition(",")[0],)


def _home() -> str:
    try:
        return str(Path.home())
    except RuntimeError:
        return ""
