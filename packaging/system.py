"""What a checkout needs from the operating system, found by trying it; on Debian and its relatives also installed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

# Programs that the suite drives, and the Debian packages they come in. Tests skip, with a reason, where one is missing.
TEST_PROGRAMS = {
    "Xvfb": ("xvfb",),
    "xauth": ("xauth",),
    "xkbcomp": ("x11-xkb-utils",),
    "xdotool": ("xdotool",),
    "pdftotext": ("poppler-utils",),
    "soffice": ("libreoffice-writer-nogui",),
    "javac": ("default-jdk-headless",),
    "dbus-run-session": ("dbus", "dbus-x11"),
    "gnome-keyring-daemon": ("gnome-keyring",),
}
TEST_FILES = {
    Path("/usr/share/java/jaxb-runtime.jar"): ("libjaxb-java",),
}
TEST_LIBRARIES = {
    "libpango-1.0.so.0": ("libpango-1.0-0",),
    "libpangoft2-1.0.so.0": ("libpangoft2-1.0-0",),
}
# Packages that Debian does not name after the library in them.
_PACKAGES = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0", "libz.so.1": "zlib1g"}


def say(text: str) -> None:
    """One line of progress."""
    print(f"· {text}", flush=True)


def has_screen() -> bool:
    """Whether a window could be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def provide_window_libraries(site_packages: Path) -> None:
    """Sees to the libraries that Qt's X11 plugin, as installed in ``site_packages``, does not find."""
    plugins = site_packages / "PySide6" / "Qt" / "plugins"
    libraries = [plugins / "platforms" / "libqxcb.so", *sorted((plugins / "xcbglintegrations").glob("*.so"))]
    if sys.platform == "linux":
        provide({debian_package(name) for name in _not_found(libraries)}, "to show a window")


def provide_test_tools() -> None:
    """Sees to the programs and libraries that the suite drives."""
    if sys.platform == "linux":
        provide(_missing_test_packages(), "for all tests to run")
    elif missing := sorted(name for name in ("soffice", "pdftotext") if not shutil.which(name)):
        say(f"Some tests will be skipped without: {', '.join(missing)}")


def provide(packages: Iterable[str], purpose: str) -> None:
    """Installs Debian ``packages`` where that is possible and says how to where it is not; never ends the program."""
    wanted = sorted(set(packages))
    if not wanted:
        return
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *wanted]
    if not shutil.which("apt-get"):
        say(f"Missing {purpose}; under Debian the packages are called: {' '.join(wanted)}")
    elif os.geteuid() != 0:
        say(f"Missing {purpose}; install with: sudo {' '.join(command)}")
    else:
        say(f"Installing {purpose}: {' '.join(wanted)}")
        if not (_apt(command) or (_apt(["apt-get", "update"]) and _apt(command))):
            say(f"That failed; what depends on it will be left out. By hand: {' '.join(command)}")


def debian_package(soname: str) -> str:
    """The package of a shared library, by Debian's policy (8.1): ``libxcb-cursor.so.0`` → ``libxcb-cursor0``."""
    if soname in _PACKAGES:
        return _PACKAGES[soname]
    name, _, version = soname.lower().replace("_", "-").partition(".so.")
    return f"{name}-{version}" if name[-1:].isdigit() else f"{name}{version}"


def _not_found(libraries: Iterable[Path]) -> set[str]:
    present = [str(library) for library in libraries if library.exists()]
    if not present or not shutil.which("ldd"):
        return set()
    answer = subprocess.run(["ldd", *present], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"(\S+) => not found", answer))


def _missing_test_packages() -> set[str]:
    missing: set[str] = set()
    for name, packages in TEST_PROGRAMS.items():
        if not shutil.which(name):
            missing.update(packages)
    for path, packages in TEST_FILES.items():
        if not path.exists():
            missing.update(packages)
    known = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=False).stdout
    for name, packages in TEST_LIBRARIES.items():
        if name not in known:
            missing.update(packages)
    return missing


def _apt(command: list[str]) -> bool:
    """Whether apt-get did it; a mirror that does not answer costs half a minute, not the afternoon."""
    patience = ["-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=30", "-o", "DPkg::Lock::Timeout=120"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    answer = subprocess.run(
        [*command, *patience], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return answer.returncode == 0
