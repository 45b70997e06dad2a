"""A file is replaced as a whole or not at all."""

import contextlib
import errno
import os
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi.files import atomic
from tilshi.files.errors import FileError

resource = pytest.importorskip("resource")

OLD = b"old and complete"
NEW = b"new " * 50_000

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and links of POSIX")


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "release.docx"
    path.write_bytes(OLD)
    return path


@contextlib.contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@contextlib.contextmanager
def file_size_limit(size: int) -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def tiny_disk() -> Iterator[Path]:
    """A file system of 64 kB; skips where we may not mount one."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]
        try:
            mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            mounted = False
        if not mounted:
            pytest.skip("no right to mount a small file system")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@contextlib.contextmanager
def ordinary_user() -> Iterator[None]:
    """Root may write anywhere; the suite may run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@given(st.binary())
def test_what_is_written_is_what_is_there(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        atomic.replace(path, OLD)
        atomic.replace(path, data)
        assert path.read_bytes() == data
        assert names(Path(folder)) == ["file"]


@posix
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_a_new_file_gets_what_the_umask_leaves(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        atomic.replace(tmp_path / "new", NEW)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o666 & ~mask


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_permissions(target: Path, mode: int) -> None:
    target.chmod(mode)
    atomic.replace(target, NEW)
    assert (stat.S_IMODE(target.stat().st_mode), target.read_bytes()) == (mode, NEW)


@posix
def test_nobody_reads_the_copy_who_may_not_read_the_file(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.chmod(0o600)
    seen = []
    write = os.write

    def look(descriptor: int, data: Any) -> int:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", look)
    atomic.replace(target, NEW)
    assert set(seen) == {0o600}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner(target: Path) -> None:
    os.chown(target, 12345, 12346)
    atomic.replace(target, NEW)
    assert (target.stat().st_uid, target.stat().st_gid) == (12345, 12346)


@posix
def test_a_link_goes_on_leading_to_the_file(target: Path) -> None:
    link = target.with_name("link")
    link.symlink_to(target.name)
    atomic.replace(link, NEW)
    assert (link.is_symlink(), target.read_bytes()) == (True, NEW)


@posix
def test_writes_cut_short_are_gone_on_with(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:1000]))
    atomic.replace(target, NEW)
    assert target.read_bytes() == NEW


@posix
def test_a_full_disk_keeps_the_old_file() -> None:
    with tiny_disk() as folder:
        path = folder / "release.docx"
        path.write_bytes(OLD)
        with pytest.raises(FileError) as caught:
            atomic.replace(path, NEW)
        assert str(caught.value) == "release.docx: The disk is full. Free some space, or save to another disk."
        assert (path.read_bytes(), names(folder)) == (OLD, ["release.docx"])


@posix
def test_a_read_only_disk_keeps_the_old_file() -> None:
    with tiny_disk() as folder:
        path = folder / "release.docx"
        path.write_bytes(OLD)
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with pytest.raises(FileError, match=r"read-only|write-protected"):
            atomic.replace(path, NEW)
        with pytest.raises(FileError, match=r"The disk is read-only\. Choose another disk\."):
            atomic.replace(folder / "new", NEW)
        assert (path.read_bytes(), names(folder)) == (OLD, ["release.docx"])


@posix
def test_a_size_limit_keeps_the_old_file(target: Path) -> None:
    with (
        file_size_limit(10_000),
        pytest.raises(FileError, match="larger than this disk or this account allows"),
    ):
        atomic.replace(target, NEW)
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


@posix
def test_a_folder_one_may_not_write_to() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        with ordinary_user(), pytest.raises(FileError, match=r"You may not write to this folder\. Choose another"):
            atomic.replace(folder / "release.docx", NEW)
        assert names(folder) == []


@posix
def test_a_folder_one_may_write_to_but_not_list() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o333)
        with ordinary_user():
            atomic.replace(folder / "release.docx", NEW)
        folder.chmod(0o700)
        assert (folder / "release.docx").read_bytes() == NEW


