"""Settings from the environment."""

import os
from pathlib import Path

from sayso.settings import Settings


def test_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert settings.cache.name == "sayso"
    assert not settings.debug


def test_the_environment_decides() -> None:
    settings = Settings.from_environment({"SAYSO_CACHE": "some/cache", "SAYSO_DEBUG": "1"})
    assert settings == Settings(Path("some/cache"), debug=True)


def test_folders_of_knowledge_are_named_as_in_path() -> None:
    settings = Settings.from_environment({"SAYSO_KNOWLEDGE": os.pathsep.join(["a", "", "b/c"])}, knowledge=["d"])
    assert settings.knowledge == (Path("a"), Path("b/c"), Path("d"))
