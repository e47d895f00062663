"""Files in stores that are named by an address, here in memory, through fsspec."""

import gzip
from collections.abc import Iterator

import pytest

from sayso.errors import InputError
from sayso.ingest import read, remote
from sayso.ingest.remote import bare, listed, measured, stream

fsspec = pytest.importorskip("fsspec")
LINE = b'{"id": "1", "text": "Police in Lima arrested two men."}\n'


@pytest.fixture
def bucket() -> Iterator[str]:
    """Two reports and a hidden file in a bucket."""
    memory = fsspec.filesystem("memory")
    memory.pipe({"/news/2025/a.jsonl": LINE, "/news/2025/b.jsonl.gz": gzip.compress(LINE), "/news/.hidden/c.jsonl": LINE})
    yield "memory://news"
    memory.rm("/news", recursive=True)


def test_what_is_there(bucket: str) -> None:
    assert [address.rpartition("/")[2] for address in listed(bucket)] == ["a.jsonl", "b.jsonl.gz"]
    assert measured(f"{bucket}/2025/a.jsonl") == [(f"{bucket}/2025/a.jsonl", len(LINE))]


def test_bytes_as_they_are(bucket: str) -> None:
    packed = listed(bucket)[1]
    with stream(packed) as file:
        assert gzip.decompress(file.read()) == LINE


def test_options_of_a_store_stay_with_each_of_its_files(bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    of_store = remote._system
    monkeypatch.setattr(remote, "_system", lambda address: of_store(address.removesuffix("?endpoint_override=store.example%3A9000")))
    folder = f"{bucket}?endpoint_override=store.example%3A9000"
    assert [name.rpartition("/")[2] for name in listed(folder)] == [
        "a.jsonl?endpoint_override=store.example%3A9000",
        "b.jsonl.gz?endpoint_override=store.example%3A9000",
    ]
    assert [bare(name) for name in (listed(folder)[0], "what?.txt")] == [bare(listed(bucket)[0]), "what?.txt"]
    page = {"/news/2025/page.csv": b"text,date\nPolice in Lima arrested two men.,2025-12-04\n"}
    fsspec.filesystem("memory").pipe(page)
    address = f"{bucket}/2025/page.csv?endpoint_override=store.example%3A9000"
    (report,) = read([address], on_failure=_fail)
    assert (report.id, report.text) == ("page", "Police in Lima arrested two men.")


@pytest.mark.parametrize("address", ["memory://news/2026", "nosuch://news/a.jsonl"])
def test_what_cannot_be_read(bucket: str, address: str) -> None:
    with pytest.raises(InputError, match=address):
        listed(address)


def _fail(error: InputError) -> None:
    raise error
