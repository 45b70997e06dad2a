"""From the few properties a template states to the complete style of each paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Final

from tilshi.i18n import _
from tilshi.layout.blocks import Alignment, ParagraphStyle, Tag
from tilshi.layout.fields import Fields

_LONGEST_CHAIN: Final = 8


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a template by name; `text`, `dim` and `accent` can be named in styles."""

    text: str = "#1F2328"
    dim: str = "#6B6F76"
    accent: str = "#B3202A"
    link: str = "#1F5FA8"

    def colour(self, name: str) -> str:
        """The colour of that name, or the name itself where it is `#RRGGBB`."""
        return str(getattr(self, name)) if name in PALETTE_NAMES else name


PALETTE_NAMES: Final = tuple(field.name for field in fields(Palette))
"""The colours that styles can name."""


@dataclass(frozen=True, slots=True)
class StyleRule:
    """What a template says of one style; None: as in the style it is based on."""

    based_on: str | None = None
    family: str | None = None
    tag: Tag | None = None
    size: float | None = None
    leading: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    colour: str | None = None
    alignment: Alignment | None = None
    space_before: float | None = None
    space_after: float | None = None
    indent: float | None = None
    rule: float | None = None
    rule_colour: str | None = None
    keep_with_next: bool | None = None
    keep_together: bool | None = None
    hyphenate: bool | None = None

    def over(self, other: StyleRule) -> StyleRule:
        """This rule, with what it leaves open taken from another one."""
        open_names = (name for name in _RULE_NAMES if getattr(self, name) is None)
        return replace(self, **{name: getattr(other, name) for name in open_names})


_RULE_NAMES: Final = tuple(field.name for field in fields(StyleRule))
_STYLE_NAMES: Final = tuple(name for name in _RULE_NAMES if name not in {"based_on", "tag"})


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style with the structure type of its paragraphs."""

    paragraph: ParagraphStyle
    tag: Tag


def read_rule(table: Fields) -> StyleRule:
    """A style as a template states it.

    Raises:
        FileError: a key is unknown or holds what it cannot hold.
    """
    rule = StyleRule(
        based_on=table.text("based-on") if "based-on" in table else None,
        family=table.text("family") if "family" in table else None,
        tag=table.choice("tag", Tag) if "tag" in table else None,
        size=_number(table, "size", 5, 96),
        leading=_number(table, "leading", 5, 144),
        bold=_flag(table, "bold"),
        italic=_flag(table, "italic"),
        colour=_colour(table, "colour"),
        alignment=table.choice("alignment", Alignment) if "alignment" in table else None,
        space_before=_number(table, "space-before", 0, 288),
        space_after=_number(table, "space-after", 0, 288),
        indent=_number(table, "indent", 0, 288),
        rule=_number(table, "rule", 0, 20),
        rule_colour=_colour(table, "rule-colour"),
        keep_with_next=_flag(table, "keep-with-next"),
        keep_together=_flag(table, "keep-together"),
        hyphenate=_flag(table, "hyphenate"),
    )
    table.close()
    return rule


def resolve(rules: Mapping[str, StyleRule], families: Mapping[str, str], palette: Palette) -> dict[str, Style]:
    """Every style complete, with the families and colours that rules only name."""
    resolved: dict[str, Style] = {}
    for name in rules:
        rule = _flattened(name, rules)
        stated = {key: getattr(rule, key) for key in _STYLE_NAMES if getattr(rule, key) is not None}
        plain = replace(ParagraphStyle(name.replace("-", " ").capitalize()), **stated)
        paragraph = replace(
            plain,
            family=families.get(plain.family, plain.family),
            colour=palette.colour(plain.colour),
            rule_colour=palette.colour(plain.rule_colour),
        )
        resolved[name] = Style(paragraph, rule.tag or Tag.PARAGRAPH)
    return resolved


def check_chain(table: Fields, name: str, rules: Mapping[str, StyleRule]) -> None:
    """Follows a style to what it is based on.

    Raises:
        FileError: a style of that name does not exist, or the chain leads in a circle.
    """
    at: str | None = name
    for _step in range(_LONGEST_CHAIN):
        at = rules[at].based_on if at else None
        if at is None:
            return
        if at not in rules:
            raise table.error(
                f"{name}.based-on",
                _("There is no style “{name}”.").format(name=at),
                _("Use one of: {names}.").format(names=", ".join(rules)),
            )
    raise table.error(
        f"{name}.based-on", _("The style is based on itself, or on too many others."), _("Leave based-on out.")
    )


def _flattened(name: str, rules: Mapping[str, StyleRule]) -> StyleRule:
    rule = rules[name]
    while rule.based_on is not None:
        parent = rules[rule.based_on]
        # The parent's own parent, so that the chain goes on and ends.
        rule = replace(replace(rule, based_on=None).over(parent), based_on=parent.based_on)
    return rule


def _number(table: Fields, key: str, low: float, high: float) -> float | None:
    return table.number(key, None, low, high) if key in table else None


def _flag(table: Fields, key: str) -> bool | None:
    return table.flag(key, default=False) if key in table else None


def _colour(table: Fields, key: str) -> str | None:
    return table.colour(key, None, PALETTE_NAMES) if key in table else None
