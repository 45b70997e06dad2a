import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.exchange.fictitious import PRESS_RELEASE, Sample
from tests.core.exchange.fictitious_kinds import KINDS
from tilshi.language.detection import UNKNOWN, recognise


@pytest.mark.parametrize("language", ["en", "fr", "ru", "kk"])
@pytest.mark.parametrize("sample", [PRESS_RELEASE, *KINDS], ids=lambda sample: sample.template)
def test_releases(sample: Sample, language: str) -> None:
    assert recognise("\n".join(sample.texts(language))) == language


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("kk", "ХҚКК Баспасөз хабарламасы"),
        ("kk", "2026 жылғы 6 наурыз"),
        ("ru", "Заявление МККК"),
        ("ru", "6 марта 2026 года"),
        ("en", "6 March 2026"),
        ("fr", "6 mars 2026"),
        ("fr", "Communiqué de presse"),
        ("ky", "Бишкекте гуманитардык укук боюнча семинар болуп өттү жана ага көп адам катышты."),
        ("uk", "Міжнародний комітет провів у Києві семінар для журналістів про захист лікарень."),
        ("uz-Cyrl", "Халқаро қўмита Тошкентда журналистлар учун семинар ўтказди ва уларга ёрдам берди."),
        ("uz", "Xalqaro qo‘mita Toshkentda jurnalistlar uchun seminar o‘tkazdi va ularga yordam berdi."),
        ("tg", "Кумитаи байналмилалӣ дар Душанбе барои рӯзноманигорон семинар гузаронд ва ба онҳо кӯмак кард."),
        ("de", "Das Komitee hat in Genf einen Workshop für Journalisten veranstaltet und viele sind gekommen."),
        ("es", "El comité organizó en Ginebra un taller para los periodistas y muchos fueron."),
        ("tr", "Komite Cenevre’de gazeteciler için bir çalıştay düzenledi ve çok kişi katıldı."),
        (UNKNOWN, "12:30 – 45 %"),
        (UNKNOWN, "国際人道法"),
        (UNKNOWN, ""),
    ],
)
def test_lines_and_neighbours(expected: str, text: str) -> None:
    assert recognise(text) == expected


def test_links_and_names_in_latin_letters_do_not_turn_the_language() -> None:
    text = "ХҚКК-ні әлеуметтік желілердегі парақшалары:\nfacebook.com/example, X, Instagram.com/example"
    assert recognise(text) == "kk"


@given(st.text(max_size=200))
def test_any_text_has_an_answer(text: str) -> None:
    assert recognise(text)


def test_the_samples(shared: Path) -> None:
    for path in sorted((shared / "samples").glob("R*.json")):
        segments = json.loads(path.read_text(encoding="utf-8"))["segments"]
        for language in ("en", "fr", "ru", "kk"):
            assert recognise("\n".join(segment[language] for segment in segments)) == language