def test_a_protected_file_is_not_replaced_behind_its_owners_back(target: Path) -> None:
    target.chmod(0o444)
    with pytest.raises(FileError, match=r"write-protected\. Take the protection away"):
        atomic.replace(target, NEW)
    assert target.read_bytes() == OLD


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing/release.docx", "The folder does not exist"),
        ("release.docx/inside", "The folder does not exist"),
        ("x" * 300, "The name is too long"),
        ("a\x00b", "The system cannot write this file: .*null"),
    ],
)
def test_names_that_lead_nowhere(target: Path, name: str, message: str) -> None:
    with pytest.raises(FileError, match=message):
        atomic.replace(target.parent / name, NEW)
    assert names(target.parent) == [target.name]


def test_a_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    atomic.replace(path, NEW)
    assert path.read_bytes() == NEW


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="This is a folder, not a file"):
        atomic.replace(tmp_path, NEW)


@posix
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileError, match="a device, a pipe or a socket"):
        atomic.replace(tmp_path / "pipe", NEW)


@posix
def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(FileError, match="The link leads in a circle"):
        atomic.replace(tmp_path / "a", NEW)


@posix
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EPERM, errno.EROFS, 9999])
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close", "chmod", "replace"])
def test_whatever_call_fails_the_old_file_stays(
    target: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    real: Callable[..., Any] = getattr(os, call)

    def failing(*arguments: Any, **_options: Any) -> Any:
        if call == "close":
            real(*arguments)
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        with pytest.raises(FileError) as caught:
            atomic.replace(target, NEW)
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])
    assert caught.value.reason
    assert caught.value.remedy


def test_a_disk_that_keeps_something_else_is_found_out_before_the_rename(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda fd, data: write(fd, bytes(len(data))))
    with pytest.raises(FileError, match=r"The disk reports an error\. Save to another disk now"):
        atomic.replace(target, NEW)
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


@posix
def test_another_programs_file_is_noticed(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic, "sync_folder", lambda _folder: target.write_bytes(b"theirs"))
    with pytest.raises(FileError, match="Another program has changed the file"):
        atomic.replace(target, NEW)


@posix
def test_a_file_system_that_cannot_sync_folders_will_do(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fsync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    atomic.replace(target, NEW)
    assert target.read_bytes() == NEW


def test_on_windows_a_scanner_is_waited_for(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace
    failures = iter((True, True, False))

    def held(source: Any, destination: Any) -> None:
        if next(failures):
            raise PermissionError(errno.EACCES, "in use")
        replace(source, destination)

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic, "_WINDOWS", True)
    atomic.replace(target, NEW)
    assert target.read_bytes() == NEW


def test_on_windows_a_file_open_elsewhere_is_said_to_be(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_names: Any) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr(atomic, "_WINDOWS", True)
    monkeypatch.setattr(atomic, "_PATIENCE", (0.0,))
    with pytest.raises(FileError, match=r"The file is open in another program\. Close it there"):
        atomic.replace(target, NEW)
    assert (target.read_bytes(), names(target.parent)) == (OLD, [target.name])


def test_writers_at_the_same_time_leave_one_whole_file(target: Path) -> None:
    contents = [bytes([number]) * 100_000 for number in range(4)]

    def write(data: bytes) -> None:
        for _round in range(10):
            # Each may find that another was faster; none may find half a file.
            with contextlib.suppress(FileError):
                atomic.replace(target, data)

    threads = [threading.Thread(target=write, args=(data,)) for data in contents]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert target.read_bytes() in contents
    assert names(target.parent) == [target.name]


@posix
def test_a_killed_process_leaves_the_old_file_or_the_new_one(target: Path) -> None:
    program = (
        "import sys, pathlib\nfrom tilshi.files.atomic import replace\n"
        "print('ready', flush=True)\n"
        "while True: replace(pathlib.Path(sys.argv[1]), b'new ' * 50_000)\n"
    )
    for pause in (0.001, 0.004, 0.01):
        with subprocess.Popen(
            [sys.executable, "-c", program, str(target)], stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            threading.Event().wait(pause)
            process.kill()
        assert target.read_bytes() in {OLD, NEW}
