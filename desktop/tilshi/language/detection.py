"""Which language a text is in, by its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

UNKNOWN: Final = "und"
"""BCP 47's tag for a language that cannot be told."""

_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_CYRILLIC: Final = re.compile("[\u0400-\u052f]")
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class _Profile:
    """How a language is known: `letters` are its alphabet beyond the script's core, `words` its commonest words."""

    code: str
    letters: frozenset[str]
    words: frozenset[str]

    @property
    def prior(self) -> float:
        """A short text that fits several languages is in one of those this program is for."""
        return _PRIOR.get(self.code, 0.0)


_PRIOR: Final = {"en": 0.1, "fr": 0.05, "ru": 0.1, "kk": 0.05}


def _profile(code: str, letters: str, words: str) -> _Profile:
    return _Profile(code, frozenset(letters), frozenset(words.split()))


# The letters are those beyond абвгдежзийклмнопрстуфхцчшщьюя and a–z.
_CYRILLIC_PROFILES: Final = (
    _profile(
        "kk",
        "әғқңөұүһіыэъё",
        "және мен бен пен үшін бойынша туралы бұл осы оның олар болып болған деп жылы жылғы ның нің қазақстан "
        "халықаралық бар жоқ бір да де ғана сондай-ақ арқылы кейін дейін бері сіз біз қаңтар ақпан наурыз "
        "сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан барлығы",
    ),
    _profile(
        "ru",
        "ыэъё",
        "и в на не что с по для из к о об от за до при это как его их она они мы был была были также после "
        "года году или а но со во сайт просим обращайтесь января февраля марта апреля мая июня июля августа "
        "сентября октября ноября декабря всего",
    ),
    _profile(
        "ky",
        "ңөүыэъё",
        "жана менен үчүн боюнча бул ошол анын алар болгон деп жылы жок бар бир да дагы кийин тууралуу",
    ),
    _profile(
        "uk",
        "іїєґ",
        "і в на не що з по для із до про від за при це як його їх вона вони ми був була були також та або",
    ),
    _profile(
        "be",
        "ыэёіў",
        "і ў на не што з па для да пра ад за гэта як яго іх яна яны мы быў была былі таксама або",
    ),
    _profile(
        "uz-Cyrl",
        "ўқғҳъэё",
        "ва билан учун бўйича бу шу унинг улар бўлган деб йил йўқ бор бир ҳам кейин тўғрисида",
    ),
    _profile(
        "tg",
        "ғӣқӯҳҷъэё",
        "ва дар бо барои аз ки ба ин он онҳо мо буд шуд аст сол низ ё то",
    ),
    _profile(
        "tt",
        "әөүҗңһыэъё",
        "һәм белән өчен буенча бу шул аның алар булган дип елда юк бар бер да дә соң турында",
    ),
    _profile(
        "mn",
        "өүыэъё",
        "ба болон нь энэ тэр түүний тэд байна гэж оны дээр хүн улс юм уу бол",
    ),
    _profile(
        "bg",
        "ъ",
        "и в на не че с по за от до при това как го ги тя те ние беше бяха също след или но да се",
    ),
    _profile(
        "sr-Cyrl",
        "ђјљњћџ",
        "и у на не да с по за од до при то како га их она они ми био била били такође или али се је",
    ),
)
_LATIN_PROFILES: Final = (
    _profile(
        "en",
        "",
        "the of and to in a is that for on with as was by at from has have its it their this are be not our "
        "for please contact visit will said an or website email press statement january february march april "
        "june july august september october november december total",
    ),
    _profile(
        "fr",
        "àâçéèêëîïôœùûüÿæ",
        "le la les de des du et à en un une est que pour sur avec dans par au aux a ont ses son leur ce cette "
        "sont pas nous ne se qui ou où d l s n qu veuillez plus site janvier février mars avril mai juin "
        "juillet août septembre octobre novembre décembre total presse communiqué",
    ),
    _profile(
        "de",
        "äöüß",
        "der die das und in zu den von mit ist für auf dem nicht ein eine im des auch sich als bei nach",
    ),
    _profile(
        "es",
        "áéíóúñü",
        "el la los las de del y a en un una es que para por con su se al no lo como más fue son",
    ),
    _profile(
        "it",
        "àèéìòù",
        "il la i le di del della e a in un una è che per con su si al non lo come più sono ha nel dei",
    ),
    _profile(
        "pt",
        "ãõáéíóúâêôç",
        "o a os as de do da e em um uma é que para por com seu se ao não como mais foi são no na",
    ),
    _profile(
        "tr",
        "çğışöüİ",
        "ve bir bu için ile da de olarak olan daha çok sonra gibi kadar ne ama en her tarafından",
    ),
    _profile(
        "uz",
        "",
        "va bilan uchun bu shu uning ular deb yil bor bir ham keyin haqida o‘z bo‘lgan",
    ),
    _profile(
        "kk-Latn",
        "äğıñöşūüİ",
        "jäne men ben pen üşın üşin boiynşa turaly būl bul osy onyñ olar bolyp dep jyly bar joq bir",
    ),
)


def recognise(text: str) -> str:
    """The BCP 47 tag of the language a text is in; `UNKNOWN` where there are no letters or another script.

    Tells Kazakh, Russian, English and French from each other in a line, and from their neighbours (Kyrgyz, Ukrainian,
    Uzbek, Tajik, Tatar, German, Spanish, Turkish …) in a paragraph. Of a long text the first 20,000 code points count.
    """
    words = Counter(_WORD.findall(text[:_SAMPLE].casefold()))
    cyrillic = sum(number * len(word) for word, number in words.items() if _CYRILLIC.search(word))
    latin = sum(number * len(word) for word, number in words.items() if _LATIN.search(word))
    if not cyrillic and not latin:
        return UNKNOWN
    # Names, links and acronyms in Latin letters are common in Cyrillic texts, never the other way round.
    script, profiles = (_CYRILLIC, _CYRILLIC_PROFILES) if 3 * cyrillic >= latin else (_LATIN, _LATIN_PROFILES)
    own = Counter({word: number for word, number in words.items() if script.search(word)})
    return max(profiles, key=lambda profile: _likeness(profile, own, profiles)).code


def _likeness(profile: _Profile, words: Counter[str], profiles: tuple[_Profile, ...]) -> float:
    """Common words count by their frequency, letters by being used and by not being foreign."""
    total = sum(words.values())
    common = sum(number for word, number in words.items() if word in profile.words) / total
    special = frozenset().union(*(other.letters for other in profiles))
    used = Counter[str]()
    for word, number in words.items():
        for letter in special.intersection(word):
            used[letter] += number
    known = sum(number for letter, number in used.items() if letter in profile.letters)
    foreign = sum(number for letter, number in used.items() if letter not in profile.letters)
    unused = len(profile.letters - used.keys()) / len(profile.letters) if profile.letters else 0.5
    return 2 * common + (known - 3 * foreign) / total - 0.25 * unused + profile.prior
