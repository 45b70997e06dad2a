"""A rule over the fixed strings of templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tilshi.checking.findings import Fix, Severity, Side, Spot, message
from tilshi.checking.passages import Line, Manuscript
from tilshi.checking.rules import ReleaseRule
from tilshi.files.errors import FileError
from tilshi.i18n import N_
from tilshi.layout import profile as profiles
from tilshi.layout import template as templates
from tilshi.layout.profile import Profile
from tilshi.layout.template import Template
from tilshi.release import Role


def fixed_string(manuscript: Manuscript) -> Iterator[Spot]:
    """A fixed string of the template that was altered.

    Where the source has the template's own wording, the translation has it too: kicker, labels, the sentence before
    the contacts. A source in words of its own may be translated freely.
    """
    source, language = manuscript.release.source_language, manuscript.language
    if source == language:
        return
    wordings: dict[Role, tuple[_Wording, ...]] | None = None
    for line in manuscript.lines:
        if not line.read.text.string.strip():
            continue
        if wordings is None:
            wordings = _wordings(manuscript.release.template, source, language)
        if line.role in wordings:
            yield from _altered(line, wordings[line.role])


@dataclass(frozen=True, slots=True)
class _Wording:
    """A fixed string in both languages; a `label` begins a part, any other is all of it; `{url}` is anything."""

    said: re.Pattern[str]
    written: re.Pattern[str]
    wording: str
    label: bool


def _altered(line: Line, wordings: tuple[_Wording, ...]) -> Iterator[Spot]:
    said, written = _plain(line.source.text.string), _plain(line.read.text.string)
    fitting = [wording for wording in wordings if _fits(wording.said, said, label=wording.label)]
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
    """The fixed strings of a template in two languages by part; those of a kicker of every template."""
    senders = (*_profiles(), profiles.NEUTRAL)
    found: dict[Role, dict[tuple[str, str], _Wording]] = {}
    for kind in _in_order(template):
        for part in kind.parts:
            if kind.name != template and part.role is not Role.KICKER:
                continue
            for name in filter(None, (part.fixed, *part.kinds)):
                label = name in part.kinds or part.role in _LABELLED
                for sender in senders:
                    pair = _pair(kind, name, sender, (source, language))
                    if all(pair):
                        wording = _Wording(_pattern(pair[0]), _pattern(pair[1]), pair[1], label)
                        found.setdefault(part.role, {}).setdefault(pair, wording)
    return {role: tuple(wordings.values()) for role, wordings in found.items()}


def _pair(kind: Template, name: str, sender: Profile, languages: tuple[str, str]) -> tuple[str, str]:
    source, language = languages
    return (
        kind.wording(name, source, sender.organisation(source)),
        kind.wording(name, language, sender.organisation(language)),
    )


def _in_order(template: str) -> Iterator[Template]:
    """The template of the release, then the others; those of a user that hold mistakes are left out."""
    names = templates.available()
    for name in (template, *(other for other in names if other != template)):
        if name in names:
            try:
                yield templates.load(name)
            except FileError:
                continue  # whoever shows or exports the release says so


def _profiles() -> Iterator[Profile]:
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
    "fixed.diff", Severity.WARNING, N_("A fixed string of the template that was altered"), fixed_string
)
