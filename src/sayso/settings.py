"""What can be set from outside: read once at the door, from the environment, and handed inwards."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

CACHE = "SAYSO_CACHE"
DEBUG = "SAYSO_DEBUG"
KNOWLEDGE = "SAYSO_KNOWLEDGE"
KEY = "SAYSO_KEY"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program runs; nothing here but `knowledge` changes what is coded.

    `cache` is the folder for what can be made again (the compiled lexicon), `debug` whether errors show where in the program they
    arose, `knowledge` folders that are laid over the lexicon, the later ones over those before them; events tell so by the version of
    their lexicon. `key` is the file with the key that webhooks' secrets are made from, where it is not beside the database.
    """

    cache: Path = field(default_factory=lambda: _cache(""))
    debug: bool = False
    knowledge: tuple[Path, ...] = ()
    key: Path | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], *, debug: bool = False, knowledge: Sequence[str] = ()) -> "Settings":
        """The settings that SAYSO_CACHE, SAYSO_DEBUG, SAYSO_KNOWLEDGE and SAYSO_KEY give, each with its default.

        SAYSO_KNOWLEDGE names folders as PATH does; those given as `knowledge` come after them.
        """
        return cls(
            cache=_cache(environ.get(CACHE, "")),
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
