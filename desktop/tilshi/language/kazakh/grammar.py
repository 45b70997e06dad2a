"""The Kazakh noun as data: sounds, archiphonemes, and the order of suffixes.

In the notation of ``machine`` small letters stand for themselves, capitals are archiphonemes, and a pair such as ``ае``
is the spelling after back and after front vowels. For a sister language (Kyrgyz, Karakalpak) write such a file: with
rounding harmony the spellings have four letters instead of two (the tests hold a Kyrgyz sketch).

Sources: Қазақ грамматикасы (Astana, 2002), §§ on the noun; the state names follow its order of suffixes
көптік (number) – тәуелдік (possessor) – септік (case) – жіктік (person).
"""

from tilshi.language.kazakh.features import Case, Number, Person, Possessor, Relation
from tilshi.language.kazakh.machine import Arc, Archiphoneme, Machine, Phonology, Sound

BACK, FRONT = 0, 1
"""The two harmonies, as indices into the spellings below: жуан, жіңішке."""

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
    "A": Archiphoneme("ае"),
    "I": Archiphoneme("ыі", {Sound.VOWEL: ""}),
    "S": Archiphoneme("", {Sound.VOWEL: "с"}),
    "L": Archiphoneme("д", {**dict.fromkeys(_SONOROUS, "л"), Sound.VOICELESS: "т"}),
    "N": Archiphoneme("д", {Sound.VOWEL: "н", Sound.NASAL: "н", Sound.VOICELESS: "т"}),
    "Ñ": Archiphoneme("д", {Sound.VOWEL: "н", Sound.VOICELESS: "т"}),
    "D": Archiphoneme("д", {Sound.VOICELESS: "т"}),
    "Ð": Archiphoneme("д", {Sound.NASAL: "н", Sound.VOICELESS: "т"}),
    "G": Archiphoneme("ғг", {Sound.VOICELESS: "қк"}),
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
SIMILATIVE = "similative"
STEM, PLURAL, CASED, LOCATIVE, RELATIONAL, PREDICATE = (
    Machine.START,
    "plural",
    "cased",
    "locative",
    "relational",
    "predicate",
)
POSSESSED, POSSESSED_MANY, POSSESSED_THIRD = "possessed by me or thee", "possessed by us or you", "possessed by a third"


def _possession(source: str) -> tuple[Arc, ...]:
    return (
        Arc(source, "Iм", POSSESSED, Possessor.FIRST_SINGULAR),
        Arc(source, "Iң", POSSESSED, Possessor.SECOND_SINGULAR),
        Arc(source, "IңIз", POSSESSED_MANY, Possessor.SECOND_FORMAL),
        Arc(source, "IмIз", POSSESSED_MANY, Possessor.FIRST_PLURAL),
        Arc(source, "SI", POSSESSED_THIRD, Possessor.THIRD),
    )


def _cases(source: str, *, dative: str = "GA") -> tuple[Arc, ...]:
    return (
        Arc(source, "NIң", CASED, Case.GENITIVE),
        Arc(source, dative, CASED, Case.DATIVE),
        Arc(source, "ÑI", CASED, Case.ACCUSATIVE),
        Arc(source, "DA", LOCATIVE, Case.LOCATIVE),
        Arc(source, "ÐAн", CASED, Case.ABLATIVE),
        Arc(source, "Mен", CASED, Case.INSTRUMENTAL),
        Arc(source, "Mенен", CASED, Case.INSTRUMENTAL, variant=True),
        Arc(source, "Ñікі", RELATIONAL, Relation.GENITIVE),
        Arc(source, "DAй", SIMILATIVE, Relation.SIMILATIVE),
    )


_CASES_AFTER_THIRD = (
    Arc(POSSESSED_THIRD, "нIң", CASED, Case.GENITIVE),
    Arc(POSSESSED_THIRD, "нA", CASED, Case.DATIVE),
    Arc(POSSESSED_THIRD, "н", CASED, Case.ACCUSATIVE),
    Arc(POSSESSED_THIRD, "нDA", LOCATIVE, Case.LOCATIVE),
    Arc(POSSESSED_THIRD, "нAн", CASED, Case.ABLATIVE),
    Arc(POSSESSED_THIRD, "мен", CASED, Case.INSTRUMENTAL),
    Arc(POSSESSED_THIRD, "менен", CASED, Case.INSTRUMENTAL, variant=True),
    Arc(POSSESSED_THIRD, "нікі", RELATIONAL, Relation.GENITIVE),
    Arc(POSSESSED_THIRD, "нDAй", SIMILATIVE, Relation.SIMILATIVE),
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


# A bare stem + -сыз is the lemma "without …" (құқықсыз), not "you are …": only inflected forms take the formal person.
ARCS = (
    Arc(STEM, "LAр", PLURAL, Number.PLURAL),
    *(arc for source in (STEM, PLURAL, RELATIONAL) for arc in _possession(source)),
    *(arc for source in (STEM, PLURAL, POSSESSED_MANY, RELATIONAL) for arc in _cases(source)),
    *_cases(POSSESSED, dative="A"),
    *_CASES_AFTER_THIRD,
    Arc(LOCATIVE, "GI", RELATIONAL, Relation.LOCATIVE),
    Arc(RELATIONAL, "LAр", PLURAL, Number.PLURAL),
    *(
        arc
        for source in (STEM, PLURAL, POSSESSED, POSSESSED_MANY, POSSESSED_THIRD, LOCATIVE, RELATIONAL)
        for arc in _predication(source)
    ),
    *(
        arc
        for source in (PLURAL, POSSESSED_MANY, POSSESSED_THIRD, LOCATIVE, RELATIONAL)
        for arc in _formal_predication(source)
    ),
)

MACHINE = Machine(PHONOLOGY, ARCS)
