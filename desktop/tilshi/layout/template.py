"""Templates: what a kind of release consists of, in which order, and how each part looks.

A template is a TOML file. It may extend another one and then states only what differs: a style it states changes the
properties it names, a fixed string replaces the one of that name, and a list of parts replaces the whole list.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from tilshi.i18n import _
from tilshi.layout import fonts, places
from tilshi.layout.blocks import Alignment, BoxStyle, FigureStyle, Page, TableStyle
from tilshi.layout.fields import Fields
from tilshi.layout.styles import PALETTE_NAMES, Palette, Style, StyleRule, check_chain, read_rule, resolve
from tilshi.layout.wording import FixedString, read_fixed
from tilshi.release.contact import NO_FORM, Localised
from tilshi.release.roles import Role

KIND: Final = "templates"
VERSION: Final = 1
_DEEPEST: Final = 4


class Format(StrEnum):
    """Sheets (ISO 216 A4; ANSI Y14.1 A)."""

    A4 = "A4"
    LETTER = "Letter"


_SHEETS: Final[Mapping[Format, tuple[float, float]]] = {Format.A4: (595.276, 841.89), Format.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a release as the template wants it.

    `free`: it stands where the release puts it among its free neighbours in the template, else exactly here.
    `fixed` names the fixed string shown where the part has no text of its own; `heading` the one above the first such
    part; `kinds` the labels that such parts must begin with; `per` the part of which each needs one of these. `marker`
    makes such parts a list, and is the label of its first item: `–`, `1.`.
    """

    role: Role
    required: bool = False
    repeatable: bool = False
    free: bool = False
    style: str = ""
    fixed: str = ""
    heading: str = ""
    kinds: tuple[str, ...] = ()
    per: Role | None = None
    marker: str = ""

    @property
    def style_name(self) -> str:
        """The style of its paragraphs: named as its role unless the template says otherwise."""
        return self.style or self.role.value


@dataclass(frozen=True, slots=True)
class Template:
    """A kind of release. `one_of`: of each of these groups of parts, a release needs one at least.

    `dateline`: its lead begins with one. `boilerplate` names the version of the organisation's that it closes with,
    empty for the usual one; `logo_height` is the greatest the logo may have in the letterhead, in points; `pages`
    as many pages as it should fill at most, 0 for any number.
    """

    name: str
    names: Localised = NO_FORM
    page: Page = field(default_factory=Page)
    palette: Palette = field(default_factory=Palette)
    families: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()
    one_of: tuple[tuple[Role, ...], ...] = ()
    rules: tuple[tuple[str, StyleRule], ...] = ()
    fixed: tuple[tuple[str, FixedString], ...] = ()
    contact_box: BoxStyle = field(default_factory=BoxStyle)
    table: TableStyle = field(default_factory=TableStyle)
    figure: FigureStyle = field(default_factory=FigureStyle)
    list_marker: str = "–"
    boilerplate: str = ""
    masthead: bool = True
    capitals: bool = True
    logo_height: float = 34.0
    dateline: bool = False
    pages: int = 0

    def part(self, role: Role) -> Part | None:
        """What the template says of a role, if it knows it."""
        return next((part for part in self.parts if part.role is role), None)

    def styles(self, accent: str = "") -> dict[str, Style]:
        """Every style by name, complete; `accent` replaces the template's own accent colour."""
        palette = replace(self.palette, accent=accent) if accent else self.palette
        return resolve(dict(self.rules), dict(self.families), palette)

    def wording(self, name: str, language: str, organisation: Mapping[str, str]) -> str:
        """A fixed string in a language; empty where the template has none of that name or none in that language."""
        fixed = dict(self.fixed).get(name)
        return fixed.wording(language, organisation) if fixed else ""


def available(folder: Path | None = None) -> tuple[str, ...]:
    """The names of all templates, those of the program first; `folder` is the user's own, if not the usual one."""
    return tuple(name for name in places.found(KIND, folder) if name != "base")


def load(name: str, folder: Path | None = None) -> Template:
    """The template of that name: the user's own if there is one, else the program's.

    Raises:
        FileError: there is none, or it holds a mistake.
    """
    return read_template(places.locate(KIND, name, folder), folder)


