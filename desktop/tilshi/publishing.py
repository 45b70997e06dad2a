"""All that is to be written of a release in one go: languages and formats, made in memory, then put in place together.

What can be made is written; what cannot is said in one summary: versions that may not be final yet, files that a format
refuses. When the user calls it off, or the folder cannot be written to, nothing has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from tilshi.files.errors import FileError
from tilshi.i18n import _, ngettext
from tilshi.release import Release
from tilshi.workflow import Layout, NotFinal, blocking_in, kept_back, layout_of

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding
    from tilshi.checking.gate.obstacles import Obstacle
    from tilshi.export.publish import Finished, Seal
    from tilshi.layout.blocks import ContactCode, Document

OUTPUTS: Final = ("pdf", "docx", "html", "txt", "eml", "review.pdf", "review.docx")
"""What can be made of a version; each is also the suffix of the file. Reviews show the source beside a translation."""

_REVIEW: Final = "review."

Check: TypeAlias = "Callable[[str], Sequence[Finding]]"
"""What the checks find in the version in a language, waived findings among them."""


class Cancelled(Exception):
    """The user called the export off; nothing was written."""


@dataclass(frozen=True, slots=True)
class Step:
    """How far an export is: `done` of `total` files are finished, `format` is the next one (empty at the end)."""

    done: int
    total: int
    format: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written.

    `formats` are pairs of a language and the formats it is wanted in, out of `OUTPUTS`. A `final` version has to pass
    the gate. `watermark`: the mark of a draft; None: on every version that is not final. `overwrite`: files that are
    there may be replaced. `notes` and `findings` are columns of reviews. `seal` signs the PDFs of versions.
    `attach_contacts` (PDFs carry the contacts as vCards) and `contact_code` (the QR code beside them) are as the
    organisation has it unless they are said here.
    """

    release: Release
    formats: tuple[tuple[str, tuple[str, ...]], ...]
    folder: Path
    pattern: str = ""
    final: bool = False
    watermark: bool | None = None
    embed_fonts: bool = False
    overwrite: bool = True
    whole: bool = False
    notes: bool = True
    findings: bool = True
    seal: Seal | None = None
    attach_contacts: bool | None = None
    contact_code: ContactCode | None = None

    @property
    def is_marked(self) -> bool:
        """Whether versions bear the mark of a draft."""
        return not self.final if self.watermark is None else self.watermark


@dataclass(frozen=True, slots=True)
class Output:
    """One file that is to be written."""

    language: str
    format: str
    path: Path


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, what there is to say about its pages, and whether it took the place of another."""

    output: Output
    size: int
    remarks: tuple[str, ...] = ()
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be made, and why."""

    output: Output
    error: FileError


