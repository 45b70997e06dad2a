"""The program at its edges: help, languages, streams, and what nobody foresaw."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.cli.conftest import ENGLISH, Tilshi
from tilshi import publishing, workflow
from tilshi.export.naming import DEFAULT, file_name

Program = Callable[..., "subprocess.CompletedProcess[bytes]"]
COMMANDS = ["import", "export", "check", "show", "inspect"]


@pytest.mark.parametrize("language", ["en", "fr", "kk", "ru"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_speaks_every_language(tilshi: Tilshi, language: str, command: str) -> None:
    answer = tilshi("--language", language, *([command] if command else []), "--help")
    assert (answer.code, answer.err) == (0, "")
    assert f"tilshi {command}".strip() in answer.out
    assert "--help" in answer.out


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_missing_is_said(tilshi: Tilshi, command: str) -> None:
    answer = tilshi(command)
    assert answer.code == 2
    assert answer.err.startswith("error: ")
    assert answer.err.endswith(f"See: tilshi {command} --help\n")


def test_an_unknown_command_is_refused(tilshi: Tilshi) -> None:
    answer = tilshi("translate", "a.txt")
    assert (answer.code, answer.err.partition(": ")[0]) == (2, "error")


def test_the_version_is_said(tilshi: Tilshi) -> None:
    answer = tilshi("--version")
    assert (answer.code, answer.out.split()[0]) == (0, "Tilshi")


def test_a_missing_file_is_one_line(tilshi: Tilshi) -> None:
    answer = tilshi("show", "nowhere.tilshi")
    assert (answer.code, answer.out, answer.err) == (2, "", "error: nowhere.tilshi: There is no such file.\n")


def test_a_fault_of_ours_is_one_line(tilshi: Tilshi, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise KeyError("Jane Example")

    monkeypatch.setattr("tilshi.cli.showing._show", broken)
    answer = tilshi("show", sample)
    assert (answer.code, answer.out) == (2, "")
    (line,) = answer.err.splitlines()
    assert line.startswith("error: Something went wrong in Tilshi (KeyError, test_program.py:")
    assert "Jane" not in line
    monkeypatch.setenv("TILSHI_DEBUG", "1")
    assert "Traceback" in tilshi("show", sample).err


def test_a_user_who_stops_a_command_is_not_told_about_python(
    tilshi: Tilshi, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tilshi.cli.showing._show", stopped)
    assert tilshi("show", sample).code == 130


def test_no_text_is_obeyed_by_the_terminal(tilshi: Tilshi) -> None:
    Path("a.xlf").write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f"><unit id="u1">'
        "<segment><source>Red\u202e \u0085 text</source></segment></unit></file></xliff>",
        encoding="utf-8",
    )
    answer = tilshi("show", "a.xlf")
    assert "Red\\u202e \\x85 text" in answer.out


def test_the_program_runs_from_a_checkout(program: Program, sample: Path) -> None:
    done = program("check", sample, "--language", "kk", "--format", "json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, {"findings": []}, b"")


def test_texts_come_through_a_pipe(program: Program) -> None:
    done = program("show", "-", "--json", stdin=ENGLISH.encode())
    assert done.returncode == 0
    assert json.loads(done.stdout)["parts"][2]["texts"]["en"] == "Examplia: Hospitals must never be a target"
    assert program("import", "-", "-o", "piped.tilshi", stdin=ENGLISH.encode()).returncode == 0
    assert json.loads(program("show", "piped.tilshi", "--json").stdout)["id"] == "piped"


def test_xliff_and_drafts_come_through_a_pipe(program: Program, sample: Path, tmp_path: Path) -> None:
    assert program("import", "-", "-o", "a.tilshi", stdin=sample.read_bytes()).returncode == 0
    draft = (tmp_path / "a.tilshi").read_bytes()
    assert program("show", "-", "--json", stdin=draft).stdout == program("show", sample, "--json").stdout
    done = program("show", "-", stdin=b"")
    assert (done.returncode, done.stderr) == (2, b"error: -: The file is empty. Look for another copy of it.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "cp1252", "utf-8", "utf-16"])
def test_any_encoding_of_the_output_will_do(program: Program, sample: Path, encoding: str) -> None:
    for command in (["show", sample], ["check", sample], ["--language", "kk", "check", "--help"]):
        done = program(*command, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stderr) == (0, b"")
    shown = json.loads(program("show", sample, "--json", PYTHONIOENCODING=encoding).stdout.decode(encoding))
    assert shown["target_languages"] == ["kk"]
    refused = program("show", "жоқ.tilshi", PYTHONIOENCODING=encoding, LC_ALL="C")
    assert refused.returncode == 2
    assert b"Traceback" not in refused.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")
@pytest.mark.parametrize(
    ("shell", "codes"),
    [(">&-", {0}), ("2>&-", {0}), (">&- 2>&-", {0}), ("<&-", {0}), ("| head -c 1", {0}), ("> /dev/full", {2})],
)
def test_streams_may_be_closed_or_full(program: Program, sample: Path, shell: str, codes: set[int]) -> None:
    done = program("show", sample, shell=shell)
    assert done.returncode in codes
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert done.stderr.count(b"\n") <= 1


def test_the_start_loads_nothing_heavy() -> None:
    code = (
        "import sys, tilshi.cli; tilshi.cli.main(['--help']);"
        "sys.exit(bool({'lxml', 'reportlab', 'docx', 'phonenumbers', 'numpy', 'ahocorasick'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, stdout=subprocess.DEVNULL).returncode == 0


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("R1", "R1_kk.pdf"),
        ("../../etc/passwd", "etc-passwd_kk.pdf"),
        ("C:\\Users\\x", "C-Users-x_kk.pdf"),
        ("Хабарлама 2026", "Хабарлама-2026_kk.pdf"),
        ("CON", "CON_kk.pdf"),
        ("nul.txt", "release-nul.txt_kk.pdf"),
        ("", "release_kk.pdf"),
        ("...", "release_kk.pdf"),
        ("a" * 300, "a" * 80 + "_kk.pdf"),
    ],
)
def test_files_get_names_that_every_system_takes(name: str, expected: str) -> None:
    assert file_name(DEFAULT, {"id": name, "language": "kk"}, "pdf") == expected


def test_an_export_can_be_called_off(sample: Path, tmp_path: Path) -> None:
    release = workflow.open_any(sample).release
    steps: list[publishing.Step] = []
    with pytest.raises(publishing.Cancelled):
        publishing.export_release(
            release, "kk", ["txt", "docx"], tmp_path, progress=steps.append, cancelled=lambda: len(steps) == 2
        )
    assert steps == [publishing.Step(0, 2, "txt"), publishing.Step(1, 2, "docx")]
    assert list(tmp_path.iterdir()) == []
