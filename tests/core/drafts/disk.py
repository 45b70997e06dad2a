"""A disk that fails, dies or loses its power at a chosen moment: every call that writes is counted and can be the last.

Real files and real calls, with the system's functions wrapped; nothing of the product is replaced.
"""

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

WRITING = ("write", "fsync", "fdatasync", "replace", "rename", "unlink", "mkdir", "link", "open")
SYNCING = ("fsync", "fdatasync")


class Killed(BaseException):
    """The process ends here: whatever it still tries to do does not happen."""


class Disk:
    """Counts calls that write below `root`; `fault` is what happens at call number `at` (and later, if `sticky`).

    Faults: "kill" (before the call), "killed" (after it), "torn" (half a write, then killed), "short" (half, then
    ENOSPC), or the name of an errno.
    """

    def __init__(self, root: Path, fault: str = "", at: int = 0, *, sticky: bool = False) -> None:
        self.root, self.fault, self.at, self.sticky = root, fault, at, sticky
        self.calls = 0
        self.dead = False
        self._paths: dict[int, Path] = {}
        self._contents: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int]] = {}
        self._folders: dict[int, Path] = {}
        for folder in (root, *(each for each in root.rglob("*") if each.is_dir())):
            self._remember_folder(folder)
            for file in folder.iterdir():
                if file.is_file():
                    self._contents[file.stat().st_ino] = file.read_bytes()

    @contextlib.contextmanager
    def in_use(self) -> Iterator[None]:
        """The disk is under everything that is done within."""
        with pytest.MonkeyPatch.context() as patch:
            for name in WRITING:
                if hasattr(os, name):
                    patch.setattr(os, name, self._wrapped(name, getattr(os, name)))
            patch.setattr(os, "close", self._closing(os.close))
            try:
                yield
            finally:
                self._end_process()

    def lose_power(self) -> None:
        """What was never synced is gone: contents of files, and names in folders."""
        tree = dict(self._durable(self.root))
        for path in sorted(self.root.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        for path, data in tree.items():
            if data is None:
                path.mkdir(exist_ok=True)
            else:
                path.write_bytes(data)

    def _closing(self, real: Callable[[int], None]) -> Callable[[int], None]:
        def close(descriptor: int) -> None:
            self._paths.pop(descriptor, None)
            real(descriptor)

        return close

    def _end_process(self) -> None:
        """What a process leaves open the system closes, and with it end its locks."""
        for descriptor in tuple(self._paths):
            os.close(descriptor)

    def _durable(self, folder: Path) -> Iterator[tuple[Path, bytes | None]]:
        for name, inode in self._names.get(folder, {}).items():
            if inode in self._folders:
                yield folder / name, None
                yield from self._durable(self._folders[inode])
            else:
                yield folder / name, self._contents.get(inode, b"")

    def _remember_folder(self, folder: Path) -> None:
        self._folders[folder.stat().st_ino] = folder
        self._names[folder] = {file.name: file.stat().st_ino for file in folder.iterdir()}

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            if not self._concerns(name, arguments):
                return real(*arguments, **named)
            self._meet_fate(name, arguments, real)
            # What a sync means is noted here; the real one would only wait for the machine the test runs on.
            done = None if name in SYNCING else real(*arguments, **named)
            self._note(name, arguments, done)
            if self.fault == "killed" and self.calls == self.at:
                self.dead = True
                raise Killed
            return done

        return call

    def _concerns(self, name: str, arguments: tuple[Any, ...]) -> bool:
        if name == "write" or name in SYNCING:
            return arguments[0] in self._paths
        path = Path(os.fsdecode(arguments[0]))
        if not path.is_relative_to(self.root):
            return False
        return name != "open" or bool(arguments[1] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) or path.is_dir()

    def _meet_fate(self, name: str, arguments: tuple[Any, ...], real: Callable[..., Any]) -> None:
        if self.dead:
            raise Killed
        self.calls += 1
        if not self.at or not (self.calls == self.at or (self.sticky and self.calls > self.at)):
            return
        if name == "write" and self.fault in {"torn", "short"}:
            real(arguments[0], bytes(arguments[1])[: len(arguments[1]) // 2])
        if self.fault in {"kill", "torn"}:
            self.dead = True
            raise Killed
        if self.fault != "killed":
            number = getattr(errno, self.fault, errno.ENOSPC)
            raise OSError(number, os.strerror(number))

    def _note(self, name: str, arguments: tuple[Any, ...], done: Any) -> None:
        if name == "open":
            self._paths[done] = Path(os.fsdecode(arguments[0]))
        elif name in SYNCING:
            status = os.fstat(arguments[0])
            path = self._paths[arguments[0]]
            if stat.S_ISDIR(status.st_mode):
                self._remember_folder(path)
            else:
                self._contents[status.st_ino] = path.read_bytes()
        elif name == "mkdir":
            folder = Path(os.fsdecode(arguments[0]))
            self._folders[folder.stat().st_ino] = folder
