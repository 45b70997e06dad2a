"""Releases from texts, plain or in Word files: one text, or a text with its translations."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tilshi.exchange.alignment import align
from tilshi.exchange.imported import NOTHING_TO_REPORT, Imported, ImportKind, Report, Tally, TrackedChanges
from tilshi.exchange.kinds import MAX_LENGTH, MAX_PARTS, WORD_SUFFIXES
from tilshi.exchange.plaintext.recognising import Part, Recognised, recognise_parts
from tilshi.files.bounded import read_bytes
from tilshi.files.decoding import decode_text, in_line, is_guess
from tilshi.files.errors import FileError, FileWarning
from tilshi.files.hazards import hazards, limited
from tilshi.files.xml import FIELD_LIMIT
from tilshi.i18n import _, ngettext
from tilshi.language.detection import UNKNOWN, recognise
from tilshi.release import Block, Note, Picture, Release, Segment, State, Target, Text

if TYPE_CHECKING:
    from tilshi.exchange.wordprocessing.reading import WordText


@dataclass(frozen=True, slots=True)
class _Row:
    """A part of the source, or none, with what the translations have for it."""

    part: Part | None = None
    translations: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)

    def _parts(self) -> list[Part]:
        own = [self.part] if self.part else []
        return own + [part for parts in self.translations.values() for part in parts[:1]]

    @property
    def confidence(self) -> float:
        """How sure the role is: what the surest text says."""
        return max(part.confidence for part in self._parts())

    def block(self, name: str) -> Block:
        """The row as a block; parts of a translation that share it stand on lines of their own."""
        surest = max(self._parts(), key=lambda part: part.confidence)
        targets = tuple(
            (code, Target(_in_lines(parts), State.TRANSLATED)) for code, parts in self.translations.items() if parts
        )
        source = self.part.content if self.part else Text()
        segment = Segment(name, source, targets, tuple(self._notes()))
        return Block(name, surest.role, (segment,), self.part.picture if self.part else "")

    def _notes(self) -> Iterator[Note]:
        """The remarks on all texts; each on a translation says on which, and how far down its part of it stands."""
        yield from self.part.notes if self.part else ()
        for code, parts in self.translations.items():
            shift = 0
            for part in parts:
                for note in part.notes:
                    by = shift if note.end else 0
                    yield replace(
                        note, id=f"{code}{shift}-{note.id}", language=code, start=note.start + by, end=note.end + by
                    )
                shift += len(part.text) + 1


def _in_lines(parts: Sequence[Part]) -> Text:
    whole = parts[0].content
    for part in parts[1:]:
        whole = whole + Text("\n") + part.content
    return whole


@dataclass(frozen=True, slots=True)
class _Source:
    """A text that was read, with its parts; `word` is what a Word file said beside it."""

    path: Path
    text: str
    recognised: Recognised
    warnings: tuple[FileWarning, ...] = ()
    word: WordText | None = None

    @property
    def report(self) -> Report:
        """What was met in a Word file."""
        return self.word.report if self.word else NOTHING_TO_REPORT

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of a Word file."""
        return self.word.pictures if self.word else ()

    @classmethod
    def read(cls, path: Path, changes: TrackedChanges) -> _Source:
        """The text of a file; raises FileError."""
        data = read_bytes(path)
        if path.suffix.lower() in WORD_SUFFIXES:
            return cls.of_word(path, data, changes)
        text, encoding = decode_text(path, data)
        return cls.of(path, text, _guess_warning(encoding))

    @classmethod
    def of_word(cls, path: Path, data: bytes, changes: TrackedChanges) -> _Source:
        """The text of the bytes of a Word file; raises FileError."""
        # Loaded here for the start of the program with a plain text.
        from tilshi.exchange.wordprocessing.reading import read_word

        found = read_word(path, data, changes)
        text = "\n".join(part.text for part in found.recognised.parts)
        return cls(path, text, found.recognised, found.risks, found).checked()

    def place(self, part: Part) -> str:
        """Where a part stands, for the user."""
        return _("paragraph {number}").format(number=part.line) if self.word else in_line(part.line)

    @classmethod
    def of(cls, path: Path, text: str, warnings: tuple[FileWarning, ...] = ()) -> _Source:
        """A text with its parts; raises FileError where there are none, too many, or one too long."""
        if len(text) > MAX_LENGTH or text.count("\n") > 3 * MAX_PARTS:
            raise FileError(
                path,
                _("The text is too long for a release: more than {number} characters or {lines} lines.").format(
                    number=MAX_LENGTH, lines=3 * MAX_PARTS
                ),
            )
        recognised = recognise_parts(text)
        return cls(path, text, recognised, warnings + tuple(_warnings(recognised))).checked()

    def checked(self) -> _Source:
        """The same, if there are parts and none of them is too long; raises FileError."""
        if not self.recognised.parts:
            raise FileError(self.path, _("There is no text in it."))
        for part in self.recognised.parts:
            if len(part.text) > FIELD_LIMIT:
                raise FileError(
                    self.path,
                    _("A paragraph is longer than {number} characters.").format(number=FIELD_LIMIT),
                    place=self.place(part),
                )
        return self


