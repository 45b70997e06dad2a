from tilshi import i18n


def test_speaks_four_languages_english_first() -> None:
    assert i18n.languages() == ("en", "fr", "kk", "ru")


def test_switches_to_the_language_of_a_longer_tag() -> None:
    i18n.use_language("kk-KZ")
    assert i18n.language() == "kk"


def test_falls_back_to_english() -> None:
    i18n.use_language("de")
    assert i18n.language() == "en"


def test_reads_the_environment_in_the_order_of_gettext() -> None:
    assert i18n.system_language({"LANGUAGE": "tr:ru:fr", "LANG": "kk_KZ.UTF-8"}) == "ru"
    assert i18n.system_language({"LC_ALL": "kk_KZ.UTF-8", "LANG": "fr_FR.UTF-8"}) == "kk"
    assert i18n.system_language({"LC_ALL": "C.UTF-8"}) == "en"
    assert i18n.system_language({}) == "en"


def test_an_empty_text_is_not_the_header_of_the_catalogue() -> None:
    i18n.use_language("ru")
    assert i18n._("") == ""


def test_plural_forms_follow_the_language() -> None:
    i18n.use_language("ru")
    assert i18n.ngettext("{n} thing nobody says", "{n} things nobody says", 5) == "{n} things nobody says"
