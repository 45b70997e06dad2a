"""What reading an archive ends in when it is damaged."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from typing import Final

# zipfile lets much of what lies below it through: a wrong offset is a ValueError, a foreign packing a RuntimeError.
DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)
