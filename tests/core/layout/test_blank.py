import datetime as dt

import pytest

from tests.core.layout.examples import CARD, KINDS, RELIEF, all_paragraphs
from tilshi.layout import template
from tilshi.layout.blank import blank_release
from tilshi.layout.compose import compose
from tilshi.layout.missing import Lack, missing_parts
from tilshi.layout.profile import NEUTRAL, Profile, load_named
from tilshi.release import Localised, Role

DAY = dt.date(2026, 3, 6)


def test_a_press_release_begins_with_what_is_known() -> None:
    new = blank_release(template.load("press-release"), load_named("icrc"), ("en", "kk"), DAY, "Astana")
    texts = [
        (block.role.value, segment.source.string, segment.target("kk").text.string) for block, segment in new.segments()
    ]
    assert texts == [
        ("kicker", "ICRC Press Release", "ХҚКК Баспасөз хабарламасы"),
        ("date", "6 March 2026", "2026 жылғы 6 наурыз"),
        ("headline", "", ""),
        ("lead", "Astana (ICRC) – ", ""),
        ("body", "", ""),
        (
            "contact-intro",
            "For further information, please contact:",
            "Қосымша ақпарат алу үшін төмендегі байланыс деректері арқылы хабарласыңыз:",
        ),
        ("contact-name", "", ""),
        ("contact-phone", "Tel.: ", "Тел.: "),
        ("contact-email", "Email: ", "Эл. пошта: "),
    ]


def test_facts_begin_with_their_labels() -> None:
    new = blank_release(template.load("media-advisory"), NEUTRAL, ("kk",), DAY)
    facts = [segment.source.string for block, segment in new.segments() if block.role is Role.FACT]
    assert facts == ["Не: ", "Қашан: ", "Қайда: ", "Кім: "]


def test_cards_and_website_of_the_organisation() -> None:
    known = Profile(contacts=(CARD,), website=Localised((("en", "https://www.example.org"),)))
    new = blank_release(template.load("statement"), known, ("en", "kk"), DAY)
    assert not any(block.role.is_contact for block in new.blocks)
    website = new.first(Role.WEBSITE)
    assert website is not None
    assert website.segments[0].target("kk").text.string == (
        "Немесе біздің веб-сайтымызға кіріңіз: https://www.example.org"
    )
    shown = all_paragraphs(compose(new, template.load("statement"), known))
    assert "Jane Example, Press office" in [paragraph.text for paragraph in shown]


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_release_of_every_kind_says_what_is_still_to_be_written(kind: str) -> None:
    layout = template.load(kind)
    new = blank_release(layout, RELIEF, ("en", "kk", "fr"), DAY)
    assert new.template == kind
    for language in new.languages:
        missing = missing_parts(new, layout, language, RELIEF)
        assert {part.lack for part in missing} == {Lack.ABSENT}
        assert {part.role for part in missing} >= {Role.HEADLINE, Role.LEAD, Role.CONTACT_NAME, Role.CONTACT_PHONE}
        assert compose(new, layout, RELIEF, language).metadata.created == dt.datetime(2026, 3, 6, 12, tzinfo=dt.UTC)
    if kind == "media-advisory":
        kinds = [part.kind for part in missing_parts(new, layout, "en", RELIEF) if part.role is Role.FACT]
        assert kinds == ["what", "when", "where", "who"]


@pytest.mark.parametrize("languages", [(), ("en", "en")])
def test_languages_are_named_once(languages: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="each once"):
        blank_release(template.load("statement"), NEUTRAL, languages, DAY)
