"""Who may know whom: told three times, because each teller sees something else."""

import ast
import graphlib
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {path: path.relative_to(ROOT).parts for root in ("desktop", "ui") for path in (ROOT / root).rglob("*.py")}

# Measured, and too slow to load before the first paint: numpy 278 ms, reportlab 221, keyring 168, python-docx 150.
HEAVY = {
    *("PIL", "ahocorasick", "cryptography", "docx", "fontTools", "keyring", "lxml", "numpy", "phonenumbers"),
    *("pymorphy3", "pypdfium2", "rapidfuzz", "reportlab", "uharfbuzz"),
}


def test_contracts_between_packages_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout + answer.stderr


def test_no_module_of_the_core_loads_qt() -> None:
    modules = sorted(_module(parts) for parts in SOURCES.values() if parts[0] == "desktop")
    assert "tilshi.release" in modules
    assert _loaded(modules) & {"PySide6", "shiboken6", "tilshi_ui"} == set()


def test_the_start_of_the_program_loads_nothing_heavy() -> None:
    assert _loaded(["tilshi.__main__", "tilshi.cli"]) & HEAVY == set()


def test_no_cycle_while_loading() -> None:
    modules = {_module(parts) for parts in SOURCES.values()}
    graph = {_module(parts): set(_imported(path, modules)) for path, parts in SOURCES.items()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as error:
        pytest.fail(f"these modules load each other: {' ← '.join(error.args[1])}")


def _module(parts: tuple[str, ...]) -> str:
    """``("desktop", "tilshi", "release", "__init__.py")`` → ``tilshi.release``."""
    return ".".join(parts[1:]).removesuffix(".py").removesuffix(".__init__")


def _loaded(modules: list[str]) -> set[str]:
    """The top-level packages in a fresh Python that has imported ``modules``."""
    program = (
        f"import sys\nfor name in {modules}: __import__(name)\nprint(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


def _imported(path: Path, modules: set[str]) -> Iterator[str]:
    """Our modules that are loaded while ``path`` is: imports inside functions and for types alone do not count."""
    for statement in _run_at_load(ast.parse(path.read_text(encoding="utf-8")).body):
        if isinstance(statement, ast.Import):
            yield from (alias.name for alias in statement.names if alias.name in modules)
        elif isinstance(statement, ast.ImportFrom) and statement.module:
            below = {f"{statement.module}.{alias.name}" for alias in statement.names} & modules
            yield from below or {statement.module} & modules


def _run_at_load(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if isinstance(statement, ast.If) and "TYPE_CHECKING" in ast.unparse(statement.test):
            continue
        yield statement
        for field in ("body", "orelse", "finalbody", "handlers"):
            inner = getattr(statement, field, [])
            yield from _run_at_load([part for part in inner if isinstance(part, ast.stmt)])
            for handler in inner if field == "handlers" else ():
                yield from _run_at_load(handler.body)
