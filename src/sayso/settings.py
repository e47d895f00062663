"""What can be set from outside: read once at the door, from the environment, and handed inwards."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SaysoError

CACHE = "SAYSO_CACHE"
BATCH_SIZE = "SAYSO_BATCH_SIZE"
DEBUG = "SAYSO_DEBUG"
KNOWLEDGE = "SAYSO_KNOWLEDGE"
KEY = "SAYSO_KEY"
BATCH = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program runs; nothing here but `knowledge` changes what is coded.

    `cache` is the folder for what can be made again (the compiled lexicon), `batch_size` the number of texts parsed together,
    `debug` whether errors show where in the program they arose, `knowledge` folders that are laid over the lexicon, the later ones
    over those before them; events tell so by the version of their lexicon. `key` is the file with the key that webhooks' secrets are made
    from, where it is not beside the database.
    """

    cache: Path = field(default_factory=lambda: _cache(""))
    batch_size: int = BATCH
    debug: bool = False
    knowledge: tuple[Path, ...] = ()
    key: Path | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], *, debug: bool = False, knowledge: Sequence[str] = ()) -> "Settings":
        """The settings that SAYSO_CACHE, SAYSO_BATCH_SIZE, SAYSO_DEBUG, SAYSO_KNOWLEDGE and SAYSO_KEY give, each with its default.

        SAYSO_KNOWLEDGE names folders as PATH does; those given as `knowledge` come after them.

        Raises:
            SaysoError: a variable holds what it can't mean; the message names it.
        """
        return cls(
            cache=_cache(environ.get(CACHE, "")),
            batch_size=_positive(BATCH_SIZE, environ.get(BATCH_SIZE, ""), BATCH),
            debug=debug or environ.get(DEBUG, "").lower() in {"1", "true", "yes", "on"},
            knowledge=tuple(Path(part).expanduser() for part in (*environ.get(KNOWLEDGE, "").split(os.pathsep), *knowledge) if part),
            key=Path(environ[KEY]).expanduser() if environ.get(KEY) else None,
        )

    def key_of(self, database: Path | None) -> Path:
        """The file of the key: the one that is named, else the one beside a database's file, or in the user's folder for a server's."""
        if self.key or database:
            return self.key or Path(f"{database}.key")
        from platformdirs import user_config_path  # only where no file is given

        return user_config_path("sayso", appauthor=False) / "desk.key"


def _cache(value: str) -> Path:
    if value:
        return Path(value).expanduser()
    from platformdirs import user_cache_path  # only where no folder is given

    return user_cache_path("sayso", appauthor=False)


def _positive(name: str, value: str, default: int) -> int:
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and int(value)):
        raise SaysoError(f"{name} must be a whole number above 0, not {value!r}")
    return int(value)
