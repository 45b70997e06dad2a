"""What we rely on Qt for Python not doing."""

import sys

import pytest
from PySide6.QtCore import QObject


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal since Python 3.12 and its references are not counted"
)
def test_calls_that_return_nothing_take_no_reference_to_none() -> None:
    """PySide6 6.12.0 loses one reference to ``None`` with each call that returns nothing.

    On Python 3.11 the count reaches zero after some minutes of typing, and the interpreter aborts with the user's text
    in it. That is why ``pyproject.toml`` pins a version, and why this looks at the count and not at the number.
    """
    qt_object = QObject()
    before = sys.getrefcount(None)
    for _ in range(1_000):
        qt_object.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 100
