"""What parts and states are called, in the language of the interface."""

from __future__ import annotations

from typing import Final

from tilshi.i18n import N_, _
from tilshi.release.approvals import State
from tilshi.release.model import Target
from tilshi.release.roles import Role

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
    Role.CONTACT_HOURS: N_("Hours"),
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


def role_name(role: Role) -> str:
    """What a part is called."""
    return _(_ROLES[role])


def state_name(target: Target) -> str:
    """How far a translation is, in one word."""
    if target.state is State.INITIAL:
        return _("Draft") if target.text else _("Untranslated")
    return _(_STATES[target.state])
