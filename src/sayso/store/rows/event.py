"""From an event's JSON to the rows that it is found and counted by."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table

from sayso.store.rows.words import digest, maybe, plain, words
from sayso.store.schema import tables as t

Event = Mapping[str, Any]
Row = dict[str, Any]
PLACE = ("name", "country", "admin1", "lat", "lon", "geonames_id", "precision")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The rows that names, places and passages have."""

    names: Mapping[str, int]
    places: Mapping[str, int]
    passages: Mapping[tuple[int, int, int], int]  # by report, start and end


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows to be inserted, by table."""

    of: dict[Table, list[Row]] = field(default_factory=lambda: defaultdict(list))

    def event(self, n: int, report: Row, state: str, event: Event, numbers: Numbers) -> None:
        """Add all rows of one event; `n` is its body's row."""
        day = (event["time"] or {}).get("start") or report["published"] or ""
        row = _event(n, report, state, event, numbers)
        self.of[t.events].append({**row, "day": day})
        for role in ("actor", "recipient"):
            for position, party in enumerate(event[role + "s"]):
                at = {"event": n, "role": role, "position": position, "day": day}
                self.of[t.parties].append({**at, **_party(party, numbers)})
                self.of[t.sectors] += [{**at, **sector} for sector in _sectors(party, event[role + "s"][:position])]
            named = dict.fromkeys(maybe(party["country"]) for party in event[role + "s"] if party["country"])
            self.of[t.countries] += [{"event": n, "role": role, "country": country, "day": day} for country in named]
        for actor, recipient in _pairs(event):
            pair = {"event": n, "actor": actor, "recipient": recipient, "day": day, "report": report["n"]}
            self.of[t.dyads].append({**pair, **{key: event[key] for key in ("type", "status", "quad", "score")}})
        chain = [(s, any(s["name"] == o["name"] for o in event["says"][:i])) for i, s in enumerate(event["says"])]
        self.of[t.says] += [
            {"event": n, "position": i, "day": day, "again": int(again), **_speaker(s, numbers)} for i, (s, again) in enumerate(chain)
        ]
        self.of[t.contexts] += [{"event": n, "context": plain(c), "day": day} for c in dict.fromkeys(event["contexts"])]
        self.of[t.quantities] += [{"event": n, "position": i, **_quantity(q)} for i, q in enumerate(event["quantities"])]


def mark(state: str, coded: str | None, corrected: str | None) -> str:
    """What tells an event as it is now from what it was: of its state and its JSON lines."""
    return digest(f"{state}\n{corrected or coded}")


def names(event: Event) -> Iterator[str]:
    """All names that an event's rows refer to."""
    if event["place"]:
        yield plain(event["place"]["name"])
    for listed in ("actors", "recipients", "says"):
        yield from (plain(one["name"]) for one in event[listed])


def name_row(name: str) -> Row:
    """A row of `names`."""
    return {"name": name, "words": words(name)}


def place_key(place: Mapping[str, Any]) -> str:
    """What a place is known by: all that is known of it."""
    return json.dumps([place[key] for key in PLACE])


def place_row(place: Mapping[str, Any]) -> Row:
    """A row of `places`."""
    kept = {key: plain(place[key]) if isinstance(place[key], str) else place[key] for key in PLACE}
    return {"key": place_key(place), **kept}


def mention_rows(report: int, layers: Mapping[str, list[Mapping[str, Any]]], numbers: Mapping[str, int]) -> list[Row]:
    """Rows of `mentions`: entities, places and times of a report."""
    listed = [(kind, mention) for kind, layer in layers.items() for mention in layer]
    return [
        {
            "report": report,
            "position": position,
            "kind": kind,
            "starts": mention.get("start", 0),
            "ends": mention.get("end", 0),
            "entity": maybe(mention.get("entity")),
            "name": numbers[plain(mention["name"])] if mention.get("name") else None,
            "country": maybe(mention.get("country")),
            "value": maybe(mention.get("value")),
        }
        for position, (kind, mention) in enumerate(listed)
    ]


def _event(n: int, report: Row, state: str, event: Event, numbers: Numbers) -> Row:
    time, place, evidence = event["time"] or {}, event["place"], event["evidence"]
    return {
        "n": n,
        "report": report["n"],
        "state": state,
        "id": plain(event["id"]),
        **{key: event[key] for key in ("type", "cameo", "quad", "score", "status", "confidence")},
        "mode": maybe(event["mode"]),
        "pattern": plain(event["pattern"]),
        **{f"time_{key}": maybe(time.get(key)) for key in ("start", "end", "basis")},
        "published": report["published"],
        "publisher": report["publisher_name"],
        "place": numbers.places[place_key(place)] if place else None,
        "country": maybe(place["country"]) if place else None,
        "passage": numbers.passages[report["n"], evidence["start"], evidence["end"]],
        "trigger_start": event["trigger"]["start"],
        "trigger_end": event["trigger"]["end"],
        "voices": len(event["says"]),
        "incident": None,
        "origins": None,
    }


def _party(party: Mapping[str, Any], numbers: Numbers) -> Row:
    return {
        "name": numbers.names[plain(party["name"])],
        "entity": maybe(party["entity"]),
        "country": maybe(party["country"]),
        "sectors": plain(" ".join(party["sectors"])),
        "basis": party["basis"],
    }


def _sectors(party: Mapping[str, Any], before: Sequence[Mapping[str, Any]]) -> list[Row]:
    known = {sector for other in before for sector in other["sectors"]}
    country = maybe(party["country"])
    return [{"sector": plain(s), "country": country, "again": int(s in known)} for s in dict.fromkeys(party["sectors"])]


def _speaker(speaker: Mapping[str, Any], numbers: Numbers) -> Row:
    known = {key: maybe(speaker[key]) for key in ("entity", "country", "kind", "cue")}
    return {"name": numbers.names[plain(speaker["name"])], **known}


def _quantity(quantity: Mapping[str, Any]) -> Row:
    return {**{key: quantity[key] for key in ("kind", "low", "high")}, "unit": maybe(quantity["unit"])}


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Each pair of countries between which something is done, once."""
    actors, recipients = (dict.fromkeys(plain(p["country"]) for p in event[role] if p["country"]) for role in ("actors", "recipients"))
    return ((actor, recipient) for actor in actors for recipient in recipients)
