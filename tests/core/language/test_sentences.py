import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.language.sentences import sentences, split


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Water is life.", "It must be protected!", "Who will do it?"]),
        ("en", ["Mr. J. R. Example met Dr. Sample at 10 a.m. on 6 March.", "They agreed."]),
        ("en", ["See art. 3 and No. 5, i.e. the rules, etc. for details.", "This is clear."]),
        ("en", ["It costs 3.4 million.", "“Stop!” she said.", "“They left.”", "He stayed."]),
        ("en", ["The U.S. President spoke."]),
        ("fr", ["M. Example a rencontré Mme Sample.", "« Arrêtez ! » a-t-elle dit.", "C’est clair."]),
        ("fr", ["Voir l’art. 3, p. 6, etc.", "Le reste suit."]),
        ("ru", ["Это было в 2026 г. в г. Астане.", "Там живет г-н А. Б. Экзампл."]),
        ("ru", ["Это было в 2026 г.", "Он уехал на ул. Примерную, д. 6."]),
        ("ru", ["Погибли 9 тыс. человек и т.д.", "Все скорбят."]),
        ("ru", ["«Стойте!» – сказала она.", "«Они ушли», – ответил он.", "– «Мы остались»."]),
        ("kk", ["2026 ж. 6 наурызда кездесу өтті.", "Оған 27 адам, т.б. келді."]),
        ("kk", ["Бұл 2019 ж.", "Содан бері жұмыс істейді."]),
        ("kk", ["«Су – қару емес!» – деді Ж. Экзампл.", "Ол кетті."]),
        ("kk", ["6. Бап өзгерді.", "7 адам келді…", "Соңы."]),
        ("und", ["One.", "Two."]),
    ],
)
def test_divides(language: str, expected: list[str]) -> None:
    assert list(sentences(" ".join(expected), language)) == expected


def test_a_line_break_ends_no_sentence() -> None:
    assert sentences("Мына\nсілтемеге өтіңіз:\nсайт. Келесі", "kk") == ("Мына\nсілтемеге өтіңіз:\nсайт.", "Келесі")


def test_longer_tags_are_the_language() -> None:
    assert sentences("Mr. Example left.", "en-GB") == ("Mr. Example left.",)


@given(st.text(alphabet=st.sampled_from("aAбБ .!?…»«“”\n–-15\u00a0"), max_size=60), st.sampled_from(["en", "ru", "kk"]))
def test_sentences_cover_the_text(text: str, language: str) -> None:
    spans = split(text, language)
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(start < end for start, end in spans)
    assert list(spans) == sorted(spans)
