"""Which key of a US keyboard a physical key is, by the code that the system gives to it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Rows of a US keyboard as they lie on the desk; a blank is a key that has no place in a shortcut.
_ROWS: Final = ("1234567890-=", "QWERTYUIOP[]", "ASDFGHJKL;'`", "\\ZXCVBNM,./")

# Where the rows begin: Linux evdev (input-event-codes.h) plus the 8 that X11 adds, Windows scan codes (set 1).
_EVDEV: Final = (10, 24, 38, 51)
_WINDOWS: Final = (0x02, 0x10, 0x1E, 0x2B)

# macOS virtual key codes (HIToolbox/Events.h, kVK_ANSI_…), in the order of the rows above.
_MAC: Final = (
    (0x12, 0x13, 0x14, 0x15, 0x17, 0x16, 0x1A, 0x1C, 0x19, 0x1D, 0x1B, 0x18),
    (0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x10, 0x20, 0x22, 0x1F, 0x23, 0x21, 0x1E),
    (0x00, 0x01, 0x02, 0x03, 0x05, 0x04, 0x26, 0x28, 0x25, 0x29, 0x27, 0x32),
    (0x2A, 0x06, 0x07, 0x08, 0x09, 0x0B, 0x2D, 0x2E, 0x2B, 0x2F, 0x2C),
)


def us_keys(platform: str = sys.platform) -> Mapping[int, str]:
    """The character of a US keyboard, without Shift, by the native code of the key on `platform`.

    The code is `nativeScanCode` of a key event, on macOS `nativeVirtualKey`.
    """
    if platform == "darwin":
        codes = [code for row in _MAC for code in row]
    else:
        starts = _WINDOWS if platform == "win32" else _EVDEV
        codes = [start + at for start, row in zip(starts, _ROWS, strict=True) for at in range(len(row))]
    return MappingProxyType(dict(zip(codes, "".join(_ROWS), strict=True)))
