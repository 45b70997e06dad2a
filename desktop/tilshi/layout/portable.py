"""A template as one file (`.tilshi-template`), to hand it on, with the organisation and its logo if it is wanted.

It is a ZIP archive of `templates/NAME.toml` and, where the organisation goes with it, `profiles/NAME.toml` and the
logo beside that. Two exports of the same are the same to the byte.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from tilshi.files.archive import Archive, open_zip
from tilshi.files.atomic import refusal, replace
from tilshi.files.bounded import read_bytes
from tilshi.files.errors import FileError
from tilshi.i18n import _
from tilshi.layout import own, places, profile, template
from tilshi.layout.canonical import toml_bytes
from tilshi.layout.fields import Fields

SUFFIX: Final = ".tilshi-template"
_LARGEST: Final = 1_000_000
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Carried:
    """What was brought in: the names under which it is here now; `profile` is empty where there was none."""

    template: str
    profile: str = ""


def export_template(name: str, path: Path, profile_name: str = "", root: Path | None = None) -> None:
    """Writes a template, and the organisation of that name with its logo, to one file.

    `root` is the folder of the user's `templates` and `profiles`, if not the usual one.

    Raises:
        FileError: there is none of a name, it holds a mistake, or the file cannot be written.
    """
    values = own.flattened(name, _folder(template.KIND, root))
    members = {f"{template.KIND}/{name}.toml": toml_bytes({"version": template.VERSION, **values})}
    if profile_name:
        source = places.locate(profile.KIND, profile_name, _folder(profile.KIND, root))
        logo = profile.load(source).logo
        members[f"{profile.KIND}/{profile_name}.toml"] = read_bytes(source)
        if logo is not None:
            members[f"{profile.KIND}/{logo.name}"] = read_bytes(logo)
    replace(path, _zipped(members))


def import_template(path: Path, name: str = "", root: Path | None = None) -> Carried:
    """Brings in what `export_template` wrote, as `name` if that is given.

    What is here already stays: other content under a name that is taken gets a number behind its name.

    Raises:
        FileError: the file is none of these, holds a mistake, or cannot be brought in; nothing was brought in then.
    """
    archive = open_zip(path)
    stated = _single(archive, path, template.KIND)
    if stated is None:
        raise FileError(path, _("There is no template in this file."), remedy=_("Export it again as a template."))
    values = _values(archive, path, stated)
    folder = _folder(template.KIND, root)
    wanted = name or PurePosixPath(stated).stem
    own.check_name(wanted)
    try:
        own.check(wanted, values, folder)
    except FileError as error:
        raise FileError(path, error.reason, place=f"{stated}: {error.place}", remedy=error.remedy) from error
    is_here = own.is_own(wanted, folder) and own.values_of(wanted, folder) == values
    if name and not is_here:
        own.check_new(wanted, folder)
    organisation = _bring_profile(archive, path, _folder(profile.KIND, root))
    if not is_here:
        wanted = own.free_name(wanted, folder)
        own.write(wanted, values, folder)
    return Carried(wanted, organisation)


def _values(archive: Archive, path: Path, member: str) -> dict[str, object]:
    data = archive.read(member)
    if len(data) > _LARGEST:
        raise FileError(path, _("This is too long for a template."), place=member)
    return Fields.of_bytes(Path(path.name) / PurePosixPath(member).name, data).values


def _single(archive: Archive, path: Path, kind: str) -> str | None:
    """The one file of a kind; looks at all names, so that nothing strange comes along."""
    found = [name for name in archive.names if name.startswith(f"{kind}/") and name.endswith(".toml")]
    for name in archive.names:
        if name.count("/") != 1 or name.split("/")[0] not in {template.KIND, profile.KIND}:
            raise FileError(path, _("This is no part of a template."), place=name[:200])
    if len(found) > 1:
        raise FileError(path, _("There is more than one of {kind} in it.").format(kind=kind), place=found[1][:200])
    return found[0] if found else None


def _bring_profile(archive: Archive, path: Path, folder: Path | None) -> str:
    """Checks the organisation in a place of its own and then puts it beside the user's; its name, or ""."""
    stated = _single(archive, path, profile.KIND)
    if stated is None:
        return ""
    name = PurePosixPath(stated).stem
    own.check_name(name)
    with tempfile.TemporaryDirectory(prefix="tilshi-") as place:
        logo = _unpacked(archive, path, stated, Path(place))
    target = places.user_folder(profile.KIND) if folder is None else folder
    files = {f"{name}.toml": archive.read(stated)}
    if logo:
        files[logo] = archive.read(f"{profile.KIND}/{logo}")
    bundled = places.bundled(profile.KIND, name)
    if not logo and bundled.is_file() and bundled.read_bytes() == files[f"{name}.toml"]:
        return name
    for file, data in files.items():
        if (target / file).exists() and (target / file).read_bytes() != data:
            raise FileError(
                target / file,
                _("There is another organisation of this name already."),
                remedy=_("Rename or remove that file first; it was not touched."),
            )
    _put(target, files)
    return name


def _unpacked(archive: Archive, path: Path, stated: str, place: Path) -> str:
    """Reads the profile as it will be read; the name of its logo, or ""."""
    for member in archive.names:
        if member.startswith(f"{profile.KIND}/"):
            (place / PurePosixPath(member).name).write_bytes(archive.read(member))
    logo = profile.load(place / PurePosixPath(stated).name).logo
    if logo is not None and logo.parent != place:
        raise FileError(path, _("The logo is not in the file."), place=f"{stated}: logo")
    return logo.name if logo else ""


def _put(folder: Path, files: dict[str, bytes]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from error
    # The profile last: it is not there before its logo is.
    for file, data in reversed(files.items()):
        replace(folder / file, data)


def _folder(kind: str, root: Path | None) -> Path | None:
    return None if root is None else root / kind


def _zipped(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return data.getvalue()
