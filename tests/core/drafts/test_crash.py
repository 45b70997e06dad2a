"""Nothing that was acknowledged is ever lost: every call that writes fails or is the last one, in turn.

`crashdriver` speaks the protocol of an outside harness with loop devices and real kills; this is what runs everywhere.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.core.drafts.disk import Disk, Killed
from tilshi.drafts import journal, keeper
from tilshi.drafts.container import Container
from tilshi.drafts.draft import PLAIN
from tilshi.drafts.keeper import Keeper
from tilshi.drafts.records import framed
from tilshi.drafts.recovery import recover
from tilshi.drafts.saving import Origin
from tilshi.files import atomic
from tilshi.files.errors import FileError
from tilshi.release import Block, Release, Role, Segment, Text

pytestmark = pytest.mark.skipif(os.name != "posix", reason="faults are put under the calls of POSIX")

EMPTY = Release("R", "en", ("kk",))
FAULTS = ["kill", "killed", "torn", "EIO", "ENOSPC", "short"]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where there is one: the disk is made up, and the real one need not be waited for."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    made = Path(tempfile.mkdtemp(prefix="tilshi-test-", dir=memory))
    yield made
    shutil.rmtree(made)


@dataclass
class Session:
    """What was sent and what was acknowledged, as states of the release."""

    folder: Path
    container: Container = PLAIN
    sent: list[Release] = field(default_factory=lambda: [EMPTY])
    acknowledged: int = 0

    @property
    def draft(self) -> Path:
        return self.folder / "draft.tilshi"

    @property
    def state(self) -> Path:
        return self.folder / "state"

    def open(self) -> Keeper:
        try:
            return recover(self.draft, self.container, self.state).keeper(self.state)
        except FileError:
            return Keeper(self.state, Origin(EMPTY, self.draft), self.container)

    def edit(self, work: Keeper, *, acknowledge_first: bool = False) -> None:
        number = len(self.sent)
        block = Block(f"b{number % 3}", Role.BODY, (Segment(f"s{number % 3}", Text(f"{number} Қазақша мәтін")),))
        others = tuple(each for each in self.sent[-1].blocks if each.id != block.id)
        self.sent.append(self.sent[-1].with_blocks((*others, block)))
        if acknowledge_first:
            self.acknowledged = number
        try:
            work.keep(self.sent[-1])
        except FileError:
            return
        self.acknowledged = number

    def save(self, work: Keeper) -> None:
        try:
            work.save(self.sent[-1], self.draft)
        except FileError:
            return
        self.acknowledged = len(self.sent) - 1

    def check(self) -> None:
        """The law: what is found is what was acknowledged last, or something sent later."""
        found = EMPTY if not self.acknowledged and not self.draft.exists() else None
        try:
            found = recover(self.draft, self.container, self.state).release
        except FileError:
            assert not self.acknowledged, "what was acknowledged cannot be opened"
        assert found is None or found in self.sent[self.acknowledged :], "an acknowledged edit is lost"


Script = Callable[[Session], None]


def a_day(session: Session, *, acknowledge_first: bool = False) -> None:
    """Edits and saves, after a clean session and before a crash."""
    work = session.open()
    for step in "eesEeese":
        if step == "s":
            session.save(work)
        else:
            session.edit(work, acknowledge_first=acknowledge_first)


def begun(folder: Path, container: Container = PLAIN) -> Session:
    """There is a document with a history already."""
    (folder / "state").mkdir(parents=True)
    session = Session(folder, container)
    work = session.open()
    session.edit(work)
    session.save(work)
    session.edit(work)
    session.save(work)
    work.close()
    return session


def run(
    folder: Path,
    fault: str,
    at: int,
    *,
    sticky: bool = False,
    power: bool = False,
    container: Container = PLAIN,
    day: Callable[..., None] = a_day,
    **kind: bool,
) -> int:
    """The day with a fault at a call; the number of calls there were."""
    session = begun(folder, container)
    disk = Disk(folder, fault, at, sticky=sticky)
    with disk.in_use(), contextlib.suppress(Killed):
        day(session, **kind)
    if power:
        disk.lose_power()
    session.check()
    return disk.calls


def all_calls(folder: Path, fault: str, *, step: int = 1, **kind: Any) -> None:
    total = run(folder / "0", "", 0, **kind)
    assert total > 40, "the calls are seen"
    for at in range(1, total + 4, step):
        run(folder / str(at), fault, at, **kind)


@pytest.mark.parametrize("sticky", [False, True], ids=["once", "for good"])
@pytest.mark.parametrize("fault", FAULTS)
def test_no_fault_at_any_call_loses_what_was_acknowledged(folder: Path, fault: str, sticky: bool) -> None:
    all_calls(folder, fault, sticky=sticky)


def test_no_power_cut_at_any_call_loses_what_was_acknowledged(folder: Path) -> None:
    all_calls(folder, "kill", power=True)


def test_control_without_sync_a_power_cut_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, names in {journal: ("sync", "sync_data"), atomic: ("sync",)}.items():
        for name in names:
            monkeypatch.setattr(module, name, lambda _descriptor: None)
    with pytest.raises(AssertionError):
        all_calls(folder, "kill", power=True)


def test_control_a_journal_truncated_in_place_is_noticed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def in_place(self: journal.Journal, payloads: list[bytes]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(descriptor, b"".join(map(framed, payloads)))
        os.close(descriptor)

    monkeypatch.setattr(journal.Journal, "rewrite", in_place)
    with pytest.raises(AssertionError):
        all_calls(folder, "kill")


def test_control_an_edit_acknowledged_too_early_is_noticed(folder: Path) -> None:
    with pytest.raises(AssertionError, match="an acknowledged edit is lost"):
        all_calls(folder, "kill", acknowledge_first=True)


def test_a_journal_that_has_grown_is_written_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_LARGE", 0)
    session = begun(folder)
    work = session.open()
    for _number in range(200):
        session.edit(work)
    [file] = (folder / "state").rglob("*.journal")
    assert file.stat().st_size < 20_000
    work.close()
    session.check()


def test_a_process_that_is_killed_has_kept_what_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(7)
    (tmp_path / "state").mkdir()
    command = [sys.executable, "-m", "tilshi.drafts.crashdriver", str(tmp_path / "d.tilshi"), str(tmp_path / "state")]
    sent = 0
    for _round in range(6):
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as driver:
            assert driver.stdin is not None
            assert driver.stdout is not None
            lines = ["OPEN"]
            for _edit in range(40):
                sent += 1
                lines.append(f"EDIT {sent} s0 {b64encode(str(sent).encode()).decode()}")
                lines += ["SAVE"] * (chance.random() < 0.1)
            driver.stdin.write("".join(f"{line}\n" for line in lines).encode())
            driver.stdin.flush()
            acknowledged = 0
            for _line in range(chance.randrange(3, 40)):
                answer = driver.stdout.readline().split()
                if answer[0] == b"ACK" and answer[1] != b"SAVE":
                    acknowledged = int(answer[1])
            driver.send_signal(signal.SIGKILL)
        found = recover(tmp_path / "d.tilshi", state=tmp_path / "state").release
        assert int(found.segment("s0").source.string) >= acknowledged
