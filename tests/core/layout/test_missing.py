from tests.core.layout.examples import CARD, release
from tilshi.layout import template
from tilshi.layout.missing import Lack, MissingPart, missing_parts
from tilshi.layout.profile import Profile
from tilshi.release import Role

TEMPLATE = template.load("press-release")
CONTACTS = Profile(contacts=(CARD,))


def test_an_empty_release_lacks_what_the_template_requires_and_cannot_supply() -> None:
    assert missing_parts(release(), TEMPLATE, "en") == (
        MissingPart(Role.DATE, Lack.ABSENT),
        MissingPart(Role.HEADLINE, Lack.ABSENT),
        MissingPart(Role.LEAD, Lack.ABSENT),
        MissingPart(Role.BODY, Lack.ABSENT),
        MissingPart(Role.CONTACT_NAME, Lack.ABSENT),
        MissingPart(Role.CONTACT_PHONE, Lack.ABSENT, alternatives=(Role.CONTACT_EMAIL,)),
    )


def test_contacts_of_the_organisation_are_contacts() -> None:
    draft = release(("date", "6 March 2026"), ("headline", "H"), ("lead", "L"), ("body", "B"))
    assert missing_parts(draft, TEMPLATE, "en", CONTACTS) == ()


def test_what_is_not_translated_is_named_with_its_segments() -> None:
    draft = release(
        ("date", "6 March 2026"),
        ("kicker", "Press Release"),
        ("headline", {"en": "H", "kk": "Т"}),
        ("lead", "L"),
        ("quote", "“Yes.”"),
        ("body", {"en": "B", "kk": "М"}),
        ("contact-name", {"en": "Jane Example", "kk": "Джейн Экзампл"}),
        ("contact-phone", "Tel.: +999 555 010 010"),
        ("body", ""),
    )
    assert missing_parts(draft, TEMPLATE, "kk") == (
        MissingPart(Role.LEAD, Lack.UNTRANSLATED, required=True, segments=("d",)),
        MissingPart(Role.QUOTE, Lack.UNTRANSLATED, required=False, segments=("e",)),
    )


def test_a_media_advisory_says_what_when_where_and_who() -> None:
    draft = release(("fact", "What: a workshop"), ("fact", "WHEN: Tuesday"), ("fact", "Who: Jane Example"))
    missing = missing_parts(draft, template.load("media-advisory"), "en")
    assert [part.kind for part in missing if part.role is Role.FACT] == ["where"]


def test_each_signatory_has_a_contact() -> None:
    draft = release(("signatory", "A"), ("signatory", "B"), ("contact-name", "Jane Example"))
    missing = missing_parts(draft, template.load("joint-statement"), "en")
    assert MissingPart(Role.CONTACT_NAME, Lack.ABSENT) in missing


def test_messages_name_the_part() -> None:
    assert [
        part.message()
        for part in (
            MissingPart(Role.LEAD, Lack.ABSENT),
            MissingPart(Role.LEAD, Lack.UNTRANSLATED),
            MissingPart(Role.FACT, Lack.ABSENT, kind="when"),
            MissingPart(Role.CONTACT_PHONE, Lack.ABSENT, alternatives=(Role.CONTACT_EMAIL,)),
        )
    ] == [
        "The part “lead” is missing.",
        "The part “lead” is not translated.",
        "The part “fact” with the label “when” is missing.",
        "One of these parts is needed: contact-phone, contact-email.",
    ]
