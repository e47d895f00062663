"""RSS, Atom and JSON feeds."""

import json
from collections.abc import Callable
from typing import Any

import pytest

Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Post</title><lastBuildDate>Thu, 04 Dec 2025 12:00:00 GMT</lastBuildDate>
<item><title>Police arrest two</title><link>https://harbour.example/a</link><guid isPermaLink="false">tag:a</guid>
<pubDate>Thu, 04 Dec 2025 10:00:00 GMT</pubDate><dc:creator>Ana Quispe</dc:creator><source url="https://wire.example">Andes Wire</source>
<description>Short.</description>
<content:encoded><![CDATA[<p>Police arrested <b>two</b> reporters.</p>
<p>It rained &amp; stormed.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>Only a title &amp; more</title><link>https://harbour.example/b</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title><updated>2025-12-04T12:00:00Z</updated>
<entry><id>tag:a</id><title>Police arrest two</title><link rel="self" href="https://harbour.example/self"/>
<link rel="alternate" href="https://harbour.example/a"/><published>2025-12-04T10:00:00Z</published><author><name>Ana Quispe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Police arrested <b>two</b> reporters.</p>
<p>It rained &amp; stormed.</p></div></content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour Post",
        "items": [
            {
                "id": "tag:a",
                "url": "https://harbour.example/a",
                "title": "Police arrest two",
                "date_published": "2025-12-04T10:00:00Z",
                "authors": [{"name": "Ana Quispe"}],
                "content_html": "<p>Police arrested <b>two</b> reporters.</p><p>It rained &amp; stormed.</p>",
            }
        ],
    }
)


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON], ids=["rss", "atom", "json"])
def test_an_entry_is_a_report(reading_bytes: Bytes, feed: str) -> None:
    reports, failures, _ = reading_bytes(feed.encode(), "feed")
    assert failures == []
    report = reports[0]
    assert report.text == "Police arrested two reporters.\n\nIt rained & stormed."
    assert (report.id, report.url, report.title) == ("tag:a", "https://harbour.example/a", "Police arrest two")
    assert (report.publisher, report.byline, str(report.published), report.published_basis) == (
        "Harbour Post",
        "Ana Quispe",
        "2025-12-04",
        "feed",
    )


def test_what_an_entry_lacks_is_left_open(reading_bytes: Bytes) -> None:
    first, second = reading_bytes(RSS.encode(), "feed")[0]
    assert (first.agency, second.agency) == ("Andes Wire", None)
    assert (second.text, second.id, second.published, second.published_basis) == (
        "Only a title & more",
        "https://harbour.example/b",
        None,
        None,
    )


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Thu, 04 Dec 2025 10:00:00 GMT", "2025-12-04"),
        ("2025-12-04T10:00:00+03:00", "2025-12-04"),
        ("Fri, 05 Dec 2025 01:00:00 +1400", "2025-12-05"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Mon, 04 Dec 2034 10:00:00 GMT", None),
        ("yesterday", None),
        ("0000-00-00", None),
        ("", None),
    ],
)
def test_dates_that_cannot_be_are_left_out_and_told(reading_bytes: Bytes, told: str, day: str | None) -> None:
    reports, failures, notices = reading_bytes(RSS.replace("Thu, 04 Dec 2025 10:00:00 GMT", told).encode(), "feed")
    assert len(reports) == 2
    assert (reports[0].published.isoformat() if reports[0].published else None) == day
    assert failures == []
    assert notices == ([] if day or not told else [f"feed, entry 1: its date {told!r} is left out"])


def test_a_json_feeds_wrong_date_is_left_out_and_told(reading_bytes: Bytes) -> None:
    reports, _, notices = reading_bytes(JSON.replace("2025-12-04T10:00:00Z", "1969-12-31").encode(), "feed")
    assert (reports[0].published, reports[0].published_basis) == (None, None)
    assert notices == ["feed:1, item 1: its date '1969-12-31' is left out"]


def test_slips_in_the_markup_are_forgiven(reading_bytes: Bytes) -> None:
    broken = RSS.replace("Only a title &amp; more", "Only a title & more&nbsp;words").replace("</channel>", "")
    assert [report.id for report in reading_bytes(broken.encode(), "feed")[0]] == ["tag:a", "https://harbour.example/b"]


ENTITY = '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTER = '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("declared", [ENTITY, OUTER], ids=["bomb", "file"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_its_own_are_refused(reading_bytes: Bytes, declared: str, encoding: str) -> None:
    text = RSS.replace('<?xml version="1.0" encoding="UTF-8"?>', declared).replace("Only a title", "&b;&a;")
    reports, failures, _ = reading_bytes(text.encode(encoding), "feed.xml")
    assert reports == []
    assert failures == ["feed.xml: declares entities of its own, as XML bombs do; it is refused"]


@pytest.mark.parametrize("data", [b"<rss></rss>", b"<rss><channel><item></item></channel></rss>", b"<rss>", b"<feed xmlns='x'><entry/>"])
def test_empty_and_broken_feeds_do_no_harm(reading_bytes: Bytes, data: bytes) -> None:
    reports, failures, notices = reading_bytes(data, "feed.xml")
    assert reports == []
    assert failures or notices


def test_a_feed_that_is_cut_off_is_told_and_what_came_before_is_read(reading_bytes: Bytes) -> None:
    for cut in ("</channel></rss>", "ly a title &amp; more</title><link>https://harbour.example/b</link></item>\n</channel></rss>"):
        reports, failures, _ = reading_bytes(RSS.removesuffix(cut).encode(), "feed.xml")
        assert reports[0].id == "tag:a"
        assert failures == ["feed.xml: is cut off; what came before was read"]


def test_a_very_long_entry_is_read_whole(reading_bytes: Bytes) -> None:
    long = "Police arrested two. " * 600_000
    assert len(reading_bytes(RSS.replace("It rained &amp; stormed.", long).encode(), "feed")[0][0].text) > 12_000_000
