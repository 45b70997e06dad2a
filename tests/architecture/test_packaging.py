"""The tools of a checkout: what they install, and what they find missing."""

import hashlib
import re
import sys
import tomllib
from pathlib import Path

import pytest

import environment
import system

LOCKS = [pytest.param(path, id=name) for name, path in environment.LOCKS.items()]
REQUIREMENT = re.compile(r"^([a-z0-9-]+)==([^ ]+)(?: ; (.+?))? \\$", re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_nothing_but_versions_and_hashes(lock: Path) -> None:
    """No address of an index, no path of a machine: pip asks where its user told it to ask, and trusts the hashes."""
    for line in lock.read_text(encoding="utf-8").splitlines():
        assert REQUIREMENT.match(line) or re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?", line), line


def test_what_is_tested_is_what_runs() -> None:
    runtime, development = (dict(_versions(environment.LOCKS[name])) for name in ("runtime", "dev"))
    assert runtime.items() <= development.items()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_serves_all_systems(lock: Path) -> None:
    # Qt has a wheel for each of Linux on two processors, macOS and Windows; a lock made for one system has one hash.
    entry = lock.read_text(encoding="utf-8").partition("pyside6-essentials==")[2]
    hashes = re.match(r"\S+(?: \\\n\s+--hash=sha256:\w+)+", entry)
    assert hashes is not None
    assert hashes[0].count("--hash") >= 4


def test_what_one_system_alone_needs_is_marked() -> None:
    text = environment.LOCKS["dev"].read_text(encoding="utf-8")
    markers = {name: marker for name, _version, marker in REQUIREMENT.findall(text)}
    assert "win32" in markers["colorama"]


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime = {_name(requirement) for requirement in project["project"]["dependencies"]}
    development = {_name(item) for item in project["dependency-groups"]["dev"] if isinstance(item, str)}
    assert runtime <= dict(_versions(environment.LOCKS["runtime"])).keys()
    assert runtime | development <= dict(_versions(environment.LOCKS["dev"])).keys()


@pytest.mark.parametrize(
    ("soname", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libEGL.so.1", "libegl1"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_debian_names_a_package_after_its_library(soname: str, package: str) -> None:
    assert system.debian_package(soname) == package


def test_names_the_command_where_it_may_not_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    system.provide(["xvfb", "libegl1"], "to show a window")
    assert capsys.readouterr().out == (
        "· Missing to show a window; install with: sudo apt-get install --yes --no-install-recommends libegl1 xvfb\n"
    )


def test_says_nothing_where_nothing_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    system.provide([], "to show a window")
    assert capsys.readouterr().out == ""


def test_an_environment_that_is_current_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "VENV", tmp_path)
    monkeypatch.setattr(environment, "_pip", lambda *arguments: pytest.fail(f"pip {arguments}"))
    python = environment.program("python")
    python.parent.mkdir()
    python.touch()
    (tmp_path / "pyvenv.cfg").write_text(f"home = here\nversion = {sys.version.split()[0]}\n")
    version = f"{sys.version_info[:2]}".encode()
    for name, path in (("dev", environment.LOCKS["dev"]), ("project", environment.ROOT / "pyproject.toml")):
        stamp = hashlib.sha256(version + path.read_bytes()).hexdigest()
        (tmp_path / f"tilshi-{name}.stamp").write_text(stamp)
    environment.prepare("dev")
    environment.prepare("runtime")


def test_a_folder_that_is_no_environment_is_not_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    precious = tmp_path / "thesis.txt"
    precious.write_text("years of work")
    monkeypatch.setattr(environment, "VENV", tmp_path)
    with pytest.raises(SystemExit, match="move it aside"):
        environment.prepare("runtime")
    assert precious.read_text() == "years of work"


def _versions(lock: Path) -> list[tuple[str, str]]:
    return [(name, version) for name, version, _marker in REQUIREMENT.findall(lock.read_text(encoding="utf-8"))]


def _name(requirement: str) -> str:
    return re.split(r"[<>=~! ;\[]", requirement)[0].lower().replace("_", "-")
