"""The hook for pre-commit: what the definition says does what a hook must, in a real repository."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tilshi.drafts import save_draft
from tilshi.release import Block, Release, Role, Segment, Target, Text

Git = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def definition() -> dict[str, str]:
    """The one hook of the file; its values are all on one line."""
    lines = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8").splitlines()
    found = (re.fullmatch(r"(?:- |  )(\w+): (.+)", line) for line in lines)
    return {match[1]: match[2] for match in found if match}


def release(kazakh: str) -> Release:
    segment = Segment("s1", Text("31 people"), (("kk", Target(Text(kazakh))),))
    return Release("r", "en", ("kk",), blocks=(Block("p1", Role.BODY, (segment,)),))


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in a new repository whose hook is the one of the definition, run as pre-commit runs it."""
    hook = definition()
    words = [*shlex.split(hook["entry"]), *re.findall(r"[\w-]+", hook["args"])]
    assert words[0] == "tilshi"
    command = shlex.join([sys.executable, "-m", *words])

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        identity = ("-c", "user.name=Jane Example", "-c", "user.email=press@example.org")
        return subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, capture_output=True, text=True, check=False, env=os.environ
        )

    assert run("init", "-q").returncode == 0
    script = tmp_path / ".git" / "hooks" / "pre-commit"
    script.parent.mkdir(exist_ok=True)
    script.write_text(
        "#!/bin/sh\n"
        f"files=$(git diff --cached --name-only --diff-filter=d | grep -E '{hook['files']}')\n"
        f'[ -z "$files" ] || {command} $files\n',
        encoding="utf-8",
    )
    script.chmod(0o755)
    return run


@pytest.mark.skipif(sys.platform == "win32", reason="the hook of the test is a script of a Unix shell")
def test_a_draft_with_an_error_is_kept_out(git: Git, tmp_path: Path) -> None:
    path = tmp_path / "a.tilshi"
    save_draft(release("13 адам"), path)
    git("add", ".")
    refused = git("commit", "-m", "A release")
    assert refused.returncode != 0
    assert "a.tilshi: s1 [kk] error: The source says 31, the translation 13." in refused.stdout + refused.stderr
    path.unlink()
    save_draft(release("31 адам"), path)
    git("add", ".")
    assert git("commit", "-m", "A release").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the hook of the test is a script of a Unix shell")
def test_other_files_are_nobodys_business(git: Git, tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("31 13", encoding="utf-8")
    git("add", ".")
    assert git("commit", "-m", "Notes").returncode == 0


def test_the_definition_names_what_it_needs() -> None:
    hook = definition()
    assert {"id", "name", "description", "entry", "args", "language", "files", "require_serial"} <= {*hook}
    assert (hook["language"], hook["require_serial"]) == ("python", "true")
    assert [name for name in ("a.tilshi", "a.xlf", "a.xliff", "a.docx", "a.txt") if re.search(hook["files"], name)] == [
        *("a.tilshi", "a.xlf", "a.xliff", "a.docx")
    ]
