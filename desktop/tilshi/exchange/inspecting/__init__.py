"""What a file is and what it holds, found out without opening it for work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tilshi.exchange.inspecting import documents, languages
from tilshi.exchange.inspecting.inspection import Inspection, Inspector
from tilshi.files.errors import FileError
from tilshi.i18n import _

__all__ = ["SUFFIXES", "Inspection", "Inspector", "inspect"]

_INSPECTORS: Final[Mapping[str, Inspector]] = MappingProxyType(
    {
        ".csv": languages.inspect_table,
        ".docm": documents.inspect_word,
        ".dotm": documents.inspect_word,
        ".dotx": documents.inspect_word,
        ".docx": documents.inspect_word,
        ".po": languages.inspect_catalogue,
        ".pot": languages.inspect_catalogue,
        ".tbx": languages.inspect_termbase,
        ".tmx": languages.inspect_memory,
        ".tsv": languages.inspect_table,
        ".txt": documents.inspect_text,
        ".xlf": documents.inspect_xliff,
        ".xliff": documents.inspect_xliff,
    }
)
SUFFIXES: Final = frozenset(_INSPECTORS)
"""The kinds of files that are known here, by their suffixes."""

_NOTHING: Final[Mapping[str, Inspector]] = MappingProxyType({})


def inspect(path: Path, others: Mapping[str, Inspector] = _NOTHING) -> Inspection:
    """What a file is and holds; nothing is written, nothing it names is opened.

    `others` maps suffixes (`.tilshi`) to the inspectors of formats that are not exchanged.

    Raises:
        FileError: the file is refused.
    """
    suffix = path.suffix.lower()
    known = {**_INSPECTORS, **others}
    if suffix not in known:
        raise FileError(
            path,
            _("Files of the kind “{suffix}” are not known here.").format(suffix=suffix or path.name),
            remedy=_("Known are {known}.").format(known=", ".join(sorted(known))),
        )
    return known[suffix](path)
