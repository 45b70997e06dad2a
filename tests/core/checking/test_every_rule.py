"""Each rule of the catalogue finds what it is for within a release, and is silent once that is put right."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tilshi.checking.catalogue import RULES
from tilshi.checking.engine import check
from tilshi.release import Block, Release, Role, Segment, Target, Text
from tilshi.terminology.glossary import Glossary

ELSEWHERE = {"spell", "quote.verbatim"}
"""Rules that need more than texts, a dictionary or an approval; `test_spelling` and `test_verbatim` have theirs."""


@dataclass(frozen=True, slots=True)
class Example:
    """A translation with the mistake and without it; `around` are paragraphs before it, source and translation."""

    source: str
    wrong: str
    right: str
    role: Role = Role.BODY
    language: str = "kk"
    around: tuple[tuple[str, str], ...] = ()
    around_role: Role = Role.BODY

    def release(self, text: str) -> Release:
        """The release with one wording of the translation."""
        parts = [*((self.around_role, *pair) for pair in self.around), (self.role, self.source, text)]
        blocks = tuple(
            Block(f"p{at}", role, (Segment(f"s{at}", Text(source), ((self.language, Target(Text(target))),)),))
            for at, (role, source, target) in enumerate(parts)
        )
        return Release("r", "en", (self.language,), template="press-release", blocks=blocks)


QUOTED = "“We need water and medicine today,” said Jane Example."
IHL = ("They respect international humanitarian law (IHL).", "Олар халықаралық гуманитарлық құқықты (ХГҚ) құрметтейді.")

EXAMPLES = {
    "seg.empty": Example("Water is scarce.", "", "Су тапшы."),
    "seg.same": Example("Water is scarce in the region.", "Water is scarce in the region.", "Өңірде су тапшы."),
    "seg.count": Example(
        "Water is scarce in the whole region. Roads are closed to all trucks. People wait for help in schools.",
        "Бүкіл өңірде су тапшы, жолдар барлық жүк көлігі үшін жабық, адамдар мектептерде көмек күтіп отыр.",
        "Бүкіл өңірде су тапшы. Жолдар барлық жүк көлігі үшін жабық. Адамдар мектептерде көмек күтіп отыр.",
    ),
    "len.ratio": Example(
        "Water is scarce in the whole region, roads are closed to trucks, and people wait for help in the schools.",
        "Су тапшы.",
        "Бүкіл өңірде су тапшы, жолдар жүк көліктері үшін жабық, адамдар мектептерде көмек күтіп отыр.",
    ),
    "num.value": Example("We helped 31 people.", "Біз 13 адамға көмектестік.", "Біз 31 адамға көмектестік."),
    "num.format": Example(
        "We helped 12,500 people.", "Біз 12,500 адамға көмектестік.", "Біз 12\u00a0500 адамға көмектестік."
    ),
    "num.units": Example("They carried 40 kg of rice.", "Олар 40 т күріш тасыды.", "Олар 40 кг күріш тасыды."),
    "num.percent": Example("It fell by 27%.", "Ол 27% төмендеді.", "Ол 27\u00a0% төмендеді."),
    "date.value": Example("We came on 6 March.", "Біз 7 наурызда келдік.", "Біз 6 наурызда келдік."),
    "date.form": Example("We came on 6 March 2026.", "Біз 6 наурыз 2026 келдік.", "Біз 2026 жылғы 6 наурызда келдік."),
    "date.weekday": Example(
        "We came on Friday, 6 March 2026.",
        "Біз 2026 жылғы 6 наурызда, бейсенбіде келдік.",
        "Біз 2026 жылғы 6 наурызда, жұмада келдік.",
    ),
    "time.zone": Example(
        "Embargoed until 10:00 GMT on 6 March 2026",
        "2026 жылғы 6 наурыз, сағат 10:00-ге дейін жарияланбасын",
        "2026 жылғы 6 наурыз, Гринвич уақытымен сағат 10:00-ге дейін жарияланбасын",
        Role.EMBARGO,
    ),
    "neg.lost": Example("The roads are not open.", "Жолдар ашық.", "Жолдар ашық емес."),
    "quote.count": Example(
        QUOTED,
        "Джейн Экзампл бүгін су мен дәрі керек екенін айтты.",
        "«Бізге бүгін су мен дәрі керек», – деді Джейн Экзампл.",
    ),
    "quote.speaker": Example(
        QUOTED,
        "«Бізге бүгін су мен дәрі керек», – деді Сэм Дамми.",
        "«Бізге бүгін су мен дәрі керек», – деді Джейн Экзампл.",
    ),
    "url.diff": Example(
        "See www.example.org/water.", "www.example.org/food қараңыз.", "www.example.org/water қараңыз."
    ),
    "email.diff": Example("press@example.org", "press@example.com", "press@example.org", Role.CONTACT_EMAIL),
    "phone.diff": Example("+999 555 010 010", "+999 555 010 011", "+999 555 010 010", Role.CONTACT_PHONE),
    "contact.office": Example(
        "Tel.: +41 22 730 21 71",
        "Тел.: +41 22 730 21 71",
        "Тел.: +999 555 010 010",
        Role.CONTACT_PHONE,
        around=(("Jane Example, Astana", "Джейн Экзампл, Астана"),),
        around_role=Role.CONTACT_NAME,
    ),
    "term.missing": Example("The refugees received food.", "Мигранттар азық-түлік алды.", "Босқындар азық-түлік алды."),
    "term.forbidden": Example("The Red Crescent helped.", "Қызыл Жарты Ай көмектесті.", "Қызыл Ай көмектесті."),
    "name.missing": Example(
        "They came to Almaty and Bishkek.", "Олар Бішкекке келді.", "Олар Алматы мен Бішкекке келді."
    ),
    "name.register": Example(
        "ICRC President Mirjana Spoljaric came.",
        "ХҚКК президенті Мирьяна Сполярнич келді.",
        "ХҚКК президенті Мирьяна Сполярич келді.",
    ),
    "term.variant": Example("The volunteers came.", "Волонтерлер келді.", "Еріктілер келді."),
    "term.mixed": Example(
        "The volunteers came.",
        "Волонтерлер келді.",
        "Еріктілер келді.",
        around=(("The volunteers stayed.", "Еріктілер қалды."),),
    ),
    "fixed.diff": Example("ICRC Press Release", "ХҚКК Баспасөз хабары", "ХҚКК Баспасөз хабарламасы", Role.KICKER),
    "mark.missing": Example(
        "We helped {count} people.", "Біз адамдарға көмектестік.", "Біз {count} адамға көмектестік."
    ),
    "name.mixed": Example(
        "Jane Example left.",
        "Джейн Экземпл кетті.",
        "Джейн Экзампл кетті.",
        around=(("Jane Example came.", "Джейн Экзампл келді."), ("Jane Example stayed.", "Джейн Экзампл қалды.")),
    ),
    "cons.source": Example(
        "Water and sanitation for all",
        "Барлығы үшін су мен тазалық",
        "Барша үшін су және санитария",
        Role.BODY,
        around=(("Water and sanitation for all", "Барша үшін су және санитария"),),
    ),
    "cons.target": Example(
        "Food and medicine for every family",
        "Барша үшін су және санитария",
        "Әр отбасы үшін азық-түлік пен дәрі",
        around=(("Water and sanitation for all", "Барша үшін су және санитария"),),
    ),
    "acr.intro": Example(
        "All states respect international humanitarian law (IHL).",
        "Барлық мемлекет халықаралық гуманитарлық құқықты (ХГК) құрметтейді.",
        "Барлық мемлекет халықаралық гуманитарлық құқықты (ХГҚ) құрметтейді.",
    ),
    "acr.unused": Example(
        "International humanitarian law protects them.",
        "Оларды халықаралық гуманитарлық құқық (ХГҚ) қорғайды.",
        "Оларды халықаралық гуманитарлық құқық қорғайды.",
    ),
    "acr.full": Example(
        "IHL protects them.", "Оларды халықаралық гуманитарлық құқық қорғайды.", "Оларды ХГҚ қорғайды.", around=(IHL,)
    ),
    "acr.two": Example("The ICRC helps.", "МККК көмектеседі.", "ХҚКК көмектеседі."),
    "acr.suffix": Example("It is the ICRC’s house.", "Бұл – ХҚККнің үйі.", "Бұл – ХҚКК-нің үйі."),
    "pii": Example("The boy is at home.", "Бала үйде, ЖСН 000101500007.", "Бала үйде."),
    "homoglyph": Example("People came home.", "Aдамдар үйге келді.", "Адамдар үйге келді."),
    "kk.letter": Example("Kazakhstan helps.", "Казакстан көмектеседі.", "Қазақстан көмектеседі."),
    "kk.harmony": Example("States agree.", "Мемлекетлар келісті.", "Мемлекеттер келісті."),
    "kk.case": Example(
        "The ICRC’s pages in social media:",
        "ХҚКК-ні әлеуметтік желілердегі парақшалары:",
        "ХҚКК-нің әлеуметтік желілердегі парақшалары:",
    ),
    "lang.run": Example(
        "They sent Red Cross messages to their families.",
        "Олар отбасыларына Red Cross messages жіберді.",
        "Олар отбасыларына Қызыл Крест хаттарын жіберді.",
    ),
    "uni.form": Example("Water is scarce.", "Су тап\u00adшы.", "Су тапшы."),
    "break.para": Example("Water is scarce in the region.", "Өңірде су\nтапшы.", "Өңірде су тапшы."),
    "url.form": Example(
        "See https://www.example.org.", "htps://www.example.org қараңыз.", "https://www.example.org қараңыз."
    ),
    "qt.style": Example("The “Sample” ship", "“Сэмпл” кемесі", "«Сэмпл» кемесі"),
    "qt.pair": Example("The “Sample” ship is here.", "«Сэмпл кемесі осында.", "«Сэмпл» кемесі осында."),
    "br.pair": Example("The port (in the south) is open.", "Порт (оңтүстікте ашық.", "Порт (оңтүстікте) ашық."),
    "dash.style": Example("Water is life.", "Су - өмір.", "Су – өмір."),
    "dash.mixed": Example(
        "Food is life.", "Тамақ — өмір.", "Тамақ – өмір.", around=(("Water is life.", "Су – өмір."),)
    ),
    "pt.end": Example("Water is scarce", "Су тапшы.", "Су тапшы", Role.HEADLINE),
    "pt.dup": Example("Water is scarce.", "Су тапшы..", "Су тапшы."),
    "word.dup": Example("People came home.", "Адамдар үйге үйге келді.", "Адамдар үйге келді."),
    "cap.role": Example(
        "We met the ICRC president.",
        "Біз ХҚКК Президентін көрдік.",
        "Біз ХҚКК президентін көрдік.",
        around=(("The ICRC president came.", "Кеше ХҚКК президенті келді."),),
    ),
    "cap.term": Example(
        "It is about the global initiative.",
        "Бұл Жаһандық бастама туралы.",
        "Бұл жаһандық бастама туралы.",
        around=(("This global initiative is new.", "Осы жаһандық бастама жаңа."),),
    ),
    "style.people": Example("People with disabilities came.", "Мүгедектер келді.", "Мүгедектігі бар адамдар келді."),
    "style.neutral": Example("The fighters came.", "Террористер келді.", "Жауынгерлер келді."),
    "style.plain": Example(" ".join(["Water is scarce,"] * 12), " ".join(["бұл өңірде су тапшы,"] * 12), "Су тапшы."),
    "typo.ascii": Example("And so on…", "Тағы сол сияқты...", "Тағы сол сияқты…"),
    "sp.double": Example("Water is scarce.", "Су  тапшы.", "Су тапшы."),
    "sp.edge": Example("Water is scarce.", "Су тапшы. ", "Су тапшы."),
    "sp.before": Example("Water, food and roads", "Су , тамақ және жол", "Су, тамақ және жол"),
    "sp.after": Example("Water, food and roads", "Су,тамақ және жол", "Су, тамақ және жол"),
    "sp.nbsp": Example("They carried 40 kg of rice.", "Олар 40 кг күріш тасыды.", "Олар 40\u00a0кг күріш тасыды."),
}


def rules_of(release: Release, language: str, glossary: Glossary) -> set[str]:
    """The rules that find anything."""
    return {finding.rule for finding in check(release, language, glossary=glossary)}


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_rule_finds_what_it_is_for(name: str, glossary: Glossary) -> None:
    example = EXAMPLES[name]
    assert name in rules_of(example.release(example.wrong), example.language, glossary)
    assert name not in rules_of(example.release(example.right), example.language, glossary)


def test_each_rule_has_an_example() -> None:
    assert {*EXAMPLES} | ELSEWHERE == {rule.id for rule in RULES}
