"""One release says the same in the same words: terms, sources, translations."""

from __future__ import annotations

import pytest

from tests.core.checking.asking import Asker
from tilshi.checking.consistency import SAME_SOURCE, SAME_TARGET
from tilshi.checking.mixture import MIXED_TERMS
from tilshi.release import Role
from tilshi.terminology.glossary import Glossary

MIXED = (
    ("kk", "Volunteers", "Еріктілер келді", "Волонтерлерді күттік", "Еріктілерді күттік"),
    (
        "ru",
        "the humanitarian situation",
        "гуманитарная ситуация",
        "о гуманитарной обстановке",
        "о гуманитарной ситуации",
    ),
    (
        "fr",
        "humanitarian assistance",
        "l’assistance humanitaire",
        "de l’aide humanitaire",
        "de l’assistance humanitaire",
    ),
)


@pytest.mark.parametrize(("language", "source", "one", "other", "mended"), MIXED)
def test_two_terms_for_one_concept(  # noqa: PLR0917
    language: str, source: str, one: str, other: str, mended: str, glossary: Glossary
) -> None:
    asked = Asker(MIXED_TERMS, glossary, language)
    ((_found, text, spot),) = asked.all_spots((source, one), (source, other))
    assert (spot.segment, text) == ("s1", mended)
    assert asked.all_marked((source, one), (source, one)) == []


def test_a_text_of_its_own_is_not_mixed_either(glossary: Glossary) -> None:
    asked = Asker(MIXED_TERMS, glossary, "en")
    texts = ("", "Humanitarian assistance came."), ("", "More humanitarian aid is needed.")
    assert asked.all_marked(*texts, own=True) == [("s1", "humanitarian aid")]


def test_the_acronym_is_no_second_term(glossary: Glossary) -> None:
    source = "The International Committee of the Red Cross (ICRC)"
    texts = (source, "Халықаралық Қызыл Крест Комитеті (ХҚКК)"), ("ICRC", "ХҚКК-нің")
    assert Asker(MIXED_TERMS, glossary).all_marked(*texts) == []


def test_what_the_source_calls_by_two_names_may_have_two(glossary: Glossary) -> None:
    texts = ("humanitarian assistance", "l’assistance humanitaire"), ("humanitarian aid", "l’aide humanitaire")
    assert Asker(MIXED_TERMS, glossary, "fr").all_marked(*texts) == []


def test_the_preferred_term_rules_however_rare(glossary: Glossary) -> None:
    texts = [("Volunteers", "Волонтерлер")] * 3 + [("Volunteers", "Еріктілер")]
    assert Asker(MIXED_TERMS, glossary).all_marked(*texts) == [(f"s{number}", "Волонтерлер") for number in range(3)]


def test_one_source_has_one_translation(glossary: Glossary) -> None:
    asked = Asker(SAME_SOURCE, glossary)
    parts = ("Every day counts.", "Әр күн маңызды."), ("Every day counts.", "Күн сайын маңызды.")
    ((found, text, spot),) = asked.all_spots(*parts)
    assert (spot.segment, found, text) == ("s1", "Күн сайын маңызды.", "Әр күн маңызды.")
    assert "Әр күн маңызды." in str(spot.message)
    assert spot.evidence == (0, 17)


def test_what_most_have_is_right(glossary: Glossary) -> None:
    parts = [("Every day counts.", text) for text in ("Күн сайын маңызды.", "Әр күн маңызды.", "Әр күн маңызды.")]
    assert Asker(SAME_SOURCE, glossary).all_marked(*parts) == [("s0", "Күн сайын маңызды.")]


@pytest.mark.parametrize(
    "parts",
    [
        # Not translated yet, another kind of part, numbers, addresses, capitals.
        (("Every day counts.", "Әр күн маңызды."), ("Every day counts.", "")),
        (("Every day counts.", "Әр күн маңызды.", Role.HEADLINE), ("Every day counts.", "Әр күн сайын.", Role.LEAD)),
        (("48,900", "48 900"), ("48,900", "48 901")),
        (("a@example.org", "a@example.org"), ("a@example.org", "b@example.org")),
        (("Every day counts.", "Әр күн маңызды."), ("Every day counts.", "ӘР КҮН МАҢЫЗДЫ.")),
    ],
)
def test_other_sources_and_empty_translations_do_not_count(
    parts: tuple[tuple[str, str], ...], glossary: Glossary
) -> None:
    assert Asker(SAME_SOURCE, glossary).all_marked(*parts) == []


def test_one_translation_for_two_sources_is_noted(glossary: Glossary) -> None:
    asked = Asker(SAME_TARGET, glossary, "ru")
    parts = ("Water is scarce.", "Еды мало."), ("Food is scarce.", "Еды мало.")
    assert asked.all_marked(*parts) == [("s1", "Еды мало.")]
    same = ("Food is scarce.", "Еды мало."), ("Food is scarce!", "Еды мало.")
    assert asked.all_marked(*same) == []


def test_a_text_of_its_own_may_repeat_itself(glossary: Glossary) -> None:
    parts = ("", "Әр күн маңызды."), ("", "Әр күн маңызды.")
    assert Asker(SAME_TARGET, glossary).all_marked(*parts, own=True) == []
    assert Asker(SAME_SOURCE, glossary).all_marked(*parts, own=True) == []
