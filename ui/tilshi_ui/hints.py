"""What stands in a part where nothing is written yet: what belongs there."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from tilshi.i18n import N_, _
from tilshi.release import Role

_HINTS: Final = MappingProxyType(
    {
        Role.EMBARGO: N_("Embargo: not for release before…"),
        Role.KICKER: N_("Kind of release, such as Press release"),
        Role.DATE: N_("Date"),
        Role.HEADLINE: N_("Headline: what happened, in one line"),
        Role.SUBHEADLINE: N_("Subheadline: what the headline leaves open"),
        Role.LEAD: N_("Lead: Place (organisation) – who, what, when, where, why"),
        Role.SECTION_HEADING: N_("Heading of this section"),
        Role.QUOTE: N_("What somebody said, in quotation marks, and who"),
        Role.ATTRIBUTION: N_("Name and office of the speaker"),
        Role.FACT: N_("One fact or figure"),
        Role.LIST_ITEM: N_("One item of the list"),
        Role.TABLE_HEADER: N_("Headings of the columns, parted by |"),
        Role.TABLE_ROW: N_("Cells of this row, parted by |"),
        Role.BACKGROUND: N_("Background: what a reader needs to know"),
        Role.BOILERPLATE: N_("About the organisation"),
        Role.NOTES: N_("Notes to editors"),
        Role.CAPTION: N_("What the picture shows, and who took it"),
        Role.PICTURE: N_("What the picture shows, for those who cannot see it"),
        Role.CONTACT_INTRO: N_("For further information, please contact:"),
        Role.CORRECTION: N_("What was corrected, and when"),
    }
)


def writing_hint(role: Role) -> str:
    """What to write in a part of that kind."""
    return _(_HINTS.get(role, N_("Write the text here…")))
