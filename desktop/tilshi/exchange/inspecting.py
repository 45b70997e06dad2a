"""What a file is and what it holds, found out without opening it for work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from tilshi.exchange.imported import Imported
from tilshi.exchange.importing import XLIFF_SUFFIXES, import_files
from tilshi.files.errors import FileError, FileWarning
from tilshi.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a file is: `kind` is a word for programs (docx, xliff, tmx, tbx, po, csv, text, draft), `summary` a line."""

    kind: str
    summary: str
    warnings: tuple[FileWarning, ...] = ()


Inspector: TypeAlias = Callable[[Path], Inspection]


def inspect(path: Path, others: Mapping[str, Inspector] | None = None) -> Inspection:
    """What a file is and holds; nothing is written, nothing it names is opened.

    `others` maps suffixes (`.tilshi`) to inspectors of formats that this package does not know.

    Raises:
        FileError: the file is refused.
    """
    suffix = path.suffix.lower()
    inspector = (others or {}).get(suffix) or _INSPECTORS.get(suffix)
    if inspector is None:
        raise FileError(
            path,
            _("Files of the kind “{suffix}” are not known here.").format(suffix=suffix or path.name),
            remedy=_("Known are {known}.").format(known=", ".join(sorted({*_INSPECTORS, *(others or {})}))),
        )
    return inspector(path)


def _inspect_release(path: Path) -> Inspection:
    imported = import_files([path])
    kind = "xliff" if path.suffix.lower() in XLIFF_SUFFIXES else "text"
    return Inspection(kind, _summary(imported), imported.warnings)


def _summary(imported: Imported) -> str:
    release = imported.release
    return ngettext(
        "{template}, {languages}, {number} part", "{template}, {languages}, {number} parts", len(release.blocks)
    ).format(template=release.template, languages=" → ".join(release.languages), number=len(release.blocks))


_INSPECTORS: Final[Mapping[str, Inspector]] = dict.fromkeys((*XLIFF_SUFFIXES, ".txt"), _inspect_release)
