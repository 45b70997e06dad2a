"""Which case a word asks of the noun phrase before it: postpositions and verbs, as data anybody can extend.

After the chapters on postpositions (шылау) and government (меңгеру) of «Қазақ грамматикасы» (Астана, 2002); the verbs
are those of press releases. A word that governs several cases stands with the usual one.
"""

import re
from typing import Final

from tilshi.language.kazakh.features import Case, Possessor

POSTPOSITIONS: Final = {
    Case.NOMINATIVE: """
        туралы жөнінде жөніндегі жайында жайлы үшін арқылы бойынша бойы сайын сияқты секілді тәрізді ретінде кезінде
        кезіндегі барысында барысындағы аясында аясындағы шеңберінде негізінде арасында арасындағы саласында саласындағы
        мақсатында салдарынан нәтижесінде тарапынан атынан
    """,
    Case.DATIVE: """
        дейін дейінгі шейін қарай қарсы қатысты байланысты сәйкес қарамастан таман жуық тән арналған бағытталған сай
        орай құрмет құрметті шабуыл шабуылдар тыйым мүше
    """,
    Case.ABLATIVE: """
        кейін кейінгі соң соңғы бері бергі бұрын бұрынғы басқа өзге гөрі бастап тыс артық бөлек зардап
    """,
    Case.INSTRUMENTAL: "бірге бірлесіп қатар қоса салыстырғанда ынтымақтастық",
}
"""Whole words, in the very form in which they stand after the noun."""

VERBS: Final = {
    Case.ACCUSATIVE: """
        сақта құрметте қолда қолдан бұз қорға талқыла нығайт күшейт қамтамасыз_ет қамти жүзеге_асыр пайдалан орында
        ілгерілет интеграцияла жүргіз ұйымдастыр өткіз көрсет айыпта қабылда түсін зертте оқыт тарат жарияла қарастыр
        бағала раста тоқтат азайт арттыр кеңейт тексер анықта қалыптастыр дамыт енгіз ұстан мойында еске_сал іздестір
        босат тасымалда жеңілдет жетілдір шекте болдырма насихатта іске_қос жасақта жой аша әзірле
    """,
    Case.DATIVE: """
        көмектес көмек_көрсет қатыс қосыл жет ұшыра әсер_ет сүйен негізделген жүгін шақыр мән_бер назар_аудар баға_бер
        қол_қой қол_жеткіз жәрдемдес ықпал_ет үлес_қос кедергі_жаса барды келді жауап_бер бейілді
    """,
    Case.ABLATIVE: "құтыл бас_тарт айырыл зардап_шек қорқ сұра үміт_күт орал",
    Case.INSTRUMENTAL: "кездес таныс айналыс ынтымақтас келіс бөліс жұмыс_істе байланыс_орнат",
}
"""Beginnings of verbs; a low line stands for a space."""