@dataclass(frozen=True, slots=True)
class Blocked:
    """A version that may not be final, and what keeps it from being so; nothing of it was written."""

    language: str
    obstacles: tuple[Obstacle, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """How it went."""

    written: tuple[Written, ...] = ()
    failed: tuple[Failed, ...] = ()
    blocked: tuple[Blocked, ...] = ()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of which a version was written, reviews left out."""
        made = (each.output for each in self.written)
        return tuple(dict.fromkeys(output.language for output in made if not output.format.startswith(_REVIEW)))

    def lines(self) -> Iterator[str]:
        """What to tell the user, a sentence a line: what was written first."""
        if self.written:
            number = len(self.written)
            yield ngettext("{n} file was written.", "{n} files were written.", number).format(n=number)
        if replaced := [each.output.path.name for each in self.written if each.replaced]:
            yield _("Replaced: {names}.").format(names=", ".join(replaced))
        for blocked in self.blocked:
            number = len(blocked.obstacles)
            yield ngettext(
                "{language}: not written, {n} thing keeps it from being final.",
                "{language}: not written, {n} things keep it from being final.",
                number,
            ).format(language=blocked.language, n=number)
        yield from (_("Not written: {reason}").format(reason=each.error) for each in self.failed)
        for each in self.written:
            yield from (f"{each.output.path.name}: {remark}" for remark in each.remarks)


def outputs(order: Order) -> tuple[Output, ...]:
    """Every file that the order asks for, in its order; names that are the same in two languages are told apart.

    Raises:
        FileError: files cannot be named by the pattern, or there is one of the name that must stay.
        ValueError: the release is not in that language, or there is no such format.
    """
    from tilshi.export.naming import DEFAULT, check_pattern

    pattern = order.pattern or DEFAULT
    check_pattern(pattern)
    made: dict[Path, Output] = {}
    for language, formats in order.formats:
        if language not in order.release.languages or not {*formats} <= {*available(order.release, language)}:
            raise ValueError(language, formats)
        for format_ in dict.fromkeys(formats):
            path = _free(order, pattern, language, format_, made)
            made[path] = Output(language, format_, path)
    if not order.overwrite and (there := next((path for path in made if path.exists()), None)):
        raise FileError(there, _("There is a file of this name already."), remedy=_("Choose another folder."))
    return tuple(made.values())


def available(release: Release, language: str) -> tuple[str, ...]:
    """What a version can be written as: the source has nothing to be reviewed beside."""
    if language in release.target_languages:
        return OUTPUTS
    return tuple(name for name in OUTPUTS if not name.startswith(_REVIEW))


def write_all(
    order: Order,
    *,
    layout: Layout | None = None,
    check: Check | None = None,
    progress: Callable[[Step], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Summary:
    """Makes all files, then puts them in place. `progress` hears of each one, on the caller's thread.

    `check` is asked for final versions and for the findings in reviews; without it, reviews have no such column.

    Raises:
        FileError: the folder cannot be written to; files may have been put in place before.
        ValueError: as for `outputs`, or a final version is wanted and there is no `check`.
        Cancelled: the user called it off; nothing was written.
    """
    if order.final and check is None:
        raise ValueError("a final version has to be checked")
    planned = outputs(order)
    press = _Press(order, layout or layout_of(order.release), _remembered(check) if check else None)
    blocked = press.blocked()
    if blocked and order.whole:
        return Summary(blocked=blocked)
    refused = {each.language for each in blocked}
    wanted = [output for output in planned if output.language not in refused]
    finished: list[tuple[Output, Finished]] = []
    failed = []
    for done, output in enumerate(wanted):
        _go_on(progress, cancelled, Step(done, len(wanted), output.format))
        try:
            finished.append((output, press.make(output)))
        except FileError as error:
            failed.append(Failed(output, error))
    _go_on(progress, cancelled, Step(len(wanted), len(wanted)))
    if failed and order.whole:
        return Summary((), tuple(failed), blocked)
    written = tuple(_put(output, file) for output, file in finished)
    return Summary(written, tuple(failed), blocked)


def export_release(  # noqa: PLR0913  # one argument for each thing the user chooses
    release: Release,
    language: str,
    formats: Iterable[str],
    directory: Path,
    *,
    layout: Layout | None = None,
    progress: Callable[[Step], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    final: Sequence[Finding] | None = None,
) -> tuple[Path, ...]:
    """One version in some formats: all of them are written, or none. For a `final` one, give what the checks find.

    Raises:
        NotFinal: something keeps the version from being final; nothing was written.
        FileError: a file cannot be made, or not be written there.
        ValueError: the release is not in that language, or there is no such format.
        Cancelled: the user called it off; nothing was written.
    """
    order = Order(release, ((language, tuple(formats)),), directory, final=final is not None, whole=True)
    check = (lambda _language: final or ()) if final is not None else None
    summary = write_all(order, layout=layout, check=check, progress=progress, cancelled=cancelled)
    for blocked in summary.blocked:
        raise NotFinal(blocked.language, blocked.obstacles)
    for failed in summary.failed:
        raise failed.error
    return tuple(each.output.path for each in summary.written)


class _Press:
    """Makes the files of one order; a version is laid out once for all its formats."""

    def __init__(self, order: Order, layout: Layout, check: Check | None) -> None:
        from tilshi.export.probe.machine import machine_names

        self._order = order
        self._layout = layout
        self._check = check
        self._machine = machine_names()
        self._documents: dict[tuple[str, bool], Document] = {}

    def blocked(self) -> tuple[Blocked, ...]:
        """The versions that may not be final; asked before anything is made."""
        if not self._order.final or self._check is None:
            return ()
        release = self._order.release
        languages = [code for code, names in self._order.formats if any(not _is_review(name) for name in names)]
        found = [(code, blocking_in(release, code, self._layout, self._check(code))) for code in languages]
        return tuple(Blocked(code, obstacles) for code, obstacles in found if obstacles)

    def make(self, output: Output) -> Finished:
        """One file in memory.

        Raises:
            FileError: it cannot be made.
        """
        from tilshi.export.publish import finished

        review = _is_review(output.format)
        kept = () if review else kept_back(self._order.release, output.language)
        kind = output.format.removeprefix(_REVIEW)
        fonts = self._order.embed_fonts
        document = self._document(output.language, review=review)
        seal = None if review else self._order.seal
        return finished(document, kind, output.path, (*self._machine, *kept), embed_fonts=fonts, seal=seal)

    def _document(self, language: str, *, review: bool) -> Document:
        key = language, review
        if key not in self._documents:
            self._documents[key] = self._review(language) if review else self._version(language)
        return self._documents[key]

    def _version(self, language: str) -> Document:
        from tilshi.layout.compose import compose

        layout, order = self._layout, self._order
        profile = layout.profile
        if order.attach_contacts is not None:
            profile = replace(profile, attach_contacts=order.attach_contacts)
        if order.contact_code is not None:
            profile = replace(profile, contact_code=order.contact_code)
        return compose(order.release, layout.template, profile, language, draft=order.is_marked)

    def _review(self, language: str) -> Document:
        from tilshi.layout.review import Columns, compose_review

        findings = None
        if self._check and self._order.findings:
            findings = _by_segment(self._check(language))
        columns = Columns(self._order.notes, findings)
        return compose_review(self._order.release, self._layout.template, language, self._layout.profile, columns)


def _by_segment(findings: Iterable[Finding]) -> Mapping[str, Sequence[str]]:
    said: dict[str, list[str]] = {}
    for finding in findings:
        said.setdefault(finding.segment, []).append(str(finding.message))
    return said


def _remembered(check: Check) -> Check:
    """The same answers, each asked for once."""
    known: dict[str, Sequence[Finding]] = {}

    def remembered(language: str) -> Sequence[Finding]:
        if language not in known:
            known[language] = check(language)
        return known[language]

    return remembered


def _is_review(format_: str) -> bool:
    return format_.startswith(_REVIEW)


def _free(order: Order, pattern: str, language: str, format_: str, taken: Container[Path]) -> Path:
    """A place that no other file of the order has."""
    from tilshi.export.naming import file_name

    values = _fields(order.release, language)
    tries = (pattern, f"{pattern}_{{language}}", *(f"{pattern}_{number}" for number in range(2, 1000)))
    paths = (order.folder / file_name(each, values, format_) for each in tries)
    return next(path for path in paths if path not in taken)


def _fields(release: Release, language: str) -> dict[str, str]:
    from tilshi.export.naming import day
    from tilshi.language.dates import find_dates
    from tilshi.release.roles import Role

    headline, dated = release.first(Role.HEADLINE), release.first(Role.DATE)
    texts = [release.text(segment.id, language).string for segment in headline.segments] if headline else []
    source = " ".join(segment.source.string for segment in dated.segments) if dated else ""
    found = next((span.date for span in find_dates(source, release.source_language) if span.date), None)
    return {
        "date": day(found),
        "id": release.id,
        "language": language,
        "template": release.template,
        "title": " ".join(texts),
    }


def _put(output: Output, file: Finished) -> Written:
    from tilshi.files.atomic import replace

    replaced = output.path.exists()
    try:
        output.path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or str(error)
        raise FileError(output.path.parent, _("The folder cannot be made: {why}.").format(why=why)) from error
    replace(output.path, file.data)
    return Written(output, len(file.data), file.remarks, replaced)


def _go_on(progress: Callable[[Step], None] | None, cancelled: Callable[[], bool] | None, step: Step) -> None:
    if cancelled and cancelled():
        raise Cancelled
    if progress:
        progress(step)
