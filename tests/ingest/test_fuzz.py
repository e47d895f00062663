"""Readers on damaged and invented inputs: reports, or an error in words; never anything else. `make fuzz` runs more of them."""

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable
from email.message import EmailMessage
from io import BytesIO

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from sayso.errors import InputError
from sayso.ingest import read
from sayso.model import Report

PAGE = (
    "<!DOCTYPE html><html><head><title>T</title><meta name='date' content='2025-12-04'><script type='application/ld+json'>"
    '{"@type": "NewsArticle", "datePublished": "2025-12-04", "author": [{"name": "A"}]}</script></head><body><article><h1>T</h1>'
    + "<p>Police arrested two reporters in Lima on Thursday, the ministry said in a statement.</p>" * 5
    + "</article></body></html>"
).encode()


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", "Police arrested two.")
        archive.writestr("b/c.html", PAGE)
    return out.getvalue()


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name in ("a.txt", "b.txt"):
            member = tarfile.TarInfo(name)
            member.size = 20
            archive.addfile(member, io.BytesIO(b"Police arrested two."))
    return out.getvalue()


def _warc() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE)
    head = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/a\r\nWARC-Date: 2025-12-04T10:00:00Z\r\n"
    head += b"WARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % len(body)
    return (head + body + b"\r\n\r\n") * 2


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "Ä <a@x.example>", "b@x.example", "Tö"
    message["Date"] = "Thu, 04 Dec 2025 10:00:00 +0000"
    message.set_content("Police arrested two – in Lima.")
    message.add_attachment(PAGE, maintype="text", subtype="html", filename="a.html")
    return bytes(message)


def _parquet() -> bytes:
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["Police arrested two.", "It rained."], "id": [1, 2]}), out)
    return out.getvalue()


def _pdf() -> bytes:
    stream = b"BT /F1 12 Tf 72 720 Td (Police arrested two.) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)


RSS = (
    b"<rss><channel><title>T</title><item><title>Police arrested two.</title><link>http://x.example/a</link><guid>7</guid>"
    b"<pubDate>Thu, 04 Dec 2025 10:00:00 GMT</pubDate><description>&lt;p&gt;More&lt;/p&gt;</description></item></channel></rss>"
)
ATOM = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>7</id><content type='xhtml'><div>Police.</div></content></entry></feed>"
NEWSML = (
    b"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='g'><contentMeta><headline>H</headline></contentMeta><contentSet>"
    b"<inlineXML><nitf><body><body.content><p>Police.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>"
)
NINJS = json.dumps({"uri": "u", "bodies": [{"value": "Police.", "contenttype": "text/plain"}], "headlines": [{"value": "H"}]}).encode()
FEED = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "content_text": "Police."}]}).encode()
LINES = b'{"id": "a", "text": "Police arrested two.", "published": "2025-12-04"}\n' * 3

KEYS = st.sampled_from(
    [
        "text",
        "id",
        "uri",
        "items",
        "version",
        "bodies",
        "value",
        "published",
        "title",
        "url",
        "language",
        "pubstatus",
        "headlines",
        "authors",
    ]
)

SEEDS: dict[str, Callable[[], bytes]] = {
    "page": lambda: PAGE,
    "zip": _zip,
    "tar": _tar,
    "warc": _warc,
    "mail": _mail,
    "parquet": _parquet,
    "pdf": _pdf,
    "rss": lambda: RSS,
    "atom": lambda: ATOM,
    "newsml": lambda: NEWSML,
    "ninjs": lambda: NINJS,
    "feed": lambda: FEED,
    "lines": lambda: LINES,
    "table": lambda: b'id,text,date\n1,"Police, ""two""",2025-12-04\n2,It rained.,\n',
    "markdown": lambda: b"---\ntitle: T\ndate: 2025-12-04\n---\n# T\n\nPolice arrested two.\n",
    "list": lambda: b"# pages\nhttp://x.example/a\n\nhttp://x.example/b\n",
    "gzip": lambda: gzip.compress(LINES),
    "bzip2": lambda: bz2.compress(LINES),
    "xz": lambda: lzma.compress(LINES),
    "warc.gz": lambda: gzip.compress(_warc()),
}


def readings(data: bytes) -> tuple[list[Report], list[InputError]]:
    failures: list[InputError] = []
    return list(read(["-"], stdin=BytesIO(data), on_failure=failures.append)), failures


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The data with some bytes changed, left out, doubled or cut off."""
    found = bytearray(data)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(found) - 1)))
        kind = draw(st.sampled_from(["change", "cut", "drop", "double", "insert"]))
        length = draw(st.integers(1, 60))
        if kind == "change":
            found[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
        elif kind == "cut":
            del found[at:]
        elif kind == "drop":
            del found[at : at + length]
        elif kind == "double":
            found[at:at] = found[at : at + length]
        else:
            found[at:at] = draw(
                st.binary(max_size=8) | st.sampled_from([b"<!DOCTYPE", b"]]>", b"\0" * 4, b"&x;", b'"', b"\xff\xfe", b"{", b"<p>"])
            )
    return bytes(found)


@pytest.mark.parametrize("name", SEEDS)
def test_the_seed_itself_is_read(name: str) -> None:
    reports, failures = readings(SEEDS[name]())
    assert reports or name == "list"
    assert not failures or name == "list"


@pytest.mark.parametrize("name", SEEDS)
@given(st.data())
def test_damage_gives_reports_or_an_error_in_words(name: str, data: st.DataObject) -> None:
    _check(data.draw(damaged(SEEDS[name]())))


@given(st.binary(max_size=400))
def test_any_bytes_give_reports_or_an_error_in_words(data: bytes) -> None:
    _check(data)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), lambda x: st.lists(x) | st.dictionaries(KEYS, x), max_leaves=20))
def test_any_json_gives_reports_or_an_error_in_words(value: object) -> None:
    _check(json.dumps(value).encode("utf-8", "surrogatepass"))


def _check(data: bytes) -> None:
    reports, failures = readings(data)
    assert reports or failures or len(data) > 0
    assert all(isinstance(report.text, str) and report.id for report in reports)
    assert len({report.id for report in reports}) == len(reports)
    assert all(str(failure).strip() and "\n" not in str(failure)[:20] for failure in failures)
