"""Where templates and profiles lie: the program's own, which nobody edits, and the user's, which come before them."""

from __future__ import annotations

from pathlib import Path

from tilshi import resources
from tilshi.files.errors import FileError
from tilshi.i18n import _


def user_folder(kind: str) -> Path:
    """The user's folder for `templates` or `profiles`; it need not exist."""
    import platformdirs  # takes 5 ms that a program with its own templates alone does not need

    return platformdirs.user_config_path("tilshi", appauthor=False) / kind


def bundled(kind: str, name: str) -> Path:
    """The program's own file of that kind and name; it need not exist."""
    return resources.path(kind) / f"{name}.toml"


def found(kind: str, folder: Path | None = None) -> dict[str, Path]:
    """Every file of that kind by its name without `.toml`; the user's own (in `folder`) replaces the program's."""
    own = user_folder(kind) if folder is None else folder
    folders = (resources.path(kind), own)
    return {path.stem: path for place in folders if place.is_dir() for path in sorted(place.glob("*.toml"))}


def locate(kind: str, name: str, folder: Path | None = None) -> Path:
    """The file of that kind and name.

    Raises:
        FileError: there is none.
    """
    files = found(kind, folder)
    if name in files:
        return files[name]
    raise FileError(
        f"{name}.toml",
        _("There is no file of this name among the {kind}.").format(kind=kind),
        remedy=_("There are: {names}.").format(names=", ".join(files)),
    )
