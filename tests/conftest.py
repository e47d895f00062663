"""What costs seconds to load, once a session: the lexicon as it is, and the coder over it."""

import pytest

from sayso.lexicon import Lexicon, load
from sayso.run.coder import Coder
from sayso.settings import Settings


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """Our own lexicon."""
    return load(cache=Settings().cache)


@pytest.fixture(scope="session")
def coder() -> Coder:
    """The coder with our own lexicon and the small English model: tests that ask for it are marked `model`."""
    return Coder(Settings())
