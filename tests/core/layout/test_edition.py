import pytest

from tests.core.layout.examples import RELIEF, all_paragraphs, release
from tilshi.layout import template
from tilshi.layout.compose import compose
from tilshi.layout.edition import Edition
from tilshi.layout.profile import NEUTRAL, Profile

TEMPLATE = template.load("press-release")


def line(role: str, source: str, language: str = "kk", profile: Profile = NEUTRAL, own: str = "") -> str:
    draft = release((role, {"en": source, language: own} if language != "en" else source))
    found = Edition(draft, TEMPLATE, profile, language).line(draft.blocks[0])
    return found.text.string if found else ""


@pytest.mark.parametrize(
    ("role", "source", "language", "stands_in"),
    [
        ("date", "6 March 2026", "kk", "2026 жылғы 6 наурыз"),
        ("date", "March 1, 2026", "fr", "1er mars 2026"),
        ("date", "next Friday", "kk", ""),
        ("kicker", "Press Release", "kk", "Баспасөз хабарламасы"),
        ("contact-intro", "Ask us", "fr", "Pour plus d’informations, veuillez contacter\u00a0:"),
        ("contact-phone", "Tel.: +999 555 010 010", "kk", "Тел.: +999 555 010 010"),
        ("contact-phone", "Call Jane", "kk", ""),
        ("contact-email", "Email: press@example.org", "fr", "Courriel\u00a0: press@example.org"),
        (
            "link-website",
            "Or visit: www.example.org/en",
            "kk",
            "Немесе біздің веб-сайтымызға кіріңіз: www.example.org/en",
        ),
        ("link-website", "Or visit our website", "kk", ""),
        (
            "social-links",
            "social.example.org/a, X, video.example.org",
            "kk",
            "social.example.org/a, X, video.example.org",
        ),
        ("link-footage", "newsroom.example.org", "kk", "newsroom.example.org"),
        ("link-footage", "Newsroom (newsroom.example.org)", "kk", ""),
        ("social-links", "X", "kk", ""),
        ("headline", "Examplia", "kk", ""),
        ("body", "One.", "kk", ""),
        ("contact-name", "Jane Example", "kk", ""),
    ],
)
def test_what_stands_in_for_a_missing_translation(role: str, source: str, language: str, stands_in: str) -> None:
    assert line(role, source, language) == stands_in


def test_a_translation_is_shown_as_it_is() -> None:
    assert line("date", "6 March 2026", own="6.03.26") == "6.03.26"


@pytest.mark.parametrize(
    ("source", "language", "stands_in"),
    [
        (
            "EMBARGOED until 15:00 GMT, 8 May 2026",
            "kk",
            "ЭМБАРГО: 2026 жылғы 8 мамыр, Гринвич уақыты бойынша сағат 15:00-ке дейін жариялауға болмайды",
        ),
        ("Embargo: May 8, 2026, 10.30 GMT", "fr", "SOUS EMBARGO jusqu’au 8 mai 2026, 10\u00a0h\u00a030 GMT"),
        ("EMBARGOED until 00:01 GMT, 8 May 2026", "ru", "ЭМБАРГО до 00:01 по Гринвичу, 8 мая 2026 года"),
        ("EMBARGOED until tomorrow", "kk", ""),
        ("EMBARGOED from 8 May 2026, 10:00, to 9 May 2026, 11:00", "kk", ""),
        ("EMBARGOED until 10:00 Astana time, 8 May 2026", "kk", ""),
    ],
)
def test_embargo(source: str, language: str, stands_in: str) -> None:
    assert line("embargo", source, language) == stands_in


def test_the_organisation_is_named_in_its_own_forms() -> None:
    assert line("social-intro", "Follow us:", "kk", RELIEF) == "МКҰ-ның әлеуметтік желілердегі парақшалары:"
    assert line("social-intro", "Follow us:", "kk") == "Біздің әлеуметтік желілердегі парақшаларымыз:"


def test_an_organisation_without_an_acronym_in_the_language_is_not_named_in_another() -> None:
    assert line("kicker", "ER Press Release", "fr", RELIEF) == "Communiqué de presse"


@pytest.mark.parametrize(
    ("source", "own", "language"),
    [
        ("Welcome to Example (news.example.org)", "Welcome to Example (news.example.org)", "en"),
        ("news.example.org", "news.example.org", "kk"),
        ("Welcome to Example", "Example қош келдіңіз", "kk"),
        ("Café Example", "Café Example", "kk"),
        ("“Yes,” she said", "“Yes,” she said", "en"),
    ],
)
def test_words_taken_over_from_the_source_keep_its_language(source: str, own: str, language: str) -> None:
    document = compose(release(("link-footage", {"en": source, "kk": own})), TEMPLATE, NEUTRAL, "kk")
    (found,) = [p for p in all_paragraphs(document) if p.role == "link-footage"]
    assert {run.language for run in found.runs} == {language} == {found.language}


def test_words_of_the_same_script_are_not_guessed_at() -> None:
    document = compose(release(("body", {"en": "Port", "fr": "Port"})), TEMPLATE, NEUTRAL, "fr")
    assert {p.language for p in all_paragraphs(document)} == {"fr"}
