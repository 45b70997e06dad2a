"""How long a start takes: the command line against bare Python, the window against a bare PySide6 window.

All are cold: a process of its own each time. A window counts as started when it has painted what the user came for: the
rows of the sample release in ours, its text in the bare one. Then the process ends at once, without tidying up.
"""

from contextlib import nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import python, report, take_turns
from tests.screen import Screen

SAMPLE = Path(__file__).resolve().parents[2] / "assets" / "samples" / "press-release.en-kk.xlf"
BOUND = 2.0

# Both windows carry the same watcher, so that it costs both the same.
WATCHER = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget

class UntilPainted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget) and is_done(watched):
            QTimer.singleShot(0, lambda: os._exit(0))
        return False

application = QApplication(["tilshi"])
watcher = UntilPainted()
application.installEventFilter(watcher)
"""
BARE_WINDOW = (
    WATCHER
    + """
def is_done(watched):
    return isinstance(watched.parent(), QPlainTextEdit)

window = QMainWindow()
window.setCentralWidget(QPlainTextEdit(open(sys.argv[1], encoding="utf-8").read()))
window.resize(1280, 820)
window.show()
application.exec()
"""
)
TILSHI_WINDOW = (
    WATCHER
    + """
from tilshi_ui import app
from tilshi_ui.editor.rows import RowsView

def is_done(watched):
    rows = watched.parent()
    return isinstance(rows, RowsView) and rows.isVisible()

app.main(["tilshi", sys.argv[1]])
"""
)


def main() -> bool:
    """Command line and window, each beside the least that could be in its place."""
    return all([_command_line(), _window()])


def _command_line() -> bool:
    contenders = {
        "import tilshi.cli": python("import tilshi.cli"),
        "bare Python": python("pass"),
    }
    return report("Start of the command line", take_turns(contenders))


def _window() -> bool:
    with TemporaryDirectory() as home, Screen() if Screen.is_possible() else nullcontext() as screen:
        environment = {"HOME": home, "XDG_CONFIG_HOME": home, "LC_ALL": "C.UTF-8"}
        # An installed program is compiled once, with its installation; a checkout may be told never to keep bytecode.
        environment |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(home, "bytecode"))}
        environment |= screen.environment if screen else {}
        contenders = {
            "Tilshi with the sample": python(TILSHI_WINDOW, str(SAMPLE), environment=environment),
            "bare PySide6 window": python(BARE_WINDOW, str(SAMPLE), environment=environment),
        }
        return report("Start of the window, to the first paint of the text", take_turns(contenders), bound=BOUND)
