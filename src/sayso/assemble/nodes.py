"""Events that can't be told apart, such as those of reprints, are compared once."""

from dataclasses import dataclass, field
from hashlib import blake2b

from sayso.assemble.telling import Telling


@dataclass(slots=True)
class Node:
    """Events alike in everything that is compared; `key` names what they say, whichever came first."""

    key: str
    telling: Telling
    events: list[Telling] = field(default_factory=list)


def key_of(telling: Telling, *, alone: bool) -> str:
    """The digest of all that is compared of an event; of the event itself too where it is to stay alone."""
    where = telling.where
    told = (
        telling.type,
        telling.mode,
        *(sorted(part) for side in (telling.actors, telling.recipients) for part in (side.entities, side.homes, side.sectors)),
        (telling.days.start, telling.days.end, telling.days.stated) if telling.days else None,
        telling.published,
        (where.country, where.admin1, where.name, where.point) if where else None,
        sorted(telling.quantities.items()),
        telling.trigger,
        telling.event["evidence"]["text"],
        (*telling.teller, telling.id) if alone else None,
    )
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
