"""How large and how heavy the text of each kind of part is where a release is drafted, and its shapes."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple

from PySide6.QtGui import QFont

from tilshi.release import Role
from tilshi_ui.editor.textshape import TextShape
from tilshi_ui.theme.tokens import FAMILIES, ROW_POINTS


class Style(NamedTuple):
    """Size as a share of the usual one, weight, and what stands before the text."""

    scale: float = 1.0
    weight: int = QFont.Weight.Normal.value
    bullet: str = ""


PLAIN: Final = Style()
_SMALL: Final = Style(0.9)
_STRONG: Final = Style(1.0, QFont.Weight.DemiBold.value)
_ITEM: Final = Style(bullet="•")
_STYLES: Final = MappingProxyType(
    {
        Role.KICKER: Style(0.9, QFont.Weight.DemiBold.value),
        Role.HEADLINE: Style(1.7, QFont.Weight.Bold.value),
        Role.SUBHEADLINE: Style(1.25, QFont.Weight.DemiBold.value),
        Role.SECTION_HEADING: Style(1.2, QFont.Weight.Bold.value),
        Role.LEAD: Style(1.1),
        Role.QUOTE: Style(bullet="❝"),
        Role.LIST_ITEM: _ITEM,
        Role.FACT: _ITEM,
        Role.TABLE_HEADER: _STRONG,
        Role.CONTACT_INTRO: _STRONG,
        Role.FOOTAGE_INTRO: _STRONG,
        Role.SOCIAL_INTRO: _STRONG,
        Role.CAPTION: _SMALL,
        Role.NOTES: _SMALL,
        Role.BOILERPLATE: _SMALL,
        Role.ACCREDITATION: _SMALL,
        Role.DATE: _SMALL,
        Role.EMBARGO: _STRONG,
    }
)


def style_of(role: Role) -> Style:
    """How a part of that kind looks while it is drafted."""
    return _STYLES.get(role, PLAIN)


class Faces:
    """The shapes of all styles at one size of the text; each is made when it is first needed."""

    def __init__(self, zoom: int) -> None:
        """`zoom` is in per cent."""
        self._zoom = zoom
        self._shapes: dict[tuple[float, int], TextShape] = {}

    def shape(self, style: Style = PLAIN) -> TextShape:
        """What measures and paints texts of that style."""
        key = (style.scale, style.weight)
        if key not in self._shapes:
            font = QFont(list(FAMILIES))
            font.setPointSizeF(ROW_POINTS * style.scale * self._zoom / 100)
            font.setWeight(QFont.Weight(style.weight))
            self._shapes[key] = TextShape(font)
        return self._shapes[key]
