"""`tilshi inspect`: what files are, without opening them for work."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tilshi.cli.console import Console
from tilshi.files.errors import FileError
from tilshi.workflow import inspect


def run(arguments: Namespace, console: Console) -> int:
    """Says what each file is, with its warnings; 2 where one is refused, after the others were looked at."""
    refused = False
    for name in arguments.files:
        try:
            found = inspect(Path(name))
        except FileError as error:
            console.refused(error)
            refused = True
            continue
        console.say(f"{name}: {found.kind}: {found.summary}")
        for warning in found.warnings:
            console.warn(name, warning)
    return 2 if refused else 0
