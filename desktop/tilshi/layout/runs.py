"""From a text with marks to runs: bold, italic and links, each where it begins and ends."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from tilshi.language.addresses import spans
from tilshi.layout.blocks import Run
from tilshi.release.text import MarkKind, Text

_BREAK: Final = re.compile(r"(?<=(\S))[ \t]*\r?\n[ \t]*(?=(\S))")
_SCHEME: Final = re.compile(r"(?:https?|mailto|tel|ftp):", re.IGNORECASE)


def runs(text: Text, language: str, *, bold_until: int = 0) -> tuple[Run, ...]:
    """The runs of a text; `bold_until` (code points) sets its beginning in bold.

    White space at both ends goes. A line break inside a sentence becomes a space; any other one stays.
    """
    string = _mended(text.string)
    start, end = len(string) - len(string.lstrip()), len(string.rstrip())
    links = _links(text)
    if not text.marks and not links and bold_until <= start:
        return (Run(_clean(string[start:end]), language),) if start < end else ()
    cuts = {start, end, bold_until, *(at for low, high, _href in links for at in (low, high))}
    cuts.update(at for mark in text.marks for at in (mark.start, mark.end))
    inside = sorted(at for at in cuts if start <= at <= end)
    pieces = (
        Run(
            _clean(string[low:high]),
            language,
            bold=low < bold_until or _has(text, MarkKind.BOLD, low),
            italic=_has(text, MarkKind.ITALIC, low),
            href=next((href for first, last, href in links if first <= low < last), ""),
        )
        for low, high in pairwise(inside)
    )
    return _merged([run for run in pieces if run.text])


def _links(text: Text) -> list[tuple[int, int, str]]:
    """Links the author set first, then addresses found outside them."""
    marked = [(mark.start, mark.end, _target(mark.href)) for mark in text.marks if mark.kind is MarkKind.LINK]
    set_by_hand = [link for link in marked if link[2]]
    found = ((address.start, address.end, address.href) for address in spans(text.string) if not address.suspicious)
    free = [link for link in found if not any(link[0] < high and low < link[1] for low, high, _href in set_by_hand)]
    return [*set_by_hand, *free]


def _target(href: str) -> str:
    """A link's target as a full URI; empty for a scheme that no document should carry (`javascript:`, `file:`)."""
    if _SCHEME.match(href):
        return href
    addresses = spans(href)
    return addresses[0].href if len(addresses) == 1 else ""


def _has(text: Text, kind: MarkKind, at: int) -> bool:
    return any(mark.kind is kind and mark.start <= at < mark.end for mark in text.marks)


def _mended(string: str) -> str:
    """Line breaks inside a sentence as a space, padded with carriage returns so that every offset stays."""
    return _BREAK.sub(_space, string) if "\n" in string else string


def _space(found: re.Match[str]) -> str:
    before, after = found[1], found[2]
    if after.islower():
        inside = before not in ".!?…:;"
    elif after.isdigit():
        inside = before not in '.!?…:;»”"'
    else:
        inside = before in ",–-("
    return " " + "\r" * (len(found[0]) - 1) if inside else found[0]


def _clean(string: str) -> str:
    if "\r" in string:
        string = string.replace("\r", "")
    return re.sub(r"[ \t]*(?:\n[ \t]*)+", "\n", string) if "\n" in string else string


def _merged(pieces: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    for run in pieces:
        last = merged[-1] if merged else None
        if last and (last.bold, last.italic, last.href) == (run.bold, run.italic, run.href):
            merged[-1] = Run(last.text + run.text, run.language, run.bold, run.italic, run.href)
        else:
            merged.append(run)
    return tuple(merged)
