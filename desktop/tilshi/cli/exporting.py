"""`tilshi export`: files to send."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tilshi.cli.console import Console
from tilshi.cli.inputs import languages_of, opened, text_language
from tilshi.files.errors import FileWarning
from tilshi.i18n import _
from tilshi.layout.blocks import ContactCode
from tilshi.publishing import OUTPUTS, Order, Summary, available, outputs, write_all
from tilshi.release import Release
from tilshi.workflow import Layout, NotFinal, Opened, lacking, layout_of

if TYPE_CHECKING:
    from tilshi.checking.findings import Finding


def run(arguments: Namespace, console: Console) -> int:
    """Writes the files and says where they are; what is missing on a page is a warning.

    All of them are written or none: 1 where, with `--final`, something keeps one of the versions from being final.
    """
    file = opened(arguments.file, console, text_language(arguments.file, arguments.language))
    release = file.release
    everything = release.languages if arguments.all else release.target_languages or (release.source_language,)
    languages = languages_of(release, arguments.file, arguments.language or everything)
    layout = layout_of(release, arguments.template, arguments.profile)
    order = _order(release, languages, arguments)
    if layout.remark:
        console.warn(arguments.file, FileWarning(layout.remark))
    outputs(order)  # what is wrong with the names is said before anything is looked at
    for language in languages:
        for part in lacking(release, language, layout):
            console.warn(arguments.file, FileWarning(part.message(), language))
    if arguments.sign:
        order = _signed(order, arguments, console)
    summary = write_all(order, layout=layout, check=_check(order, layout, console))
    _say(arguments.file, summary, console)
    if summary.blocked:
        return 1
    for failed in summary.failed:
        raise failed.error
    if arguments.final:
        _record(file, summary.languages, arguments, console)
    return 0


def _order(release: Release, languages: tuple[str, ...], arguments: Namespace) -> Order:
    wanted = OUTPUTS if arguments.all else arguments.to
    formats = ((code, tuple(name for name in wanted if name in available(release, code))) for code in languages)
    return Order(
        release,
        tuple(pair for pair in formats if pair[1]),
        Path(arguments.output),
        arguments.name,
        final=arguments.final,
        watermark=arguments.watermark,
        embed_fonts=arguments.embed_fonts,
        overwrite=not arguments.no_overwrite,
        attach_contacts=arguments.attach_contacts,
        contact_code=ContactCode(arguments.contact_code) if arguments.contact_code else None,
        whole=True,
    )


def _signed(order: Order, arguments: Namespace, console: Console) -> Order:
    """The order whose PDFs are signed; who signs is asked before anything is made."""
    from tilshi.cli.signing import identity_of  # loads half a second of libraries
    from tilshi.signing import seal_with

    return replace(order, seal=seal_with(identity_of(arguments.pkcs12, console)))


def _check(order: Order, layout: Layout, console: Console) -> Callable[[str], tuple[Finding, ...]] | None:
    """Who asks the checks about a version; nobody where neither a final version nor a review is wanted."""
    reviewed = any(name.startswith("review.") for _code, names in order.formats for name in names)
    if not order.final and not reviewed:
        return None
    from tilshi.cli.consulting import Consulted  # all rules, glossaries and dictionaries, which drafts do without

    consulted = Consulted(console)

    def check(language: str) -> tuple[Finding, ...]:
        return consulted.findings(order.release, language, layout.profile)

    return check


def _say(file: str, summary: Summary, console: Console) -> None:
    """The places of the files for programs, and whatever else there is to know for people."""
    for written in summary.written:
        console.say(str(written.output.path))
        if written.replaced:
            console.warn(str(written.output.path), FileWarning(_("An earlier file of this name was replaced.")))
        for remark in written.remarks:
            console.warn(str(written.output.path), FileWarning(remark))
    for blocked in summary.blocked:
        for each in blocked.obstacles:
            place = each.segment or (each.role.value if each.role else "-")
            console.error(f"{file}: {place} [{blocked.language}] {each.message} ({each.requirement})")
        console.error(str(NotFinal(blocked.language, blocked.obstacles)))


def _record(file: Opened, languages: tuple[str, ...], arguments: Namespace, console: Console) -> None:
    """Keeps in the draft which versions went out, when and by whom."""
    from tilshi.checking.gate.passing import publish
    from tilshi.cli.signature import timestamp, user_name
    from tilshi.drafts import save_draft

    if file.draft is None:
        said = _("This is no draft: it is not kept that these versions went out.")
        console.warn(arguments.file, FileWarning(said))
        return
    release, name, at = file.release, user_name(arguments.by), timestamp()
    for code in languages:
        release = publish(release, code, name, at).apply(release)
    save_draft(release, Path(arguments.file), file.draft)
