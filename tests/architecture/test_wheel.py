"""What a user installs: the code, its data and its compiled catalogues, each once, and nothing else."""

import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout, without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def members(wheel: Path) -> list[str]:
    """The names of all files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_each_member_is_there_once(members: list[str]) -> None:
    assert [name for name, times in Counter(members).items() if times > 1] == []


def test_all_code_and_nothing_else(members: list[str]) -> None:
    expected = {
        path.relative_to(ROOT / root).as_posix() for root in ("desktop", "ui") for path in (ROOT / root).rglob("*.py")
    }
    assert {name for name in members if name.endswith(".py")} == expected
    assert {name.split("/")[0].split("-")[0] for name in members} == {"tilshi", "tilshi_ui"}


def test_all_data(members: list[str]) -> None:
    assets = {
        f"tilshi/_data/{path.relative_to(ROOT / 'assets').as_posix()}"
        for path in (ROOT / "assets").rglob("*")
        if path.is_file() and "pictures" not in path.parts
    }
    catalogues = {f"tilshi/_data/locales/{code}/LC_MESSAGES/tilshi.mo" for code in ("fr", "kk", "ru")}
    assert {name for name in members if "/_data/" in name} == assets | catalogues
    assert any(name.startswith("tilshi/_data/fonts/") for name in members)


def test_building_leaves_nothing_in_the_checkout(wheel: Path) -> None:
    assert wheel.exists()
    assert not (ROOT / "desktop" / "tilshi" / "_data").exists()


def test_an_installed_program_speaks_kazakh_from_its_own_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from tilshi import i18n, resources\n"
        "i18n.use_language('kk')\n"
        "print(resources.path('locales', 'kk'), i18n.language(), i18n.languages(), 'polib' in sys.modules)"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    folder = tmp_path / "tilshi" / "_data" / "locales" / "kk"
    assert answer.stdout.strip() == f"{folder} kk ('en', 'fr', 'kk', 'ru') False"