def import_texts(
    paths: Sequence[Path], languages: Sequence[str | None], changes: TrackedChanges = TrackedChanges.ACCEPT
) -> Imported:
    """A release from a text, or from a text and its translations (source first), each plain or a Word file.

    `languages` are BCP 47 tags, one a text; where it has None, the language is recognised. `changes` is what becomes of
    those tracked in Word files.

    Raises:
        FileError: a file cannot be read or understood, or two texts are in one language.
    """
    texts = [_Source.read(path, changes) for path in paths]
    codes = [wanted or _language(source) for source, wanted in zip(texts, languages, strict=True)]
    _refuse_same_language(texts, codes)
    if len(texts) == 1:
        return _one_text(texts[0], codes[0])
    return _aligned(texts, codes)


def import_text(text: str, *, language: str | None = None, name: str = "release") -> Imported:
    """A release from a text that is no file: pasted, or dropped on the window.

    Raises:
        FileError: there is nothing in it, or it is too long.
    """
    source = _Source.of(Path(name), text)
    return _one_text(source, language or _language(source))


def import_word(
    path: Path, data: bytes, *, language: str | None = None, changes: TrackedChanges = TrackedChanges.ACCEPT
) -> Imported:
    """A release from the bytes of a Word file; raises FileError."""
    source = _Source.of_word(path, data, changes)
    return _one_text(source, language or _language(source))


def _language(source: _Source) -> str:
    stated = source.word.language if source.word else ""
    code = stated if source.word and source.word.is_own else recognise(source.text)
    if code in {UNKNOWN, ""}:
        code = stated or UNKNOWN
    if code == UNKNOWN:
        raise FileError(
            source.path, _("The language of this text cannot be recognised."), remedy=_("Say which language it is.")
        )
    return code


def _refuse_same_language(texts: Sequence[_Source], codes: Sequence[str]) -> None:
    for at, code in enumerate(codes):
        if code in codes[:at]:
            raise FileError(
                texts[at].path,
                _("It is in the same language ({code}) as {other}.").format(
                    code=code, other=texts[codes.index(code)].path.name
                ),
                remedy=_("Choose a text and its translation, or say which language each of them is."),
            )


def _one_text(source: _Source, code: str) -> Imported:
    parts = source.recognised.parts
    ids = _ids(len(parts))
    blocks = tuple(
        Block(name, part.role, (Segment(name, part.content, (), part.notes),), part.picture)
        for name, part in zip(ids, parts, strict=True)
    )
    release = Release(source.path.stem, code, (), source.recognised.template, blocks, pictures=source.pictures)
    confidence = {name: part.confidence for name, part in zip(ids, parts, strict=True)}
    warnings = limited(itertools.chain(source.warnings, _hazards(source)))
    kind = ImportKind.WORD if source.word else ImportKind.TEXT
    return Imported(release, warnings, kind, MappingProxyType(confidence), source.report)


