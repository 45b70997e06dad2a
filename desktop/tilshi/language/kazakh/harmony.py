"""Vowel harmony of a whole word: which suffixes it takes, read from its spelling.

Native words follow their last vowel. Loans are heard with the ear of Kazakh: и, soft л and final clusters with к are
front (лимитке, автомобильге, банкке), whatever vowels come before (Қазақ тілінің орфографиялық ережелері, 2018).
"""

from tilshi.language.kazakh.grammar import BACK, FRONT, MIXED

_CONSONANTS = "бвгғджзйкқлмнңпрстфхһцчшщъь"
_OF_VOWEL = {**dict.fromkeys("аоұыя", BACK), **dict.fromkeys("әеёөүіэ", FRONT)}
_EXCEPTIONS = {"ми": BACK, "тарих": BACK, "киев": FRONT}

_SOFTENING = frozenset("гь")
"""In the final cluster: soft л (автомобильге, фильмге), and г, which only loans end in (педагогке)."""

_NATIVE_BACK = frozenset("қғұы")
"""Letters before и that make it ый, not the и of a loan."""

_NATIVE_BACK_VOWELS, _NATIVE_FRONT_VOWELS = frozenset("ыұ"), frozenset("іүө")
_BEFORE_BACK_CONSONANT = frozenset("аоуы")


def harmony(word: str) -> int:
    """The harmony (``BACK``, ``FRONT`` or ``MIXED``) in which ``word``, in lower case, takes its suffixes."""
    if word in _EXCEPTIONS:
        return _EXCEPTIONS[word]
    body = word.rstrip(_CONSONANTS)
    vowel, cluster = body[-1:], word[len(body) :]
    if vowel == "е" and cluster == "в":  # surnames, heard with -ыф: Назарбаевқа
        return BACK
    if _softens(cluster):
        return FRONT
    if vowel in _OF_VOWEL:
        return MIXED if vowel == "ә" and not cluster else _OF_VOWEL[vowel]
    return _of_glide(body, cluster)


def _of_glide(body: str, cluster: str) -> int:
    """The harmony of a word whose last vowel is и, у or ю, or that has none."""
    if body.endswith("и"):
        return FRONT if _NATIVE_BACK.isdisjoint(body) else BACK
    if cluster and body[-2:-1] not in _OF_VOWEL:
        return FRONT if body.endswith("ю") else BACK  # салютке, институтқа
    # After a vowel, or at the end, у and ю say nothing of themselves: дауға, күтуге, оқуға.
    return harmony(body[:-1]) if body else BACK


def _softens(cluster: str) -> bool:
    if len(cluster) > 1 and ("к" in cluster or cluster[-1] == "х"):  # банкке, фактіге, штрихке
        return True
    return not _SOFTENING.isdisjoint(cluster)


def harmonies(word: str) -> tuple[int, ...]:
    """The harmonies in which ``word`` may be met, the one to write in first.

    Letters that only native words have leave no choice; everywhere else writers differ.
    """
    best = harmony(word)
    body = word.rstrip(_CONSONANTS)
    vowel, final = body[-1:], word[-1:]
    if best is BACK and (vowel in _NATIVE_BACK_VOWELS or (final in "қғ" and vowel in _BEFORE_BACK_CONSONANT)):
        return (BACK,)
    if best is FRONT and vowel in _NATIVE_FRONT_VOWELS:
        return (FRONT,)
    return (best, *(other for other in (FRONT, BACK) if other != best))
