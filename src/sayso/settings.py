"""What can be set from outside: read once at the door, from the environment, and handed inwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import SaysoError

CACHE = "SAYSO_CACHE"
BATCH_SIZE = "SAYSO_BATCH_SIZE"
DEBUG = "SAYSO_DEBUG"
BATCH = 64


@dataclass(frozen=True, slots=True)
class Settings:
    """How the program runs; nothing here changes what is coded.

    `cache` is the folder for what can be made again (the compiled lexicon), `batch_size` the number of texts parsed together,
    `debug` whether errors show where in the program they arose.
    """

    cache: Path = field(default_factory=lambda: _cache(""))
    batch_size: int = BATCH
    debug: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], *, debug: bool = False) -> "Settings":
        """The settings that SAYSO_CACHE, SAYSO_BATCH_SIZE and SAYSO_DEBUG give, each with its default.

        Raises:
            SaysoError: a variable holds what it can't mean; the message names it.
        """
        return cls(
            cache=_cache(environ.get(CACHE, "")),
            batch_size=_positive(BATCH_SIZE, environ.get(BATCH_SIZE, ""), BATCH),
            debug=debug or environ.get(DEBUG, "").lower() in {"1", "true", "yes", "on"},
        )


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
