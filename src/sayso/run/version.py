"""Which program and which knowledge a run codes with."""

import platform
from importlib.metadata import PackageNotFoundError, version

from sayso.lexicon.lexicon import stamp
from sayso.settings import Settings


def program() -> str:
    """The version of Sayso."""
    try:
        return version("sayso")
    except PackageNotFoundError:
        return "0"


def versions(settings: Settings) -> dict[str, str]:
    """The program, the digest of its lexicon with the knowledge laid over it, and Python.

    Raises:
        LexiconError: a folder of knowledge can't be read.
    """
    return {"sayso": program(), "lexicon": stamp(knowledge=settings.knowledge), "python": platform.python_version()}
