"""Canaries in every field that is not printed: none is in any file that leaves the house."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.core.export.images import SECRET, photograph
from tilshi import resources
from tilshi.contacts.store import BookStore
from tilshi.drafts import open_draft
from tilshi.export.probe import Kind, probe
from tilshi.publishing import Order, available, write_all
from tilshi.release import (
    Approval,
    Capacity,
    ContactCard,
    Localised,
    Note,
    Override,
    Picture,
    Publication,
    Release,
    State,
    Waiver,
)

WHEN = "2026-03-06T09:00:00Z"
FIELDS = ("note", "author", "approver", "waiver", "override", "publisher", "picture", "unprinted", "id", "russian")
CANARIES = {field: f"canary{field}bird" for field in FIELDS}


def poisoned() -> Release:
    """The sample release with a canary in each field that no version shows."""
    release = open_draft(resources.path("samples", "press-release.tilshi")).release
    name = CANARIES
    note = Note(name["id"], name["note"], name["author"], WHEN)
    blocks = []
    for block in release.blocks:
        segments = []
        for segment in block.segments:
            old = segment.target("kk")
            approval = Approval(State.REVIEWED, Capacity.REVIEWER, name["approver"], WHEN, name["id"], old.text)
            target = replace(old, approvals=(approval,))
            russian = replace(segment.target("ru"), text=type(old.text)(name["russian"]))
            targets = (("kk", target), *((code, each) for code, each in segment.targets if code not in {"kk", "ru"}))
            segments.append(replace(segment, targets=(*targets, ("ru", russian)), notes=(*segment.notes, note)))
        blocks.append(replace(block, segments=tuple(segments)))
    first = release.blocks[0].segments[0].id
    return replace(
        release,
        blocks=tuple(blocks),
        pictures=(Picture(name["picture"], name["picture"], photograph().data),),
        waivers=(Waiver("spaces", "kk", first, name["id"], name["waiver"], name["author"], WHEN),),
        overrides=(Override("kk", "approved", name["id"], name["override"], name["approver"], WHEN),),
        publications=(Publication("kk", name["id"], name["publisher"], WHEN),),
    )


def unpacked(data: bytes) -> bytes:
    """All bytes of a file, the members of an archive opened."""
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def test_no_canary_is_in_any_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "canaryuserbird")
    monkeypatch.setenv("LOGNAME", "canaryuserbird")
    monkeypatch.setattr("platform.node", lambda: "canaryhostbird")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    # In the address book, and in no release.
    BookStore().put(ContactCard("c", Localised((("kk", CANARIES["unprinted"]),))))
    release = poisoned()
    formats = [name for name in available(release, "kk") if not name.startswith("review.")]
    summary = write_all(Order(release, (("kk", tuple(formats)),), tmp_path / "out"))
    assert (summary.failed, summary.blocked) == ((), ())
    forbidden = (*CANARIES.values(), "canaryuserbird", "canaryhostbird", SECRET, str(Path.home()), str(tmp_path))
    written = sorted((tmp_path / "out").iterdir())
    assert len(written) == len(formats)
    for path in written:
        data = path.read_bytes()
        found = [word for word in forbidden if word.encode() in unpacked(data)]
        assert found == [], path.name
        if path.suffix != ".txt":
            assert probe(data, Kind(path.suffix[1:]), forbidden) == (), path.name


def test_a_review_tells_notes_and_nothing_of_the_machine(tmp_path: Path) -> None:
    release = poisoned()
    write_all(Order(release, (("kk", ("review.docx",)),), tmp_path / "out"))
    (path,) = (tmp_path / "out").iterdir()
    said = unpacked(path.read_bytes()).decode("utf-8", "replace")
    assert CANARIES["note"] in said
    silent = ("waiver", "override", "publisher", "picture", "unprinted", "id", "russian")
    assert [CANARIES[field] for field in silent if CANARIES[field] in said] == []
    assert str(Path.home()) not in said
