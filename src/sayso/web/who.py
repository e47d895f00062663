"""Who asks, and what they may do: put to every route before it answers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, HTTPException, Request

Right = Literal["read", "review", "administer"]
EVERYTHING: frozenset[Right] = frozenset({"read", "review", "administer"})


@dataclass(frozen=True, slots=True)
class User:
    """Who asks: a name (None for whoever sits at this machine) and the rights."""

    name: str | None
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        """Whether this may be done."""
        return right in self.rights


Who = Callable[[Request], Awaitable[User]]  # raises HTTPException (401, or 303 to a log-in page) for those who are nobody


async def whoever(_: Request) -> User:
    """On a machine of one's own: whoever asks may do everything."""
    return User(None, EVERYTHING)


async def let_in(request: Request) -> User:
    """The user, once a request; stands before every route, which needs at least the right to read."""
    who: Who = request.app.state.who
    request.state.user = user = await who(request)
    if not user.may("read"):
        raise HTTPException(403, "You may not read here; ask who looks after this desk")
    return user


Asker = Annotated[User, Depends(let_in)]


def needs(right: Right) -> Callable[[Request], Awaitable[None]]:
    """A dependency of routes that take more than the right to read: `dependencies=[Depends(needs("review"))]`."""

    async def checked(request: Request) -> None:
        user: User = await let_in(request)
        if not user.may(right):
            raise HTTPException(403, f"This takes the right to {right}, which {user.name or 'you'} lack; ask who looks after this desk")

    return checked
