"""Requirements over the work on a release: source, approvals, remarks, corrections, findings, strange characters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tilshi.checking.findings import Message, Severity, Side, message
from tilshi.checking.gate.obstacles import Hindrance, Requirement, Version
from tilshi.files.hazards import has_hazards, hazards
from tilshi.i18n import N_
from tilshi.layout.conventions import RequiredApproval
from tilshi.release import Capacity, Role, Segment, State
from tilshi.release.digests import version_digest
from tilshi.release.operations import holds, is_behind


def revision(version: Version) -> Iterator[Hindrance]:
    """The translation is of the source as it is now."""
    if version.is_translation:
        for _block, segment in version.release.segments():
            if is_behind(version.release, segment.id, version.language):
                yield Hindrance(message(N_("The source has changed since this was translated.")), segment.id)


def approval(version: Version) -> Iterator[Hindrance]:
    """Every segment is approved as the house demands, and none was edited since."""
    required = version.edition.profile.house.required_approval
    if not version.is_translation or required is RequiredApproval.NOBODY:
        return
    translated = [(block, segment) for block, segment in version.release.segments() if version.text(segment).string]
    lacking = [(segment, said) for _block, segment in translated if (said := _unapproved(version, segment, required))]
    untouched = all(not segment.target(version.language).approvals for _block, segment in translated)
    if len(lacking) > 1 and len(lacking) == len(translated) and untouched:
        said = message(
            N_("Nobody has approved this translation yet: none of its {number} segments."), number=len(lacking)
        )
        yield Hindrance(said, lacking[0][0].id)
    else:
        yield from (Hindrance(said, segment.id) for segment, said in lacking)


def remarks(version: Version) -> Iterator[Hindrance]:
    """No remark is open."""
    for _block, segment in version.release.segments():
        for note in segment.notes:
            if not note.resolved and not note.reply_to and note.language in {"", version.language}:
                own = note.language == version.language or not version.is_translation
                side = Side.TARGET if own and version.is_translation else Side.SOURCE
                yield Hindrance(
                    message(N_("A remark is still open here.")), segment.id, note.start, note.end, side=side
                )


def correction(version: Version) -> Iterator[Hindrance]:
    """A version that differs from the published one says that it is corrected."""
    published = [each for each in version.release.publications if each.language == version.language]
    if not published or published[-1].digest == version_digest(version.release, version.language):
        return
    if not any(version.shown(block).strip() for block in version.blocks(Role.CORRECTION)):
        yield Hindrance(
            message(N_("This was published and has changed since; a line must say that it is a corrected version.")),
            role=Role.CORRECTION,
        )


def findings(version: Version) -> Iterator[Hindrance]:
    """No error is left that the checks found."""
    for finding in version.findings:
        if finding.severity is Severity.ERROR:
            yield Hindrance(finding.message, finding.segment, finding.start, finding.end, side=finding.side)


def characters(version: Version) -> Iterator[Hindrance]:
    """No character or address shows something else than it is."""
    segments = [(segment, version.text(segment)) for _block, segment in version.release.segments()]
    hrefs = [mark.href for _segment, text in segments for mark in text.marks]
    if not has_hazards([text.string for _segment, text in segments] + hrefs):
        return
    for segment, text in segments:
        said = [warning.message for warning in hazards(text.string)]
        said += [warning.message for mark in text.marks for warning in hazards(mark.href)]
        for sentence in dict.fromkeys(said):
            yield Hindrance(message(N_("{hazard} Is it meant?"), hazard=sentence), segment.id, 0, len(text))


def _unapproved(version: Version, segment: Segment, required: RequiredApproval) -> Message | None:
    """What is lacking to a segment's approval, None if nothing."""
    target = segment.target(version.language)
    approvals = target.approvals
    if required is not RequiredApproval.ANYONE:
        approvals = tuple(each for each in approvals if each.capacity is Capacity(required.value))
        if not approvals:
            return _BY_NOBODY[required]
    elif target.state.rank < State.REVIEWED.rank and not approvals:
        return message(N_("This is not reviewed yet."))
    if approvals and not any(holds(each, segment, version.language) for each in approvals):
        return message(N_("This was edited after it had been approved."))
    if target.state.rank < State.REVIEWED.rank:
        return message(N_("This was sent back after it had been approved."))
    return None


_BY_NOBODY: Final = {
    RequiredApproval.AUTHOR: message(N_("The author has not approved this yet.")),
    RequiredApproval.TRANSLATOR: message(N_("No translator has approved this yet.")),
    RequiredApproval.REVIEWER: message(N_("No reviewer has approved this yet.")),
    RequiredApproval.APPROVER: message(N_("This has not been approved for publication yet.")),
}

REVISION: Final = Requirement("revision", Severity.ERROR, N_("The translation is of the source as it is now"), revision)
APPROVAL: Final = Requirement(
    "approval",
    Severity.ERROR,
    N_("Every segment is approved as the house demands, and none was edited since"),
    approval,
)
REMARKS: Final = Requirement("remarks", Severity.ERROR, N_("No remark is open"), remarks)
CORRECTION: Final = Requirement(
    "correction",
    Severity.ERROR,
    N_("A version that differs from the published one says that it is corrected"),
    correction,
)
FINDINGS: Final = Requirement("findings", Severity.ERROR, N_("No error is left that the checks found"), findings)
CHARACTERS: Final = Requirement(
    "characters", Severity.ERROR, N_("No character or address shows something else than it is"), characters
)
