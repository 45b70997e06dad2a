"""The parts a release is made of."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a block is for; in XLIFF the unit's `type`, as `tilshi:ROLE` (XLIFF 2.1, 4.3.1.29)."""

    EMBARGO = "embargo"
    CORRECTION = "correction"
    KICKER = "kicker"
    LOGO_LINE = "logo-line"
    DATE = "date"
    HEADLINE = "headline"
    SUBHEADLINE = "subheadline"
    LEAD = "lead"
    SECTION_HEADING = "section-heading"
    BODY = "body"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    FACT = "fact"
    LIST_ITEM = "list-item"
    TABLE_HEADER = "table-header"
    TABLE_ROW = "table-row"
    PICTURE = "picture"
    CAPTION = "caption"
    BACKGROUND = "background"
    BOILERPLATE = "boilerplate"
    ACCREDITATION = "accreditation"
    SIGNATORY = "signatory"
    NOTES = "notes-to-editors"
    CONTACT_INTRO = "contact-intro"
    CONTACT_NAME = "contact-name"
    CONTACT_ROLE = "contact-role"
    CONTACT_PHONE = "contact-phone"
    CONTACT_EMAIL = "contact-email"
    CONTACT_HOURS = "contact-hours"
    WEBSITE = "link-website"
    FOOTAGE_INTRO = "link-footage-intro"
    FOOTAGE = "link-footage"
    SOCIAL_INTRO = "social-intro"
    SOCIAL_LINKS = "social-links"

    @property
    def is_contact(self) -> bool:
        """Whether the part belongs to a contact card (the sentence that introduces the cards does not)."""
        return self in _CONTACT


_CONTACT = frozenset({Role.CONTACT_NAME, Role.CONTACT_ROLE, Role.CONTACT_PHONE, Role.CONTACT_EMAIL, Role.CONTACT_HOURS})
