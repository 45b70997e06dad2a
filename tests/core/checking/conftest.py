"""What the tests of the checks share."""

import pytest

from tilshi.terminology.bundled import load_names, load_terms
from tilshi.terminology.glossary import Glossary, Layer, assembled


@pytest.fixture(scope="session")
def glossary() -> Glossary:
    """The glossary that ships with the program, without anything of the user's own."""
    return assembled({Layer.BUNDLED: load_terms(), Layer.NAMES: load_names()})
