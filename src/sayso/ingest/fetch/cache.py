"""Pages that were fetched, kept on disk: nothing is asked for twice in a day, and a killed run goes on where it stopped."""

import hashlib
import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave.

    `final` is where redirects led, `fetched` the time in seconds since 1970, `etag` and `modified` are what to ask with the next time.
    """

    address: str
    final: str
    status: int
    media: str
    etag: str
    modified: str
    fetched: float
    body: bytes = b""


class Cache:
    """A folder of pages by the digest of their address."""

    def __init__(self, folder: Path, on_notice: Callable[[str], None] = lambda _: None) -> None:
        """Take the folder, made when first written to; `on_notice` is told once if it can't be."""
        self._folder, self._on_notice, self._told = folder, on_notice, False

    def get(self, address: str) -> Page | None:
        """The page kept for an address; None where there is none, or what is kept is damaged."""
        try:
            head, _, body = self._path(address).read_bytes().partition(b"\n")
            facts = json.loads(head)
            page = Page(**facts, body=body)
        except (OSError, ValueError, TypeError):
            return None
        return page if page.address == address and facts.keys() == _facts(page).keys() else None

    def put(self, page: Page) -> None:
        """Keep a page, in one step."""
        path = self._path(page.address)
        part = path.with_suffix(f".{os.getpid()}.part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(json.dumps(_facts(page)).encode() + b"\n" + page.body)
            part.replace(path)
        except OSError as error:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            if not self._told:
                self._told = True
                self._on_notice(f"{self._folder}: pages can't be kept here ({error.strerror or error}); they will be fetched again")

    def _path(self, address: str) -> Path:
        digest = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
        return self._folder / digest[:2] / digest


def _facts(page: Page) -> dict[str, object]:
    facts = asdict(page)
    del facts["body"]
    return facts
