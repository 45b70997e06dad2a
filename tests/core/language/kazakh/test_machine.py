"""The machine on its own, with a sketch of Kyrgyz: four harmonies instead of two, nothing else new."""

import pytest

from tilshi.language.kazakh.features import Case, Features, Number, Possessor
from tilshi.language.kazakh.machine import Arc, Archiphoneme, Join, Machine, Phonology, Sound, StemClass

BACK, FRONT, BACK_ROUND, FRONT_ROUND = range(4)
SOUNDS = {
    **dict.fromkeys("аеыиоөуүэ", Sound.VOWEL),
    **dict.fromkeys("рй", Sound.APPROXIMANT),
    "л": Sound.LATERAL,
    **dict.fromkeys("мнң", Sound.NASAL),
    **dict.fromkeys("зж", Sound.SIBILANT),
    **dict.fromkeys("пткшсчгдбв", Sound.VOICELESS),
}
KYRGYZ = Machine(
    Phonology(
        vowels=frozenset("аеыиоөуүэ"),
        sounds=SOUNDS,
        archiphonemes={
            "A": Archiphoneme("аеоө"),
            "I": Archiphoneme("ыиуү", {Sound.VOWEL: ""}),
            "S": Archiphoneme("", {Sound.VOWEL: "с"}),
            "L": Archiphoneme("д", {Sound.VOWEL: "л", Sound.APPROXIMANT: "л", Sound.VOICELESS: "т"}),
            "D": Archiphoneme("д", {Sound.VOICELESS: "т"}),
            "G": Archiphoneme("г", {Sound.VOICELESS: "к"}),
        },
        # у after а rounds no further: кар, карга; but куш, кушту
        harmony_after={**dict.fromkeys("аы", BACK), **dict.fromkeys("еи", FRONT), "о": BACK_ROUND, "ө": FRONT_ROUND},
    ),
    [
        Arc("stem", "LAр", "plural", Number.PLURAL),
        *(Arc(source, "SI", "third", Possessor.THIRD) for source in ("stem", "plural")),
        *(Arc(source, "GA", "cased", Case.DATIVE) for source in ("stem", "plural")),
        *(Arc(source, "DA", "cased", Case.LOCATIVE) for source in ("stem", "plural")),
        Arc("third", "нA", "cased", Case.DATIVE),
    ],
)  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "sound", "harmony", "features", "form"),
    [
        ("бала", Sound.VOWEL, BACK, Features(Number.PLURAL), "балалар"),
        ("көл", Sound.LATERAL, FRONT_ROUND, Features(Number.PLURAL), "көлдөр"),
        ("тоо", Sound.VOWEL, BACK_ROUND, Features(Number.PLURAL, case=Case.LOCATIVE), "тоолордо"),
        ("кеңеш", Sound.VOICELESS, FRONT, Features(Number.PLURAL, Possessor.THIRD, Case.DATIVE), "кеңештерине"),
        ("өлкө", Sound.VOWEL, FRONT_ROUND, Features(possessor=Possessor.THIRD), "өлкөсү"),
    ],
)
def test_a_sister_language_is_data(stem: str, sound: Sound, harmony: int, features: Features, form: str) -> None:
    kind = StemClass(sound, (harmony,))
    assert form == stem + KYRGYZ.write(kind, features)
    assert features in KYRGYZ.readings(kind, form.removeprefix(stem))


def test_join_and_bareness_are_kept() -> None:
    voiced = StemClass(Sound.VOICELESS, (BACK,), join=Join.BEFORE_VOWEL, bare=False)
    assert KYRGYZ.readings(voiced, "") == ()
    assert KYRGYZ.readings(voiced, "тар") == ()
    assert KYRGYZ.readings(voiced, "ы") == (Features(possessor=Possessor.THIRD),)


def test_a_form_the_grammar_lacks_is_refused() -> None:
    with pytest.raises(ValueError, match="no form has the features <n><ins>"):
        KYRGYZ.write(StemClass(Sound.VOWEL, (BACK,)), Features(case=Case.INSTRUMENTAL))


def test_a_stem_of_unknown_sound_is_read_but_not_written() -> None:
    unknown = StemClass(None, (BACK, FRONT))
    assert KYRGYZ.readings(unknown, "лар") == KYRGYZ.readings(unknown, "тар") == (Features(Number.PLURAL),)
    with pytest.raises(ValueError, match="unknown sound"):
        KYRGYZ.write(unknown, Features())
