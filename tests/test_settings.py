"""Settings from the environment."""

import os
from pathlib import Path

import pytest

from sayso.errors import SaysoError
from sayso.settings import BATCH, Settings


def test_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert settings.batch_size == BATCH
    assert settings.cache.name == "sayso"
    assert not settings.debug


def test_the_environment_decides() -> None:
    settings = Settings.from_environment({"SAYSO_CACHE": "some/cache", "SAYSO_BATCH_SIZE": "8", "SAYSO_DEBUG": "1"})
    assert settings == Settings(Path("some/cache"), 8, debug=True)


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "²"])
def test_a_bad_number_is_named(value: str) -> None:
    with pytest.raises(SaysoError, match="SAYSO_BATCH_SIZE must be a whole number above 0"):
        Settings.from_environment({"SAYSO_BATCH_SIZE": value})


def test_folders_of_knowledge_are_named_as_in_path() -> None:
    settings = Settings.from_environment({"SAYSO_KNOWLEDGE": os.pathsep.join(["a", "", "b/c"])}, knowledge=["d"])
    assert settings.knowledge == (Path("a"), Path("b/c"), Path("d"))
