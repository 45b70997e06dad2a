"""The Kazakh noun as data: sounds, archiphonemes, and the order of suffixes.

In the notation of ``machine`` small letters stand for themselves, capitals are archiphonemes, and a pair such as ``ае``
is the spelling after back and after front vowels. For a sister language (Kyrgyz, Karakalpak) write such a file: with
rounding harmony the spellings have four letters instead of two (the tests hold a Kyrgyz sketch).

Sources: Қазақ грамматикасы (Astana, 2002), §§ on the noun; the state names follow its order of suffixes
көптік (number) – тәуелдік (possessor) – септік (case) – жіктік (person).
"""

from tilshi.language.kazakh.features import Case, Number, Person, Possessor, Relation
from tilshi.language.kazakh.machine import Arc, Archiphoneme, Machine, Phonology, Sound

BACK, FRONT, MIXED = 0, 1, 2
"""The harmonies, as indices into the spellings below: жуан, жіңішке, and that of stems in -ә (куәні, but куәға)."""

VOWELS = frozenset("аәеоөұүыіэёяиую")

SOUNDS = {
    letter: sound
    for sound, letters in {
        Sound.VOWEL: "аәеёоөұүыіэя",
        Sound.GLIDE: "иую",
        Sound.APPROXIMANT: "рй",
        Sound.LATERAL: "л",
        Sound.NASAL: "мнң",
        Sound.SIBILANT: "зж",
        # Final б в г д of loans are heard devoiced: клубтың, Назарбаевқа, педагогтар, заводтан.
        Sound.VOICELESS: "пфкқтсшщчцхһбвгғд",
    }.items()
    for letter in letters
}

_SONOROUS = (Sound.VOWEL, Sound.GLIDE, Sound.APPROXIMANT)

ARCHIPHONEMES = {
    "A": Archiphoneme("аеа"),
    "I": Archiphoneme("ыіі", {Sound.VOWEL: ""}),
    "S": Archiphoneme("", {Sound.VOWEL: "с"}),
    "L": Archiphoneme("д", {**dict.fromkeys(_SONOROUS, "л"), Sound.VOICELESS: "т"}),
    "N": Archiphoneme("д", {Sound.VOWEL: "н", Sound.NASAL: "н", Sound.VOICELESS: "т"}),
    "Ñ": Archiphoneme("д", {Sound.VOWEL: "н", Sound.VOICELESS: "т"}),
    "D": Archiphoneme("д", {Sound.VOICELESS: "т"}),
    "Ð": Archiphoneme("д", {Sound.NASAL: "н", Sound.VOICELESS: "т"}),
    "G": Archiphoneme("ғгғ", {Sound.VOICELESS: "қкқ"}),
    "M": Archiphoneme("м", {Sound.SIBILANT: "б", Sound.VOICELESS: "п"}),
    "B": Archiphoneme("б", {**dict.fromkeys(_SONOROUS, "м"), Sound.LATERAL: "м", Sound.VOICELESS: "п"}),
}

PHONOLOGY = Phonology(
    vowels=VOWELS,
    sounds=SOUNDS,
    archiphonemes=ARCHIPHONEMES,
    harmony_after={**dict.fromkeys("аоұыя", BACK), **dict.fromkeys("әеөүіэ", FRONT)},
)

# States are named after what has just been added.
STEM, PLURAL = Machine.START, "plural"
POSSESSED, POSSESSED_MANY, POSSESSED_THIRD = "possessed by me or thee", "possessed by us or you", "possessed by a third"
CASED, LOCATIVE, ABLATIVE, PREDICATE = "cased", "locative", "ablative", "predicate"
ATTRIBUTE, PROPERTY, COMPARED = "the one in", "the one of", "like"


def _possession(source: str) -> tuple[Arc, ...]:
    return (
        Arc(source, "Iм", POSSESSED, Possessor.FIRST_SINGULAR),
        Arc(source, "Iң", POSSESSED, Possessor.SECOND_SINGULAR),
        Arc(source, "IңIз", POSSESSED_MANY, Possessor.SECOND_FORMAL),
        Arc(source, "IмIз", POSSESSED_MANY, Possessor.FIRST_PLURAL),
        Arc(source, "IңдAр", POSSESSED_MANY, Possessor.SECOND_PLURAL),
        Arc(source, "IңIздAр", POSSESSED_MANY, Possessor.SECOND_PLURAL_FORMAL),
        Arc(source, "SI", POSSESSED_THIRD, Possessor.THIRD),
    )


