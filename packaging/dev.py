#!/usr/bin/env python3
"""Everything one does with a checkout: run, test, bench, lint, lock, catalogues, sbom. Needs only Python 3.11."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import environment
import system

ROOT = environment.ROOT
DEMO = ROOT / "build" / "demo"


def run(arguments: list[str]) -> int:
    """Set up, check and export the sample release, then open the window."""
    environment.prepare("runtime")
    system.provide_window_libraries(_site_packages())
    if arguments:
        return _call("python", "-m", "tilshi", *arguments)
    sample = _sample()
    DEMO.mkdir(parents=True, exist_ok=True)
    system.say(f"Checking {sample.relative_to(ROOT)}")
    if _call("python", "-m", "tilshi", "check", str(sample), "--language", "kk") == 2:
        return 2
    system.say(f"Exporting it to {DEMO.relative_to(ROOT)}")
    if code := _call(
        "python", "-m", "tilshi", "export", str(sample), "--language", "kk", "--to", "pdf,docx", "-o", str(DEMO)
    ):
        return code
    if not system.has_screen():
        system.say("There is no screen here, so no window was opened (DISPLAY and WAYLAND_DISPLAY are empty)")
        return 0
    system.say("Opening the window")
    return _call("python", "-m", "tilshi", str(sample))


def test(arguments: list[str]) -> int:
    """Set up, then run the linters, the type checker and the tests; arguments go to pytest."""
    _prepare_development()
    system.provide_test_tools()
    linted = lint([])
    tested = _call("python", "-m", "pytest", "-n", "2", *arguments)
    if linted:
        system.say("The linters or the type checker found something: see above the tests")
    return tested or linted


def bench(arguments: list[str]) -> int:
    """Run the benchmarks, or those named."""
    _prepare_development()
    return _call("python", "-m", "tests.bench", *arguments)


def lint(arguments: list[str]) -> int:
    """Ruff, its formatter, mypy and the contracts between the packages."""
    _prepare_development()
    paths = arguments or ["."]
    steps = (
        ("ruff", "check", "--quiet", *paths),
        ("ruff", "format", "--check", "--quiet", *paths),
        ("python", "-m", "mypy", *arguments, "--no-error-summary"),
        ("lint-imports", "--no-logo"),
    )
    codes = [_call(*step, quietly=step[0] == "lint-imports") for step in steps]
    return max(codes)


def lock(arguments: list[str]) -> int:
    """Write both locks anew, for all systems and Pythons at once; --upgrade takes the newest versions."""
    import tomllib  # not at the top: an older Python shall get as far as the message below

    tool = ROOT / "build" / "lock"
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["dependency-groups"]
    python = tool / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        environment.make_venv(tool)
    subprocess.run([str(python), "-m", "pip", "install", "--quiet", *groups["lock"]], check=True)
    runtime, development = environment.LOCKS["runtime"], environment.LOCKS["dev"]
    compile_lock = [
        *(str(python), "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--no-config", "--universal"),
        *("--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", *arguments),
    ]
    subprocess.run([*compile_lock, "--group", "build", "-o", str(runtime)], cwd=ROOT, check=True)
    # The same versions in both, so that what was tested is what runs.
    constraint = ["--constraint", str(runtime)]
    subprocess.run([*compile_lock, "--group", "dev", *constraint, "-o", str(development)], cwd=ROOT, check=True)
    return 0


def catalogues(arguments: list[str]) -> int:
    """Bring the catalogues of the interface up to date with the code, and say what is not translated."""
    _prepare_development()
    return _call("python", "packaging/catalogues.py", *arguments)


def sbom(arguments: list[str]) -> int:
    """Write what the program is made of (CycloneDX), to build/tilshi.cdx.json or where -o says."""
    _prepare_development()
    return _call("python", "packaging/sbom.py", *arguments)


COMMANDS = {command.__name__: command for command in (run, test, bench, lint, lock, catalogues, sbom)}


def main() -> int:
    """The command line; everything after the command belongs to the command."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"{name:<11} {command.__doc__}" for name, command in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on")
    chosen = parser.parse_args()
    return COMMANDS[chosen.command](chosen.arguments)


def _prepare_development() -> None:
    environment.prepare("dev")
    system.provide_window_libraries(_site_packages())


def _call(program: str, *arguments: str, quietly: bool = False) -> int:
    """Runs a program of the environment in the checkout; ``quietly`` shows its output only if it fails."""
    answer = subprocess.run(
        [str(environment.program(program)), *arguments],
        cwd=ROOT,
        check=False,
        text=True,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
    )
    if quietly and answer.returncode:
        print(answer.stdout)
    return answer.returncode


def _sample() -> Path:
    found = sorted((ROOT / "assets" / "samples").glob("press-release.en-kk.*"))
    if not found:
        raise SystemExit("assets/samples holds no press-release: is the checkout complete?")
    return found[0]


def _site_packages() -> Path:
    found = sorted(environment.VENV.glob("lib/python3*/site-packages"))
    return found[0] if found else environment.VENV / "Lib" / "site-packages"


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this has not been asked by pip yet
        sys.exit(f"Tilshi needs Python 3.11 or newer, and this is {sys.version.split()[0]}; try python3.11")
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
