"""Sending something to an address of the web: tried again where that may help, and never into the own network unless that is allowed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import httpx

from sayso.errors import InputError, RefusedError
from sayso.ingest.fetch.fetcher import LATER, UNSENT, Clock, Policy, client

Send = Callable[[str, bytes, Mapping[str, str]], None]


@dataclass(slots=True)
class Poster:
    """Posts bodies; redirects are not followed, for they could lead anywhere."""

    client: httpx.Client
    policy: Policy = field(default_factory=Policy)
    clock: Clock = field(default_factory=Clock)

    def __call__(self, address: str, body: bytes, headers: Mapping[str, str]) -> None:
        """Send a body until it is taken.

        Raises:
            InputError: it is not taken, after all tries.
            RefusedError: the address is one of the own network.
        """
        trouble = ""
        for attempt in range(1, self.policy.tries + 1):
            trouble = self._once(address, body, headers)
            if not trouble:
                return
            if attempt < self.policy.tries:
                self.clock.sleep(self.policy.backoff * 2 ** (attempt - 1))
        raise InputError(f"{address}: was not taken after {self.policy.tries} tries: {trouble}")

    def _once(self, address: str, body: bytes, headers: Mapping[str, str]) -> str:
        """What is wrong and may pass; nothing where the body was taken."""
        try:
            with self.client.stream("POST", address, content=body, headers=dict(headers)) as response:
                if response.is_success:
                    return ""
                if response.status_code in LATER:
                    return f"the server answered {response.status_code}"
                raise InputError(f"{address}: was not taken: the server answered {response.status_code}")
        except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
            return str(error) or type(error).__name__
        except UNSENT as error:
            raise InputError(f"{address}: can't be sent to ({error})") from error
        except RefusedError as error:
            raise RefusedError(f"{address}: {error}") from error


def poster(*, allow_private: bool = False, policy: Policy | None = None) -> Poster:
    """A poster; addresses of the own network are refused unless allowed."""
    policy = policy or Policy()
    return Poster(client(policy, allow_private=allow_private), policy)
