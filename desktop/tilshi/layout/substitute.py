"""What a release is laid out with when its own template is not on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from tilshi.i18n import _
from tilshi.layout import places
from tilshi.layout.template import KIND, Template, available, load
from tilshi.release.model import Release


def nearest(release: Release, templates: Sequence[Template]) -> Template:
    """The template that fits a release best: it knows its parts, asks for few others, and has a similar name."""
    roles = {block.role for block in release.blocks}

    def fit(template: Template) -> tuple[int, float, int]:
        unknown = sum(template.part(role) is None for role in roles)
        lacking = sum(part.required and part.role not in roles for part in template.parts)
        likeness = SequenceMatcher(None, release.template.casefold(), template.name).ratio()
        return -unknown - lacking, likeness, -len(template.parts)

    return max(templates, key=fit)


def load_or_nearest(release: Release) -> tuple[Template, str]:
    """The template of a release, and "" or a line for the user that says which one stands in for it.

    Raises:
        FileError: the template is there and holds a mistake.
    """
    if release.template in places.found(KIND):
        return load(release.template), ""
    bundled = [load(name) for name in available() if places.bundled(KIND, name).is_file()]
    found = nearest(release, bundled)
    said = _("The template “{name}” is not on this computer; the page is shown with “{other}”.").format(
        name=release.template, other=found.name
    )
    return found, f"{said} {_('Import the template, or choose another one.')}"
