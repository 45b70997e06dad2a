"""Looks through a finished file for what must not leave the house, before it is put where it can be sent from."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from tilshi.export.probe import pdf
from tilshi.export.probe.leaks import Kind, Leak, LeakKind, Piece
from tilshi.export.probe.names import leaks_in

__all__ = ["Kind", "Leak", "LeakKind", "probe"]


def probe(
    data: bytes, kind: Kind | str, forbidden: Iterable[str] = (), shown: str = "", carried: Collection[bytes] = ()
) -> tuple[Leak, ...]:
    """What the bytes of a finished file give away; nothing where they are clean.

    Every member and every decoded stream is looked through for the `forbidden` words (user, host, home folder,
    translators …: whole words, whatever the case), for absolute paths, comments, tracked changes, hidden text,
    revision marks, thumbnails, templates, data in pictures, scripts and earlier states of the file.

    `shown` is what the document says on purpose, all its texts and addresses: a forbidden word that is among them is
    no leak where content stands, and is one still where only programs write. Without it every occurrence is one.
    `carried` are the files that a PDF holds on purpose, to the byte.

    Raises:
        ValueError: `kind` is none of `Kind`.
    """
    sights = list(_sights(data, Kind(kind), frozenset(carried)))
    pieces = [sight for sight in sights if isinstance(sight, Piece)]
    found = [sight for sight in sights if isinstance(sight, Leak)]
    return tuple(dict.fromkeys((*found, *leaks_in(pieces, forbidden, shown))))


def _sights(data: bytes, kind: Kind, carried: frozenset[bytes]) -> Iterator[Piece | Leak]:
    match kind:
        case Kind.PDF:
            return pdf.sights(data, carried)
        case Kind.DOCX:
            # Loads lxml, which only exports need.
            from tilshi.export.probe import docx

            return docx.sights(data)
        case Kind.HTML:
            from tilshi.export.probe import html

            return html.sights(data)
        case Kind.EML:
            # Loads the mail package, which takes longer than all else of a probe.
            from tilshi.export.probe import mail

            return mail.sights(data, carried)
