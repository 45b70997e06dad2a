"""The user's own templates: made from others, changed, renamed and deleted in the user's folder, never the program's.

An own template is a file that extends one of the program's and states what differs, so that what is mended there is
mended here too. `folder` is the user's own in all functions, if not the usual one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from tilshi.files.atomic import refusal, replace
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.layout import places
from tilshi.layout.canonical import toml_bytes
from tilshi.layout.fields import Fields
from tilshi.layout.template import KIND, VERSION, Template, available, parse_template

Values = Mapping[str, Any]
"""What the file of a template holds, as TOML's values: texts, numbers, flags, lists and tables."""

_LONGEST: Final = 80
# Windows keeps these for devices, whatever stands behind a point.
_DEVICES: Final = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN: Final = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_MERGED: Final = ("names", "page", "colours", "families", "contact-box", "table", "picture", "fixed")


def own(folder: Path | None = None) -> tuple[str, ...]:
    """The names of the user's own templates."""
    return tuple(name for name, path in _files(folder).items() if path.parent == _folder(folder))


def is_own(name: str, folder: Path | None = None) -> bool:
    """Whether the template of that name is one the user may change."""
    return name in own(folder)


def values_of(name: str, folder: Path | None = None) -> dict[str, Any]:
    """What the file of a template states.

    Raises:
        FileError: there is none of that name, or it is not TOML.
    """
    return Fields.of_file(places.locate(KIND, name, folder)).values


def duplicate(name: str, new_name: str, folder: Path | None = None) -> Path:
    """Makes an own template that looks as another one does; the file.

    Raises:
        FileError: there is no template `name`, it holds a mistake, or `new_name` is taken or cannot be a file's.
    """
    check_new(new_name, folder)
    if is_own(name, folder):
        values: Values = values_of(name, folder)
    else:
        places.locate(KIND, name, folder)
        values = {"version": VERSION, "extends": name}
    return write(new_name, values, folder)


def check(name: str, values: Values, folder: Path | None = None) -> Template:
    """The template that the values make under that name; nothing is written.

    Raises:
        FileError: they hold a mistake; it names the key and what is allowed there.
    """
    return parse_template(Fields.of_bytes(_path(name, folder), toml_bytes(values)), folder)


def write(name: str, values: Values, folder: Path | None = None) -> Path:
    """Writes an own template, if its values are sound; the file.

    Raises:
        FileError: the name cannot be a file's, the values hold a mistake, or the file cannot be written.
    """
    check_name(name)
    check(name, values, folder)
    path = _path(name, folder)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(path.parent, error) from error
    replace(path, toml_bytes(values))
    return path


def rename(name: str, new_name: str, folder: Path | None = None) -> Path:
    """Gives an own template another name; drafts that name the old one fall back on the nearest of the program's.

    Raises:
        FileError: it is none of the user's own, or `new_name` is taken or cannot be a file's.
    """
    _check_own(name, folder)
    if new_name == name:
        return _path(name, folder)
    check_new(new_name, folder)
    source, target = _path(name, folder), _path(new_name, folder)
    try:
        # Not replace: what somebody else puts there in this moment stays.
        source.rename(target)
    except OSError as error:
        raise refusal(source, error) from error
    return target


def delete(name: str, folder: Path | None = None) -> dict[str, Any]:
    """Deletes an own template; what it stated, for `write` to bring it back.

    Raises:
        FileError: it is none of the user's own, another template extends it, or the file cannot be deleted.
    """
    _check_own(name, folder)
    for other in own(folder):
        if other != name and _extended_by(other, folder) == name:
            raise FileError(
                _path(name, folder),
                _("The template “{name}” extends this one.").format(name=other),
                remedy=_("Delete that one first."),
            )
    values = values_of(name, folder)
    try:
        _path(name, folder).unlink()
    except OSError as error:
        raise refusal(_path(name, folder), error) from error
    return values


def flattened(name: str, folder: Path | None = None) -> dict[str, Any]:
    """What a template states together with the own ones it extends, so that it needs none but the program's.

    Raises:
        FileError: there is none of that name, or it holds a mistake.
    """
    path = places.locate(KIND, name, folder)
    table = Fields.of_file(path)
    parse_template(table, folder)  # the chain has an end
    values, base = table.values, table.values.get("extends", "")
    if base and base != name and is_own(base, folder):
        return _over(values, flattened(base, folder))
    return values


def free_name(name: str, folder: Path | None = None) -> str:
    """The name itself, or the name with the first number that makes it one that is not taken."""
    taken = {each.casefold() for each in (*available(folder), "base")}
    numbered = (f"{name} {number}" for number in range(2, len(taken) + 3))
    return next(each for each in (name, *numbered) if each.casefold() not in taken)


def check_new(name: str, folder: Path | None = None) -> None:
    """Raises FileError where no own template of that name can be made."""
    check_name(name)
    # On some systems two names that differ in capitals are one file.
    if name.casefold() in {taken.casefold() for taken in (*available(folder), "base")}:
        raise FileError(
            f"{name}.toml",
            _("There is a template “{name}” already.").format(name=name),
            remedy=_("Choose another name."),
        )


def _over(values: Values, base: Values) -> dict[str, Any]:
    """As one template over another, table by table; `base` keeps what it extends."""
    merged = {**base, **{key: value for key, value in values.items() if key != "extends"}}
    for key in _MERGED:
        if key in values and key in base:
            merged[key] = {**base[key], **values[key]}
    if "styles" in values and "styles" in base:
        styles = dict(base["styles"])
        for name, style in values["styles"].items():
            styles[name] = {**styles.get(name, {}), **style}
        merged["styles"] = styles
    return merged


def _extended_by(name: str, folder: Path | None) -> object:
    try:
        return values_of(name, folder).get("extends")
    except FileError:  # what cannot be read holds nobody back
        return None


def check_name(name: str) -> None:
    """Raises FileError where no file, on any system, can have this name."""
    if not name.strip() or name != name.strip() or len(name) > _LONGEST or name.startswith(".") or name.endswith("."):
        reason = _("A template needs a name of 1 to {number} characters, without spaces or points at its ends.")
        raise FileError(f"{name[:_LONGEST]}.toml", reason.format(number=_LONGEST), remedy=_("Choose another name."))
    if _FORBIDDEN.search(name) or _DEVICES.fullmatch(name):
        raise FileError(
            f"{_FORBIDDEN.sub('_', name)}.toml",
            _("A file cannot have this name."),
            remedy=_("Use letters, digits, spaces and hyphens."),
        )


def _check_own(name: str, folder: Path | None) -> None:
    if is_own(name, folder):
        return
    places.locate(KIND, name, folder)  # says which there are, if there is none of the name
    raise FileError(
        f"{name}.toml",
        _("This template belongs to the program and stays as it is."),
        remedy=_("Duplicate it and change the copy."),
    )


def _files(folder: Path | None) -> dict[str, Path]:
    return {name: path for name, path in places.found(KIND, folder).items() if name != "base"}


def _folder(folder: Path | None) -> Path:
    return places.user_folder(KIND) if folder is None else folder


def _path(name: str, folder: Path | None) -> Path:
    return _folder(folder) / f"{name}.toml"
