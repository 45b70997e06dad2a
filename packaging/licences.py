"""Under which licence each distribution is that Tilshi needs, as SPDX writes it, and whether the product may use it.

Tilshi is under the Apache License 2.0. It may use what is under a permissive licence, under the Mozilla Public License
(whose conditions end at its own files), and under the LGPL where the library stays one that its user can exchange:
a wheel of its own beside ours. It never uses what can be had under the GPL alone.
"""

from __future__ import annotations

import importlib.metadata
import re
from email.message import Message
from typing import Final, cast

ALLOWED: Final = {
    "0BSD": "permissive",
    "Apache-2.0": "the licence of Tilshi itself",
    "BSD-2-Clause": "permissive",
    "BSD-3-Clause": "permissive",
    "CC0-1.0": "dedicated to the public",
    "CNRI-Python": "permissive; of an early Python, in `regex`",
    "LGPL-3.0-only": "Qt for Python: dynamically linked, in wheels of its own that a user can exchange",
    "MIT": "permissive",
    "MIT-0": "permissive",
    "MIT-CMU": "permissive; Pillow's",
    "MPL-1.1": "its conditions end at its own files, which we do not change",
    "MPL-2.0": "its conditions end at its own files, which we do not change",
    "OFL-1.1": "fonts, renamed as it asks",
    "PSF-2.0": "permissive; Python's",
    "LicenseRef-Public-Domain": "dedicated to the public",
    "Zlib": "permissive",
}
"""SPDX identifiers of the licences that may be used, and why."""

JUDGED: Final = {
    "chunspell": "MIT AND (MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later)",  # the binding, and Hunspell within
    "pyahocorasick": "BSD-3-Clause AND LicenseRef-Public-Domain",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",  # PDFium, and what it is built with, is permissive throughout
    "pyphen": "GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1",
    "tzdata": "Apache-2.0",
    "uharfbuzz": "Apache-2.0",
    "vobject": "Apache-2.0",
}
"""What the metadata say in words only, judged from them."""

_CLASSIFIED: Final = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_WORD: Final = re.compile(r"\(|\)|[^\s()]+")


class UnknownLicence(LookupError):
    """The metadata do not say clearly under what licence a distribution is; it has to be looked up, and judged."""


def licence(distribution: str) -> str:
    """The licence of an installed distribution as an SPDX expression.

    Raises:
        PackageNotFoundError: it is not installed.
        UnknownLicence: nobody has said.
    """
    # The protocol of typeshed leaves `get` out.
    metadata = cast("Message", importlib.metadata.metadata(distribution))
    if distribution in JUDGED:
        return JUDGED[distribution]
    if expression := metadata.get("License-Expression"):
        return str(expression)
    said = str(metadata.get("License") or "").strip()
    if said and set(_names(said)) <= {*ALLOWED, "GPL-2.0-only", "GPL-3.0-only"}:
        return said
    last = [str(entry).rpartition(" :: ")[2] for entry in metadata.get_all("Classifier", []) if "License ::" in entry]
    if len(last) == 1 and last[0] in _CLASSIFIED:
        return _CLASSIFIED[last[0]]
    raise UnknownLicence(f"{distribution}: “{said}”, {last}")


def is_allowed(expression: str) -> bool:
    """Whether there is a way to obey an SPDX expression (SPDX 2.3, annex D) with the licences that are allowed."""
    words = _WORD.findall(expression)
    answer, rest = _either(words)
    if rest:
        raise ValueError(expression)
    return answer


def _names(expression: str) -> list[str]:
    return [word for word in _WORD.findall(expression) if word not in {"(", ")", "AND", "OR", "WITH"}]


def _either(words: list[str]) -> tuple[bool, list[str]]:
    answer, rest = _both(words)
    while rest[:1] == ["OR"]:
        other, rest = _both(rest[1:])
        answer = answer or other
    return answer, rest


def _both(words: list[str]) -> tuple[bool, list[str]]:
    answer, rest = _one(words)
    while rest[:1] == ["AND"]:
        other, rest = _one(rest[1:])
        answer = answer and other
    return answer, rest


def _one(words: list[str]) -> tuple[bool, list[str]]:
    if not words:
        raise ValueError("an SPDX expression that ends too early")
    first, *rest = words
    if first != "(":
        return first in ALLOWED, rest
    answer, rest = _either(rest)
    if rest[:1] != [")"]:
        raise ValueError("an SPDX expression with an open bracket")
    return answer, rest[1:]
