"""`tilshi protect | unprotect | passphrase`: who can open a draft."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tilshi.cli.console import Console
from tilshi.cli.keys import asked, new_passphrase, unlocked
from tilshi.drafts import is_draft
from tilshi.drafts.container import Unsealing, is_sealed
from tilshi.drafts.draft import PLAIN
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _

if TYPE_CHECKING:
    from tilshi.drafts.container import Container
    from tilshi.drafts.encryption.header import Header
    from tilshi.drafts.encryption.protecting import Protected
    from tilshi.drafts.encryption.sealed import SealedContainer


def add_protection(commands: Any, make: Any) -> None:
    """The three commands; `make` makes one of a name and a summary."""
    protect = make(commands, "protect", _("encrypt a draft, with its journal and history"))
    _add_draft(protect)
    protect.add_argument("--remember", action="store_true", help=_("let the keyring of this computer open it too"))
    _add_draft(make(commands, "unprotect", _("take the encryption of a draft away")))
    change = make(commands, "passphrase", _("change the passphrase of an encrypted draft, or what else opens it"))
    _add_draft(change)
    which = change.add_mutually_exclusive_group()
    which.add_argument(
        "--rotate", action="store_true", help=_("encrypt everything anew under a new key; other ways to open it end")
    )
    which.add_argument("--recovery-key", action="store_true", help=_("make a new recovery key; the old one ends"))
    which.add_argument("--remember", action="store_true", help=_("let the keyring of this computer open it too"))
    which.add_argument("--forget", action="store_true", help=_("the keyring of this computer opens it no more"))


def run(arguments: Namespace, console: Console) -> int:
    """Does what the command says, and says a new recovery key; raises FileError."""
    path = Path(arguments.file)
    data = read_bytes(path)
    if not is_draft(data):
        raise FileError(path, _("This is not a Tilshi draft."), remedy=_("Make one first: tilshi import."))
    match arguments.command:
        case "protect":
            _protect(path, data, console, remember=arguments.remember)
        case "unprotect":
            before = _opened(path, data)
            _reseal(path, before, Unsealing(before), console)
            console.say(_("{file} is not encrypted any more.").format(file=arguments.file))
        case _:
            _change(path, data, arguments, console)
    return 0


def _protect(path: Path, data: bytes, console: Console, *, remember: bool) -> None:
    if is_sealed(data):
        raise FileError(path, _("The draft is encrypted already."), remedy=_("Change it with: tilshi passphrase."))
    from tilshi.drafts.encryption.protecting import protect  # with cryptography

    protected = protect(new_passphrase(path))
    container = _remembered(protected.container, path) if remember else protected.container
    _reseal(path, PLAIN, container, console)
    console.say(_("{file} is encrypted.").format(file=path))
    _say_recovery_key(protected, console)


def _change(path: Path, data: bytes, arguments: Namespace, console: Console) -> None:
    from tilshi.drafts.encryption import protecting
    from tilshi.secrets import Keyring

    protected = None
    if not (arguments.remember or arguments.forget or arguments.recovery_key or arguments.rotate):
        before, after = _with_new_passphrase(path, data)
    else:
        before = _opened(path, data)
        if arguments.remember:
            after = _remembered(before, path)
        elif arguments.forget:
            after = protecting.forget(before, Keyring())
        else:
            again = protecting.rotate(before, new_passphrase(path)) if arguments.rotate else None
            protected = again or protecting.renew_recovery_key(before)
            after = protected.container
    _reseal(path, before, after, console)
    console.say(_("What opens {file} was changed.").format(file=path))
    if protected is not None:
        _say_recovery_key(protected, console)


def _with_new_passphrase(path: Path, data: bytes) -> tuple[SealedContainer, SealedContainer]:
    """The container before and after: with another passphrase in the place of the one that is entered.

    In the place of all of them where the recovery key is entered instead.
    """
    from tilshi.drafts.encryption.protecting import change_passphrase, set_passphrase
    from tilshi.drafts.encryption.recoverykey import is_recovery_key
    from tilshi.drafts.encryption.unlocking import unlock

    header = _header(path, data)
    present = asked(_("Present passphrase, or the recovery key: "), path)
    before = unlock(header, present, path)
    new = new_passphrase(path)
    if is_recovery_key(present):
        return before, set_passphrase(before, new)
    return before, change_passphrase(before, present, new, path)


def _remembered(container: SealedContainer, path: Path) -> SealedContainer:
    """With a slot for the keyring; raises FileError where that is of no use."""
    from tilshi.drafts.encryption.protecting import remember
    from tilshi.secrets import Keyring, Unavailable

    kept, answer = remember(container, Keyring())
    if isinstance(answer, Unavailable):
        remedy = _("Nothing was changed. Without a keyring the passphrase is asked for each time.")
        raise FileError(path, answer.reason, remedy=remedy)
    return kept


def _opened(path: Path, data: bytes) -> SealedContainer:
    return unlocked(_header(path, data), path)


def _header(path: Path, data: bytes) -> Header:
    if not is_sealed(data):
        raise FileError(path, _("The draft is not encrypted."), remedy=_("Encrypt it with: tilshi protect."))
    from tilshi.drafts.encryption.unlocking import header_of  # with cryptography

    return header_of(path)


def _reseal(path: Path, before: Container, after: Container, console: Console) -> None:
    from tilshi.drafts.encryption.resealing import reseal_draft

    for warning in reseal_draft(path, before, after).warnings:
        console.warn(str(path), warning)


def _say_recovery_key(protected: Protected, console: Console) -> None:
    console.say(_("Recovery key, shown this once; write it down or print it, and keep it away from this computer:"))
    console.say(protected.recovery_key)


def _add_draft(command: Any) -> None:
    command.add_argument("file", metavar=_("DRAFT"), help=_("a draft (.tilshi)"))
