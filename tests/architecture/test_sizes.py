"""Files and functions that one can still read at once, under names that say what is in them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for root in ("desktop", "ui", "packaging", "tests") for path in (ROOT / root).rglob("*.py"))
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def test_files_are_short() -> None:
    lengths = {path: path.read_text(encoding="utf-8").count("\n") for path in FILES}
    assert {_name(path): length for path, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short() -> None:
    long = {
        f"{_name(path)}:{function.lineno} {function.name}": length
        for path in FILES
        for function, length in _functions(path)
        if length > LONGEST_FUNCTION
    }
    assert long == {}


def test_names_say_what_is_inside() -> None:
    assert [_name(path) for path in FILES if {path.stem.lower(), path.parent.name.lower()} & SAY_NOTHING] == []


def test_packaging_is_no_package() -> None:
    # It would shadow PyPI's `packaging` for everything that runs in the checkout.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> Iterator[tuple[ast.FunctionDef | ast.AsyncFunctionDef, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node, (node.end_lineno or node.lineno) - node.lineno + 1
