"""Pictures of a release."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Picture:
    """The bytes of an image file as it came in; `name` is what its author called it."""

    id: str
    name: str
    data: bytes = field(repr=False)
