"""What a writer says when a document cannot be put into its format."""

from __future__ import annotations

from typing import Final

from tilshi.export.probe.leaks import Leak
from tilshi.i18n import _

# More would not be read.
_SHOWN: Final = 5


class ExportError(ValueError):
    """A document cannot be written, or what was written is not what it should be.

    `place` names the part of the release (a segment, a role, a field of the metadata), or the place in the finished
    file; `reason` and `remedy` are in the interface language. Nothing has been put on disk when it is raised.
    """

    def __init__(self, reason: str, *, place: str = "", remedy: str = "") -> None:
        super().__init__(reason, place, remedy)
        self.reason = reason
        self.place = place
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.place}:" if self.place else "", self.reason, self.remedy) if part)


def segment_place(segments: tuple[str, ...], role: str) -> str:
    """Names a paragraph by the segments it shows, or by its role where the text is the template's own."""
    if not segments:
        return _("part “{role}”").format(role=role)
    return _("segment {ids}").format(ids=", ".join(segments))


class LeakFound(ExportError):
    """A finished file would give away what must not leave the house; `leaks` are all that was found."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__(
            _("The file was not saved, because it would give something away. {leaks}").format(
                leaks=" ".join(map(str, leaks[:_SHOWN]))
            ),
            remedy=_("Take it out of the release, the template or the organisation's profile and export again."),
        )
        self.leaks = leaks
