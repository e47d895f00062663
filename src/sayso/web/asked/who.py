"""Who asks, and what they may do: put to every route before it answers."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request

from sayso.web.asked.forms import genuine

Right = Literal["read", "review", "administer"]
EVERYTHING: frozenset[Right] = frozenset({"read", "review", "administer"})
OPEN = frozenset({"/log-in"})  # what somebody may ask for who is nobody yet
FEEDS = re.compile(r"/watchlists/[0-9a-f]{1,64}\.(?:rss|atom|json)")  # what may be asked for with a token in the address


@dataclass(frozen=True, slots=True)
class User:
    """Who asks: a name (None for whoever sits at this machine) and the rights."""

    name: str | None
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        """Whether this may be done."""
        return right in self.rights


# Tells the user, and sets `state.form_token`; raises HTTPException (401, or 303 to the log-in page) for those who are nobody.
Who = Callable[[Request], Awaitable[User]]


async def let_in(request: Request) -> User:
    """The user, once a request; stands before every route, which needs at least the right to read.

    What changes something must come from a page of this desk, or with a key that no browser sends by itself.

    Raises:
        HTTPException: the request is nobody's, of somebody who may not read, or not meant.
    """
    known: User | None = getattr(request.state, "user", None)
    if known is not None:
        return known
    who: Who = request.app.state.who
    user = await who(request)
    if not user.may("read") and request.url.path not in OPEN:
        raise HTTPException(403, "You may not read here; ask who looks after this desk")
    await genuine(request)
    request.state.user = user
    return user


Asker = Annotated[User, Depends(let_in)]


@dataclass(frozen=True, slots=True)
class Needs:
    """A dependency of routes that take a right."""

    right: Right

    async def __call__(self, request: Request) -> None:
        """Let nobody pass who lacks it.

        Raises:
            HTTPException: 403.
        """
        user = await let_in(request)
        if not user.may(self.right):
            who = f"{user.name} lacks" if user.name else "you lack"
            raise HTTPException(403, f"This takes the right to {self.right}, which {who}; ask who looks after this desk")


def needs(right: Right) -> Needs:
    """For routes that take more than the right to read, or change something: `dependencies=[Depends(needs("review"))]`."""
    return Needs(right)
