"""What a reader is: one module that knows a format when it sees it, and makes records of it."""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Protocol

from sayso.errors import InputError, RefusedError, UnknownFormatError
from sayso.ingest.decode import encoding_of, is_wide
from sayso.ingest.remote import bare
from sayso.ingest.streams import LONGEST, Meter, buffered, looked_into, seekable, whole

OnFailure = Callable[[InputError], None]
OnNotice = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Record:
    """One report as its input tells it: where it stands (`file`, `file:12`), the contract's keys, and a name where it has no id."""

    where: str
    value: Mapping[str, Any]
    stem: str


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read: a file, a page, a part of an archive.

    `name` is what the user sees, `stem` names a report without id, and `head` are the first bytes of `stream`. `path` is where a file
    lies, `media` the type that a server gave, `known` what is known of the reports from outside (address, publisher), `depth` the number
    of archives around it. `picked` says that the user named it, so that it is to be read if at all possible.
    """

    name: str
    stem: str
    stream: BinaryIO
    head: bytes
    meter: Meter
    path: Path | None = None
    media: str = ""
    known: Mapping[str, Any] = field(default_factory=dict)
    depth: int = 0
    picked: bool = True

    @property
    def ending(self) -> str:
        """The ending of its name in lower case: a hint where the content leaves doubt."""
        return PurePosixPath(bare(self.name)).suffix.lower()

    @property
    def opening(self) -> bytes:
        """Its first bytes as UTF-8 without a mark, whatever its encoding: what marks a format is told in ASCII."""
        if is_wide(self.head):
            return self.head.decode(encoding_of(self.head), "replace").encode("utf-8", "replace")
        return self.head.removeprefix(BOM_UTF8)

    def random(self) -> AbstractContextManager[BinaryIO]:
        """Its bytes as a file in which one can go back and forth."""
        return self.path.open("rb") if self.path else seekable(self.stream)

    def whole(self, most: int = LONGEST) -> bytes:
        """All its bytes.

        Raises:
            InputError: there are more than one report may have.
        """
        try:
            return whole(self.stream, most)
        except ValueError as error:
            raise InputError(f"{self.name}: {error}") from error

    def record(self, value: Mapping[str, Any], *, part: str = "", stem: str | None = None) -> Record:
        """A record of this input; what it says of itself stands before what is known from outside."""
        told = {key: value[key] for key in value if value[key] is not None}
        return Record(self.name + part, {**self.known, **told}, stem or self.stem)

    def inside(self, name: str, stream: BinaryIO, *, stem: str = "", media: str = "", picked: bool = False, **known: Any) -> "Input":
        """Something that lies in this input."""
        head, stream = looked_into(buffered(stream, meter=self.meter))
        stem = stem or PurePosixPath(name.rsplit("!", 1)[-1]).name.split(".")[0] or self.stem
        known = {**self.known, **known}
        depth = self.depth + 1
        return replace(
            self, name=name, stem=stem, stream=stream, head=head, path=None, media=media, known=known, depth=depth, picked=picked
        )


Fetch = Callable[[str], Input]


@dataclass(frozen=True, slots=True)
class Desk:
    """What readers are handed besides their input.

    `columns` maps the contract's keys to the user's names for them; `inside` reads what lies in an archive, in whatever format.
    """

    on_failure: OnFailure
    on_notice: OnNotice
    columns: Mapping[str, str]
    inside: Callable[[Input], Iterator[Record]]
    fetch: Fetch | None = None

    def fetched(self, address: str) -> Iterator[Record]:
        """The records of what is found at an address.

        Raises:
            InputError: it can't be fetched, or must not be.
        """
        if self.fetch is None:
            raise InputError(f"{address}: is the address of a page, and nothing is fetched here; save it as a file first")
        yield from self.inside(self.fetch(address))

    def failed(self, where: str, why: object) -> None:
        """Tell that something can't be read."""
        self.on_failure(InputError(f"{where}: {why}"))

    def gathered(self, container: str, children: Iterable[Input]) -> Iterator[Record]:
        """The records of all that lies in a container; what is in no known format is counted in a notice.

        Raises:
            RefusedError: the whole of the outermost input is not read on.
        """
        found, others = 0, 0
        for child in children:
            try:
                yield from self.inside(child)
            except RefusedError:
                raise
            except UnknownFormatError:
                others += 1
                continue
            except InputError as error:
                self.on_failure(error)
            except OSError as error:
                self.failed(child.name, f"can't be read: {error.strerror or error}")
            found += 1
        if others and found:
            self.on_notice(f"{container}: {others:,} other {'file' if others == 1 else 'files'} passed over: in no format that Sayso reads")
        if not found:
            self.failed(container, "holds nothing that can be read" + (f" ({others:,} in unknown formats)" if others else ""))


class Reader(Protocol):
    """A module that reads one format. A new format is a new module, and a line in `formats.READERS`."""

    def knows(self, given: Input) -> bool:
        """Whether the content is of this format, by its first bytes; the name may only settle what they leave open."""

    def read(self, given: Input, desk: Desk) -> Iterator[Record]:
        """The records of an input, one at a time.

        Raises:
            InputError: the input as a whole, or the rest of it, can't be read.
        """


def opened(name: str, stem: str, stream: BinaryIO, *, path: Path | None = None, media: str = "", picked: bool = True) -> Input:
    """An outermost input; every byte that is read of it is counted."""
    meter = Meter(name)
    head, stream = looked_into(buffered(stream, meter=meter, packed=True))
    return Input(name, stem, stream, head, meter, path=path, media=media, picked=picked)
