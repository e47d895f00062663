"""That a request which changes something comes from a page of this desk: a token in every form. Its origin is `guard.OwnForms`' matter."""

import hmac
from hashlib import sha256

from fastapi import HTTPException, Request

FIELD, HEADER = "form_token", "X-Form-Token"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
STALE = "This page is out of date, or the request comes from elsewhere; load the page again and repeat it"


def token_of(secret: str) -> str:
    """The token of forms, from a secret that only the user's browser and the desk have."""
    return hmac.new(secret.encode(), b"form", sha256).hexdigest()


async def genuine(request: Request) -> None:
    """Make sure that a request which can change something was meant to.

    `request.state.form_token` is the token that it must carry; None where it came with a key that no browser sends by itself.

    Raises:
        HTTPException: 403, it comes from another site or an old page.
    """
    if request.method in SAFE:
        return
    token: str | None = request.state.form_token
    if token is not None and not hmac.compare_digest((await _given(request)).encode(), token.encode()):
        raise HTTPException(403, STALE)


def within(address: str) -> str:
    """Where to go on after a form: a page of this desk, whatever was asked for."""
    own = address.startswith("/") and not address.startswith(("//", "/\\")) and not any(c in address for c in "\r\n\t\\")
    return address if own else "/"


def by_browser(request: Request) -> bool:
    """Whether a browser sent a request that can change something: browsers tell where it comes from."""
    return any(name in request.headers for name in ("origin", "referer", "cookie", "sec-fetch-site"))


async def _given(request: Request) -> str:
    if given := request.headers.get(HEADER):
        return given
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
        return ""
    found = (await request.form()).get(FIELD, "")
    return found if isinstance(found, str) else ""
