"""The interface's words for what the release calls by code: parts, states, languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tilshi.i18n import N_, _, ngettext
from tilshi.language.names import endonym
from tilshi.layout.names import role_name, state_name
from tilshi.release import Block, Release, Role

__all__ = [
    "TEMPLATES",
    "ago",
    "findings_counted",
    "label",
    "language_name",
    "part_names",
    "role_name",
    "segments_done",
    "state_name",
    "subtitle",
    "template_name",
    "tooltip",
    "words",
]

TEMPLATES: Final = {
    "press-release": N_("Press release"),
    "statement": N_("Statement"),
    "joint-statement": N_("Joint statement"),
    "media-advisory": N_("Media advisory"),
    "news-note": N_("News note"),
    "operational-update": N_("Operational update"),
}


def template_name(name: str) -> str:
    """What a template is called; templates of the user's own keep their name."""
    return _(TEMPLATES[name]) if name in TEMPLATES else name


def language_name(code: str) -> str:
    """What a language calls itself, such as `Қазақша`."""
    return endonym(code)


def part_names(release: Release) -> Iterator[tuple[Block, str]]:
    """Every part with its name, numbered where there are several of a kind, such as `Body 2`."""
    many = _several(release.blocks)
    seen: dict[Role, int] = {}
    names: dict[Role, str] = {}
    for block in release.blocks:
        role = block.role
        if (name := names.get(role)) is None:
            name = names[role] = role_name(role)
        if role in many:
            number = seen[role] = seen.get(role, 0) + 1
            name = f"{name} {number}"
        yield block, name


def _several(blocks: Iterable[Block]) -> frozenset[Role]:
    once: set[Role] = set()
    again: set[Role] = set()
    for block in blocks:
        (again if block.role in once else once).add(block.role)
    return frozenset(again)


def words(text: str) -> int:
    """How many words a text has, as word processors count them."""
    return len(text.split())


def ago(seconds: float) -> str:
    """A time that has passed, such as `2 s ago`."""
    if seconds < 60:
        return _("{n} s ago").format(n=int(seconds))
    if seconds < 3600:
        return _("{n} min ago").format(n=int(seconds // 60))
    return _("{n} h ago").format(n=int(seconds // 3600))


def segments_done(done: int, total: int) -> str:
    """Progress in words, such as `9 of 13 segments`."""
    return ngettext("{done} of {total} segment", "{done} of {total} segments", total).format(done=done, total=total)


def findings_counted(number: int) -> str:
    """How much the checks found, such as `4 findings`."""
    return ngettext("{n} finding", "{n} findings", number).format(n=number)


def tooltip(text: str) -> str:
    """A text for `setToolTip`, which would take some plain texts for HTML."""
    for sign, escaped in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        text = text.replace(sign, escaped)
    return f"<qt>{text}</qt>" if text else ""


def label(text: str) -> str:
    """A text for actions, buttons and tabs, where & announces a mnemonic."""
    return text.replace("&", "&&")


def subtitle(release: Release) -> str:
    """Kind, date and place of a release, such as `Press release · 6 March 2026 · Astana`."""
    date = release.first(Role.DATE)
    when = " ".join(segment.source.string for segment in date.segments) if date else ""
    parts = (template_name(release.template), when, _dateline(release))
    return " · ".join(part for part in parts if part)


def _dateline(release: Release) -> str:
    """The place that the lead begins with, as in `Astana (ICRC) – The president …`."""
    lead = release.first(Role.LEAD)
    if lead is None or not lead.segments:
        return ""
    opening, dash, _rest = lead.segments[0].source.string[:80].partition(" – ")
    return opening.split("(")[0].strip(" ,") if dash else ""
