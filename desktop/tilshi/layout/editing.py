"""What a template states, while somebody changes it: one key at a time, and every change can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from tilshi.layout.blocks import Alignment
from tilshi.layout.template import Part, Template
from tilshi.layout.wording import FixedString
from tilshi.release.contact import Localised

Key = tuple[str, ...]
"""The way to a value, such as `("colours", "accent")`."""


_SHORT: Final = ("table", "caption")


@dataclass(frozen=True, slots=True)
class Editing:
    """The values now, those before, and those that were taken back; `last` is what was changed last."""

    values: Mapping[str, Any]
    before: tuple[Mapping[str, Any], ...] = ()
    after: tuple[Mapping[str, Any], ...] = ()
    last: tuple[Key, ...] = ()

    def change(self, *changes: tuple[Key, Any]) -> Editing:
        """With other values; several changes of the same keys in a row are taken back together."""
        values, keys = self.values, tuple(key for key, _value in changes)
        for key, value in changes:
            values = _with(values, key, value)
        if values == self.values:
            return self
        before = self.before if keys == self.last else (*self.before, self.values)
        return Editing(values, before, (), keys)

    def undo(self) -> Editing:
        """As it was before the last change."""
        if not self.before:
            return self
        return replace(self, values=self.before[-1], before=self.before[:-1], after=(*self.after, self.values), last=())

    def redo(self) -> Editing:
        """As it was before the last `undo`."""
        if not self.after:
            return self
        return replace(self, values=self.after[-1], before=(*self.before, self.values), after=self.after[:-1], last=())


def moved(parts: Sequence[Part], at: int, step: int) -> tuple[Part, ...]:
    """The parts with the one at a place moved by so many places, as far as there are any."""
    others = [part for number, part in enumerate(parts) if number != at]
    to = max(0, min(len(others), at + step))
    return (*others[:to], parts[at], *others[to:])


def part_values(part: Part) -> dict[str, Any]:
    """A part as a template states it; what is as usual is left out."""
    texts = {"style": part.style, "fixed": part.fixed, "heading": part.heading, "marker": part.marker}
    flags = {"required": part.required, "repeatable": part.repeatable, "free": part.free}
    values: dict[str, Any] = {"role": part.role.value, **{name: True for name, is_so in flags.items() if is_so}}
    values |= {name: text for name, text in texts.items() if text}
    if part.kinds:
        values["kinds"] = list(part.kinds)
    if part.per is not None:
        values["per"] = part.per.value
    return values


def reworded(fixed: FixedString, language: str, text: str) -> dict[str, Any]:
    """A fixed string as a template states it, with another text in one language, which somebody has now read."""
    forms = {**dict(fixed.forms.forms), language: text}
    values: dict[str, Any] = {code: form for code, form in forms.items() if form}
    if fixed.plain.forms:
        values["plain"] = dict(fixed.plain.forms)
    if proposed := [code for code in fixed.proposed if code != language]:
        values["proposed"] = proposed
    return values


def aligned(template: Template, alignment: Alignment) -> tuple[tuple[Key, Any], ...]:
    """The changes that align running text; headings, contacts and tables, which are never divided, stay as they are."""
    own = (
        name
        for name, rule in template.rules
        if name != "body" and rule.alignment is None and (rule.hyphenate is False or name.startswith(_SHORT))
    )
    still = (((*_styles(name), "alignment"), Alignment.START.value) for name in own)
    return (((*_styles("body"), "alignment"), alignment.value), *still)


def shown_form(fixed: FixedString, language: str) -> str:
    """The text of a fixed string in that very language, placeholders and all."""
    forms: Localised = fixed.forms
    return dict(forms.forms).get(language, "")


def _styles(name: str) -> Key:
    return "styles", name


def _with(values: Mapping[str, Any], key: Key, value: Any) -> dict[str, Any]:
    first, *rest = key
    inner = values.get(first)
    table: Mapping[str, Any] = inner if isinstance(inner, Mapping) else {}
    return {**values, first: _with(table, tuple(rest), value) if rest else value}
