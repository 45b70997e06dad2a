import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tilshi import settings
from tilshi.files.errors import FileError
from tilshi.settings import Loaded, Settings, Theme


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_the_first_start_has_defaults(path: Path) -> None:
    assert settings.load(path) == Loaded(Settings())


def test_what_was_saved_is_loaded(path: Path) -> None:
    chosen = Settings(theme=Theme.DARK, interface_language="kk", zoom=125, export_formats=("pdf",))
    settings.save(chosen.with_recent(Path("баспасөз.tilshi")), path)
    assert settings.load(path).settings == chosen.with_recent(Path("баспасөз.tilshi"))


def test_recent_files_are_few_and_each_is_there_once() -> None:
    recent = Settings()
    for number in [*range(20), 15]:
        recent = recent.with_recent(Path(f"{number}.tilshi"))
    assert recent.recent_files[:3] == ("15.tilshi", "19.tilshi", "18.tilshi")
    assert len(recent.recent_files) == len(set(recent.recent_files)) == settings.RECENT_FILES


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe\x00", b"null", b"[" * 100_000, b'{"a": 1e'])
def test_a_damaged_file_gives_defaults_and_is_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    assert loaded.set_aside is not None
    assert loaded.set_aside.read_bytes() == content


def test_one_wrong_value_costs_only_itself(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "pink", "zoom": 10**9, "interface_language": "ru"}))
    loaded = settings.load(path)
    assert loaded.settings == Settings(interface_language="ru")
    assert loaded.set_aside is not None


def test_what_another_version_keeps_there_stays(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"theme": "dark", "margin": {"left": [1, "\ud800"]}}))
    settings.save(settings.load(path).settings, path)
    assert json.loads(path.read_text())["margin"] == {"left": [1, "\ud800"]}


def test_says_when_it_cannot_be_saved(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(FileError, match=r"settings\.json"):
        settings.save(Settings(), tmp_path / "config" / "settings.json")


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
        lambda values: st.lists(values) | st.dictionaries(st.text() | st.sampled_from(["theme", "zoom"]), values),
    )
)
def test_any_json_loads(tmp_path_factory: pytest.TempPathFactory, content: object) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    path.write_text(json.dumps(content))
    settings.save(settings.load(path).settings, path)
    assert settings.load(path).set_aside is None


def test_lies_where_the_system_keeps_settings() -> None:
    assert settings.default_path().parts[-2:] == ("tilshi", "settings.json")
