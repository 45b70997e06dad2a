"""Secrets in the system's keyring: kept there or nowhere, never in a file of ours, never in a setting.

A keyring fails in five ways, and each is an answer here, not an exception: there is none (no D-Bus), it swallows what
it is given, it has no collection, it is locked, or it is a file that anybody can read. Whoever asks must go on without
it, by asking the user each time. A call may wait for another program, or for the user to unlock it: never make one in
the thread of the window.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias, TypeVar

from tilshi.i18n import N_, _

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE: Final = "tilshi"
_TRUSTED: Final = "keyring.backends."
"""What `keyring` itself brings keeps secrets in the keyring of the system; what others add may be a plain file."""
_NONE: Final = ("keyring.backends.fail", "keyring.backends.null")
_CHAIN: Final = "keyring.backends.chainer"

T = TypeVar("T")


class Failure(StrEnum):
    """Why a keyring is of no use."""

    ABSENT = N_("This system has no keyring that is running.")
    FORGETFUL = N_("The keyring takes secrets and does not keep them.")
    EMPTY = N_("The keyring has no collection to keep secrets in.")
    LOCKED = N_("The keyring is locked.")
    PLAIN = N_("The only keyring here keeps secrets where anybody can read them.")
    BROKEN = N_("The keyring does not answer as it should.")


@dataclass(frozen=True, slots=True)
class Kept:
    """The keyring has done it, and has been asked again to be sure."""


@dataclass(frozen=True, slots=True)
class Found:
    """The secret of that name."""

    secret: str

    def __repr__(self) -> str:
        return "Found(…)"


@dataclass(frozen=True, slots=True)
class Unknown:
    """The keyring works, and has no secret of that name."""


@dataclass(frozen=True, slots=True)
class Unavailable:
    """The keyring is of no use."""

    failure: Failure

    @property
    def reason(self) -> str:
        """For the user."""
        return _(self.failure.value)


Answer: TypeAlias = Kept | Found | Unknown | Unavailable


class Keyring:
    """The keyring of this user on this system; `backend` is another than the one `keyring` chooses."""

    def __init__(self, service: str = SERVICE, backend: KeyringBackend | None = None) -> None:
        self._service = service
        self._backend = backend

    def store(self, name: str, secret: str) -> Kept | Unavailable:
        """Keeps the secret under the name, in the place of an earlier one, and reads it back."""

        def store(backend: KeyringBackend) -> Kept | Unavailable:
            backend.set_password(self._service, name, secret)
            kept = backend.get_password(self._service, name) == secret
            return Kept() if kept else Unavailable(Failure.FORGETFUL)

        return self._asked(store)

    def fetch(self, name: str) -> Found | Unknown | Unavailable:
        """The secret that is kept under the name."""

        def fetch(backend: KeyringBackend) -> Found | Unknown:
            secret = backend.get_password(self._service, name)
            return Unknown() if secret is None else Found(secret)

        return self._asked(fetch)

    def forget(self, name: str) -> Kept | Unavailable:
        """Takes the secret out of the keyring, if there is one."""

        def forget(backend: KeyringBackend) -> Kept | Unavailable:
            if backend.get_password(self._service, name) is not None:
                backend.delete_password(self._service, name)
            gone = backend.get_password(self._service, name) is None
            return Kept() if gone else Unavailable(Failure.BROKEN)

        return self._asked(forget)

    def _asked(self, ask: Callable[[KeyringBackend], T]) -> T | Unavailable:
        from keyring import errors  # 170 ms, which a start does not have

        try:
            chosen = _trusted(self._backend or _system_backend())
            return chosen if isinstance(chosen, Unavailable) else ask(chosen)
        except errors.NoKeyringError:
            return Unavailable(Failure.ABSENT)
        except errors.KeyringLocked:
            return Unavailable(Failure.LOCKED)
        except errors.InitError:
            return Unavailable(Failure.EMPTY)
        except Exception:  # noqa: BLE001  # another program: whatever goes wrong in it, we go on without
            return Unavailable(Failure.BROKEN)


def _system_backend() -> KeyringBackend:
    import keyring  # for start time, as above

    return keyring.get_keyring()


def _trusted(backend: KeyringBackend) -> KeyringBackend | Unavailable:
    """The backend, or the first of a chain, that keeps secrets as a keyring should."""
    module = type(backend).__module__
    if module == _CHAIN:
        found = [_trusted(each) for each in backend.backends]  # type: ignore[attr-defined]  # of a chain alone
        good = [each for each in found if not isinstance(each, Unavailable)]
        return (good or found or [Unavailable(Failure.ABSENT)])[0]
    if module in _NONE:
        return Unavailable(Failure.FORGETFUL if module.endswith("null") else Failure.ABSENT)
    return backend if module.startswith(_TRUSTED) else Unavailable(Failure.PLAIN)
