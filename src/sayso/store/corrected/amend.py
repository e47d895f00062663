"""What people write after `--set`, as fields of an event: `type=COERCE`, `recipients=IND@Indian exporters`, `deaths=11..14`."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from typing import Any

from sayso.errors import StoreError
from sayso.store.corrected.anchor import Anchor
from sayso.store.corrected.codes import ANY, Codes

STATUSES = ("occurred", "planned", "possible", "denied")
KINDS = ("deaths", "injured", "arrested", "displaced", "troops", "money", "other")
NOTHING = ("", "none", "-")
PARTY = re.compile(
    r"(?:(?P<entity>[a-z]{3}(?:-[a-z0-9]+)+)(?=@|$)|(?P<country>[A-Z]{3})?(?::(?P<sectors>[A-Z]{3}(?:\+[A-Z]{3})*))?)(?:@(?P<words>.+))?"
)
AMOUNT = re.compile(r"(?P<kind>\w+)=(?P<low>\d+(?:\.\d+)?)?(?P<range>\.\.)?(?P<high>\d+(?:\.\d+)?)?")
Value = Any


@dataclass(frozen=True, slots=True)
class Subject:
    """What a correction is made on: the event as it is now, its report's text, and event types and codes as the lexicon has them."""

    event: Mapping[str, Any]
    text: str
    kinds: Mapping[str, Mapping[str, Any]]
    codes: Codes = ANY


def changes(subject: Subject, settings: Sequence[str]) -> dict[str, Any]:
    """The fields that settings (`field=value`) change.

    Parties and speakers are parted by `;` and written as COUNTRY:SECTORS@words of the report (or any part of it); a name alone is sought in
    the text. A new type brings its own quad, score and CAMEO code.

    Raises:
        StoreError: a field or value can't be; the message says what can.
    """
    found: dict[str, Any] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        if not equals or name not in FIELDS:
            raise StoreError(f"--set {setting}: write FIELD=VALUE; fields are {', '.join(FIELDS)}")
        found |= FIELDS[name](replace(subject, event={**subject.event, **found}), value.strip())
    return found


def _type(subject: Subject, value: str) -> dict[str, Value]:
    kind = subject.kinds.get(value)
    if kind is None:
        raise StoreError(f"type={value}: there is no such type; there are {', '.join(sorted(subject.kinds))}")
    mode = subject.event["mode"] if subject.event["mode"] in kind["modes"] else None
    return {"type": value, **_of_kind(kind, mode)}


def _mode(subject: Subject, value: str) -> dict[str, Value]:
    kind = subject.kinds[subject.event["type"]]
    if value not in NOTHING and value not in kind["modes"]:
        raise StoreError(f"mode={value}: {subject.event['type']} has the modes {', '.join(kind['modes']) or 'none'}")
    return _of_kind(kind, None if value in NOTHING else value)


def _of_kind(kind: Mapping[str, Any], mode: str | None) -> dict[str, Value]:
    finer = kind["modes"][mode] if mode else {}
    return {"mode": mode, "cameo": finer.get("cameo", kind["cameo"]), "quad": kind["quad"], "score": finer.get("score", kind["score"])}


def _status(_subject: Subject, value: str) -> dict[str, Value]:
    if value not in STATUSES:
        raise StoreError(f"status={value}: a status is one of {', '.join(STATUSES)}")
    return {"status": value}


def _cameo(_subject: Subject, value: str) -> dict[str, Value]:
    if not re.fullmatch(r"[0-9]{2,4}", value):
        raise StoreError(f"cameo={value}: a CAMEO code has two to four digits")
    return {"cameo": value}


def _contexts(subject: Subject, value: str) -> dict[str, Value]:
    listed = [] if value in NOTHING else list(dict.fromkeys(one.strip() for one in value.split(",")))
    subject.codes.about(listed, f"contexts={value}")
    return {"contexts": listed}


def _parties(role: str) -> Callable[[Subject, str], dict[str, Value]]:
    return lambda subject, value: {role: [{**_party(subject, one), "basis": "text"} for one in _listed(value)]}


def _says(subject: Subject, value: str) -> dict[str, Value]:
    speakers = [{**_party(subject, one), "cue": "", "kind": "paraphrase"} for one in _listed(value)]
    return {"says": speakers}


def _listed(value: str) -> list[str]:
    return [] if value in NOTHING else list(dict.fromkeys(one.strip() for one in value.split(";")))


def _party(subject: Subject, value: str) -> dict[str, Value]:
    """A party as written: known by its words or its code where it is in the event already, else by words of the report."""
    found = PARTY.fullmatch(value)
    country, sectors, words = (found["country"], found["sectors"], found["words"]) if found else (None, None, value)
    if found and found["entity"]:
        return _entity(subject, found["entity"], words, value)
    listed = sectors.split("+") if sectors else []
    subject.codes.country(country, value)
    subject.codes.sectored(listed, value)
    if same := _known(subject.event, country, words):
        kept = {name: same[name] for name in ("entity", "name", "country", "sectors", "start", "end", "text")}
        return {**kept, "sectors": listed} if sectors else kept
    return {"entity": None, "name": words, "country": country, "sectors": listed, **_span(subject, words, value)}


