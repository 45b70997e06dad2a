"""The interface's words for what the release calls by code: parts, states, languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from tilshi.i18n import N_, _, ngettext
from tilshi.language.names import endonym
from tilshi.release import Block, Release, Role, State, Target

_ROLES: Final = {
    Role.EMBARGO: N_("Embargo"),
    Role.KICKER: N_("Kicker"),
    Role.LOGO_LINE: N_("Logo line"),
    Role.DATE: N_("Date"),
    Role.HEADLINE: N_("Headline"),
    Role.SUBHEADLINE: N_("Subheadline"),
    Role.LEAD: N_("Lead"),
    Role.SECTION_HEADING: N_("Section heading"),
    Role.BODY: N_("Body"),
    Role.QUOTE: N_("Quote"),
    Role.ATTRIBUTION: N_("Attribution"),
    Role.FACT: N_("Fact"),
    Role.LIST_ITEM: N_("List item"),
    Role.TABLE_HEADER: N_("Table header"),
    Role.TABLE_ROW: N_("Table row"),
    Role.BACKGROUND: N_("Background"),
    Role.BOILERPLATE: N_("Boilerplate"),
    Role.ACCREDITATION: N_("Accreditation"),
    Role.SIGNATORY: N_("Signatory"),
    Role.NOTES: N_("Notes to editors"),
    Role.CONTACT_INTRO: N_("Contact intro"),
    Role.CONTACT_NAME: N_("Contact name"),
    Role.CONTACT_ROLE: N_("Contact role"),
    Role.CONTACT_PHONE: N_("Phone"),
    Role.CONTACT_EMAIL: N_("E-mail"),
    Role.WEBSITE: N_("Website"),
    Role.FOOTAGE_INTRO: N_("Footage intro"),
    Role.FOOTAGE: N_("Footage"),
    Role.SOCIAL_INTRO: N_("Social media intro"),
    Role.SOCIAL_LINKS: N_("Social media"),
    Role.PICTURE: N_("Picture"),
    Role.CAPTION: N_("Caption"),
    Role.CORRECTION: N_("Correction"),
}

_STATES: Final = {
    State.TRANSLATED: N_("Translated"),
    State.REVIEWED: N_("Reviewed"),
    State.FINAL: N_("Approved"),
}

TEMPLATES: Final = {
    "press-release": N_("Press release"),
    "statement": N_("Statement"),
    "joint-statement": N_("Joint statement"),
    "media-advisory": N_("Media advisory"),
    "news-note": N_("News note"),
    "operational-update": N_("Operational update"),
}


def role_name(role: Role) -> str:
    """What a part is called."""
    return _(_ROLES[role])


def state_name(target: Target) -> str:
    """How far a translation is, in one word."""
    if target.state is State.INITIAL:
        return _("Draft") if target.text else _("Untranslated")
    return _(_STATES[target.state])


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
    for block in release.blocks:
        name = role_name(block.role)
        if block.role in many:
            seen[block.role] = seen.get(block.role, 0) + 1
            name = f"{name} {seen[block.role]}"
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
