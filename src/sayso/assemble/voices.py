"""Independent origins: copies and what one newsroom writes are one voice."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sayso.assemble.telling import Teller, Telling

NONE: Mapping[str, str] = {}


def voices(events: Iterable[Telling], origins: Mapping[Teller, str], houses: Mapping[str, str] = NONE) -> dict[Teller, str]:
    """The voice of each report, by the report's id and publisher.

    What an agency is credited for is the agency's, whoever put it out. A story that several publishers have, with nobody credited, is a
    voice by itself. All else is its publisher's, or that of the house which shares a newsroom under several names (`houses`); of a
    report without a publisher its origin's, or its own.
    """
    tellers = {told.teller for told in events}
    having: dict[str, set[str]] = defaultdict(set)
    for teller in tellers:
        having[origins.get(teller, "")].add(teller[1] or "")
    return {teller: _voice(*teller, origins.get(teller, ""), having, houses) for teller in tellers}


def _voice(report: str, publisher: str | None, origin: str, having: Mapping[str, set[str]], houses: Mapping[str, str]) -> str:
    credited, slash, _ = origin.partition("/")
    if slash:
        return f"agency {credited}"
    if origin and (len(having[origin]) > 1 or not publisher):
        return f"story {origin}"
    if not publisher:
        return f"report {report}"
    house = houses.get(publisher.casefold())
    return f"agency {house}" if house else f"publisher {publisher}"
