"""Vowel harmony of a whole word: which suffixes it takes, read from its spelling.

Native words follow their last vowel. Loans are heard with the ear of Kazakh: и, soft л and final clusters with к are
front (лимитке, автомобильге, банкке), whatever vowels come before (Қазақ тілінің орфографиялық ережелері, 2018).
"""

import re

from tilshi.language.kazakh.grammar import BACK, FRONT, MIXED

_C = "[бвгғджзйкқлмнңпрстфхһцчшщъь]"

_RULES = tuple(
    (re.compile(f"(?:{pattern})$"), harmony)
    for pattern, harmony in (
        ("^(?:ми|тарих)", BACK),
        ("^киев", FRONT),
        # surnames are heard with -ыф, whatever stands before: Назарбаевқа, Медведевқа
        ("ев", BACK),
        # soft ь and г, also before more consonants, and к or х next to one: автомобильге, фильмге, педагогке, банкке
        (f"[гь]{_C}*|{_C}[кх]|к{_C}+", FRONT),
        ("ә", MIXED),
        (f"[аоұыя]у?{_C}*", BACK),
        (f"[әеёөүіэ]у?{_C}*", FRONT),
        (f"у{_C}+", BACK),
        (f"ю{_C}+", FRONT),
        (f"[қғұы].*и{_C}+", BACK),
        (f"и{_C}+", FRONT),
        ("[қғұы].*и|[қғ]и", BACK),
        ("и", FRONT),
    )
)
"""What a word ends in, and the harmony that follows; the first that fits counts."""

_CERTAIN = {BACK: re.compile(f"(?:[ыұ]{_C}*|[аоуы][қғ])$"), FRONT: re.compile(f"[іүө]{_C}*$")}
"""Letters that only native words have leave no choice; everywhere else writers differ, and recognition allows both."""


def harmony(word: str) -> int:
    """The harmony (``BACK`` or ``FRONT``) in which ``word``, in lower case, takes its suffixes."""
    for pattern, found in _RULES:
        if pattern.search(word):
            return found
    # A final и, у, ю says nothing of itself: the vowel before it decides (күтуге, оқуға).
    return harmony(word[:-1]) if word[-1:] in {"и", "у", "ю"} else BACK


def harmonies(word: str) -> tuple[int, ...]:
    """The harmonies in which ``word`` may be met, the one to write in first."""
    best = harmony(word)
    if best in _CERTAIN and _CERTAIN[best].search(word):
        return (best,)
    return (best, *(other for other in (FRONT, BACK) if other != best))
