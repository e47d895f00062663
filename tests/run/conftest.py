"""A coder that breaks as it is told, in every process of a pool."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def frail(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Its module, under a name that other processes find too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    return import_module("frail")
