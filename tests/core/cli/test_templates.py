from pathlib import Path

import pytest

from tilshi.cli import main
from tilshi.layout import places


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "user_folder", lambda kind: tmp_path / "user" / kind)


def test_from_duplicate_to_import(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.tilshi-template"
    assert main(["templates", "duplicate", "statement", "ours"]) == 0
    assert main(["templates", "export", "ours", "-o", str(file)]) == 0
    assert main(["templates", "delete", "ours"]) == 0
    assert main(["templates", "import", str(file), "--name", "theirs"]) == 0
    capsys.readouterr()
    assert main(["templates", "list"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert "theirs  own" in listed
    assert "statement" in listed
    assert main(["templates", "validate", "theirs"]) == 0


def test_validate_names_the_key(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, pale = tmp_path / "wrong.toml", tmp_path / "pale.toml"
    wrong.write_text('extends = "statement"\n[families]\ntext = "Arial"\n', encoding="utf-8")
    pale.write_text('extends = "statement"\n[colours]\naccent = "#FFDD00"\n', encoding="utf-8")
    assert main(["templates", "validate", str(pale)]) == 1
    assert "colours.accent" in capsys.readouterr().err
    assert main(["templates", "validate", str(pale), str(wrong)]) == 2
    said = capsys.readouterr().err
    assert "families.text" in said
    assert "Noto Serif" in said


def test_the_programs_own_are_not_deleted(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "delete", "statement"]) == 2
    assert "belongs to the program" in capsys.readouterr().err
