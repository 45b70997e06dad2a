"""The command line as a user meets it, in process and as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from tilshi import cli, resources


@dataclass(frozen=True)
class Answer:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str


Tilshi: TypeAlias = Callable[..., Answer]


@pytest.fixture
def tilshi(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tilshi:
    """Runs a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*argv: str | Path) -> Answer:
        code = cli.main([str(argument) for argument in argv])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return run


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Runs `python -m tilshi` as a program, in an empty folder."""

    def run(
        *argv: str | Path, stdin: bytes = b"", shell: str = "", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "tilshi", *(str(argument) for argument in argv)]
        if shell:
            command = ["bash", "-c", f'"$@" {shell}', "bash", *command]
        return subprocess.run(
            command,
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env=os.environ | environment,
            check=False,
            timeout=120,
        )

    return run


@pytest.fixture
def sample() -> Path:
    """An invented press release in English and Kazakh, as XLIFF."""
    return resources.path("samples", "press-release.en-kk.xlf")


ENGLISH = """ICRC Press Release
21 April 2026

Examplia: Hospitals must never be a target

Geneva (ICRC) – The Central Hospital in Port-Example was hit on 20 April. At least 9 people were killed and 31 injured.

Hospitals, ambulances and medical personnel are protected under the Geneva Conventions.

For further information, please contact:
Jane Example, ICRC headquarters in Geneva
Tel.: +999 555 010 010
Email: press@example.org
"""

KAZAKH = """ХҚКК Баспасөз хабарламасы
2026 жылғы 21 сәуір

Мысалия: ауруханалар ешқашан нысанаға айналмауға тиіс

Женева (ХҚКК) – 20 сәуірде Порт-Мысалдағы ауруханаға соққы тиді. Кемінде 9 адам қаза тауып, 13 адам жарақат алды.

Ауруханалар, жедел жәрдем көліктері және медициналық қызметкерлер Женева конвенциялары бойынша қорғалады.

Қосымша ақпарат алу үшін төмендегі байланыс деректері арқылы хабарласыңыз:
Джейн Экзампл, ХҚКК-нің Женевадағы штаб-пәтері
Тел.: +999 555 010 010
Эл. пошта: press@example.org
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    """A text and its translation, in which a number differs: 31 became 13."""
    english, kazakh = tmp_path / "en.txt", tmp_path / "kk.txt"
    english.write_text(ENGLISH, encoding="utf-8")
    kazakh.write_text(KAZAKH, encoding="utf-8")
    return english, kazakh
