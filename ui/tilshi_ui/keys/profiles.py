"""Sets of keys that people know from another program: data, one file each in `assets/keys`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tilshi import resources

Keys = Mapping[str, tuple[str, ...]]
"""The keys of commands by the command's name, as Qt writes them in files; no keys: the command has none."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The keys that differ from the program's own; `title` is the name of the program they are known from."""

    name: str
    title: str
    keys: Keys


def names() -> tuple[str, ...]:
    """The profiles there are, by name."""
    return tuple(sorted(file.stem for file in resources.path("keys").glob("*.toml")))


def load(name: str) -> Profile:
    """The profile of that name; one without keys where there is none, as after a change of versions."""
    if name not in names():
        return Profile("", "", MappingProxyType({}))
    import tomllib  # for start time: few have chosen a profile

    content = tomllib.loads(resources.path("keys", f"{name}.toml").read_text(encoding="utf-8"))
    keys = {command: tuple(keys) for command, keys in content["keys"].items()}
    return Profile(name, content["title"], MappingProxyType(keys))
