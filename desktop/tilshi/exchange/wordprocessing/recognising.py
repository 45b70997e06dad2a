"""From the paragraphs of a Word file to the parts of a release: as in plain text, and by what Word knows."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tilshi.exchange.plaintext import order, reading
from tilshi.exchange.plaintext.evidence import Passage, candidates, template_of
from tilshi.exchange.plaintext.paragraphs import lay_out
from tilshi.exchange.plaintext.recognising import Part, Recognised
from tilshi.exchange.wordprocessing.drafting import Paragraph, Remark, joined, trimmed
from tilshi.exchange.wordprocessing.evidence import CERTAIN, own_role, scores
from tilshi.exchange.wordprocessing.tallies import Met, Tallies, in_paragraph
from tilshi.language.addresses import spans
from tilshi.release import Mark, MarkKind, Note, Role, Text

_LABEL: Final = "label"
# Parts that stand where their author wants them, outside the order of a release.
_ANYWHERE: Final = frozenset({Role.PICTURE, Role.CAPTION, Role.CORRECTION})
# Parts that a template sets in bold, or that are bold in most releases: bold from end to end says nothing there.
_BOLD_BY_NATURE: Final = frozenset(
    {
        Role.EMBARGO, Role.KICKER, Role.LOGO_LINE, Role.DATE, Role.HEADLINE, Role.SUBHEADLINE, Role.LEAD,
        Role.SECTION_HEADING, Role.TABLE_HEADER, Role.CONTACT_INTRO, Role.CONTACT_NAME, Role.CONTACT_ROLE,
        Role.FOOTAGE_INTRO, Role.SOCIAL_INTRO,
    }
)  # fmt: skip
# What the layout sets in bold by itself: the label of a fact, the name on a card.
_LABEL_ENDS: Final = {Role.FACT: (":", "："), Role.CONTACT_NAME: (",", "،")}


def recognise_paragraphs(paragraphs: Sequence[Paragraph], tallies: Tallies) -> Recognised:
    """The parts of a release; marks of the end are left out, as in plain text."""
    lines = [
        line
        for line in _tabbed(list(itertools.chain.from_iterable(map(_divided, paragraphs))))
        if not _is_left_to_template(line) and not reading.is_rule(line.text.string)
    ]
    kept = []
    for line in lines:
        if line.row or line.picture or not reading.is_end_mark(line.text.string):
            kept.append(line)
        else:
            tallies.add(Met.END_MARK, in_paragraph(line.number))
    template = template_of([line.text.string for line in kept if not line.picture])
    parts = tuple(_part(line, choice) for line, choice in zip(kept, _choices(kept, template), strict=True))
    return Recognised(parts, template, 0, ())


def _is_left_to_template(line: Paragraph) -> bool:
    return line.style.is_own and any(name.startswith(_LABEL) for name in line.style.names[:2])


def _choices(lines: Sequence[Paragraph], template: str) -> list[order.Choice]:
    """The role of each line; those outside the order do not disturb it."""
    fixed = [_fixed(line) for line in lines]
    size = _body_size(lines)
    ordered = [at for at, role in enumerate(fixed) if role not in _ANYWHERE]
    judged = []
    for place, at in enumerate(ordered):
        found = candidates(Passage(lines[at].text.string, place, template))
        if role := fixed[at]:
            found = {role: CERTAIN}
        else:
            for known, score in scores(lines[at], place, size).items():
                found[known] = found.get(known, -1.0) + score
        judged.append(found)
    chosen = dict(zip(ordered, order.choose(judged), strict=True))
    return [chosen.get(at) or order.Choice(role or Role.BODY, 1.0) for at, role in enumerate(fixed)]


def _fixed(line: Paragraph) -> Role | None:
    """The role that is no guess."""
    if line.picture:
        return Role.PICTURE
    if line.is_note:
        return Role.NOTES
    if line.style.is_own:
        if line.row:
            return Role.TABLE_HEADER if line.header else Role.TABLE_ROW
        return own_role(line.style)
    return Role.CAPTION if "caption" in line.style.names[:1] else None


def _body_size(lines: Sequence[Paragraph]) -> int:
    amounts: Counter[int] = Counter()
    for line in lines:
        amounts[line.size] += len(line.text)
    return amounts.most_common(1)[0][0] if amounts else 0


def _divided(paragraph: Paragraph) -> list[Paragraph]:
    """A paragraph at its line breaks, where they stand between parts: a card set as one paragraph, for example."""
    string = paragraph.text.string
    if "\n" not in string or paragraph.style.is_own or paragraph.row or paragraph.picture:
        return [paragraph]
    starts = [0, *(at + 1 for at, sign in enumerate(string) if sign == "\n")]
    laid = lay_out(string)
    cuts = [starts[each.line - 1] for each in laid.paragraphs][1:]
    edges = list(itertools.pairwise((0, *cuts, len(string))))
    made = []
    for start, end in edges:
        remarks = (each.moved(-start, end - start) for each in paragraph.remarks if _touches(each, start, end))
        text, own = trimmed(paragraph.text.part(start, end), remarks)
        if text:
            made.append(replace(paragraph, text=text, remarks=own))
    return made


def _touches(remark: Remark, start: int, end: int) -> bool:
    """Whether a remark is on a stretch; one on the whole paragraph is told at its beginning."""
    return remark.start < end and remark.end > start if remark.end else start == 0


def _tabbed(lines: list[Paragraph]) -> list[Paragraph]:
    """Rows whose columns are set with tabs, two at least with as many columns, as rows with bars."""
    columns = [_columns(line) for line in lines]
    found = []
    for at, line in enumerate(lines):
        around = (columns[at - 1] if at else 0, columns[at + 1] if at + 1 < len(lines) else 0)
        found.append(_with_bars(line) if columns[at] > 1 and columns[at] in around else line)
    return found


def _columns(line: Paragraph) -> int:
    string = line.text.string
    if line.row or line.listed or line.style.is_own or "\t" not in string or "\n" in string:
        return 0
    if reading.has_label(string) or reading.bullet(string) or reading.is_numbered(string):
        return 0
    return len([cell for cell in string.split("\t") if cell.strip()])


def _with_bars(line: Paragraph) -> Paragraph:
    cells = []
    at = 0
    for cell in line.text.string.split("\t"):
        end = at + len(cell)
        own = (each.moved(-at, end - at) for each in line.remarks if each.end and _touches(each, at, end))
        if cell.strip():
            cells.append(trimmed(line.text.part(at, end), own))
        at = end + 1
    text, remarks = joined(cells, " | ")
    general = tuple(each for each in line.remarks if not each.end)
    return replace(line, text=text, remarks=(*general, *remarks), row=True)


def _part(line: Paragraph, choice: order.Choice) -> Part:
    text, remarks = line.text, line.remarks
    if choice.role is Role.LIST_ITEM and not line.style.is_own and (length := reading.bullet(text.string)):
        remarks = tuple(each.moved(-length, len(text) - length) if each.end else each for each in remarks)
        text = text.part(length, len(text))
    marks = tuple(_telling(text, choice.role, is_own=line.style.is_own, bold=line.bold))
    notes = tuple(_notes(remarks))
    return Part(text.string, choice.role, choice.confidence, line.number, marks, notes, line.picture)


def _telling(text: Text, role: Role, *, is_own: bool, bold: bool) -> Iterator[Mark]:
    """The marks that say more than the layout would do by itself."""
    links = {(found.start, found.end): found.href for found in spans(text.string)} if text.marks else {}
    for mark in text.marks:
        if mark.kind is MarkKind.LINK and links.get((mark.start, mark.end)) == mark.href:
            continue
        if mark.kind is MarkKind.BOLD:
            if not is_own and bold and role in _BOLD_BY_NATURE:
                continue
            if is_own and mark.start == 0 and _is_label(text.string, mark.end, role):
                continue
        yield mark


def _is_label(string: str, end: int, role: Role) -> bool:
    signs = _LABEL_ENDS.get(role)
    if not signs:
        return False
    return string[:end].endswith(signs) or string[end:].startswith(signs) or end == len(string)


def _notes(remarks: Sequence[Remark]) -> Iterator[Note]:
    for count, each in enumerate(remarks, 1):
        if each.text:
            yield Note(
                f"n{count}",
                each.text,
                each.author,
                each.created,
                resolved=each.resolved,
                start=each.start,
                end=each.end,
            )