def _aligned(texts: Sequence[_Source], codes: Sequence[str]) -> Imported:
    """The first text with each of the others as a translation, part by part."""
    rows = [_Row(part, {}) for part in texts[0].recognised.parts]
    for source, code in zip(texts[1:], codes[1:], strict=True):
        rows = _with_translation(rows, source.recognised.parts, code)
    ids = _ids(len(rows))
    blocks = tuple(row.block(name) for name, row in zip(ids, rows, strict=True))
    release = Release(
        texts[0].path.stem,
        codes[0],
        tuple(codes[1:]),
        texts[0].recognised.template,
        blocks,
        pictures=texts[0].pictures,
    )
    confidence = {name: row.confidence for name, row in zip(ids, rows, strict=True)}
    named = (warning for source in texts for warning in _named(source, len(texts)))
    warnings = limited(itertools.chain(_unmatched(rows, codes), named))
    return Imported(release, warnings, ImportKind.ALIGNED, MappingProxyType(confidence), _together(texts))


def _together(texts: Sequence[_Source]) -> Report:
    """One report on several files, each place with the name of its file."""

    def named(source: _Source, tallies: Sequence[Tally]) -> Iterator[Tally]:
        for tally in tallies:
            places = tuple(f"{source.path.name}, {place}" for place in tally.places)
            yield replace(tally, places=places or (source.path.name,))

    return Report(
        tuple(tally for source in texts for tally in named(source, source.report.recognised)),
        tuple(tally for source in texts for tally in named(source, source.report.left_out)),
        sum(source.report.changes for source in texts),
        next((source.report.decision for source in texts if source.report.changes), TrackedChanges.ACCEPT),
    )


def _with_translation(rows: list[_Row], parts: tuple[Part, ...], code: str) -> list[_Row]:
    """The rows with one more translation; what matches no source part gets a row of its own, where it stood."""
    sources = [(at, row.part) for at, row in enumerate(rows) if row.part]
    found: list[_Row] = []
    copied = 0
    for pair in align([part for _at, part in sources], parts):
        first = sources[pair.source[0]][0] if pair.source else copied
        found += rows[copied:first]
        copied = max(copied, first)
        matched = tuple(parts[at] for at in pair.target)
        if not pair.source:
            found.append(_Row(None, {code: matched}))
            continue
        end = sources[pair.source[-1]][0] + 1
        held = rows[first:end]
        # Two source parts for one translation: it stands with the first, and the second is shown without.
        found += [replace(held[0], translations={**held[0].translations, code: matched}), *held[1:]]
        copied = end
    return found + rows[copied:]


def _ids(count: int) -> list[str]:
    width = max(2, len(str(count)))
    return [f"s{number:0{width}d}" for number in range(1, count + 1)]


def _guess_warning(encoding: str) -> tuple[FileWarning, ...]:
    if not is_guess(encoding):
        return ()
    message = _("The text is not in UTF-8; it was read as {encoding}. Check the letters.")
    return (FileWarning(message.format(encoding=encoding.replace("cp", "Windows-").upper())),)


def _warnings(recognised: Recognised) -> Iterator[FileWarning]:
    if recognised.width:
        yield FileWarning(
            _("Its lines are broken at {width} columns; they were joined to paragraphs.").format(width=recognised.width)
        )
    for line in recognised.end_marks:
        yield FileWarning(_("The mark of the end is left out; the template sets it."), in_line(line))


def _hazards(source: _Source) -> Iterator[FileWarning]:
    for part in source.recognised.parts:
        yield from hazards(part.text, source.place(part))


def _named(source: _Source, files: int) -> Iterator[FileWarning]:
    for warning in (*source.warnings, *_hazards(source)):
        place = f"{source.path.name}, {warning.place}" if warning.place else source.path.name
        yield replace(warning, place=place if files > 1 else warning.place)


def _unmatched(rows: Sequence[_Row], codes: Sequence[str]) -> Iterator[FileWarning]:
    for code in codes[1:]:
        missing = sum(row.part is not None and not row.translations.get(code) for row in rows)
        extra = sum(row.part is None and bool(row.translations.get(code)) for row in rows)
        if missing:
            message = ngettext(
                "{number} part has no translation into {code}.",
                "{number} parts have no translation into {code}.",
                missing,
            )
            yield FileWarning(message.format(number=missing, code=code))
        if extra:
            message = ngettext(
                "{number} part of the translation into {code} has no source.",
                "{number} parts of the translation into {code} have no source.",
                extra,
            )
            yield FileWarning(message.format(number=extra, code=code))
