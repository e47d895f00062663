"""Reports and their origins."""

from collections.abc import Callable
from datetime import date

import pytest

from sayso.ingest.copies import Credits, origins
from sayso.lexicon.read import Data
from sayso.model import Report

Groups = Callable[..., dict[str, str]]
Make = Callable[..., Report]


@pytest.fixture(scope="session")
def credit(data: Data) -> Credits:
    """What our own lexicon knows of agencies and of the words that credit them."""
    return Credits.from_lexicon(data)


@pytest.fixture
def report() -> Make:
    """A report by name and text."""

    def make(name: str, text: str, day: int = 4, publisher: str | None = None) -> Report:
        return Report(name, text, date(2026, 3, day), publisher)

    return make


@pytest.fixture
def groups(credit: Credits) -> Groups:
    """The origin's id of each report."""
    return lambda *reports: {report.id: origin.id for report, origin in origins(reports, credit)}
