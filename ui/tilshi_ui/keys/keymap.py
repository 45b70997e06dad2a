"""Which keys a command has: its own, those of the profile, those the user gave it; and what is wrong with keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from tilshi_ui.keys.profiles import Keys

_Modifier, _Key = Qt.KeyboardModifier, Qt.Key
_COMMANDING: Final = _Modifier.ControlModifier | _Modifier.AltModifier | _Modifier.MetaModifier
_ALT_GR: Final = _Modifier.ControlModifier | _Modifier.AltModifier
_FUNCTION_KEYS: Final = range(_Key.Key_F1, _Key.Key_F35 + 1)
_HARMLESS_ALONE: Final = frozenset({_Key.Key_Insert, _Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Pause, _Key.Key_Menu})

_WRITING: Final = frozenset(
    """
    Ctrl+C Ctrl+V Ctrl+X Ctrl+A Ctrl+Left Ctrl+Right Ctrl+Home Ctrl+End Ctrl+Backspace Ctrl+Del Shift+Ins Shift+Del
    Ctrl+Shift+Left Ctrl+Shift+Right Ctrl+Shift+Home Ctrl+Shift+End Shift+Left Shift+Right Shift+Up Shift+Down
    Shift+Home Shift+End Shift+PgUp Shift+PgDown Shift+Return Shift+Enter Ctrl+Tab Ctrl+Shift+Tab
    """.split()  # noqa: SIM905  # reads as a list of keys
)
"""What texts answer to everywhere."""
_SYSTEM: Final = frozenset(
    """
    Alt+Tab Alt+Shift+Tab Alt+F4 Alt+Space Alt+Esc Ctrl+Esc Ctrl+Shift+Esc Alt+F1 Alt+F2 Alt+Shift+F4
    """.split()  # noqa: SIM905
)
"""What Windows and the desktops of Linux take for themselves."""


class Trouble(Enum):
    """Why keys are no good for a command."""

    EMPTY = "empty"
    ALT_GR = "alt_gr"
    SYSTEM = "system"
    WRITING = "writing"
    LETTER = "letter"


def standard(keys: str) -> str:
    """Keys as Qt writes them in files, so that the same ones compare equal."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.PortableText)


def trouble(keys: str) -> Trouble | None:
    """What is wrong with keys, whoever has them; None where nothing is.

    Ctrl and Alt together are AltGr on Windows, with which letters are written. Without Ctrl or Alt only keys that write
    nothing and move nothing will do.
    """
    sequence = QKeySequence(keys)
    if sequence.isEmpty():
        return Trouble.EMPTY
    combination: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know that it can be
    held, key = combination.keyboardModifiers(), combination.key()
    name = standard(keys)
    if held & _ALT_GR == _ALT_GR:
        return Trouble.ALT_GR
    if held & _Modifier.MetaModifier or name in _SYSTEM:
        return Trouble.SYSTEM
    if name in _WRITING:
        return Trouble.WRITING
    if held & _COMMANDING or key in _FUNCTION_KEYS:
        return None
    return None if key in _HARMLESS_ALONE else Trouble.LETTER


def keymap(defaults: Keys, profile: Keys, own: Keys) -> Keys:
    """The keys of each command: the user's before the profile's before the program's.

    Keys that an upper layer gives to one command are taken from what had them in a lower one.
    """
    taken: set[str] = set()
    found: dict[str, tuple[str, ...]] = {}
    for layer in (own, profile, defaults):
        here = {name: _each_once(keys) for name, keys in layer.items() if name in defaults and name not in found}
        found |= {name: tuple(key for key in keys if key not in taken) for name, keys in here.items()}
        taken.update(key for keys in here.values() for key in keys)
    return MappingProxyType({name: found[name] for name in defaults})


def conflicts(keys: Keys) -> Mapping[str, tuple[str, ...]]:
    """Keys that several commands have, with the names of those."""
    users: dict[str, list[str]] = {}
    for name, mine in keys.items():
        for key in _each_once(mine):
            users.setdefault(key, []).append(name)
    return MappingProxyType({key: tuple(names) for key, names in users.items() if len(names) > 1})


def _each_once(keys: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(standard(key) for key in keys))
