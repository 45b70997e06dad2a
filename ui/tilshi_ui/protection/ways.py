"""What opens the draft, and what can be changed about it."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import Final

from PySide6.QtWidgets import QPushButton, QWidget

from tilshi.drafts.encryption.header import Kind, Slot
from tilshi.i18n import N_, _, ngettext
from tilshi_ui.controls.fields import ListField
from tilshi_ui.dialogs.base import PlainDialog

MINUTES: Final = (0, 2, 5, 10, 15, 30, 60)
_KINDS: Final = {
    Kind.PASSPHRASE: N_("a passphrase"),
    Kind.RECOVERY: N_("the recovery key"),
    Kind.KEYRING: N_("a computer’s keyring"),
}


class Wish(Enum):
    """What to change."""

    PASSPHRASE = auto()
    RECOVERY_KEY = auto()
    REMEMBER = auto()
    FORGET = auto()
    ROTATE = auto()
    REMOVE = auto()


_WORDS: Final = {
    Wish.PASSPHRASE: N_("Change the &passphrase…"),
    Wish.RECOVERY_KEY: N_("New &recovery key…"),
    Wish.REMEMBER: N_("&Open it with this computer’s keyring"),
    Wish.FORGET: N_("Ask for the passphrase on this computer &again"),
    Wish.ROTATE: N_("&Encrypt everything anew…"),
    Wish.REMOVE: N_("&Take the encryption away"),
}
_REMARKS: Final = {
    Wish.ROTATE: N_("A new key for the draft and all that is kept of it: if somebody may have got the old one."),
}


class WaysDialog(PlainDialog):
    """Shows the ways to open the draft; `wish` is what is to be changed, `minutes` after how long it is locked."""

    def __init__(self, slots: tuple[Slot, ...], minutes: int, parent: QWidget | None = None) -> None:
        super().__init__(_("Encryption of this draft"), parent)
        self.setMinimumWidth(480)
        self.wish: Wish | None = None
        opens = ", ".join(dict.fromkeys(_(_KINDS[slot.kind]) for slot in slots if slot.kind in _KINDS))
        self.add_text(
            _("The draft, its journal and its earlier states are encrypted. It is opened by: {ways}.").format(
                ways=opens
            )
        )
        self.buttons: dict[Wish, QPushButton] = {}
        for wish, words in _WORDS.items():
            button = QPushButton(_(words))
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._take, wish))
            self.buttons[wish] = button
            self.body.addWidget(button)
            if remark := _REMARKS.get(wish):
                self.add_text(_(remark), dim=True)
        self.buttons[Wish.FORGET].setEnabled(any(slot.kind is Kind.KEYRING for slot in slots))
        self.lock = ListField()
        for choice in sorted({*MINUTES, minutes}):
            text = ngettext("After {n} minute", "After {n} minutes", choice).format(n=choice) if choice else _("Never")
            self.lock.addItem(text, choice)
        self.lock.setCurrentIndex(self.lock.findData(minutes))
        self.add_field(_("Lock it when nobody works on it"), self.lock)
        self.add_button(_("&Close"), primary=True).clicked.connect(self.accept)

    @property
    def minutes(self) -> int:
        """After how long it is to be locked; 0: never."""
        chosen: int = self.lock.currentData()
        return chosen

    def _take(self, wish: Wish) -> None:
        self.wish = wish
        self.accept()
