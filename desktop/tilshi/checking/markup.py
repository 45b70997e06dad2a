"""A rule over inline marks and placeholders."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.hints import holding
from tilshi.checking.passages import Passage
from tilshi.checking.patterns import Pattern
from tilshi.checking.rules import PairRule
from tilshi.i18n import N_
from tilshi.release import Mark, MarkKind


def mark_missing(source: Passage, target: Passage) -> Iterator[Spot]:
    """An inline mark or placeholder that was lost.

    Links, untranslatable words and placeholders such as {name} must be there as often as in the source. Bold and italic
    words may lose their emphasis with a warning.
    """
    if not target.text.string.strip():
        return
    for kind, severity in _SEVERITIES:
        yield from _lost_marks(source, target, kind, severity)
    yield from _lost_words(source, target)
    yield from _lost_placeholders(source, target)


def _lost_marks(source: Passage, target: Passage, kind: MarkKind, severity: Severity) -> Iterator[Spot]:
    said = [mark for mark in source.text.marks if mark.kind is kind]
    written = sum(mark.kind is kind for mark in target.text.marks)
    for mark in said[written:]:
        words = source.text.string[mark.start : mark.end]
        text = message(_MESSAGES[kind], words=words)
        yield Spot(0, len(target.text), text, (), Side.TARGET, evidence=(mark.start, mark.end), severity=severity)


def _lost_words(source: Passage, target: Passage) -> Iterator[Spot]:
    """Words marked as untranslatable that the translation does not have, mark or no mark."""
    for mark in source.text.marks:
        if mark.kind is MarkKind.UNTRANSLATABLE and _words(source, mark) not in target.text.string:
            text = message(N_("“{words}” of the source must stay as it is."), words=_words(source, mark))
            yield Spot(0, len(target.text), text, side=Side.TARGET, evidence=(mark.start, mark.end))


def _lost_placeholders(source: Passage, target: Passage) -> Iterator[Spot]:
    said = [(match[0], match.span()) for match in _PLACEHOLDER.finditer(source.text.string)]
    if not said:
        return
    written = [(match[0], match.span()) for match in _PLACEHOLDER.finditer(target.text.string)]
    missing = Counter(name for name, _span in said) - Counter(name for name, _span in written)
    strange = [span for name, span in written if name not in {name for name, _span in said}]
    for name in missing.elements():
        evidence = next(span for other, span in said if other == name)
        text = message(N_("The placeholder {name} is missing."), name=name)
        if strange:
            start, end = strange.pop(0)
            yield Spot(start, end, text, (Fix(start, end, name),), Side.TARGET, evidence=evidence)
        else:
            yield Spot(0, len(target.text), text, side=Side.TARGET, evidence=evidence)


def _words(source: Passage, mark: Mark) -> str:
    return source.text.string[mark.start : mark.end]


_PLACEHOLDER: Final = Pattern(
    r"\{\{?[\w .-]{1,40}\}?\}|%\([\w]+\)[sd]|%[sd](?!\w)|<[a-z]\w*/?>|\[[A-ZА-ЯӘҒҚҢӨҰҮҺІ _]{3,}\]"
)
_SEVERITIES: Final = (
    (MarkKind.LINK, Severity.ERROR),
    (MarkKind.BOLD, Severity.WARNING),
    (MarkKind.ITALIC, Severity.WARNING),
)
_MESSAGES: Final = {
    MarkKind.LINK: N_("The link of “{words}” is missing."),
    MarkKind.BOLD: N_("“{words}” is bold in the source, nothing is here."),
    MarkKind.ITALIC: N_("“{words}” is italic in the source, nothing is here."),
}

MARK_MISSING: Final = PairRule(
    "mark.missing",
    Severity.ERROR,
    N_("An inline mark or placeholder that was lost"),
    mark_missing,
    hint=holding(r"\{|%[(sd]|<[a-z]|\[[A-ZА-ЯӘҒҚҢӨҰҮҺІ _]|\[$|\ufffc").in_source,
)
