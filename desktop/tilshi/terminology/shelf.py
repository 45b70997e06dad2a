"""Where the glossaries lie: those that ship with the program, and the user's own in the data folder of the system."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.concepts import Termbase
from tilshi.terminology.glossary import Glossary, Layer, assembled
from tilshi.terminology.store import TermStore

WRITABLE: Final = (Layer.ORGANISATION, Layer.PERSONAL)
"""The layers a user can change; each is a `TermStore`."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The glossary as far as it could be read; `errors` say which of the user's own termbases could not."""

    glossary: Glossary
    errors: tuple[FileError, ...] = ()


def default_folder() -> Path:
    """Where this system keeps the data of a user's programs; ours in a folder of its own."""
    import platformdirs  # takes 5 ms that most commands do not need

    return platformdirs.user_data_path("tilshi", appauthor=False) / "glossaries"


def store_path(layer: Layer, folder: Path | None = None) -> Path:
    """The file of a writable layer."""
    return (folder or default_folder()) / f"{layer}.sqlite"


def load(folder: Path | None = None) -> Loaded:
    """The glossary of all layers; a termbase of the user's own that is damaged is told and left out, not touched."""
    layers: dict[Layer, Termbase] = {Layer.BUNDLED: load_terms(), Layer.NAMES: load_names()}
    errors: list[FileError] = []
    for layer in WRITABLE:
        path = store_path(layer, folder)
        if path.exists():
            try:
                with TermStore(path) as store:
                    layers[layer] = store.load()
            except FileError as error:
                errors.append(error)
    return Loaded(assembled(layers), tuple(errors))


def open_store(layer: Layer, folder: Path | None = None) -> TermStore:
    """The termbase of a writable layer, made if there is none yet.

    Raises:
        FileError: it cannot be used; see `TermStore`.
    """
    path = store_path(layer, folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(path.parent, _("The folder cannot be made: {why}.").format(why=why)) from error
    return TermStore(path, str(layer))
