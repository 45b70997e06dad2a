import os
import subprocess
import sys

import pytest

SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def tilshi(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs the program as a user does, on a machine without a screen."""
    environment = {name: value for name, value in os.environ.items() if name not in SCREEN}
    command = [sys.executable, "-m", "tilshi", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS always have a screen")
@pytest.mark.parametrize("arguments", [(), ("release.tilshi",), ("folder/release",)])
def test_without_a_screen_the_window_says_so(arguments: tuple[str, ...]) -> None:
    answer = tilshi(*arguments)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "There is no screen for a window. The commands work without one: tilshi --help\n"


def test_a_word_is_a_command() -> None:
    answer = tilshi("--help")
    assert answer.returncode == 0
    assert "export" in answer.stdout
