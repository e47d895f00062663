"""PDF, mail, NewsML-G2 and plain text."""

import io
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from pypdf import PdfWriter

Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]
TEXT = "Police arrested two reporters in Lima."


def pdf(*lines: str, facts: dict[str, str] | None = None) -> bytes:
    """A PDF of one page with lines of text, written by hand as pypdf can't draw."""
    drawn = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {drawn} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< " + b" ".join(f"/{key} ({value})".encode() for key, value in (facts or {}).items()) + b" >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size 7 /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    return out + b"xref\n0 7\n0000000000 65535 f \n" + table + trailer


def test_a_pdf_with_text(reading_bytes: Bytes) -> None:
    data = pdf("Police arrested two repor-", "ters in Lima.", facts={"Title": "Arrests", "CreationDate": "D:20251204100000Z"})
    reports, failures, _ = reading_bytes(data, "report.bin")
    assert failures == []
    assert reports[0].text.split() == TEXT.split()
    assert (reports[0].title, str(reports[0].published), reports[0].published_basis) == ("Arrests", "2025-12-04", "file")


def test_pdfs_that_give_no_text_say_why(reading_bytes: Bytes) -> None:
    blank, locked = io.BytesIO(), io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(blank)
    assert "has no text: its pages are pictures" in reading_bytes(blank.getvalue(), "x.pdf")[1][0]
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(locked)
    assert reading_bytes(locked.getvalue(), "x.pdf")[1] == ["x.pdf: is encrypted; save it without a password"]


@pytest.mark.parametrize("cut", [8, 100, 300])
def test_a_damaged_pdf_is_told(reading_bytes: Bytes, cut: int) -> None:
    reports, failures, _ = reading_bytes(pdf("Police arrested two.")[:cut], "x.pdf")
    assert reports == []
    assert failures[0].startswith("x.pdf: ")


def letter(html: str | None = None, text: str | None = TEXT) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"] = "Harbour Post <news@harbour.example>", "you@example.org"
    message["Subject"], message["Date"] = "Arrests in Lima", "Thu, 04 Dec 2025 10:00:00 +0000"
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def test_a_mail_is_a_report(reading_bytes: Bytes) -> None:
    for message in (letter(), letter(html="<p>Other.</p>"), letter(html=f"<p>{TEXT}</p>", text=None)):
        reports, failures, _ = reading_bytes(bytes(message), "x")
        assert failures == []
        report = reports[0]
        assert (report.text.strip(), report.title, report.publisher) == (TEXT, "Arrests in Lima", "Harbour Post")
        assert (str(report.published), report.published_basis) == ("2025-12-04", "mail")


def test_attachments_that_can_be_read_are_reports_too(reading_bytes: Bytes) -> None:
    message = letter()
    message.add_attachment(pdf("Police freed both."), maintype="application", subtype="pdf", filename="later.pdf")
    message.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="x.png")
    reports, failures, _ = reading_bytes(bytes(message), "x.eml")
    assert failures == []
    assert [(report.id, report.publisher) for report in reports] == [("x", "Harbour Post"), ("later", "Harbour Post")]


def test_letters_that_were_forwarded_whole_are_reports_too(reading_bytes: Bytes) -> None:
    inner = bytes(letter()).replace(b"Arrests in Lima", "Año de detenciones".encode())
    for one in (letter(), message_from_bytes(inner, policy=policy.default)):
        message = letter(text="See below.")
        message.add_attachment(one)
        reports, failures, _ = reading_bytes(bytes(message), "x.eml")
        assert failures == []
        assert [(report.id, report.title) for report in reports] == [("x", "Arrests in Lima"), ("part-1", one["Subject"])]
        assert reports[1].text.strip() == TEXT


