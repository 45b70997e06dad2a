"""Recovery keys: to be printed, kept in a safe, and typed in by hand some day on any keyboard.

160 random bits and 20 bits of checksum in nine groups of four letters and digits, in the alphabet of Crockford, which
has neither I, L, O nor U. Typed back, case, spaces and hyphens do not count, and letters that look the same mean the
same, Cyrillic ones included: ``7K3F-…``.
"""

from __future__ import annotations

import secrets
from typing import Final

from tilshi.drafts.encryption.primitives import digest

BYTES: Final = 20
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GROUP: Final = 4
_LENGTH: Final = 36
_CHECK_BITS: Final = 20
_LOOKALIKES: Final = str.maketrans("OILUОАВЕЗКМНРСТХІҮУ", "011V0ABE3KMHPCTX1YY")
_PARTING: Final = " \t\r\n\u00a0\u202f-\u2010\u2011\u2012\u2013\u2014\u2212."


class NotARecoveryKey(ValueError):
    """The text is not a recovery key, or one with a mistake in it."""


def new_recovery_key() -> str:
    """A new key as it is printed: nine groups."""
    return written(secrets.token_bytes(BYTES))


def written(secret: bytes) -> str:
    """The secret as it is printed."""
    number = int.from_bytes(secret, "big") << _CHECK_BITS | _check(secret)
    letters = [_ALPHABET[number >> 5 * at & 31] for at in reversed(range(_LENGTH))]
    groups = ("".join(letters[at : at + _GROUP]) for at in range(0, _LENGTH, _GROUP))
    return "-".join(groups)


def secret_in(text: str) -> bytes:
    """The secret in a key as somebody typed it.

    Raises:
        NotARecoveryKey: wrong length, a letter that no key has, or a checksum that does not fit.
    """
    letters = text.upper().translate({ord(parting): None for parting in _PARTING}).translate(_LOOKALIKES)
    if len(letters) != _LENGTH or not set(letters) <= set(_ALPHABET):
        raise NotARecoveryKey
    number = 0
    for letter in letters:
        number = number << 5 | _ALPHABET.index(letter)
    secret = (number >> _CHECK_BITS).to_bytes(BYTES, "big")
    if number & (1 << _CHECK_BITS) - 1 != _check(secret):
        raise NotARecoveryKey
    return secret


def is_recovery_key(text: str) -> bool:
    """Whether somebody has typed a recovery key, of whatever draft."""
    try:
        secret_in(text)
    except NotARecoveryKey:
        return False
    return True


def _check(secret: bytes) -> int:
    return int.from_bytes(digest(b"tilshi recovery key", secret)[:3], "big") >> 4
