"""From an XLIFF file to a release."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tilshi.exchange.imported import Imported, ImportKind
from tilshi.exchange.xliff import version1, version2
from tilshi.exchange.xliff.units import Losses, RawFile, RawSegment, RawUnit
from tilshi.exchange.xliff.vocabulary import ROLE_PREFIX, ROLES, TEMPLATES, XLIFF_2, XLIFF_12, XLIFF_22
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import in_line
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import has_hazards, hazards, limited
from tilshi.files.xml import FIELD_LIMIT, local_name, parse
from tilshi.i18n import _, ngettext
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.release import Block, Note, Release, Role, Segment, State, Target

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_SEGMENTS: Final = 20_000
_LONGEST_RELEASE: Final = 2_000
"""Units among which roles are looked for; more of them are no release but a book."""

_VERSIONS_2: Final = frozenset({"2.0", "2.1", "2.2"})
_PATH: Final = re.compile(r"[/\\]|\A[A-Za-z]:|\A\.\.")


def read(path: Path, data: bytes | None = None, *, file: str | None = None) -> Imported:
    """The release in an XLIFF file: 2.0 and 2.1 with the roles in the units' `type` (`tilshi:ROLE`), 1.2 without.

    Ids, states, notes and inline codes are kept. Where no unit says its role, the roles are recognised as in a plain
    text. Of several `file` elements `file` chooses one by its id; without a choice all are taken, one after another,
    with a warning. `data` spares reading `path` again.

    Raises:
        FileError: no XLIFF, broken, of an unknown version, without any text, or with more than 20,000 segments.
    """
    root = parse(path, read_bytes(path) if data is None else data, max_elements=8 * MAX_SEGMENTS)
    losses = Losses()
    warnings: list[FileWarning] = []
    files = _chosen(path, [raw for raw in _files(path, root, losses) if raw.units], file, warnings)
    units = [unit for raw in files for unit in raw.units]
    _refuse_limits(path, units)
    source, target = _languages(path, files, units, warnings)
    warnings += _originals(files)
    release, confidence = _assembled(_name(path, files[0]), source, target, files, warnings)
    found = limited(itertools.chain(warnings, losses.warnings(), _hazards(release)))
    return Imported(release, found, ImportKind.XLIFF, MappingProxyType(confidence))


def _files(path: Path, root: _Element, losses: Losses) -> Iterator[RawFile]:
    namespace = root.tag[1:].partition("}")[0] if root.tag.startswith("{") else ""
    version = root.get("version", "")
    if local_name(root) != "xliff":
        raise FileError(
            path,
            _("This is XML, but not XLIFF: its root is “{root}”.").format(root=local_name(root)[:60]),
            remedy=_("Export XLIFF 2.1 or 1.2 from the translation program."),
        )
    if namespace in {XLIFF_2, XLIFF_22} and version in _VERSIONS_2:
        return version2.files(root, losses)
    if namespace in {XLIFF_12, ""} and version in {"1.0", "1.1", "1.2"}:
        return version1.files(root, losses)
    raise FileError(
        path,
        _("This version of XLIFF is not known: {version}.").format(version=version[:20] or "?"),
        remedy=_("Export XLIFF 2.1 or 1.2 from the translation program."),
    )


def _chosen(path: Path, files: list[RawFile], wanted: str | None, warnings: list[FileWarning]) -> list[RawFile]:
    if wanted is not None:
        chosen = [raw for raw in files if wanted in {raw.id, raw.original}]
        if not chosen:
            raise FileError(path, _("There is no file “{id}” in it.").format(id=wanted))
        return chosen
    if not files:
        raise FileError(path, _("There is no text in it."))
    if len(files) > 1:
        names = ", ".join(raw.id or raw.original or "?" for raw in files[:10])
        warnings.append(
            FileWarning(_("It holds several files, which were put one after another: {names}.").format(names=names))
        )
    return files


def _refuse_limits(path: Path, units: list[RawUnit]) -> None:
    segments = [segment for unit in units for segment in unit.segments]
    if not segments:
        raise FileError(path, _("There is no text in it."))
    if len(segments) > MAX_SEGMENTS:
        raise FileError(path, _("It holds more than {number} segments.").format(number=MAX_SEGMENTS))
    for segment in segments:
        if max(len(segment.source), len(segment.target or "")) > FIELD_LIMIT:
            raise FileError(
                path,
                _("A text is longer than {number} characters.").format(number=FIELD_LIMIT),
                place=in_line(segment.line),
            )


def _languages(path: Path, files: list[RawFile], units: list[RawUnit], warnings: list[FileWarning]) -> tuple[str, str]:
    pairs = {(raw.source_language.lower(), raw.target_language.lower()) for raw in files}
    if len(pairs) > 1:
        raise FileError(
            path,
            _("Its files are in different languages."),
            remedy=_("Open one of them at a time: {names}.").format(
                names=", ".join(raw.id or raw.original for raw in files)
            ),
        )
    source, target = files[0].source_language, files[0].target_language
    if not source:
        source = _recognised((segment.source.string for unit in units for segment in unit.segments), warnings)
    texts = [segment.target.string for unit in units for segment in unit.segments if segment.target]
    if texts and not target:
        target = _recognised(texts, warnings)
    if texts and target == source:
        raise FileError(path, _("Source and translation are both said to be in “{code}”.").format(code=source))
    return source, target


def _recognised(texts: Iterable[str], warnings: list[FileWarning]) -> str:
    code = recognise("\n".join(texts))
    if code == UNKNOWN:
        warnings.append(FileWarning(_("The file does not say a language, and it could not be recognised.")))
    else:
        warnings.append(FileWarning(_("The file does not say a language; “{code}” was recognised.").format(code=code)))
    return code


def _originals(files: list[RawFile]) -> Iterator[FileWarning]:
    for raw in files:
        if _PATH.search(raw.original):
            yield FileWarning(
                _("It names a file on somebody’s machine as its origin; that is not opened: {name}").format(
                    name=raw.original[:200]
                )
            )


def _name(path: Path, first: RawFile) -> str:
    return first.id or path.stem or "release"


def _assembled(
    name: str, source: str, target: str, files: list[RawFile], warnings: list[FileWarning]
) -> tuple[Release, dict[str, float]]:
    units = [unit for raw in files for unit in raw.units if unit.segments]
    texts = ["\n".join(segment.source.string for segment in unit.segments) for unit in units]
    template = next((raw.original for raw in files if raw.original in TEMPLATES), "") or _recognised_template(texts)
    roles, sure = _roles(units, texts, template, warnings)
    ids = _Ids(warnings)
    blocks = tuple(_block(unit, role, target, ids) for unit, role in zip(units, roles, strict=True))
    confidence = {block.id: sure[at] for at, block in enumerate(blocks) if at in sure}
    targets = (target,) if target else ()
    return Release(name, source, targets, template, blocks), confidence


def _recognised_template(texts: list[str]) -> str:
    # Loaded here for the start of the program: files of our own say their template.
    from tilshi.exchange.plaintext.evidence import template_of

    return template_of(texts)


def _roles(
    units: list[RawUnit], texts: list[str], template: str, warnings: list[FileWarning]
) -> tuple[list[Role], dict[int, float]]:
    """The roles the units say; where none of them says one, those recognised, with their confidence."""
    if not any(unit.type.startswith(ROLE_PREFIX) for unit in units) and len(units) <= _LONGEST_RELEASE:
        # Loaded here for the start of the program: files of our own say their roles.
        from tilshi.exchange.plaintext.recognising import roles_of

        filled = [at for at, text in enumerate(texts) if text.strip()]
        choices = dict(zip(filled, roles_of([texts[at].strip() for at in filled], template), strict=True))
        roles = [choices[at].role if at in choices else Role.BODY for at in range(len(units))]
        return roles, {at: choice.confidence for at, choice in choices.items()}
    unknown = dict.fromkeys(unit.type for unit in units if unit.type and unit.type not in ROLES)
    warnings.extend(
        FileWarning(_("The part “{type}” is not known; it counts as body text.").format(type=kind[:60]))
        for kind in unknown
    )
    missing = sum(not unit.type for unit in units)
    if missing:
        warnings.append(
            FileWarning(
                ngettext(
                    "{number} unit does not say its role; it counts as body text.",
                    "{number} units do not say their role; they count as body text.",
                    missing,
                ).format(number=missing)
            )
        )
    return [ROLES.get(unit.type, Role.BODY) for unit in units], {}


def _block(unit: RawUnit, role: Role, language: str, ids: _Ids) -> Block:
    name = ids.of_block(unit.id, unit.line)
    single = len(unit.segments) == 1
    segments = tuple(
        _segment(
            raw,
            ids.of_segment(raw.id or (name if single else f"{name}-{at + 1}"), name),
            language,
            tuple(note for index, note in unit.notes if index == at),
        )
        for at, raw in enumerate(unit.segments)
    )
    return Block(name, role, segments)


def _segment(raw: RawSegment, name: str, language: str, notes: tuple[Note, ...]) -> Segment:
    # Without a state of its own, what is translated counts as translated: XLIFF's default, initial, would hide it.
    state = raw.state or (State.TRANSLATED if raw.target else State.INITIAL)
    targets = ((language, Target(raw.target, state)),) if raw.target is not None and language else ()
    return Segment(name, raw.source, targets, _numbered(notes))


def _numbered(notes: tuple[Note, ...]) -> tuple[Note, ...]:
    return tuple(
        note if note.id else Note(f"n{at}", note.text, note.author, note.created, note.language, note.resolved)
        for at, note in enumerate(notes, start=1)
    )


class _Ids:
    """Gives out the ids of a file, each once; where a file uses one twice, the second gets a number."""

    def __init__(self, warnings: list[FileWarning]) -> None:
        self._warnings = warnings
        self._blocks: dict[str, int] = {}
        self._segments: dict[str, int] = {}

    def of_block(self, wanted: str, line: int) -> str:
        if wanted and wanted in self._blocks:
            self._warnings.append(FileWarning(_("The id “{id}” is used twice.").format(id=wanted[:60]), in_line(line)))
        return _free(wanted or f"u{len(self._blocks) + 1}", self._blocks)

    def of_segment(self, wanted: str, block: str) -> str:
        return _free(wanted if wanted not in self._segments else f"{block}-{wanted}", self._segments)


def _free(wanted: str, taken: dict[str, int]) -> str:
    """The id itself, or with the next number; `taken` holds the last number of each, so that none is tried twice."""
    name = wanted
    while name in taken:
        taken[wanted] += 1
        name = f"{wanted}-{taken[wanted]}"
    taken[name] = 1
    return name


def _hazards(release: Release) -> Iterator[FileWarning]:
    strings = [(segment.id, string) for _of_block, segment in release.segments() for string in _strings(segment)]
    if has_hazards(string for _id, string in strings):
        for name, string in strings:
            for warning in hazards(string):
                yield replace(warning, place=_("segment {id}").format(id=name))


def _strings(segment: Segment) -> Iterator[str]:
    for text in (segment.source, *(target.text for _code, target in segment.targets)):
        yield text.string
        yield from (mark.href for mark in text.marks if mark.href)