def read_template(path: Path, folder: Path | None = None) -> Template:
    """The template in a file.

    Raises:
        FileError: the file cannot be read, or holds a mistake; file, key and remedy are named.
    """
    return parse_template(Fields.of_file(path), folder)


def parse_template(table: Fields, folder: Path | None = None) -> Template:
    """The template that the top table of a file states, whether or not it has been written yet.

    Raises:
        FileError: it holds a mistake; file, key and remedy are named.
    """
    return _parse(table, folder, 0)


def _parse(table: Fields, folder: Path | None, depth: int) -> Template:
    path = table.path
    _check_version(table)
    base = Template("")
    if "extends" in table:
        base = _base(table, path, folder, depth)
    families = _families(table.table("families"), base.families)
    template = Template(
        name=path.stem,
        names=_over(table.localised("names"), base.names),
        page=_page(table.table("page"), base.page),
        palette=_palette(table.table("colours"), base.palette),
        families=families,
        parts=tuple(_part(part) for part in table.tables("parts")) or base.parts,
        one_of=tuple(_group(group) for group in table.tables("one-of")) or base.one_of,
        rules=_rules(table.table("styles"), base.rules, families),
        fixed=_fixed(table.table("fixed"), base.fixed),
        contact_box=_box(table.table("contact-box"), base.contact_box),
        table=_table_style(table.table("table"), base.table),
        figure=_figure(table.table("picture"), base.figure),
        list_marker=table.text("list-marker", base.list_marker),
        boilerplate=table.text("boilerplate", base.boilerplate),
        masthead=table.flag("masthead", default=base.masthead),
        capitals=table.flag("masthead-capitals", default=base.capitals),
        logo_height=table.number("logo-height", base.logo_height, 8, 144),
        dateline=table.flag("dateline", default=base.dateline),
        pages=round(table.number("pages", base.pages, 0, 99)),
    )
    table.close()
    _check(table, template)
    return template


def _base(table: Fields, path: Path, folder: Path | None, depth: int) -> Template:
    name = table.text("extends")
    if depth == _DEEPEST:
        raise table.error("extends", _("The templates extend one another in a circle."), _("Leave extends out."))
    # A user's template that replaces one of the program's may extend the one it replaces.
    own = name == path.stem
    files = places.found(KIND, path.parent / "nowhere" if own else folder)
    if name not in files or files[name] == path:
        raise table.error(
            "extends",
            _("There is no template “{name}”.").format(name=name),
            _("Use one of: {names}.").format(names=", ".join(files)),
        )
    return _parse(Fields.of_file(files[name]), folder, depth + 1)


def _check_version(table: Fields) -> None:
    version = table.number("version", VERSION, 1, 1_000_000)
    if version != VERSION:
        raise table.error(
            "version", _("This file was made for a newer version of Tilshi."), _("Install the newer version.")
        )


def _over(own: Localised, other: Localised) -> Localised:
    return Localised(tuple({**dict(other.forms), **dict(own.forms)}.items()))


def _page(table: Fields | None, base: Page) -> Page:
    if table is None:
        return base
    sheet = _SHEETS[table.choice("format", Format)] if "format" in table else (base.width, base.height)
    page = Page(
        *sheet,
        top=table.number("top", base.top, 18, 288),
        right=table.number("right", base.right, 18, 216),
        bottom=table.number("bottom", base.bottom, 18, 288),
        left=table.number("left", base.left, 18, 216),
    )
    table.close()
    return page


def _palette(table: Fields | None, base: Palette) -> Palette:
    if table is None:
        return base
    palette = Palette(**{name: table.colour(name, getattr(base, name)) for name in PALETTE_NAMES})
    table.close()
    return palette


