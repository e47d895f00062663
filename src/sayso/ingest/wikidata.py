"""Office-holders from Wikidata over SPARQL: one polite query a country, tried again where the service is busy."""

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from sayso.errors import InputError

ENDPOINT = "https://query.wikidata.org/sparql"
QUERY = Path(__file__).with_name("wikidata.rq")
GENDERS = {"Q6581097": "m", "Q6581072": "f"}
EXACT = {9: 4, 10: 7, 11: 10}  # precision of a day on Wikidata -> characters of it in ISO 8601 that mean something
BUSY = frozenset({429, 500, 502, 503, 504})
TRIES = 5
LONGEST = 300.0  # seconds that the service may ask to wait


@dataclass(frozen=True, slots=True)
class Office:
    """An office that somebody held: days in ISO 8601, as exact as known; `end` is None where none is told."""

    qid: str
    name: str
    aliases: tuple[str, ...]
    gender: str | None
    role: str
    start: str
    end: str | None


class Wikidata:
    """The service, asked one thing at a time with a pause between, and told who asks."""

    def __init__(
        self,
        *,
        contact: str,
        endpoint: str = ENDPOINT,
        pause: float = 2.0,
        timeout: float = 90.0,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Take an address at which the service's operators reach the user; `pause` and `timeout` are in seconds."""
        self._endpoint, self._pause, self._sleep = endpoint, pause, sleep
        agent = f"sayso (office-holders for review; {contact})"
        self._client = httpx.Client(timeout=timeout, headers={"User-Agent": agent, "Accept": "application/sparql-results+json"})
        self._asked = False

    def close(self) -> None:
        """Close its connections."""
        self._client.close()

    def answer(self, country: str, since: int) -> dict[str, Any]:
        """What the service answers for a country (ISO alpha-3), as SPARQL results in JSON.

        Raises:
            InputError: it doesn't answer, or not as it should; the message says what to do.
        """
        if self._asked:
            self._sleep(self._pause)
        self._asked = True
        query = QUERY.read_text(encoding="utf-8").replace("COUNTRY", country).replace("SINCE", str(since))
        response = self._patiently(country, query)
        try:
            answer: dict[str, Any] = response.json()
            answer["results"]["bindings"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{country}: {self._endpoint} answers with what is no SPARQL result; is it the right endpoint?") from error
        return answer

    def _patiently(self, country: str, query: str) -> httpx.Response:
        """The first good answer of five tries, each after a longer wait, or as long as the service asks for."""
        told = ""
        for attempt in range(TRIES):
            try:
                response = self._client.post(self._endpoint, data={"query": query})
            except httpx.TransportError as error:
                told, wait = str(error) or type(error).__name__, 0.0
            else:
                if response.is_success:
                    return response
                told, wait = f"HTTP {response.status_code}", _asked_wait(response)
                if response.status_code not in BUSY:
                    break
            if attempt < TRIES - 1:
                self._sleep(max(wait, self._pause * 2**attempt))
        raise InputError(f"{country}: {self._endpoint}: {told}; run the same command later: what was answered so far is kept")


def _asked_wait(response: httpx.Response) -> float:
    """Seconds that the service asks to wait."""
    given = response.headers.get("Retry-After", "")
    return min(float(given), LONGEST) if given.isdigit() else 0.0


def offices(answer: Mapping[str, Any], country: str) -> Iterator[Office]:
    """The offices in an answer.

    Raises:
        InputError: the answer lacks what was asked for.
    """
    for number, row in enumerate(answer["results"]["bindings"], 1):
        try:
            yield _office({key: cell["value"] for key, cell in row.items()})
        except (KeyError, ValueError, TypeError) as error:
            raise InputError(f"{country}: row {number} of the answer can't be read ({error!r}); fetch it again with --again") from error


def _office(row: Mapping[str, str]) -> Office:
    aliases = tuple(dict.fromkeys(alias.strip() for alias in row.get("aliases", "").split("|") if alias.strip()))
    gender = GENDERS.get(row.get("gender", "").rpartition("/")[2])
    end = _day(row["end"], row["endPrecision"]) if "end" in row else None
    start = _day(row["start"], row["startPrecision"])
    return Office(row["person"].rpartition("/")[2], row["name"], aliases, gender, row["role"], start, end)


def _day(value: str, precision: str) -> str:
    day = value.lstrip("+")[: EXACT[int(precision)]]
    if not day[:4].isdigit():
        raise ValueError(f"{value!r} is no day")
    return day
