"""The keys of all commands as the user has them, and the one place where they change."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tilshi.i18n import N_, _
from tilshi_ui.keys.keymap import keymap, standard
from tilshi_ui.keys.profiles import Keys, Profile, load
from tilshi_ui.preferences import Preferences

_NUMBERED: Final = {
    "insert_term": (N_("&Terms"), N_("Insert term {n} in the fitting form")),
    "insert_match": (N_("&Memory"), N_("Insert match {n}")),
}


class Entry(NamedTuple):
    """A command as it is shown: its stable name, the menu it is in, what it is called, without mnemonics."""

    name: str
    menu: str
    title: str


class KeyBook(QObject):
    """Gives each action its keys; `changed` comes when they are others.

    `actions` are by the names of their commands, in the order in which they are shown, with the program's own keys.
    """

    changed = Signal()

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.actions: dict[str, QAction] = {}
        self._defaults: dict[str, tuple[str, ...]] = {}
        self._profile = load(preferences.now.key_profile)
        self.keys: Keys = MappingProxyType({})

    def take(self, actions: Iterable[tuple[str, QAction]]) -> None:
        """Looks after these actions from now on."""
        for name, action in actions:
            self.actions[name] = action
            self._defaults[name] = tuple(keys.toString() for keys in action.shortcuts())
        self._apply()

    @property
    def profile(self) -> Profile:
        """The profile in use; one without a name is the program's own keys."""
        return self._profile

    @property
    def own(self) -> Keys:
        """What the user changed."""
        return dict(self._preferences.now.own_keys)

    def use_profile(self, name: str) -> None:
        """The keys of another program, or with an empty name this program's own; what the user changed stays."""
        self._profile = load(name)
        self._preferences.change(key_profile=self._profile.name)
        self._apply()

    def give(self, command: str, keys: Iterable[str]) -> None:
        """These keys for a command, whatever has had them before."""
        chosen = tuple(dict.fromkeys(standard(key) for key in keys))
        self._store({**self.own, command: chosen})

    def reset(self, command: str) -> None:
        """The keys of the profile for a command."""
        self._store({name: keys for name, keys in self.own.items() if name != command})

    def reset_all(self) -> None:
        """The keys of the profile for all commands."""
        self._store({})

    def users(self, keys: str, but: str = "") -> tuple[str, ...]:
        """The commands that have these keys now."""
        wanted = standard(keys)
        return tuple(name for name, mine in self.keys.items() if wanted in mine and name != but)

    def entries(self) -> list[Entry]:
        """All commands as they are called in the interface's language of now."""
        return [Entry(name, *_called(name, action)) for name, action in self.actions.items()]

    def shown(self, command: str) -> str:
        """The keys of a command as this system writes them."""
        native = QKeySequence.SequenceFormat.NativeText
        mine = self.keys.get(command, ())
        # Both keys of that name are one to the user.
        once = (keys for keys in mine if not (keys.endswith("Return") and f"{keys[:-6]}Enter" in mine))
        return ", ".join(QKeySequence(keys).toString(native) for keys in once)

    def _store(self, own: Keys) -> None:
        self._preferences.change(own_keys=tuple(sorted(own.items())))
        self._apply()

    def _apply(self) -> None:
        self.keys = keymap(self._defaults, self._profile.keys, self.own)
        for name, action in self.actions.items():
            action.setShortcuts([QKeySequence(keys) for keys in self.keys[name]])
        self.changed.emit()


def plain(text: str) -> str:
    """What a menu calls a command, without the sign for its letter."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _called(name: str, action: QAction) -> tuple[str, str]:
    """The menu of a command and what it is called there; those that are in no menu are numbered."""
    kind, _line, number = name.rpartition("_")
    if kind in _NUMBERED:
        menu, title = _NUMBERED[kind]
        return plain(_(menu)), _(title).format(n=number)
    menus = [owner for owner in action.associatedObjects() if isinstance(owner, QMenu)]
    return (plain(menus[0].title()) if menus else ""), plain(action.text()).rstrip("…")