def _families(table: Fields | None, base: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    stated = {name: _family(table, name) for name in table.names} if table else {}
    return tuple({**dict(base), **stated}.items())


def _family(table: Fields, key: str) -> str:
    name = table.text(key)
    if name not in fonts.families():
        raise table.error(key, str(fonts.UnknownFamily(name)))
    return name


def _part(table: Fields) -> Part:
    part = Part(
        role=table.choice("role", Role),
        required=table.flag("required", default=False),
        repeatable=table.flag("repeatable", default=False),
        free=table.flag("free", default=False),
        style=table.text("style", ""),
        fixed=table.text("fixed", ""),
        heading=table.text("heading", ""),
        kinds=table.texts("kinds"),
        per=table.choice("per", Role) if "per" in table else None,
        marker=table.text("marker", ""),
    )
    table.close()
    return part


def _group(table: Fields) -> tuple[Role, ...]:
    roles = table.choices("roles", Role)
    table.close()
    return roles


def _rules(
    table: Fields | None, base: tuple[tuple[str, StyleRule], ...], families: tuple[tuple[str, str], ...]
) -> tuple[tuple[str, StyleRule], ...]:
    rules = dict(base)
    for name in table.names if table else ():
        stated = table.table(name) if table else None
        if stated:
            rules[name] = read_rule(stated).over(rules.get(name, StyleRule()))
            _check_family(stated, families)
    for name in rules if table else ():
        if table:
            check_chain(table, name, rules)
    return tuple(rules.items())


def _check_family(style: Fields, families: tuple[tuple[str, str], ...]) -> None:
    known = (*dict(families), *fonts.families())
    if "family" in style and style.text("family") not in known:
        raise style.error(
            "family",
            _("There is no font “{family}” here.").format(family=style.text("family")),
            _("Use one of: {names}.").format(names=", ".join(known)),
        )


def _fixed(table: Fields | None, base: tuple[tuple[str, FixedString], ...]) -> tuple[tuple[str, FixedString], ...]:
    fixed = dict(base)
    for name in table.names if table else ():
        stated = table.table(name) if table else None
        if stated:
            fixed[name] = read_fixed(stated)
    return tuple(fixed.items())


def _box(table: Fields | None, base: BoxStyle) -> BoxStyle:
    if table is None:
        return base
    box = BoxStyle(
        fill=table.colour("fill", base.fill),
        border=table.colour("border", base.border, ("",)),
        padding=table.number("padding", base.padding, 0, 72),
        space_before=table.number("space-before", base.space_before, 0, 288),
        space_after=table.number("space-after", base.space_after, 0, 288),
    )
    table.close()
    return box


def _table_style(table: Fields | None, base: TableStyle) -> TableStyle:
    if table is None:
        return base
    style = TableStyle(
        header_fill=table.colour("header-fill", base.header_fill),
        line=table.colour("line", base.line),
        padding=table.number("padding", base.padding, 0, 36),
        space_before=table.number("space-before", base.space_before, 0, 288),
        space_after=table.number("space-after", base.space_after, 0, 288),
    )
    table.close()
    return style


def _figure(table: Fields | None, base: FigureStyle) -> FigureStyle:
    if table is None:
        return base
    style = FigureStyle(
        alignment=table.choice("alignment", Alignment, base.alignment),
        height=table.number("height", base.height, 36, 720),
        space_before=table.number("space-before", base.space_before, 0, 288),
        space_after=table.number("space-after", base.space_after, 0, 288),
    )
    table.close()
    return style


def _check(table: Fields, template: Template) -> None:
    rules, fixed = dict(template.rules), dict(template.fixed)
    for number, part in enumerate(template.parts, 1):
        place = f"parts[{number}]"
        if rules and part.style_name not in rules:
            raise table.error(
                f"{place}.style",
                _("There is no style “{name}”.").format(name=part.style_name),
                _("Add [styles.{name}], or name another style.").format(name=part.style_name),
            )
        for key, name in (("fixed", part.fixed), ("heading", part.heading), *(("kinds", kind) for kind in part.kinds)):
            if name and name not in fixed:
                raise table.error(
                    f"{place}.{key}",
                    _("There is no fixed string “{name}”.").format(name=name),
                    _("Add [fixed.{name}], or name another one.").format(name=name),
                )
    roles = [part.role for part in template.parts]
    for number, role in enumerate(roles, 1):
        if role in roles[: number - 1]:
            raise table.error(
                f"parts[{number}].role",
                _("The part “{name}” is there twice.").format(name=role.value),
                _("Say “repeatable = true” once instead."),
            )
