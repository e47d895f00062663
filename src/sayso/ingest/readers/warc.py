"""Web archives (WARC 1.0 and 1.1), page by page; WACZ and compressed ones come here unpacked."""

from collections import deque
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from sayso.errors import InputError
from sayso.ingest.payload import payload
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.streams import Bytes, whole

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

LARGEST = 20_000_000  # bytes of a page
PAGES = ("text/html", "application/xhtml", "text/plain", "text/markdown", "application/pdf", "application/json", "application/feed+json")
XML = ("application/rss", "application/atom", "application/xml", "text/xml")
KINDS = frozenset({"response", "resource", "conversion"})
RULES = "/robots.txt"
END = b"\r\n\r\n"


class _Tail:
    """A stream that remembers its last bytes, as a sound archive ends with two line ends, and what went wrong with it.

    It ends where it can't be read on: an error raised here would end the process inside the library.
    """

    def __init__(self, stream: Bytes) -> None:
        self._stream = stream
        self._at = 0
        self.failure: Exception | None = None
        self._last: deque[int] = deque(maxlen=len(END))

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        try:
            data = b"" if self.failure else self._stream.read(size)
        except (InputError, OSError, EOFError, ValueError) as error:
            self.failure = error
            return b""
        self._last.extend(data[-len(END) :])
        self._at += len(data)
        return data

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at

    @property
    def is_cut_off(self) -> bool:
        """Whether what was read so far ends within a record."""
        return bytes(self._last) != END


def knows(given: Input) -> bool:
    """Whether it begins with a WARC header."""
    return given.head.startswith(b"WARC/1.")


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of the pages in it, in the order of the archive.

    Raises:
        InputError: it is cut off or damaged; what came before was read.
    """
    stream = _Tail(given.stream)
    yield from desk.gathered(given.name, _pages(stream, given, desk))
    if isinstance(stream.failure, InputError):
        raise stream.failure
    if stream.failure or stream.is_cut_off:
        raise InputError(f"{given.name}: is cut off within a record; what came before was read")


def _pages(stream: _Tail, given: Input, desk: Desk) -> Iterator[Input]:
    """The pages, each once the record after it has begun: the last one of an archive that is cut off is not whole."""
    from fastwarc.warc import ArchiveIterator

    held: Input | None = None
    try:
        for record in ArchiveIterator(cast("BinaryIO", stream), parse_http=True, auto_decode="none", stream_detect=False):
            if held:
                yield held
            held = _page(record, given, desk)
    except OSError as error:
        desk.failed(given.name, f"is damaged ({error}); what came before was read")
    if held and not stream.failure and not stream.is_cut_off:
        yield held


def _page(record: "WarcRecord", given: Input, desk: Desk) -> Input | None:
    address = record.headers.get("WARC-Target-URI") or ""
    sent = {name.lower(): value for name, value in record.http_headers or ()} if record.is_http else {}
    media = (sent.get("content-type") if record.is_http else record.headers.get("Content-Type")) or ""
    if not _is_page(record, address, media):
        return None
    name = f"{given.name}!{address}"
    try:
        data = payload(whole(record.reader, LARGEST), sent, LARGEST)
    except (OSError, ValueError) as error:
        desk.failed(name, error if isinstance(error, ValueError) else f"is damaged ({error})")
        return None
    known: dict[str, Any] = {"url": address, "captured": record.headers.get("WARC-Date")}
    return given.inside(name, BytesIO(data), stem=address, media=media, **known)


def _is_page(record: "WarcRecord", address: str, media: str) -> bool:
    """Whether it may hold reports: a page that was delivered, in a type that is read."""
    if str(record.headers.get("WARC-Type")) not in KINDS or not address.startswith(("http://", "https://")) or address.endswith(RULES):
        return False
    headers = record.http_headers if record.is_http else None
    return (headers is None or headers.status_code == 200) and (not media or media.lower().startswith((*PAGES, *XML)))
