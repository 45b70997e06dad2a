"""What holds for everything that reads a file of a stranger: one class of tests, inherited for each reader."""

import contextlib
import os
import random
import re
import time
from pathlib import Path
from typing import ClassVar

import pytest

from tests.core.files.hostility import hostile
from tilshi.files.errors import FileError

MOST_SECONDS = 2.0
MOST_MEMORY = 200 * 1024 * 1024

FOREIGN = {
    "nothing": b"",
    "a space": b" \n",
    "zeros": bytes(300),
    "a byte": b"\xff",
    "random bytes": random.Random(1).randbytes(3000),
    "an old Word file": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "half of a surrogate pair": b"a\xed\xa0\x80b",
    "an overlong form": b"a\xc0\xafb",
}


class GuardedReader:
    """Inherit, name the file, give a sound content, say how it is read."""

    name: ClassVar[str]
    sound: ClassVar[bytes]
    megabytes: ClassVar[int] = 32
    """The largest file that is read."""

    def read(self, path: Path) -> object:
        """Reads the file at `path`; raises FileError."""
        raise NotImplementedError

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / self.name

    def refused(self, path: Path) -> str:
        with pytest.raises(FileError) as caught:
            self.read(path)
        assert str(caught.value).startswith(f"{path.name}: ")
        return str(caught.value)

    def test_reads_what_is_sound_and_leaves_it_alone(self, path: Path) -> None:
        path.write_bytes(self.sound)
        self.read(path)
        assert path.read_bytes() == self.sound
        assert list(path.parent.iterdir()) == [path]

    @pytest.mark.parametrize("kind", FOREIGN)
    def test_refuses_what_is_something_else(self, kind: str, path: Path) -> None:
        path.write_bytes(FOREIGN[kind])
        assert self.refused(path)

    def test_refuses_what_is_not_there(self, path: Path) -> None:
        assert self.refused(path) == f"{path.name}: There is no such file."

    def test_refuses_folders(self, path: Path) -> None:
        path.mkdir()
        assert self.refused(path) == f"{path.name}: This is a folder, not a file."

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
    def test_does_not_wait_for_a_pipe(self, path: Path) -> None:
        os.mkfifo(path)
        assert self.refused(path) == f"{path.name}: This is not a file but a device, a pipe or a socket."

    def test_refuses_what_is_huge_before_reading_it(self, path: Path) -> None:
        path.write_bytes(b"")
        os.truncate(path, 10 * 1024**3)
        assert f"The file is larger than {self.megabytes} MB." in self.refused(path)

    def test_ends_in_nothing_but_a_clear_error_when_cut_off(self, path: Path) -> None:
        for end in range(0, len(self.sound), max(1, len(self.sound) // 60)):
            path.write_bytes(self.sound[:end])
            self.attempt(path)

    def test_ends_in_nothing_but_a_clear_error_when_bits_flip(self, path: Path) -> None:
        rng = random.Random(self.name)
        for _ in range(60):
            data = bytearray(self.sound)
            for _ in range(rng.choice((1, 1, 3, 30))):
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            path.write_bytes(data)
            self.attempt(path)

    def test_ends_in_nothing_but_a_clear_error_when_it_is_hostile(self, path: Path) -> None:
        for kind, data in hostile(self.name, self.sound):
            path.write_bytes(data)
            before = _resident_after_reset()
            started = time.process_time()
            self.attempt(path)
            assert time.process_time() - started < MOST_SECONDS, kind
            assert _peak() - before < MOST_MEMORY, kind
            assert path.read_bytes() == data, kind
        assert list(path.parent.iterdir()) == [path]

    def attempt(self, path: Path) -> None:
        with contextlib.suppress(FileError):
            self.read(path)


def _resident_after_reset() -> int:
    """Bytes in memory now; the kernel begins to look for a peak anew (proc(5), clear_refs)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _peak() -> int:
    return _status("VmHWM")


def _status(field: str) -> int:
    """0 where the system does not say."""
    status = Path("/proc/self/status")
    found = re.search(rf"^{field}:\s+(\d+) kB", status.read_text("ascii"), re.MULTILINE) if status.exists() else None
    return int(found[1]) * 1024 if found else 0
