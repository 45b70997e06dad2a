"""What the user chose, kept between runs: one small JSON file, read leniently and replaced whole.

Settings are conveniences: a damaged file must never keep the program from starting, and is set aside rather than lost.
They hold no text of a release and no secret; those have places of their own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any, Final

from tilshi.files.atomic import replace as replace_file
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.release import Capacity

RECENT_FILES: Final = 12
RECENT_REASONS: Final = 8
RECENT_COMMANDS: Final = 12
_LARGEST: Final = 1_000_000


class Feeding(StrEnum):
    """Which translations a memory is fed with."""

    CONFIRMED = "confirmed"
    """As soon as the translator says that one is finished."""
    REVIEWED = "reviewed"
    FINAL = "final"
    NEVER = "never"


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All choices, each with its default.

    `interface_language` is a code out of `i18n.languages()`, or empty for the system's. `window_geometry` and
    `window_state` are what the window says of itself, as base64. `zoom` is the size of the rows' text in per cent.
    `signing_key` is the organisation's key file (PKCS#12) for signing PDFs.
    `user_name` signs waivers, approvals and notes, `capacity` is in what capacity; `reasons` are those given last for
    letting a finding stand. `smart_typing` sets quotation marks and dashes right while one types, `completing` offers
    words. `feeding` says what the memory remembers, `propagating` that repetitions are filled, `inserting_exact` that
    the same text is put in by itself.

    `key_profile` is whose keys are used, empty for our own; `own_keys` are what the user changed in them, as pairs
    (command, keys); `recent_commands` are those that were taken last from the palette.
    """

    theme: Theme = Theme.SYSTEM
    interface_language: str = ""
    zoom: int = 100
    recent_files: tuple[str, ...] = ()
    window_geometry: str = ""
    window_state: str = ""
    export_formats: tuple[str, ...] = ("pdf", "docx")
    export_folder: str = ""
    export_pattern: str = ""
    export_fonts: bool = False
    signing_key: str = ""
    user_name: str = ""
    reference_languages: tuple[str, ...] = ()
    capacity: Capacity = Capacity.REVIEWER
    smart_typing: bool = True
    completing: bool = True
    feeding: Feeding = Feeding.CONFIRMED
    propagating: bool = True
    inserting_exact: bool = False
    reasons: tuple[str, ...] = ()
    key_profile: str = ""
    own_keys: tuple[tuple[str, tuple[str, ...]], ...] = ()
    recent_commands: tuple[str, ...] = ()
    lock_minutes: int = 10
    encrypt_embargoed: bool = True
    unknown: tuple[tuple[str, str], ...] = ()
    """What another version of the program keeps in the same file: names and JSON, written back as they were."""

    def with_recent(self, file: Path) -> "Settings":
        """These settings with `file` first among the recent ones."""
        others = tuple(other for other in self.recent_files if other != str(file))
        return replace(self, recent_files=(str(file), *others)[:RECENT_FILES])

    def with_reason(self, reason: str) -> "Settings":
        """These settings with `reason` first among the recent ones."""
        others = tuple(other for other in self.reasons if other != reason)
        return replace(self, reasons=(reason, *others)[:RECENT_REASONS])


@dataclass(frozen=True, slots=True)
class Loaded:
    """Settings as they were found; `set_aside` is the copy of a damaged file, for the user to be told of."""

    settings: Settings
    set_aside: Path | None = None


def default_path() -> Path:
    """Where this system keeps the settings of a user's programs."""
    import platformdirs  # takes 5 ms that the command line does not need

    return platformdirs.user_config_path("tilshi", appauthor=False) / "settings.json"


def load(path: Path) -> Loaded:
    """The settings in `path`; defaults where there is no file yet, and for whatever in it cannot be understood."""
    if not path.exists():
        return Loaded(Settings())
    try:
        content = json.loads(read_bytes(path, _LARGEST))
    except (FileError, ValueError, RecursionError):
        return Loaded(Settings(), _set_aside(path))
    if not isinstance(content, dict):
        return Loaded(Settings(), _set_aside(path))
    chosen, damaged = _understood(content)
    return Loaded(Settings(**chosen), _set_aside(path) if damaged else None)


def save(settings: Settings, path: Path) -> None:
    """Replaces the file at `path`, or leaves it as it was.

    Raises:
        FileError: it could not be written.
    """
    content = asdict(settings)
    content |= {name: json.loads(value) for name, value in content.pop("unknown")}
    text = json.dumps(content, indent=2, sort_keys=True)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(path, str(error.strerror)) from error
    replace_file(path, f"{text}\n".encode())


def _understood(content: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
    """The values that can be used, and whether one of ours could not."""
    chosen: dict[str, Any] = {}
    unknown: list[tuple[str, str]] = []
    damaged = False
    for name, value in content.items():
        read = _READERS.get(name)
        if read is None:
            unknown.append((name, json.dumps(value)))
            continue
        try:
            chosen[name] = read(value)
        except (TypeError, ValueError):
            damaged = True
    return chosen | {"unknown": tuple(unknown)}, damaged


def _set_aside(path: Path) -> Path | None:
    """A copy of a damaged file next to it; none where that cannot be written, since the start must not fail for it."""
    copy = path.with_name(f"{path.stem}.damaged{path.suffix}")
    try:
        copy.write_bytes(path.read_bytes())
    except OSError:
        return None
    return copy


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _choice(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _minutes(value: object) -> int:
    if type(value) is not int or not 0 <= value <= 24 * 60:
        raise ValueError(value)
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple(_text(part) for part in value)


def _keys(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Pairs of a command and its keys."""
    if not isinstance(value, list):
        raise TypeError(value)
    return tuple((_text(command), _texts(keys)) for command, keys in value)


def _per_cent(value: object) -> int:
    if not isinstance(value, int) or not 50 <= value <= 400:
        raise ValueError(value)
    return value


_READERS: Final[Mapping[str, Callable[[object], object]]] = {
    "theme": lambda value: Theme(_text(value)),
    "interface_language": _text,
    "zoom": _per_cent,
    "recent_files": lambda value: _texts(value)[:RECENT_FILES],
    "window_geometry": _text,
    "window_state": _text,
    "export_formats": _texts,
    "export_folder": _text,
    "export_pattern": _text,
    "export_fonts": _choice,
    "signing_key": _text,
    "user_name": _text,
    "reference_languages": _texts,
    "capacity": lambda value: Capacity(_text(value)),
    "smart_typing": _choice,
    "completing": _choice,
    "feeding": lambda value: Feeding(_text(value)),
    "propagating": _choice,
    "inserting_exact": _choice,
    "reasons": lambda value: _texts(value)[:RECENT_REASONS],
    "key_profile": _text,
    "own_keys": _keys,
    "recent_commands": lambda value: _texts(value)[:RECENT_COMMANDS],
    "lock_minutes": _minutes,
    "encrypt_embargoed": _choice,
}
assert _READERS.keys() == {field.name for field in fields(Settings)} - {"unknown"}
