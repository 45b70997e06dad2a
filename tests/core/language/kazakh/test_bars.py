"""The bars, measured with the evaluation script that comes with the sample data."""

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tilshi.language.kazakh import find, inflect


@pytest.fixture(scope="module")
def evaluation(shared: Path) -> ModuleType:
    script = shared / "kazakh" / "evaluate.py"
    if not script.is_file():
        pytest.skip(f"no gold data at {script.parent}")
    spec = importlib.util.spec_from_file_location("evaluate", script)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(autouse=True)
def _files_are_closed(evaluation: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The script leaves closing its files to the garbage collector; here that would be a warning, so a failure."""

    class Closing:
        def __init__(self, path: str, encoding: str) -> None:
            self.lines = iter(Path(path).read_text(encoding).splitlines(keepends=True))

        def __iter__(self) -> Any:
            return self.lines

        def __next__(self) -> str:
            return next(self.lines)

    monkeypatch.setattr(evaluation, "open", Closing, raising=False)


def test_matching(evaluation: Any) -> None:
    result = evaluation.eval_find(find, "public")
    assert result["exact"][2] >= 0.997
    assert result["hardneg_fa"] <= 0.005


def test_matching_at_natural_prevalence(evaluation: Any) -> None:
    assert evaluation.eval_dense(find, "public")["exact"][2] >= 0.985


def test_inflection(evaluation: Any) -> None:
    assert evaluation.eval_inflect(inflect, "public")["accuracy"] >= 0.995


def test_every_use_in_a_published_release_is_found(shared: Path) -> None:
    text = (shared / "samples" / "seed_release_kk.txt").read_text("utf-8")
    acronym = [text[start:end] for start, end in find("ХҚКК", text)]
    assert len(find("халықаралық гуманитарлық құқық", text)) == 7
    assert len(acronym) == 12
    assert len([form for form in acronym if form != "ХҚКК"]) == 3
