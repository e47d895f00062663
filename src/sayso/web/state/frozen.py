"""Pages of the past: their links lead on into it, and nothing can be decided there."""

import re
from dataclasses import replace
from html import escape
from typing import Any

from sayso.web.asked.who import User

# What is done, rather than shown: with the data as they are.
PRESENT = ("/review", "/watchlists", "/account", "/users", "/audit", "/paste", "/cite", "/log-", "/static", "/webhooks")
LINK = re.compile(
    r'(?<! data-present)(?P<name>\s(?:href|data-part|data-later)=")(?P<path>/[^"?#]*|(?=\?))(?P<query>\?[^"#]*)?(?P<place>#[^"]*)?"'
)
FORM = re.compile(r'<form [^>]*method="get"[^>]*>')


def can_be(path: str) -> bool:
    """Whether the view at a path can be shown as it was."""
    return not path.startswith(PRESENT)


def led(page: str, snapshot: str) -> str:
    """A page whose links and searches stay at a snapshot."""

    def leading(found: re.Match[str]) -> str:
        query = found["query"] or ""
        if "snapshot=" in query or not can_be(found["path"]):
            return found[0]
        more = f"{query}{'&amp;' if query.strip('?') else '' if query else '?'}snapshot={escape(snapshot)}"
        return f'{found["name"]}{found["path"]}{more}{found["place"] or ""}"'

    page = FORM.sub(lambda found: f'{found[0]}<input type="hidden" name="snapshot" value="{escape(snapshot)}">', page)
    return LINK.sub(leading, page)


def reader(user: Any) -> Any:
    """Whoever looks at the past may not change it."""
    return replace(user, rights=user.rights & {"read"}) if isinstance(user, User) else user