@pytest.mark.parametrize("head", ["", "Content-Type: text/plain; charset=us-ascii\n", "Content-Type: text/plain; charset=x-none\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_mail_is_read_whatever_encoding_it_claims(reading_bytes: Bytes, head: str, encoding: str) -> None:
    data = f"From: a@b.example\nTo: x@y.example\nSubject: Lima\n{head}\nPolice freed José Peña.\n".encode(encoding)
    reports, failures, _ = reading_bytes(data, "x.eml")
    assert failures == []
    assert [report.text for report in reports] == ["Police freed José Peña.\n"]


def test_a_mail_without_text_is_told(reading_bytes: Bytes) -> None:
    assert reading_bytes(bytes(letter(text="")), "x.eml")[1] == ["x.eml: has no text"]


def test_a_text_with_a_colon_is_no_mail(reading_bytes: Bytes) -> None:
    text = "Lima: police arrested two.\nQuito: nobody.\nDate: unknown.\n"
    assert reading_bytes(text.encode(), "x.txt")[0][0].text == text


NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="tag:wire.example,2025:7" version="2"><itemMeta><provider qcode="nprov:AW"><name>Andes Wire</name></provider>
<versionCreated>2025-12-04T11:00:00Z</versionCreated><pubStatus qcode="stat:STATUS"/></itemMeta>
<contentMeta><contentCreated>2025-12-04T10:00:00Z</contentCreated><by>Ana Quispe</by><headline>Police arrest two</headline>
<language tag="en"/></contentMeta><contentSet>BODY</contentSet></newsItem>
<packageItem guid="p"><itemMeta/></packageItem></itemSet></newsMessage>"""
BODIES = {
    "nitf": "<inlineXML><nitf xmlns='http://iptc.org/std/NITF/2006-10-18/'><head><title>T</title></head><body><body.head/><body.content>"
    "<p>Police arrested <b>two</b>.</p><p>It rained.</p></body.content></body></nitf></inlineXML>",
    "xhtml": "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head>"
    "<body><p>Police arrested <i>two</i>.</p><p>It rained.</p></body></html></inlineXML>",
    "plain": "<inlineData contenttype='text/plain'>Police arrested two.\n\nIt rained.</inlineData>",
    "html": "<inlineData contenttype='text/html'>&lt;p&gt;Police arrested two.&lt;/p&gt;&lt;p&gt;It rained.&lt;/p&gt;</inlineData>",
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_a_news_item_of_an_agency(reading_bytes: Bytes, body: str) -> None:
    reports, failures, _ = reading_bytes(NEWSML.replace("BODY", body).replace("STATUS", "usable").encode(), "wire")
    assert failures == []
    report = reports[0]
    assert report.text == "Police arrested two.\n\nIt rained."
    assert (report.id, report.title, report.byline, report.agency) == (
        "tag:wire.example,2025:7",
        "Police arrest two",
        "Ana Quispe",
        "Andes Wire",
    )
    assert (str(report.published), report.published_basis, report.language) == ("2025-12-04", "agency", "en")


def test_a_withdrawn_item_is_passed_over_and_an_empty_message_is_told(reading_bytes: Bytes) -> None:
    reports, failures, notices = reading_bytes(NEWSML.replace("BODY", BODIES["nitf"]).replace("STATUS", "canceled").encode(), "wire")
    assert (reports, failures) == ([], [])
    assert notices == ["wire, item 1: passed over: its agency has withdrawn it (stat:canceled)"]
    assert reading_bytes(NEWSML.replace("BODY", "").encode(), "wire")[1] == ["wire: holds no news item with a text"]


def test_nitf_by_itself(reading_bytes: Bytes) -> None:
    data = b"""<nitf><head><docdata><date.issue norm="20251204T100000Z"/></docdata></head>
    <body><body.head><hedline><hl1>Police arrest two</hl1>
    </hedline><byline>Ana Quispe</byline></body.head><body.content><p>Police arrested two.</p></body.content></body></nitf>"""
    report = reading_bytes(data, "x")[0][0]
    assert (report.text, report.title, report.byline, str(report.published)) == (
        "Police arrested two.",
        "Police arrest two",
        "Ana Quispe",
        "2025-12-04",
    )


def test_xml_of_another_kind_is_no_text(reading_bytes: Bytes) -> None:
    assert reading_bytes(b"<?xml version='1.0'?><map><a/></map>", "x")[1] == ["x: is in no format that Sayso reads"]


def test_facts_before_a_markdown_text_are_kept_apart(reading_bytes: Bytes) -> None:
    text = f"# Arrests\n\n{TEXT}\n"
    front = "---\ntitle: 'Arrests in Lima'\ndate: 2025-12-04\nauthor: Ana Quispe\nlayout: post\n---\n\n"
    report = reading_bytes((front + text).encode(), "x.md")[0][0]
    assert (report.text, report.title, report.byline, str(report.published)) == (text, "Arrests in Lima", "Ana Quispe", "2025-12-04")
    ruled = f"---\n{TEXT}\n---\nMore.\n"
    assert reading_bytes(ruled.encode(), "x.md")[0][0].text == ruled
