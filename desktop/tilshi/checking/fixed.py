"""A rule over the fixed strings of templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import Line
from tilshi.checking.rules import Entry, Frame, ReleaseRule, Said
from tilshi.files.errors import FileError
from tilshi.i18n import N_
from tilshi.layout import profile as profiles
from tilshi.layout import template as templates
from tilshi.layout.profile import Profile
from tilshi.layout.template import Template
from tilshi.release import Role


def fixed_string(entries: tuple[Entry, ...], _frame: Frame) -> Iterator[Spot]:
    """A fixed string of the template that was altered.

    Where the source has the template's own wording, the translation has it too: kicker, labels, the sentence before
    the contacts. A source in words of its own may be translated freely.
    """
    return (spot for entry in entries for spot in entry.facts)


def _alterations(line: Line, frame: Frame) -> Said:
    """What is altered in a line, under its segment: each is judged by itself."""
    if frame.is_source or not line.read.text.string.strip():
        return
    languages = frame.source_language, frame.language
    fitting = _fitting(line, _wordings(frame.template, *languages).get(line.role, ()))
    if not fitting and line.role is Role.KICKER:
        fitting = _fitting(line, _kickers(*languages))
    yield from ((line.segment, spot) for spot in _altered(line, fitting))


@dataclass(frozen=True, slots=True)
class _Wording:
    """A fixed string in both languages; a `label` begins a part, any other is all of it; `{url}` is anything."""

    said: re.Pattern[str]
    written: re.Pattern[str]
    wording: str
    label: bool


def _fitting(line: Line, wordings: tuple[_Wording, ...]) -> list[_Wording]:
    """The fixed strings that the source has."""
    said = _plain(line.source.text.string) if wordings else ""
    return [wording for wording in wordings if _fits(wording.said, said, label=wording.label)]


def _altered(line: Line, fitting: list[_Wording]) -> Iterator[Spot]:
    written = _plain(line.read.text.string) if fitting else ""
    if not fitting or any(_fits(wording.written, written, label=wording.label) for wording in fitting):
        return
    best = fitting[0]
    start, end = _extent(line, label=best.label)
    right = _filled(line, best.wording)
    fixes = (Fix(start, end, right, safe=True),) if right else ()
    text = message(N_("The template has fixed words here: “{wording}”."), wording=right or best.wording)
    evidence = (0, len(line.source.text))
    yield Spot(start, end, text, fixes, Side.TARGET, line.segment, evidence)


def _fits(pattern: re.Pattern[str], text: str, *, label: bool) -> bool:
    return (pattern.match(text) if label else pattern.fullmatch(text)) is not None


def _extent(line: Line, *, label: bool) -> tuple[int, int]:
    """The label before an address or after the beginning, else the whole text."""
    text = line.read.text.string
    start = len(text) - len(text.lstrip())
    if not label:
        return start, len(text.rstrip())
    first = line.read.addresses[0].start if line.read.addresses else text.find(":") + 1
    return start, len(text[:first].rstrip()) if first > start else start


def _filled(line: Line, wording: str) -> str:
    """The wording with the address of the translation; empty where something else would have to be filled in."""
    if "{url}" in wording and line.read.addresses:
        address = line.read.addresses[0]
        wording = wording.replace("{url}", line.read.text.string[address.start : address.end])
    return "" if "{" in wording else wording


@lru_cache(maxsize=64)
def _wordings(template: str, source: str, language: str) -> dict[Role, tuple[_Wording, ...]]:
    """The fixed strings of a template in two languages by part; none where there is no such template."""
    kind = _loaded(template)
    if kind is None:
        return {}
    found: dict[Role, dict[tuple[str, str], _Wording]] = {}
    for part in kind.parts:
        for name in filter(None, (part.fixed, *part.kinds)):
            label = name in part.kinds or part.role in _LABELLED
            for pair in _pairs(kind, name, source, language):
                found.setdefault(part.role, {}).setdefault(pair, _wording(pair, label=label))
    return {role: tuple(wordings.values()) for role, wordings in found.items()}


@lru_cache(maxsize=16)
def _kickers(source: str, language: str) -> tuple[_Wording, ...]:
    """The kickers of all templates: a text from elsewhere may say what it is otherwise than its file does."""
    names = templates.available()
    return tuple(found for name in names for found in _wordings(name, source, language).get(Role.KICKER, ()))


def _pairs(kind: Template, name: str, source: str, language: str) -> Iterator[tuple[str, str]]:
    """A fixed string in both languages, for each organisation that has a profile and for none."""
    for sender in (*_profiles(), profiles.NEUTRAL):
        pair = tuple(kind.wording(name, code, sender.organisation(code)) for code in (source, language))
        if all(pair):
            yield pair[0], pair[1]


def _wording(pair: tuple[str, str], *, label: bool) -> _Wording:
    return _Wording(_pattern(pair[0]), _pattern(pair[1]), pair[1], label)


def _loaded(template: str) -> Template | None:
    """The template of that name; None where there is none, or it holds a mistake: whoever shows the release says so."""
    try:
        return templates.load(template)
    except FileError:
        return None


@lru_cache(maxsize=1)
def _profiles() -> tuple[Profile, ...]:
    return tuple(_readable_profiles())


def _readable_profiles() -> Iterator[Profile]:
    for name in profiles.available():
        try:
            yield profiles.load_named(name)
        except FileError:
            continue


def _pattern(wording: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", _plain(wording))
    return re.compile(r"\S.*?".join(re.escape(part) for part in parts), re.IGNORECASE | re.DOTALL)


def _plain(text: str) -> str:
    """Spaces and apostrophes of one kind: their form is the business of other rules."""
    return _SPACES.sub(" ", text).strip().translate(_APOSTROPHES)


_SPACES: Final = re.compile(r"\s+")
_APOSTROPHES: Final = str.maketrans("’ʼ`", "'''")
_LABELLED: Final = frozenset({Role.CONTACT_PHONE, Role.CONTACT_EMAIL})

FIXED_STRING: Final = ReleaseRule(
    "fixed.diff", Severity.WARNING, N_("A fixed string of the template that was altered"), _alterations, fixed_string
)
