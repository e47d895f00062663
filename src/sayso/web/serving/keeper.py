"""What several processes of one desk have in common: kept by one process beside them, which they ask over a socket of their own."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from multiprocessing.connection import Client, Connection, Listener
from multiprocessing.sharedctypes import RawValue
from secrets import randbits
from threading import Thread
from typing import Any

from sayso.errors import SaysoError
from sayso.web.accounts.limit import Limit
from sayso.web.state.coding import Codes, Coding, Looked

WAITING = 64  # questions that may wait to be taken


class Stirs:
    """A mark in memory that forked processes share; no two changes leave the same."""

    def __init__(self) -> None:
        """Begin with nought."""
        self._mark = RawValue("Q", 0)

    def get(self) -> int:
        """The mark now."""
        return int(self._mark.value)

    def renew(self) -> None:
        """Make it another one: drawn rather than counted, so that nobody has to wait for a lock whose holder was killed."""
        self._mark.value = randbits(64)


class Keeper:
    """Made before processes are forked: one of them `keep`s, the others `ask`.

    The socket lies in a folder that only its owner can enter. It stays open in the process that all are forked off, so whoever asks
    while the keeper is started anew waits for it.
    """

    def __init__(self) -> None:
        """Open the socket."""
        self._listener = Listener(family="AF_UNIX", backlog=WAITING)
        self._address = self._listener.address
        self.stirs, self._open = Stirs(), True

    def close(self) -> None:
        """Close the socket."""
        self._open = False
        self._listener.close()

    def keep(self, kept: Mapping[str, object]) -> None:
        """Answer what is asked of some objects, by their names, until the process ends or the socket is closed."""
        while self._open:
            with suppress(OSError, EOFError):
                Thread(target=_answered, args=(self._listener.accept(), kept), daemon=True).start()

    def ask(self, what: str, method: str, *given: Any) -> Any:
        """What a method of a kept object gives, or raises.

        Raises:
            SaysoError: the keeper was ended meanwhile.
        """
        try:
            with Client(self._address, family="AF_UNIX") as connection:
                connection.send((what, method, given))
                failed, told = connection.recv()
        except (OSError, EOFError) as error:
            raise SaysoError("the process that keeps pasted texts and log-ins was ended; try again") from error
        if failed:
            raise told
        return told


@contextmanager
def keeping(*, wanted: bool) -> Iterator[Keeper | None]:
    """A keeper, where one is wanted."""
    keeper = Keeper() if wanted else None
    try:
        yield keeper
    finally:
        if keeper:
            keeper.close()


@dataclass(frozen=True, slots=True)
class KeptLimit:
    """A limit that a keeper counts."""

    keeper: Keeper
    name: str

    def wait(self, key: str) -> float:
        """Seconds until it may be tried again; 0 if it may be now."""
        return float(self.keeper.ask(self.name, "wait", key))

    def fail(self, key: str) -> None:
        """Count a failure."""
        self.keeper.ask(self.name, "fail", key)

    def forgive(self, key: str) -> None:
        """Forget the failures."""
        self.keeper.ask(self.name, "forgive", key)


@dataclass(slots=True)
class KeptCoding:
    """Texts that a keeper codes, so that no page waits for the processor that they take."""

    keeper: Keeper
    _warm: bool = field(default=False, init=False)
    _loading: bool = field(default=False, init=False)

    def is_warm(self) -> bool:
        """Whether the parser is loaded; asked until it is."""
        self._warm = self._warm or bool(self.keeper.ask("coding", "is_warm"))
        return self._warm

    def begin_loading(self, read: Callable[[], str]) -> None:
        """Have the parser loaded, by a text that `read` gives, which reads here what this process needs besides."""
        if not self._loading:
            self._loading = True
            Thread(target=lambda: self.keeper.ask("loading", "begin", read()), name="loading", daemon=True).start()

    def begin(self, text: str, published: date | None, today: date) -> str:
        """Begin to code a text; gives the name by which to ask for it."""
        return str(self.keeper.ask("coding", "begin", text, published, today))

    def look(self, name: str) -> Looked | None:
        """How the text of a name stands; None where it is forgotten."""
        looked: Looked | None = self.keeper.ask("coding", "look", name)
        return looked

    def wait(self, name: str, seconds: float) -> None:
        """Wait until a text is coded, but not longer."""
        self.keeper.ask("coding", "wait", name, seconds)

    def end(self) -> None:
        """Nothing: the keeper ends by itself."""


@dataclass(frozen=True, slots=True)
class Loading:
    """Loads the parser of a coding by a text."""

    coding: Codes

    def begin(self, text: str) -> None:
        """Load it, if nobody has."""
        self.coding.begin_loading(lambda: text)


def shared(coding: Coding | None, users: Limit, addresses: Limit) -> dict[str, object]:
    """What a keeper keeps, by the names by which it is asked for."""
    texts = {"coding": coding, "loading": Loading(coding)} if coding else {}
    return {"users": users, "addresses": addresses, **texts}


def _answered(connection: Connection, kept: Mapping[str, object]) -> None:
    """Answer one question; whoever asked may have gone."""
    with connection, suppress(OSError, EOFError):
        what, method, given = connection.recv()
        try:
            told = False, getattr(kept[what], method)(*given)
        except Exception as error:  # noqa: BLE001 - whoever asked is told
            told = True, error
        connection.send(told)
