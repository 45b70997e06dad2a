"""How long a start takes: the command line against bare Python, the window against a bare PySide6 window."""

from tests.bench.measure import python, report, take_turns

BARE_PYTHON = "pass"
COMMAND_LINE = "import tilshi.cli"


def main() -> bool:
    """Cold starts, each in a process of its own."""
    samples = take_turns({"import tilshi.cli": python(COMMAND_LINE), "bare Python": python(BARE_PYTHON)})
    return report("Start of the command line", samples)
