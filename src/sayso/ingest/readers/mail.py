"""Mail as `.eml`: newsletters, press releases, alerts."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from io import BytesIO
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decoded
from sayso.ingest.markup import plain
from sayso.ingest.reader import Desk, Input, Record

LARGEST = 50_000_000
HEADER = re.compile(rb"(?:^|\n)(from|to|date|subject|message-id|received|mime-version|return-path|content-type):[ \t]", re.IGNORECASE)
BEGINS = re.compile(rb"(?:From [^\n]+\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]*[^\n]*\r?\n")
LEAST_HEADERS = 3
UNREAD = "\ufffd"
FORWARDED = "message/rfc822"
READ = ("text/html", "application/pdf", "text/plain", "application/json", FORWARDED)
AS_IT_CAME = policy.default.clone(refold_source="none")
DAMAGE = (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError, RecursionError)


def knows(given: Input) -> bool:
    """Whether it begins with a mail's headers, several of the usual ones."""
    top = given.head.replace(b"\r\n", b"\n").split(b"\n\n", 1)[0]
    return bool(BEGINS.match(given.head)) and len({name.lower() for name in HEADER.findall(top)}) >= LEAST_HEADERS


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for the letter, and those of the attachments that can be read.

    Raises:
        InputError: it is damaged, or has neither text nor attachment.
    """
    try:
        message = message_from_bytes(given.whole(LARGEST), policy=policy.default)
        value, attached = _letter(message), list(_attached(message))
    except DAMAGE as error:
        raise InputError(f"{given.name}: can't be read as mail ({error})") from error
    if value["text"].strip():
        yield given.record(value)
    elif not attached:
        raise InputError(f"{given.name}: has no text")
    known = {"published": value["published"], "published_basis": value["published_basis"], "publisher": value["publisher"]}
    children = (given.inside(f"{given.name}!{name}", BytesIO(data), media=media, **known) for name, media, data in attached)
    if attached:
        yield from desk.gathered(given.name, children)


def _letter(message: EmailMessage) -> dict[str, Any]:
    body = message.get_body(preferencelist=("plain", "html"))
    text = _words(body) if body is not None else ""
    name, address = parseaddr(str(message["from"] or ""))
    date = message["date"]
    made = getattr(date, "datetime", None)
    return {
        "text": plain(text) if body is not None and body.get_content_subtype() == "html" else text,
        "title": str(message["subject"]).strip() if message["subject"] else None,
        "publisher": name or address.rsplit("@", 1)[-1] or None,
        "published": made.date().isoformat() if made else None,
        "published_basis": "mail" if made else None,
    }


def _words(body: MIMEPart) -> str:
    """What a part says; where its encoding is not the one that it claims, the content counts."""
    try:
        said = body.get_content()
    except LookupError:
        said = UNREAD
    if not isinstance(said, str) or UNREAD not in said:
        return said if isinstance(said, str) else ""
    data = body.get_payload(decode=True)
    try:
        return decoded(data) if isinstance(data, bytes) else said
    except ValueError:
        return said


def _attached(message: EmailMessage) -> Iterator[tuple[str, str, bytes]]:
    for number, part in enumerate(message.iter_attachments() if message.is_multipart() else (), 1):
        forwarded = part.get_content_type() == FORWARDED
        data = part.get_content().as_bytes(policy=AS_IT_CAME) if forwarded else part.get_payload(decode=True)
        if isinstance(data, bytes) and part.get_content_type().startswith(READ):
            yield part.get_filename() or f"part-{number}", part.get_content_type(), data