def _cases(source: str, *, dative: str = "GA") -> tuple[Arc, ...]:
    return (
        Arc(source, "NIң", CASED, Case.GENITIVE),
        Arc(source, dative, CASED, Case.DATIVE),
        Arc(source, "ÑI", CASED, Case.ACCUSATIVE),
        Arc(source, "DA", LOCATIVE, Case.LOCATIVE),
        Arc(source, "ÐAн", ABLATIVE, Case.ABLATIVE),
        Arc(source, "Mен", CASED, Case.INSTRUMENTAL),
        Arc(source, "Mенен", CASED, Case.INSTRUMENTAL, variant=True),
        Arc(source, "Ñікі", PROPERTY, Relation.GENITIVE),
        Arc(source, "DAй", COMPARED, Relation.SIMILATIVE),
    )


def _cases_after_third(source: str) -> tuple[Arc, ...]:
    return (
        Arc(source, "нIң", CASED, Case.GENITIVE),
        Arc(source, "нA", CASED, Case.DATIVE),
        Arc(source, "н", CASED, Case.ACCUSATIVE),
        Arc(source, "нDA", LOCATIVE, Case.LOCATIVE),
        Arc(source, "нAн", ABLATIVE, Case.ABLATIVE),
        Arc(source, "мен", CASED, Case.INSTRUMENTAL),
        Arc(source, "менен", CASED, Case.INSTRUMENTAL, variant=True),
        Arc(source, "нікі", PROPERTY, Relation.GENITIVE),
        Arc(source, "нDAй", COMPARED, Relation.SIMILATIVE),
    )


def _predication(source: str) -> tuple[Arc, ...]:
    return (
        Arc(source, "MIн", PREDICATE, Person.FIRST_SINGULAR),
        Arc(source, "сIң", PREDICATE, Person.SECOND_SINGULAR),
        Arc(source, "BIз", PREDICATE, Person.FIRST_PLURAL),
        Arc(source, "сIңдAр", PREDICATE, Person.SECOND_PLURAL),
    )


def _formal_predication(source: str) -> tuple[Arc, ...]:
    return (
        Arc(source, "сIз", PREDICATE, Person.SECOND_FORMAL),
        Arc(source, "сIздAр", PREDICATE, Person.SECOND_PLURAL_FORMAL),
    )


_NOMINAL = (STEM, PLURAL, POSSESSED, POSSESSED_MANY, POSSESSED_THIRD, LOCATIVE, ABLATIVE, ATTRIBUTE, PROPERTY)

ARCS = (
    Arc(STEM, "LAр", PLURAL, Number.PLURAL),
    *(arc for source in (STEM, PLURAL, ATTRIBUTE) for arc in _possession(source)),
    *(arc for source in (STEM, PLURAL, POSSESSED_MANY, ATTRIBUTE) for arc in _cases(source)),
    *_cases(POSSESSED, dative="A"),
    *_cases_after_third(POSSESSED_THIRD),
    Arc(POSSESSED, "шA", COMPARED, Relation.EQUATIVE),
    Arc(POSSESSED_MANY, "шA", COMPARED, Relation.EQUATIVE),
    Arc(POSSESSED_THIRD, "ншA", COMPARED, Relation.EQUATIVE),
    Arc(LOCATIVE, "GI", ATTRIBUTE, Relation.LOCATIVE),
    Arc(ATTRIBUTE, "LAр", PLURAL, Number.PLURAL),
    Arc(PROPERTY, "LAр", PLURAL, Number.PLURAL),
    *_cases_after_third(PROPERTY),
    *(arc for source in _NOMINAL for arc in _predication(source)),
    # A bare stem + -сыз is the lemma "without …" (құқықсыз), not "you are …".
    *(arc for source in _NOMINAL if source != STEM for arc in _formal_predication(source)),
)

MACHINE = Machine(PHONOLOGY, ARCS)
