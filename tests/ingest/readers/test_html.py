"""Web pages."""

from collections.abc import Callable
from typing import Any

import pytest

from sayso.ingest.readers import html

Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]
LINKED = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle",'
    ' "datePublished": "2025-12-04T23:30:00-05:00", "dateModified": "2025-12-09",'
    ' "publisher": {"@type": "Organization", "name": "Harbour Post"},'
    ' "author": {"name": "Ana Quispe"}, "sourceOrganization": {"name": "Andes Wire"}}]}</script>'
)


def test_a_page_gives_its_report_and_what_it_says_of_itself(reading_bytes: Bytes, make: Any) -> None:
    head = LINKED + '<link rel="canonical" href="https://harbour.example/lima"><meta name="author" content="Ana Quispe">'
    reports, failures, _ = reading_bytes(make.page(head).encode(), "page")
    assert failures == []
    report = reports[0]
    assert report.text == "\n\n".join(("Police arrest two reporters", *make.paragraphs)) or report.text == "\n\n".join(make.paragraphs)
    assert (report.title, report.publisher, report.byline) == ("Police arrest two reporters", "Harbour Post", "Ana Quispe")
    assert (report.agency, report.url, report.id) == ("Andes Wire", "https://harbour.example/lima", "page")
    assert (str(report.published), report.published_basis) == ("2025-12-04", "json-ld")


@pytest.mark.parametrize(
    ("head", "body", "day", "basis"),
    [
        (LINKED, "", "2025-12-04", "json-ld"),
        ('<meta property="article:published_time" content="2025-12-03T10:00:00Z">', "", "2025-12-03", "meta"),
        ('<meta name="date" content="nonsense"><meta name="pubdate" content="Tue, 02 Dec 2025 10:00:00 GMT">', "", "2025-12-02", "meta"),
        ("", '<time itemprop="datePublished" datetime="2025-12-02">Tuesday</time>', "2025-12-02", "markup"),
        ('<link rel="canonical" href="https://harbour.example/2025/12/01/lima">', "", "2025-12-01", "url"),
        ('<script type="application/ld+json">{broken</script><meta name="date" content="2025-12-03">', "", "2025-12-03", "meta"),
        ('<meta name="date" content="1970-01-01"><meta name="dc.date" content="2025-11-30">', "", "2025-11-30", "meta"),
        ('<meta name="date" content="2999-01-01">', "", None, None),
        ("", "", None, None),
    ],
)
def test_the_day_says_how_it_was_found(make: Any, head: str, body: str, day: str | None, basis: str | None) -> None:
    found = html.extracted(make.page(head, body).replace("Copyright 2025 ", ""), "page")
    assert (found["published"], found["published_basis"]) == (day, basis)


def test_no_page_is_younger_than_its_capture(make: Any) -> None:
    head = '<meta name="date" content="2026-02-01"><meta name="dc.date" content="2025-12-03">'
    assert html.extracted(make.page(head), "page", captured="2025-12-05T10:00:00Z")["published"] == "2025-12-03"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_pages_in_any_encoding(reading_bytes: Bytes, make: Any, encoding: str) -> None:
    declared = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    data = make.page(declared, "<p>The café in São Paulo was closed by the police on Tuesday, its owner said.</p>").encode(encoding)
    assert "café in São Paulo" in reading_bytes(data, "page.html")[0][0].text


def test_a_wrong_declaration_is_forgiven(reading_bytes: Bytes, make: Any) -> None:
    data = make.page('<meta charset="ascii">', "<p>The café in São Paulo was closed by the police on Tuesday, its owner said.</p>").encode()
    assert "café in São Paulo" in reading_bytes(data, "page.html")[0][0].text


def test_a_page_of_a_hundred_megabytes_is_refused(reading_bytes: Bytes, make: Any) -> None:
    data = make.page().encode() + b"<p>more and more words</p>" * 4_000_000
    reports, failures, _ = reading_bytes(data, "page.html")
    assert reports == []
    assert failures == ["page.html: is longer than 20 MB, the most that one report of this kind may have"]


@pytest.mark.parametrize(
    "data",
    [b"<!DOCTYPE html><html></html>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"<html>\x01\x02</html>"],
)
def test_a_page_without_a_report_is_told(reading_bytes: Bytes, data: bytes) -> None:
    reports, failures, _ = reading_bytes(data, "page")
    assert reports == []
    assert failures == ["page: no report was found in this page"]


def test_deep_nesting_does_no_harm(reading_bytes: Bytes, make: Any) -> None:
    data = make.page(body="<div>" * 20_000 + "</div>" * 20_000).encode()
    reports, failures, _ = reading_bytes(data, "page")
    assert len(reports) + len(failures) == 1


def test_a_text_about_markup_is_a_text(reading_bytes: Bytes) -> None:
    text = "The page began with <html> and ended with </html>, police said."
    assert reading_bytes(text.encode(), "x.txt")[0][0].text == text
