"""What a draft holds beside its texts, read and written: pictures, waivers, overrides, publications."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Final

from tilshi.drafts.schema import Malformed, Shape
from tilshi.i18n import _
from tilshi.release import Override, Picture, Publication, Waiver

_PICTURE: Final = Shape("id data", "name")
_WAIVER: Final = Shape("rule language segment digest reason", "by at")
_OVERRIDE: Final = Shape("language requirement digest reason", "by at")
_PUBLICATION: Final = Shape("language digest", "by at")


def picture(value: object) -> Picture:
    """A picture, its bytes in base 64 (RFC 4648, 4)."""
    record = _PICTURE.record(value)
    try:
        data = base64.b64decode(record.ascii("data"), validate=True)
    except binascii.Error:
        raise Malformed(_("The picture is damaged: it is not written in base 64."), "data") from None
    return Picture(record.string("id"), record.string("name"), data)


def waiver(value: object) -> Waiver:
    """A waiver."""
    record = _WAIVER.record(value)
    return Waiver(
        rule=record.string("rule"),
        language=record.string("language"),
        segment=record.string("segment"),
        digest=record.string("digest"),
        reason=record.string("reason"),
        by=record.string("by"),
        at=record.string("at"),
    )


def override(value: object) -> Override:
    """An override."""
    record = _OVERRIDE.record(value)
    return Override(
        language=record.string("language"),
        requirement=record.string("requirement"),
        digest=record.string("digest"),
        reason=record.string("reason"),
        by=record.string("by"),
        at=record.string("at"),
    )


def publication(value: object) -> Publication:
    """A publication."""
    record = _PUBLICATION.record(value)
    return Publication(record.string("language"), record.string("digest"), record.string("by"), record.string("at"))


def written_picture(picture: Picture) -> dict[str, Any]:
    """A picture as members of a JSON object."""
    named = {"name": picture.name} if picture.name else {}
    return {"id": picture.id} | named | {"data": base64.b64encode(picture.data).decode("ascii")}


def written(entry: Waiver | Override | Publication) -> dict[str, str]:
    """A waiver, override or publication as members of a JSON object: `by` and `at` only where they are known."""
    names = type(entry).__slots__
    members = {name: getattr(entry, name) for name in names}
    return {name: value for name, value in members.items() if value or name not in {"by", "at"}}
