"""Which words are right, which are not, and what they are meant for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.spelling import Speller
from tilshi.language.spelling.speller import MOST_SUGGESTIONS
from tilshi.language.spelling.words import words

Spellers = Mapping[str, Speller]

RIGHT = {
    "kk": [
        "ХҚКК-нің өкілдігі 2026-жылғы 6 наурызда бірте-бірте жұмысын бастады.",
        "Солтүстік-батыс аймақтағы ауруханаларға дәрі-дәрмек жеткізілмегендіктен, дәрігерлер көмек сұрады.",
        "Кітабына қарап, қызарып кеткен бала жүгіріп шықты.",
        "БҰҰ мен НАТО-ға, XXI ғасырға, Examplia еліне қатысты Қасым-Жомарт Тоқаев айтты.",
        "Оқиды, жояды, сөйлейді, тоқыған, балқыды, шыққан, қойылған, келмейінше, көрсетпестен.",
    ],
    "ru": ["МККК доставил еще 12 тонн груза, и ещё 3-я больница на северо-востоке его получит.", "Он сказал: «Ёлка»."],
    "fr": ["L’hôpital n’a pas reçu l’aide qu’il attendait aujourd’hui, c’est-à-dire d’urgence, jusqu’à lundi."],
    "en": ["The organisation's organization doesn’t deliver medicines in the centre's hospitals’ pharmacies, p. ex."],
}
WRONG = {
    "kk": {
        "мемлекетлар": "мемлекеттер",
        "мектепқа": "мектепке",
        "казіргі": "қазіргі",
        "жылгы": "жылғы",
        "көмкек": "көмек",
        "Ауруханлар": "Ауруханалар",
    },
    "ru": {"гуманитраный": "гуманитарный", "помошь": "помощь", "больнитцы": "больницы"},
    "fr": {"l'hopital": "l'hôpital", "humanitare": "humanitaire", "necessaire": "nécessaire"},
    "en": {"humanitarain": "humanitarian", "recieved": "received", "Goverment": "Government"},
}
FORMS = [
    ("kk", "Сполярич", "Споляричтің"),
    ("kk", "Мысалия", "Мысалиядағы"),
    ("kk", "Порт-Мысал", "Порт-Мысалға"),
    ("kk", "шығынды басқару жүйесі", "жүйесінің"),
    ("ru", "Примерия", "Примерией"),
    ("ru", "Сполярич", "Споляричем"),
    ("fr", "Exemplie", "l’Exemplie"),
    ("en", "Examplia", "Examplia’s"),
]
SILENT = [
    ("kk", "Мысалия президенті Сэмпл келді."),  # names
    ("kk", "компаниясы және инновациялық теміржолдар"),  # loans and compounds that are in no list
    ("fr", "Le plan « help » est lancé."),  # a word of another language
    ("ru", "В Алматинской обл. и др. местах"),  # an abbreviation
    ("en", "McDonald said that iPhones and NGOs matter to Kvitlauk."),
]


@pytest.mark.parametrize(("language", "text"), [(language, text) for language in RIGHT for text in RIGHT[language]])
def test_good_texts_are_silent(spellers: Spellers, language: str, text: str) -> None:
    unknown = [text[start:end] for start, end in spellers[language].misspelled(text)]
    assert [word for word in unknown if word.islower()] == []
    assert list(spellers[language].proven(text)) == []


@pytest.mark.parametrize(("language", "wrong"), [(language, word) for language in WRONG for word in WRONG[language]])
def test_slips_are_found_and_put_right(spellers: Spellers, language: str, wrong: str) -> None:
    text = f"«{wrong}»"
    assert spellers[language].misspelled(text) == ((1, 1 + len(wrong)),)
    found = spellers[language].suggest(wrong)
    assert WRONG[language][wrong] in found
    assert len(found) <= MOST_SUGGESTIONS


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_may_be_right_is_no_warning(spellers: Spellers, language: str, text: str) -> None:
    assert list(spellers[language].proven(text)) == []


@pytest.mark.parametrize(("language", "term", "form"), FORMS)
def test_terms_are_right_in_any_form(spellers: Spellers, language: str, term: str, form: str) -> None:
    taught = spellers[language].with_terms([term])
    assert taught.misspelled(form) == ()
    assert taught.with_user_words(["қырғитақ"]).misspelled(form) == ()


def test_words_of_the_user_are_right_until_they_are_taken_back(spellers: Spellers) -> None:
    taught = spellers["kk"].with_user_words(["қырғитақ"])
    assert taught.misspelled("Қырғитақтарға") == ()
    assert taught.with_user_words([]).misspelled("қырғитақ") == ((0, 8),)


def test_confused_letters_come_first(spellers: Spellers) -> None:
    assert spellers["kk"].suggest("казіргі")[0] == "қазіргі"
    assert spellers["kk"].suggest("кузет")[0] == "күзет"
    assert spellers["fr"].suggest("acces")[0] == "accès"


def test_a_capital_stays(spellers: Spellers) -> None:
    assert spellers["ru"].suggest("Помошь")[0] == "Помощь"


def test_offsets_count_what_is_written(spellers: Spellers) -> None:
    text = "𝄞 des me\u0301dicamants et de l’eau"
    (found,) = spellers["fr"].proven(text)
    assert (text[found.start : found.end], found.suggestions[0]) == ("me\u0301dicamants", "médicaments")


def test_a_language_without_a_dictionary_is_refused() -> None:
    with pytest.raises(KeyError):
        Speller("xx")


@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    found = list(words(text))
    assert all(text[word.start : word.end] for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)
