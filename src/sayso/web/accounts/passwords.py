"""Passwords, hashed by Argon2id with the parameters that RFC 9106 recommends where memory is scarce."""

from threading import BoundedSemaphore

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from sayso.errors import SaysoError

SHORTEST, LONGEST = 10, 1024  # characters
HASHER = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
AT_ONCE = BoundedSemaphore(2)  # a hash takes 64 MiB: many at once would fill the memory
NOBODYS = "$argon2id$v=19$m=65536,t=3,p=4$c2F5c28tbm9ib2R5cy1zYWx0$WmN6RyJkqCMxTSUmWq7gkRYJGvM0uUDbSxJVWkBpTUQ"


def hashed(password: str) -> str:
    """What is kept of a password.

    Raises:
        SaysoError: it is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise SaysoError(f"a password has {SHORTEST} to {LONGEST} characters")
    with AT_ONCE:
        return HASHER.hash(_encodable(password))


def matches(password: str, kept: str | None) -> bool:
    """Whether a password is the one of which this is kept; where nothing is, it takes as long to say no."""
    if len(password) > LONGEST:
        return False
    with AT_ONCE:
        try:
            return HASHER.verify(kept or NOBODYS, _encodable(password)) and kept is not None
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return False


def _encodable(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")
