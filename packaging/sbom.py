"""Writes what Tilshi is made of, as CycloneDX 1.6 (ECMA-424): every distribution of the locks, and the data it brings.

    python3 packaging/dev.py sbom [-o FILE]      build/tilshi.cdx.json if no file is named

The locks are the source: versions and the hashes of every file that pip would accept. The same locks give the same
bytes; there is no time in it unless SOURCE_DATE_EPOCH gives one.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib.metadata
import json
import os
import re
import sys
import tomllib
import uuid
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import licences

ROOT: Final = Path(__file__).resolve().parents[1]
FILE: Final = ROOT / "build" / "tilshi.cdx.json"
RUNTIME: Final = ROOT / "packaging" / "requirements.lock"
DEVELOPMENT: Final = ROOT / "packaging" / "requirements-dev.lock"

_REQUIREMENT: Final = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\\n((?:    --hash=sha256:\w+(?: \\)?\n?)+)", re.MULTILINE
)
_HASH: Final = re.compile(r"sha256:(\w{64})")
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
# Data in the wheel that others made: name, version, folder, licence, where it is from.
_DATA: Final = (
    ("Noto Sans and Noto Serif", "2.004", "fonts", "OFL-1.1", "https://notofonts.github.io/"),
    ("SCOWL en_US and en_GB", "2020.12.07", "dictionaries/en", "MIT AND BSD-3-Clause", "http://wordlist.aspell.net/"),
    ("Grammalecte fr_FR", "7.5", "dictionaries/fr", "MPL-2.0", "https://grammalecte.net/"),
    ("hunspell-kk kk_KZ", "1.1", "dictionaries/kk", "MPL-1.1", "https://packages.debian.org/hunspell-kk"),
    (
        "ru_RU of A. I. Lebedev",
        "3.0.0",
        "dictionaries/ru",
        "BSD-3-Clause",
        "https://www.npmjs.com/package/dictionary-ru",
    ),
)


class Locked(NamedTuple):
    """One distribution of a lock; `marker` says where it is needed, `hashes` are of each of its files."""

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def reference(self) -> str:
        """Its package URL (purl-spec, type pypi)."""
        return f"pkg:pypi/{self.name}@{self.version}"


def read_lock(path: Path) -> tuple[Locked, ...]:
    """The distributions that a lock names."""
    found = _REQUIREMENT.findall(path.read_text(encoding="utf-8"))
    return tuple(Locked(name, version, marker, tuple(_HASH.findall(rest))) for name, version, marker, rest in found)


def bill(runtime: tuple[Locked, ...], development: tuple[Locked, ...], project: Mapping[str, Any]) -> dict[str, Any]:
    """The bill of materials.

    What Tilshi always needs is `required`, what its extras need `optional`, and what only builds it `excluded`.
    """
    known = {locked.name for locked in development}
    direct = _names_of(project["dependencies"])
    wanted = [item for extra in project["optional-dependencies"].values() for item in extra]
    required = _reached(direct, known)
    optional = _reached(_names_of(wanted), known) - required
    in_runtime = {locked.name for locked in runtime}
    listed = [*runtime, *(locked for locked in development if locked.name in optional - in_runtime)]
    scopes = {**dict.fromkeys(in_runtime, "excluded"), **dict.fromkeys(optional, "optional")}
    scopes.update(dict.fromkeys(required, "required"))
    components = [_component(locked, scopes[locked.name]) for locked in listed]
    itself = f"pkg:pypi/{project['name']}@{project['version']}"
    contents = {
        "metadata": _metadata(project, itself),
        "components": [*components, *(_data(*entry) for entry in _DATA)],
        "dependencies": _dependencies(itself, direct, listed),
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(contents, sort_keys=True))
    start = {"$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX"}
    return {**start, "specVersion": "1.6", "serialNumber": f"urn:uuid:{serial}", "version": 1, **contents}


def _metadata(project: Mapping[str, Any], itself: str) -> dict[str, Any]:
    component = {
        "type": "application",
        "bom-ref": itself,
        "name": project["name"],
        "version": project["version"],
        "description": project["description"],
        "licenses": [{"license": {"id": project["license"]}}],
        "purl": itself,
    }
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = dt.datetime.fromtimestamp(int(epoch), dt.UTC) if epoch else None
    time = {"timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ")} if moment else {}
    return {**time, "lifecycles": [{"phase": "build"}], "component": component}


def _component(locked: Locked, scope: str) -> dict[str, Any]:
    page = f"https://pypi.org/project/{locked.name}/{locked.version}/"
    hashes = [{"alg": "SHA-256", "content": content} for content in locked.hashes]
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": locked.reference,
        "name": locked.name,
        "version": locked.version,
        "scope": scope,
        "licenses": _licences(locked.name),
        "purl": locked.reference,
        # Of each file that is offered for a system and a Python, pip takes one; all have to be as they were.
        "externalReferences": [{"type": "distribution", "url": page, "hashes": hashes}],
    }
    if locked.marker:
        made["properties"] = [{"name": "tilshi:marker", "value": locked.marker}]
    return made


def _licences(name: str) -> list[dict[str, Any]]:
    try:
        expression = licences.licence(name)
    except importlib.metadata.PackageNotFoundError:
        return []  # of another system
    return [{"expression": expression}]


def _data(name: str, version: str, folder: str, licence: str, page: str) -> dict[str, Any]:
    return {
        "type": "data",
        "bom-ref": f"data:{folder}",
        "name": name,
        "version": version,
        "scope": "required",
        "licenses": [{"expression": licence}],
        "externalReferences": [{"type": "website", "url": page}],
        "properties": [{"name": "tilshi:folder", "value": f"assets/{folder}"}],
    }


def _dependencies(itself: str, direct: frozenset[str], listed: Iterable[Locked]) -> list[dict[str, Any]]:
    references: dict[str, list[str]] = {}
    for locked in listed:
        references.setdefault(locked.name, []).append(locked.reference)

    def all_of(names: Iterable[str]) -> list[str]:
        return sorted(reference for name in names for reference in references.get(name, ()))

    tops = [*all_of(direct), *(f"data:{folder}" for _name, _version, folder, _licence, _page in _DATA)]
    links = [{"ref": itself, "dependsOn": sorted(tops)}]
    for name, own in references.items():
        needs = all_of(_needs(name))
        links += [{"ref": reference, "dependsOn": needs} for reference in own]
    return links


def _reached(names: Iterable[str], known: set[str]) -> frozenset[str]:
    """These and whatever they need in turn, as far as a lock knows it."""
    seen: set[str] = set()
    waiting = [name for name in names if name in known]
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += [need for need in _needs(name) if need in known]
    return frozenset(seen)


def _needs(name: str) -> frozenset[str]:
    try:
        requirements = importlib.metadata.requires(name) or []
    except importlib.metadata.PackageNotFoundError:
        return frozenset()
    return _names_of(item for item in requirements if "extra ==" not in item)


def _names_of(requirements: Iterable[str]) -> frozenset[str]:
    """The normalised names (PyPA, name normalization) at the beginning of requirements."""
    found = (_NAME.match(item) for item in requirements)
    return frozenset(re.sub(r"[-_.]+", "-", match[0]).lower() for match in found if match)


def main(arguments: list[str]) -> int:
    """Writes the bill and says where it is."""
    parser = argparse.ArgumentParser(prog="dev.py sbom", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=FILE, metavar="FILE")
    output: Path = parser.parse_args(arguments).output
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    made = bill(read_lock(RUNTIME), read_lock(DEVELOPMENT), project)
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(made, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{output}: {len(made['components'])} components")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
