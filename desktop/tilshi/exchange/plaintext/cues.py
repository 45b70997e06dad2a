"""The words by which the parts of a release are known, a language at a time.

Each cue is a tuple of regular expressions, matched without regard to case. A text is read with the cues of all
languages together, since a Kazakh release may end with a Russian contact and an English link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final


class Cue(StrEnum):
    """What words can tell about a paragraph."""

    PRESS_RELEASE = "press-release"
    STATEMENT = "statement"
    JOINT_STATEMENT = "joint-statement"
    MEDIA_ADVISORY = "media-advisory"
    NEWS_NOTE = "news-note"
    OPERATIONAL_UPDATE = "operational-update"
    EMBARGO = "embargo"
    MONTH = "month"
    WEEKDAY = "weekday"
    DATE_WORD = "date word"
    FACT = "label of a fact"
    ACCREDITATION = "label of accreditation"
    SAID = "attribution of a quotation"
    SINCE = "since a year"
    PRESENCE = "works or is present somewhere"
    BACKGROUND = "heading of the background"
    IDENTITY = "what an organisation is"
    ABOUT = "heading of the boilerplate"
    NOTES = "heading of notes to editors"
    CONTACT = "introduction of contacts"
    PHONE = "label of a telephone number"
    EMAIL = "label of an e-mail address"
    POSITION = "position of a person"
    OFFICE = "office of an organisation"
    WEBSITE = "website"
    FOOTAGE = "video footage"
    SOCIAL = "social media"
    SIGNATORIES = "heading of the signatories"
    END = "mark of the end"
    HANGING = "cannot end a sentence"


TEMPLATES: Final = (
    # The longest name first: a joint statement is a statement too.
    Cue.JOINT_STATEMENT,
    Cue.OPERATIONAL_UPDATE,
    Cue.MEDIA_ADVISORY,
    Cue.NEWS_NOTE,
    Cue.STATEMENT,
    Cue.PRESS_RELEASE,
)
"""The cues that name a kind of release; their values are the names of the templates."""

_ENGLISH: Final = {
    Cue.PRESS_RELEASE: ("(?:press|news|media) release",),
    Cue.STATEMENT: ("(?:press |public |media )?statement",),
    Cue.JOINT_STATEMENT: ("joint (?:\\w+ )?(?:statement|declaration|communiqu[eé]|appeal)",),
    Cue.MEDIA_ADVISORY: ("(?:media|press) (?:advisory|alert|invitation)", "invitation to (?:the )?(?:media|press)"),
    Cue.NEWS_NOTE: ("news note", "(?:news|information|briefing|background) note", "news in brief", "fact ?sheet"),
    Cue.OPERATIONAL_UPDATE: (
        "operational (?:update|report)",
        "(?:situation|field) (?:update|report)",
        "operations update",
    ),
    Cue.EMBARGO: (
        "embargo(?:ed)?",
        "for (?:immediate|use|release)",
        "not for (?:publication|release)",
        "do not publish",
    ),
    Cue.MONTH: (
        "january|february|march|april|may|june|july|august|september|october|november|december",
        "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    ),
    Cue.WEEKDAY: ("(?:mon|tues|wednes|thurs|fri|satur|sun)day",),
    Cue.DATE_WORD: ("st|nd|rd|th|of|gmt|utc|hrs?|am|pm",),
    Cue.FACT: ("what|when|where|who|why|how|date|time|venue|place|location|speakers?|participants|languages?|topic",),
    Cue.ACCREDITATION: ("accreditation|registration|rsvp|how to register",),
    Cue.SAID: (
        "said|says|stated|states|declared|added|noted|told|explained|recalled|stressed|warned|concluded|emphasi[sz]ed",
    ),
    Cue.SINCE: ("since (?:\\w+ ){0,6}\\d{4}", "established in \\d{4}", "founded in \\d{4}"),
    Cue.PRESENCE: (
        "(?:has|have) (?:been )?(?:work(?:ed|ing)|present|active|operat(?:ed|ing)|support(?:ed|ing))",
        "works? (?:in|with|to|closely)",
        "(?:permanent )?presence",
        "delegation|office|mission",
        "co-?operates?|partners?",
    ),
    Cue.BACKGROUND: ("background(?: information)?",),
    Cue.IDENTITY: (
        "neutral|impartial|independent",
        "is an? (?:\\w+[ ,]+){0,6}(?:organi[sz]ation|institution|network|movement|agency|body)",
        "mandate[ds]?",
        "mission is to|helps people",
    ),
    Cue.ABOUT: ("about (?:the |us)?\\w*(?: \\w+){0,6}",),
    Cue.NOTES: ("notes? (?:to|for) (?:the )?(?:editors?|journalists|media)", "editors?['’]? notes?", "notes?"),
    Cue.CONTACT: (
        "(?:for )?(?:further|more|additional) (?:information|details|enquir(?:y|ies)|questions)",
        "(?:please )?contact",
        "(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)",
        "contacts",
    ),
    Cue.PHONE: ("tel|telephone|phone|mobile|mob|cell(?:phone)?|fax|whats ?app|signal|t|m",),
    Cue.EMAIL: ("e-?mail(?: address)?|mail|e",),
    Cue.POSITION: (
        "spokes(?:person|man|woman)|(?:press|media|communications?|public relations) (?:officer|manager|adviser)",
        "head of|director|delegate|coordinator|(?:press|media) (?:secretary|attaché)|president|officer",
    ),
    Cue.OFFICE: ("delegation|headquarters|office|mission|sub-delegation|secretariat|branch|department|unit",),
    Cue.WEBSITE: ("web ?-?sites?|web ?pages?|online|homepage|visit (?:us|our)",),
    Cue.FOOTAGE: ("footage|videos?|b-roll|broadcast|photos?|audiovisual|newsroom|images|pictures|video news",),
    Cue.SOCIAL: ("social (?:media|networks?)|follow (?:us|the)",),
    Cue.SIGNATORIES: ("signator(?:y|ies)|signed by|on behalf of",),
    Cue.END: ("ends?",),
    Cue.HANGING: (
        "the|an?|of|to|in|on|for|and|or|with|by|at|from|as|that|its|their|into|between|under|over|against|who|which",
    ),
}
_FRENCH: Final = {
    Cue.PRESS_RELEASE: ("communiqué(?: de presse)?",),
    Cue.STATEMENT: ("déclaration",),
    Cue.JOINT_STATEMENT: ("(?:déclaration|communiqué|appel) (?:conjointe?|commune?)",),
    Cue.MEDIA_ADVISORY: (
        "avis (?:aux|à la) (?:médias|presse)",
        "invitation (?:aux médias|à la presse)",
        "invitation presse",
    ),
    Cue.NEWS_NOTE: ("note d['’]information", "note aux médias", "note d['’]actualité"),
    Cue.OPERATIONAL_UPDATE: (
        "point sur les opérations",
        "bulletin (?:opérationnel|des opérations)",
        "point de situation",
    ),
    Cue.EMBARGO: ("embargo", "pour publication|à publier|pour diffusion", "ne pas publier"),
    Cue.MONTH: (
        "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
        "janv|févr|avr|juil|sept|oct|nov|déc",
    ),
    Cue.WEEKDAY: ("lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche",),
    Cue.DATE_WORD: ("er|le|du|h",),
    Cue.FACT: ("quoi|quand|où|qui|pourquoi|comment|date|heure|lieu|intervenants|participants|langues?|thème",),
    Cue.ACCREDITATION: ("accréditations?|inscriptions?|enregistrement",),
    Cue.SAID: (
        "(?:a|ont) (?:déclaré|dit|affirmé|ajouté|souligné|expliqué|précisé|indiqué|rappelé|averti|conclu|estimé)",
        "déclare|explique|ajoute|souligne|affirme|précise|indique|rappelle|estime",
    ),
    Cue.SINCE: ("depuis (?:\\S+ ){0,6}\\d{4}", "fondée? en \\d{4}", "créée? en \\d{4}"),
    Cue.PRESENCE: (
        "travaille|œuvre|est (?:présente?|active?)|mène",
        "présence(?: permanente)?",
        "délégation|bureau|mission",
        "coopère|collabore|partenaires?|soutient",
    ),
    Cue.BACKGROUND: ("contexte|informations? générales?|rappel des faits",),
    Cue.IDENTITY: (
        "neutre|impartiale?|indépendante?",
        "est une? (?:\\S+ ){0,6}(?:organisation|institution|réseau|mouvement|agence|organisme)",
        "mandat|mission",
    ),
    Cue.ABOUT: ("à propos (?:de|du|des|de la|de l['’])\\b.*", "qui sommes-nous"),
    Cue.NOTES: (
        "notes? (?:aux|à la|pour les) (?:rédactions?|rédacteurs|journalistes|médias)",
        "note de la rédaction",
        "notes?",
    ),
    Cue.CONTACT: (
        "(?:pour )?(?:plus d['’]|de plus amples |toute |d['’]autres )(?:informations?|renseignements|questions?)",
        "(?:veuillez |merci de )?contacter|contactez",
        "contacts?(?: (?:médias|presse))?|service de presse|(?:informations?|renseignements?) complémentaires?",
    ),
    Cue.PHONE: ("tél(?:éphone)?|portable|mobile|gsm|télécopie|fax",),
    Cue.EMAIL: ("courriel|e-?mail|mél|adresse électronique|messagerie",),
    Cue.POSITION: (
        "porte-parole|attachée? de presse|chargée? (?:de|des) (?:communication|presse|relations)",
        "chef(?:fe)? (?:de|du)|directeur|directrice|déléguée?|coordinat(?:eur|rice)|responsable|présidente?",
    ),
    Cue.OFFICE: ("délégation|siège|bureau|mission|sous-délégation|secrétariat|service|unité",),
    Cue.WEBSITE: ("site (?:web|internet)|sites? |page web|en ligne|consultez",),
    Cue.FOOTAGE: ("images?|vidéos?|séquences|photos?|qualité broadcast|audiovisuel(?:le)?s?|reportages?",),
    Cue.SOCIAL: ("réseaux sociaux|suivez(?:-nous)?",),
    Cue.SIGNATORIES: ("signataires?|signé par|au nom de",),
    Cue.END: ("fin",),
    Cue.HANGING: (
        "le|la|les|de|des|du|et|à|en|un|une|ou|pour|sur|avec|dans|par|au|aux|que|qui|son|sa|ses|leurs?|entre|vers|ce|cette",
    ),
}
_RUSSIAN: Final = {
    Cue.PRESS_RELEASE: ("пресс-?релиз|сообщение для (?:печати|прессы|сми)|пресс-сообщение",),
    Cue.STATEMENT: ("заявление",),
    Cue.JOINT_STATEMENT: ("совместн(?:ое|ый) (?:\\w+ )?(?:заявление|коммюнике|обращение|призыв)",),
    Cue.MEDIA_ADVISORY: ("анонс(?: для сми)?|приглашение (?:для )?(?:сми|прессы|журналистов)|медиа-?анонс",),
    Cue.NEWS_NOTE: (
        "информационн(?:ая|ое) (?:записка|справка|сообщение)|новостная заметка|инфо(?:рмационный )?бюллетень",
    ),
    Cue.OPERATIONAL_UPDATE: ("(?:оперативная )?сводка|оперативный (?:отчет|отчёт|обзор)|обзор деятельности",),
    Cue.EMBARGO: ("эмбарго", "для немедленного (?:о?публикования|распространения)|не публиковать|не для публикации"),
    Cue.MONTH: (
        "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
        "январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь",
        "янв|фев|мар|апр|авг|сент?|окт|ноя|дек",
    ),
    Cue.WEEKDAY: ("понедельник|вторник|среда|четверг|пятница|суббота|воскресенье",),
    Cue.DATE_WORD: ("г|год|года|ч|час|часов|мск",),
    Cue.FACT: ("что|когда|где|кто|зачем|почему|как|дата|время|место(?: проведения)?|участники|спикеры|языки?|тема",),
    Cue.ACCREDITATION: ("аккредитация|регистрация",),
    Cue.SAID: (
        "(?:сказал|заявил|отметил|подчеркнул|добавил|сообщил|пояснил|рассказал|напомнил|предупредил|объяснил|указал)[аи]?",
        "говорит|заявляет|отмечает|подчеркивает|подчёркивает|добавляет|поясняет",
    ),
    Cue.SINCE: ("с (?:\\S+ ){0,4}\\d{4} г(?:ода)?", "начиная с \\d{4}", "(?:основан|создан|учрежд[её]н)\\w* в \\d{4}"),
    Cue.PRESENCE: (
        "работает|действует|ведет деятельность|ведёт деятельность|осуществляет|помогает",
        "присутств\\w+",
        "представительств\\w+|делегаци\\w+|офис\\w*|мисси\\w+",
        "сотрудничает|поддерживает|взаимодействует",
    ),
    Cue.BACKGROUND: ("справка|справочн(?:о|ая информация)|контекст|для справки|предыстория",),
    Cue.IDENTITY: (
        "нейтральн\\w+|беспристрастн\\w+|независим\\w+",
        "(?:организаци|учреждени|сет|движени|агентств)(?:я|е|ь|ей|ем|ью|о|ом)",
        "мандат\\w*|мисси[яи]",
    ),
    Cue.ABOUT: ("о (?:нас|\\S+(?: \\S+){0,5})", "об (?:организации|\\S+(?: \\S+){0,5})"),
    Cue.NOTES: (
        "(?:примечани[ея]|к сведению|информация) (?:для )?(?:редактор\\w+|редакци\\w+|журналист\\w+|сми)",
        "примечани[ея]",
    ),
    Cue.CONTACT: (
        "(?:за |для получения )?(?:дополнительн|подробн|более подробн)\\w+ информаци\\w+",
        "обращайтесь|обращаться|свяжитесь|связаться",
        "контакт(?:ы|ная информация|ные данные|ное лицо)?(?: для (?:сми|прессы))?|пресс-служба",
    ),
    Cue.PHONE: ("тел|телефон|моб(?:ильный)?|факс|сот(?:овый)?",),
    Cue.EMAIL: ("эл(?:ектронная)?\\.? ?(?:почта|адрес)|эл\\. ?п|e-?mail|имейл|почта|электронный адрес",),
    Cue.POSITION: (
        "пресс-(?:секретарь|атташе|служба)|представитель|специалист|сотрудни(?:к|ца)|консультант|менеджер|советник",
        "глава|руководитель|директор|координатор|делегат|президент|начальник|заведующ\\w+|заместитель",
    ),
    Cue.OFFICE: ("делегаци[яи]|штаб-квартира|представительств[оа]|офис|бюро|миссия|секретариат|отдел\\w*|управление",),
    Cue.WEBSITE: ("(?:веб-?)?сайт\\w*|интернет-сайт\\w*|страниц[аеуы]|портал\\w*",),
    Cue.FOOTAGE: ("видео\\w*|фото\\w*|съ[её]м(?:ка|ки|ок)|кадры|вещательн\\w+|аудиовизуальн\\w+|изображени\\w+",),
    Cue.SOCIAL: ("социальн(?:ых|ые) сет(?:ях|и|ям)|соцсет(?:ях|и)|следите за|подписывайтесь",),
    Cue.SIGNATORIES: ("подписавшие(?:ся)?(?: стороны)?|подписали|от имени",),
    Cue.END: ("конец",),
    Cue.HANGING: (
        "и|в|во|на|с|со|по|для|из|к|ко|об?|от|за|до|при|или|а|но|что|как|под|над|между|через|который|которая|которые|их|его|не",
    ),
}
_KAZAKH: Final = {
    Cue.PRESS_RELEASE: ("баспасөз (?:хабарламасы|релизі)|пресс-?релиз\\w*|баспасөзге арналған хабарлама",),
    Cue.STATEMENT: ("мәлімдеме(?:сі)?",),
    Cue.JOINT_STATEMENT: ("(?:бірлескен|ортақ) (?:\\w+ )?(?:мәлімдеме|үндеу|коммюнике)(?:сі|і)?",),
    Cue.MEDIA_ADVISORY: (
        "(?:бақ|журналистер|баспасөз)\\w*(?: өкілдеріне)?(?: арналған)? (?:хабарландыру|анонс|шақыру)\\w*",
    ),
    Cue.NEWS_NOTE: ("ақпараттық (?:хабарлама|жазба|анықтама)\\w*|жаңалық\\w* (?:жазбасы|хабарламасы)",),
    Cue.OPERATIONAL_UPDATE: (
        "жұмыс барысы туралы мәлімет\\w*|жедел (?:мәлімет|есеп|шолу)\\w*|жағдай туралы (?:мәлімет|есеп)\\w*",
    ),
    Cue.EMBARGO: ("эмбарго", "дереу жариялауға арналған|жариялауға болмайды|жарияланбайды"),
    Cue.MONTH: ("қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан",),
    Cue.WEEKDAY: ("дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі",),
    Cue.DATE_WORD: ("ж|жыл|жылы|жылғы|жылдың|сағат",),
    Cue.FACT: (
        "не|қашан|қайда|кім(?:дер)?|неге|неліктен|қалай|күні|уақыты|(?:өтетін )?орны|қатысушылар|тілдер?і?|тақырыбы",
    ),
    Cue.ACCREDITATION: ("аккредит(?:теу|ация)|тіркеу|тіркелу",),
    Cue.SAID: (
        "де(?:ді|йді|ген)|деп (?:мәлімдеді|атап өтті|қосты|айтты|түсіндірді|ескертті|хабарлады|еске салды|толықтырды)",
        "деп (?:мәлімдейді|атап өтеді|қосады|айтады|түсіндіреді|жеткізді)",
    ),
    Cue.SINCE: (
        "\\d{4} жыл(?:ы|дан|ғы)(?: \\S+){0,4} бері",
        "\\d{4} жылдан бастап",
        "\\d{4} жылы (?:құрыл|негізделг)\\w+",
    ),
    Cue.PRESENCE: (
        "жұмыс істейді|жұмыс жасайды|қызмет (?:етеді|атқарады)|жүргізеді|көмектеседі|көмек көрсетеді",
        "өкілдігі|кеңсесі|миссиясы|тұрақты",
        "ынтымақтас\\w+|серіктес\\w*|қолдау көрсет\\w+",
    ),
    Cue.BACKGROUND: ("анықтама(?: үшін)?|(?:қосымша )?мәлімет|қысқаша ақпарат",),
    Cue.IDENTITY: (
        "бейтарап|тәуелсіз|алалаусыз",
        "ұйым(?:ы|дар)?|мекеме(?:сі)?|желі(?:сі)?|қозғалыс(?:ы)?",
        "мандат\\w*|миссия\\w*",
    ),
    Cue.ABOUT: ("\\S+(?: \\S+){0,6} туралы", "біз туралы"),
    Cue.NOTES: (
        "(?:редактор|редакция|журналист)\\w*(?: арналған)? (?:ескерт(?:пе|у)|түсініктеме)\\w*",
        "ескертпе(?:лер)?",
    ),
    Cue.CONTACT: (
        "(?:қосымша|толығырақ|көбірек|толық) (?:ақпарат|мәлімет)\\w*",
        "хабарлас(?:ыңыз|уға|ыңыздар)\\w*|байланыс (?:деректер|үшін|тұлға)\\w*|байланысу үшін|байланысыңыз",
        "байланыс(?:тар)?|баспасөз (?:қызметі|орталығы)",
    ),
    Cue.PHONE: ("тел|телефон(?:ы)?|ұялы(?: тел(?:ефон)?)?|факс|моб",),
    Cue.EMAIL: ("эл(?:ектрондық)?\\.? ?(?:пошта|мекенжай)\\w*|эл\\. ?п|e-?mail|пошта(?:сы)?",),
    Cue.POSITION: (
        "баспасөз (?:хатшысы|өкілі)|(?:ресми )?өкілі|маманы?|қызметкері?|кеңесші(?:сі)?|менеджер(?:і)?",
        "басшы(?:сы)?|жетекші(?:сі)?|директор(?:ы)?|үйлестіруші(?:сі)?|делегат(?:ы)?|президент(?:і)?|төраға(?:сы)?|орынбасары",
    ),
    Cue.OFFICE: ("өкілдігі|штаб-пәтері|кеңсесі|бөлімі|миссиясы|хатшылығы|басқармасы|филиалы|делегациясы",),
    Cue.WEBSITE: ("(?:веб-?)?сайт\\w*|интернет-сайт\\w*|парақша(?:мыз)?ға кіріңіз|портал\\w*",),
    Cue.FOOTAGE: ("бейне\\w*|видео\\w*|фото\\w*|эфирлік|кадрлар\\w*|суреттер\\w*",),
    Cue.SOCIAL: ("әлеуметтік (?:желі|медиа)\\w*|жазылыңыз",),
    Cue.SIGNATORIES: ("қол қойған(?:дар| тараптар)?|атынан",),
    Cue.END: ("соңы",),
    Cue.HANGING: (
        "және|мен|бен|пен|үшін|бойынша|туралы|ретінде|болып|бұл|осы|арналған|арқылы|немесе|деп|кейін|дейін|бастап|бірақ",
    ),
}
CUES: Final[Mapping[str, Mapping[Cue, tuple[str, ...]]]] = MappingProxyType(
    {"en": _ENGLISH, "fr": _FRENCH, "ru": _RUSSIAN, "kk": _KAZAKH}
)
"""Language → cue → expressions; every language has every cue."""

SOCIAL_HOSTS: Final = (
    "facebook.com",
    "fb.com",
    "x.com",
    "twitter.com",
    "instagram.com",
    "tiktok.com",
    "youtube.com",
    "youtu.be",
    "linkedin.com",
    "t.me",
    "telegram.me",
    "vk.com",
    "ok.ru",
    "threads.net",
    "threads.com",
    "bsky.app",
    "wa.me",
    "whatsapp.com",
    "weibo.com",
    "mastodon.social",
    "flickr.com",
)
"""Where social media live; subdomains count too."""


# A number or an address says as clearly as a colon that the word before it is a label.
_AFTER_LABEL: Final = {Cue.PHONE: r":|[–—-]\s|(?=\+?\(?\d)", Cue.EMAIL: r":|[–—-]\s|(?=\S+@)"}


@cache
def pattern(cue: Cue) -> re.Pattern[str]:
    """The cue in all languages, as whole words anywhere in a text."""
    return re.compile(rf"(?<!\w)(?:{_alternatives(cue)})(?!\w)", re.IGNORECASE)


@cache
def label(cue: Cue) -> re.Pattern[str]:
    """The cue in all languages, as the label a line begins with: `Tel.:`, `Tél. :`, `Где:`, `Tel. +999 …`."""
    after = _AFTER_LABEL.get(cue, ":")
    return re.compile(rf"\W{{0,3}}(?:{_alternatives(cue)})(?:\s*\([^)]{{0,40}}\))?\.?\s*(?:{after})", re.IGNORECASE)


@cache
def whole(cue: Cue) -> re.Pattern[str]:
    """The cue in all languages, as all that a line says, but for a colon, dashes or brackets around it."""
    return re.compile(rf"\W*(?:{_alternatives(cue)})\W*", re.IGNORECASE)


def _alternatives(cue: Cue) -> str:
    return "|".join(dict.fromkeys(expression for cues in CUES.values() for expression in cues[cue]))
