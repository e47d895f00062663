"""What a site asks of robots: which pages to leave alone, and how long to wait (RFC 9309)."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso.errors import InputError, RefusedError

if TYPE_CHECKING:
    from protego import Protego

LARGEST = 512_000  # bytes that RFC 9309 asks a robot to read at least
LONGEST_WAIT = 60.0
GONE = range(400, 500)

Ask = Callable[[str], tuple[int, bytes]]


class Robots:
    """The rules of every site that was asked, for one name of a robot."""

    def __init__(self, agent: str, ask: Ask) -> None:
        """Take the robot's name, and how to get the status and body of an address."""
        self._agent, self._ask = agent, ask
        self._rules: dict[str, Protego | str] = {}

    def check(self, address: str) -> float:
        """The seconds to wait between two requests.

        Raises:
            InputError: the site asks robots not to fetch this page, or can't be asked.
            RefusedError: it is in the own network.
        """
        site = "{0.scheme}://{0.netloc}".format(urlsplit(address))
        if site not in self._rules:
            self._rules[site] = self._read(site)
        rules = self._rules[site]
        if isinstance(rules, str):
            raise InputError(f"{address}: is not fetched: {rules}")
        if not rules.can_fetch(address, self._agent):
            raise InputError(f"{address}: is not fetched: {site}/robots.txt asks robots not to")
        return min(float(rules.crawl_delay(self._agent) or 0.0), LONGEST_WAIT)

    def _read(self, site: str) -> "Protego | str":
        from protego import Protego

        try:
            status, body = self._ask(f"{site}/robots.txt")
        except RefusedError:
            raise
        except InputError as error:
            return f"its robots.txt can't be read ({error})"
        if status in GONE:
            return Protego.parse("")
        if status != 200:
            return f"its robots.txt can't be read (the server answered {status})"
        return Protego.parse(body[:LARGEST].decode("utf-8", "replace"))