# Ends like a possessed noun, in any case; past tenses (-ды, -ты after a voiceless consonant) do not.
_POSSESSED: Final = re.compile(
    r"\w{2,}(?:(?<=[аәеоөүұыіиу])с[ыі]|(?<=[бвгғжзйклмнңпрсфхцчшщқ])[ыі]|(?<=[аәеоөүұыіирлмн]т)[ыі])"
    r"(?:н|на|не|нда|нде|нан|нен|ның|нің|мен|ндағы|ндегі)?"
)
_NOT_POSSESSED_WORDS: Final = """
ресми жалпы басты тағы барлығы өзі бәрі осы екі алты жеті қарсы ішкі сыртқы алғашқы соңғы кейінгі бұрынғы қазіргі
"""
_NOT_POSSESSED: Final = frozenset(_NOT_POSSESSED_WORDS.split())
_AGENT: Final = re.compile(r"\w+ш[ыі]")
# What makes a noun of a verb, so that it governs no longer: қорғаныс, келісім, сұрақ, жетекші, қолданба.
_NOUN: Final = re.compile(r"ныс|нба|[ыі]м|[ыі]с(?!т)|қ(?!ан|ыз)|к(?!ен|із)|екші|рақ")
_PASSIVE: Final = re.compile(r"[ыі]?л")
_PASSIVE_IN_N: Final = re.compile(r"н")
_VERBAL_NOUN: Final = re.compile(r"[ыі]?[лн]у[ыі]")
# «Қазақстанның қатысуымен»: who does it, more often than to what it is done.
_DONE_BY: Final = re.compile(r"у[ыі]")
_OWNER: Final = re.compile(r"(?:^|[\s«“\"(–—-])((?:[\w-]{2,}[ндт][ыі]ң))\s+[«“\"]?$")
_OWNERS: Final = {
    "менің": Possessor.FIRST_SINGULAR,
    "сенің": Possessor.SECOND_SINGULAR,
    "сіздің": Possessor.SECOND_FORMAL,
    "біздің": Possessor.FIRST_PLURAL,
    "сендердің": Possessor.SECOND_PLURAL,
    "сіздердің": Possessor.SECOND_PLURAL_FORMAL,
}
_VERBAL_NOUN_FOLLOWS: Final = re.compile(r"\s+\w+у[ыі]")
# A particle after the noun («Қазақстанның да қатысуы») changes nothing.
_FOLLOWING: Final = re.compile(r"\s+(?:(?:да|де|та|те|ғана)\s+)?([\w-]+(?:\s+[\w-]+)?)")


def case_asked(following: str, *, is_name: bool = False) -> Case | None:
    """The case that the text after a noun asks for; None where it does not tell.

    `following` begins right behind the noun. `is_name`: the noun names somebody or something; before what it possesses
    it stands in the genitive («ХҚКК-нің өкілдігі»), while others stay bare («соғыс ережелері»), as names do within a
    longer name («Қазақстан Республикасы»).
    """
    match = _FOLLOWING.match(following)
    if match is None:
        return None
    phrase = " ".join(match[1].lower().split())
    word = phrase.partition(" ")[0]
    if word in _POSTPOSITIONS:
        return _POSTPOSITIONS[word]
    for beginning, case in _VERBS:
        if phrase.startswith(beginning) and not _NOUN.match(phrase, len(beginning)):
            passive = case is Case.ACCUSATIVE and _is_passive(beginning, phrase)
            if is_name and case is not Case.ACCUSATIVE and _DONE_BY.match(phrase, len(beginning)):
                return Case.GENITIVE
            return _of_passive(phrase[len(beginning) :]) if passive else case
    if _POSSESSED.fullmatch(word) and word not in _NOT_POSSESSED and not _AGENT.fullmatch(word):
        return Case.GENITIVE if is_name and match[1][0].islower() else Case.NOMINATIVE
    return None


def possessor_asked(preceding: str, following: str) -> Possessor:
    """Whose a noun is, by the genitive right before it («ХҚКК-нің директоры», «біздің өкілдігіміз»); none without one.

    Where a verbal noun follows, the genitive is that of who does it: «Қазақстанның құқықты сақтауы».
    """
    match = _OWNER.search(preceding)
    if match is None or _VERBAL_NOUN_FOLLOWS.match(following):
        return Possessor.NONE
    return _OWNERS.get(match[1].lower(), Possessor.THIRD)


def _is_passive(verb: str, phrase: str) -> bool:
    """Whether -л- makes a passive of the verb («сақталады»), or -н- after a stem that ends in л («жарияланды»)."""
    ending = _PASSIVE_IN_N if verb.endswith(("ла", "ле")) else _PASSIVE
    return ending.match(phrase, len(verb)) is not None


def _of_passive(ending: str) -> Case:
    """What is acted upon is the subject of a passive, and the possessor of its verbal noun («құқықтың сақталуын»)."""
    return Case.GENITIVE if _VERBAL_NOUN.match(ending) else Case.NOMINATIVE


_POSTPOSITIONS: Final = {word: case for case, words in POSTPOSITIONS.items() for word in words.split()}
_VERBS: Final = sorted(
    ((beginning.replace("_", " "), case) for case, words in VERBS.items() for beginning in words.split()),
    key=lambda pair: -len(pair[0]),
)
