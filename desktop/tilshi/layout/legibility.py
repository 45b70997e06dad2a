"""Which colours of a template are too pale to be read by everybody (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tilshi.i18n import _
from tilshi.layout.profile import LEAST_CONTRAST, contrast
from tilshi.layout.styles import PALETTE_NAMES
from tilshi.layout.template import Template

_WHITE = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class PaleColour:
    """A colour that stands out too little; `key` names it as the file does, `ratio` is its contrast, 1 to 21."""

    key: str
    colour: str
    background: str
    ratio: float

    def __str__(self) -> str:
        where = _("on white") if self.background == _WHITE else _("on {colour}").format(colour=self.background)
        return _("{key}: {colour} is too pale to be read {where}: contrast {found:.1f}, needed {least:.1f}.").format(
            key=self.key, colour=self.colour, where=where, found=self.ratio, least=LEAST_CONTRAST
        )


def pale_colours(template: Template) -> tuple[PaleColour, ...]:
    """The colours of texts that are hard to read on the page, or in the contacts' box and a table's header."""
    return tuple(_pale(template))


def _pale(template: Template) -> Iterator[PaleColour]:
    grounds = dict.fromkeys((_WHITE, template.contact_box.fill.upper(), template.table.header_fill.upper()))
    stated = [(f"colours.{name}", getattr(template.palette, name)) for name in PALETTE_NAMES]
    rules = ((f"styles.{name}.colour", rule.colour) for name, rule in template.rules)
    stated += [(key, colour) for key, colour in rules if colour and colour not in PALETTE_NAMES]
    for key, colour in stated:
        # The worst ground alone: one colour needs one remedy.
        ratio, ground = min((contrast(colour, ground), ground) for ground in grounds)
        if ratio < LEAST_CONTRAST:
            yield PaleColour(key, colour, ground, ratio)
