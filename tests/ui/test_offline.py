"""No network: the whole window and every command run under a look at each socket, and none leaves the machine."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tilshi import resources

# What is called in the window. Sockets opened by Python are heard of in the process, those of libraries by strace.
WINDOW = """
import sys, traceback
from pathlib import Path
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.tour import tour
from tilshi.publishing import Order, available, write_all
from tilshi.release.operations import write_target
from tilshi_ui import app

opened = []
sys.addaudithook(lambda event, details: opened.append(str(details[:3])) if event == "socket.__new__" else None)

def go():
    window, = [widget for widget in QApplication.topLevelWidgets() if hasattr(widget, "desk")]
    document = window.desk.document
    if document is None or window.glossary.now is None:
        QTimer.singleShot(50, go)
        return
    try:
        for view in (window.view_layout, window.view_translate):
            view()
        print(len(tour(window, lambda widget: None)), "kinds of dialogs")
        release = document.release
        document.apply(write_target(release, next(release.segments())[1].id, "kk", "Мысалия"))
        window.desk.save_to(Path("release.tilshi"))
        summary = write_all(Order(release, (("kk", available(release, "kk")),), Path("out")))
        print(len(summary.written), "files", len(summary.failed), "failed")
        print("saved:", window.desk.save_now())
    except BaseException:
        traceback.print_exc()
    document.abandon()
    print("python:", opened)
    print("network code:", sorted({{"requests", "aiohttp", "pyhanko", "urllib3", "http.client", "PySide6.QtNetwork"}}
        & set(sys.modules)))
    window.close()

application = QApplication(["tilshi"])
QTimer.singleShot(0, go)
sys.exit(app.main(["tilshi", {file!r}]))
"""
COMMAND = """
import sys
opened = []
sys.addaudithook(lambda event, details: opened.append(str(details[:3])) if event == "socket.__new__" else None)
from tilshi.cli import main
code = main(sys.argv[1:])
network = {"requests", "aiohttp", "pyhanko", "urllib3", "http.client"} & set(sys.modules)
sys.stderr.write(f"\\n{opened} {sorted(network)}\\n")
sys.exit(code)
"""
# Without one, a library would start a bus that goes on for ever, and strace waits for all that was started.
NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent/bus"}
HERE = Path(__file__).resolve().parents[2]
SAMPLE = resources.path("samples", "press-release.tilshi")
COMMANDS = (
    ("check", SAMPLE, "--language", "kk"),
    ("gate", SAMPLE),
    ("show", SAMPLE),
    ("inspect", SAMPLE),
    ("export", SAMPLE, "--language", "kk", "--to", "pdf,docx,html,txt,eml", "-o", "out"),
    ("import", resources.path("samples", "press-release.en-kk.xlf"), "-o", "in.tilshi"),
    ("terms", "find", "Женева конвенцияларына", "--language", "kk"),
    ("memory", "search", "Женева", "--language", "kk"),
    ("contacts", "list"),
)
_SOCKET = re.compile(r"(?:socket|socketpair)\((\w+)")


def watched(program: list[str], folder: Path) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    """Runs a program in a folder; which families its sockets are of, of all its threads and children."""
    trace = folder / "trace.txt"
    strace = shutil.which("strace")
    before = (
        [strace, "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,socketpair,connect", "-o", str(trace)]
        if strace
        else []
    )
    surroundings = os.environ | NO_BUS
    answer = subprocess.run(
        [*before, *program],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
        env=surroundings,
    )
    seen = set(_SOCKET.findall(trace.read_text("utf-8"))) if trace.exists() else set()
    return answer, seen


@pytest.mark.skipif(sys.platform != "linux", reason="strace and Xvfb are of Linux")
def test_a_run_through_the_whole_window_opens_nothing_but_local_sockets(tmp_path: Path) -> None:
    draft = shutil.copy(SAMPLE, tmp_path)  # it is saved
    program = WINDOW.format(root=str(HERE), file=draft)
    answer, families = watched([sys.executable, "-c", program], tmp_path)
    lines = answer.stdout.splitlines()
    assert answer.returncode == 0, answer.stderr
    assert int(lines[0].split()[0]) > 10
    assert lines[1].endswith("files 0 failed")
    assert lines[2:] == ["saved: True", "python: []", "network code: []"]
    assert families <= {"AF_UNIX"}
    if shutil.which("strace"):
        assert families == {"AF_UNIX"}, "the X server is one"


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: str(arguments[0]))
def test_a_command_opens_no_socket_that_leads_out(arguments: tuple[str | Path, ...], tmp_path: Path) -> None:
    answer, families = watched([sys.executable, "-c", COMMAND, *map(str, arguments)], tmp_path)
    assert answer.returncode in {0, 1}, answer.stderr
    assert answer.stderr.splitlines()[-1] == "[] []"
    assert families <= {"AF_UNIX"}, "the list of users may be asked for in a local service"


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    """Otherwise the tests above would say nothing."""
    _answer, families = watched([sys.executable, "-c", "import socket; socket.socket().close()"], tmp_path)
    assert families == {"AF_INET"}