def _entity(subject: Subject, id: str, words: str | None, value: str) -> dict[str, Value]:
    """A party by the id of an entity, as it was on the report's day."""
    day = subject.event["report"]["published"]
    return {**subject.codes.entity(id, day, value), **_span(subject, words, value)}


def _span(subject: Subject, words: str | None, value: str) -> dict[str, Value]:
    """Where the words of a party stand in the report."""
    if not words:
        raise StoreError(f"{value}: say which words of the report stand for it: {value.rstrip('@')}@WORDS")
    start = Anchor(words, "", "", subject.event["trigger"]["start"], 0).find(subject.text)
    if start is None:
        raise StoreError(f"{value}: the report has no words {words!r}; quote it as it is written there")
    return {"start": start, "end": start + len(words), "text": words}


def _known(event: Mapping[str, Any], country: str | None, words: str | None) -> Mapping[str, Any] | None:
    """The party that is meant, of those in the event: the one with these words and no other country, or the first of the country."""
    parties = [p for role in ("actors", "recipients", "says") for p in event[role]]
    if words:
        return next((p for p in parties if " ".join(p["text"].split()) == words and p["country"] == (country or p["country"])), None)
    return next((p for p in parties if country and p["country"] == country), None)


def _time(_subject: Subject, value: str) -> dict[str, Value]:
    if value in NOTHING:
        return {"time": None}
    first, dots, last = value.partition("..")
    days = (first, last) if dots else (first, first)
    if not all(map(_is_day, days)):
        raise StoreError(f"time={value}: write 2025-12-04 or 2025-12-01..2025-12-04, or none")
    if days[1] < first:
        raise StoreError(f"time={value}: {last} is before {first}")
    return {"time": {"start": first, "end": days[1], "text": None, "basis": "stated"}}


def _is_day(value: str) -> bool:
    """Whether this is a day as all days are written: Python takes 20251204 and 2025-W49-4 as well."""
    with suppress(ValueError):
        return date.fromisoformat(value).isoformat() == value
    return False


def _place(subject: Subject, value: str) -> dict[str, Value]:
    """`Mumbai, IND`, or a country alone."""
    if value in NOTHING:
        return {"place": None}
    name, _, country = (part.strip() for part in value.rpartition(","))
    name, country = (name, country) if name else (country, country if re.fullmatch("[A-Z]{3}", country) else "")
    if not name or (country and not re.fullmatch("[A-Z]{3}", country)):
        raise StoreError(f"place={value}: write NAME, COUNTRY with a country of three letters: Mumbai, IND")
    subject.codes.country(country, f"place={value}")
    known = subject.event["place"]
    if known and known["name"] == name and known["country"] == (country or None):
        return {"place": known}
    nowhere = {**dict.fromkeys(("admin1", "lat", "lon", "geonames_id")), "precision": "country" if name == country else "city"}
    spot = subject.codes.place(name, country) if name != country else None
    return {"place": {"name": name, "text": name, "country": country or None, **(spot or nowhere)}}


def _quantities(subject: Subject, value: str) -> dict[str, Value]:
    """`deaths=11; injured=20..30; arrested=5..` (at least five); one that is there already keeps its unit and its words."""
    listed = [_quantity(one) for one in _listed(value)]
    known = {_bounds(one): one for one in reversed(subject.event["quantities"])}
    return {"quantities": [known.get(_bounds(one), one) for one in listed]}


def _bounds(quantity: Mapping[str, Any]) -> tuple[Any, ...]:
    return quantity["kind"], quantity["low"], quantity["high"]


def _quantity(value: str) -> dict[str, Value]:
    found = AMOUNT.fullmatch(value)
    low, high = (float(bound) if bound else None for bound in (found["low"], found["high"])) if found else (None, None)
    bounds = [bound for bound in (low, high) if bound is not None]
    if not found or found["kind"] not in KINDS or not bounds or inf in bounds:
        raise StoreError(f"quantities={value}: write KIND=11, KIND=11..14 or KIND=11.. ; kinds are {', '.join(KINDS)}")
    if low is not None and high is not None and high < low:
        raise StoreError(f"quantities={value}: {found['high']} is less than {found['low']}")
    return {"kind": found["kind"], "low": low, "high": high if found["range"] else low, "unit": None, "text": value.partition("=")[2]}


FIELDS: dict[str, Callable[[Subject, str], dict[str, Value]]] = {
    "type": _type,
    "mode": _mode,
    "status": _status,
    "cameo": _cameo,
    "contexts": _contexts,
    "actors": _parties("actors"),
    "recipients": _parties("recipients"),
    "says": _says,
    "time": _time,
    "place": _place,
    "quantities": _quantities,
}
