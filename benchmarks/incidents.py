"""How well events become incidents, and how fast.

    python benchmarks/incidents.py [--misses] [--texts] [--chains MEANTIME.jsonl] [--speed 100000]

`incidents/groups.txt` tells some seventy happenings as several outlets tell them, with look-alikes on neighbouring days and places. First
measured on the events as they stand there by hand; with --texts from the texts, through the coder.
"""

import argparse
import json
import random
import re
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sayso.assemble import incidents
from sayso.evaluate.chains import score_chains
from sayso.evaluate.clusters import score_incidents
from sayso.ingest import day
from sayso.lexicon import Lexicon, load
from sayso.lexicon.incident import Rules, rules
from sayso.model import Report

GROUPS = Path(__file__).parent / "incidents" / "groups.txt"
Row = tuple[str, Report, dict[str, Any]]  # the happening, the report, the event by hand


def rows(lexicon: Lexicon) -> Iterator[Row]:
    """Every telling of the file."""
    happening = ""
    for number, line in enumerate(GROUPS.read_text(encoding="utf-8").splitlines()):
        if line.startswith("= "):
            happening = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            cells = [cell.strip() for cell in line.split("|")]
            report = Report(f"{happening}-{number}", cells[2], date.fromisoformat(cells[1]), cells[0])
            yield happening, report, event(report, [*cells, "", ""][3:8], lexicon)


def event(report: Report, cells: list[str], lexicon: Lexicon) -> dict[str, Any]:
    """The event of a line as the contract has it."""
    told, status, when, place, quantities = cells
    actors, kind, recipients = (part.strip() for part in told.split(">"))
    kind, _, mode = kind.partition("/")
    start, _, end = when.partition("/")
    published = report.published.isoformat() if report.published else None
    times = {"p": {"start": published, "end": published, "text": None, "basis": "published"}, "-": None}
    text = report.text
    return {
        "id": f"e-{report.id}",
        "report": report.reference(),
        "type": kind,
        "mode": mode or None,
        "trigger": {"start": 0, "end": 0, "text": trigger(text, kind, lexicon)},
        "evidence": {"start": 0, "end": len(text), "text": text},
        "actors": parties(actors, text, lexicon),
        "recipients": parties(recipients, text, lexicon),
        "status": status,
        "says": [],
        "time": times.get(when, {"start": start, "end": end or start, "text": None, "basis": "stated"}),
        "place": where(place),
        "quantities": [quantity(q) for q in quantities.split()],
    }


def parties(cell: str, text: str, lexicon: Lexicon) -> list[dict[str, Any]]:
    """The parties of a role, with the words of the text that name their country."""
    country, _, sectors = cell.partition(":")
    if not cell or cell == "~":
        return []
    words = [run for run in runs(text) if any(n.entity.country == country for n in lexicon.names.get(run, ()))]
    known = {"entity": None if country else "igo", "country": country or None, "sectors": [s for s in sectors.split(",") if s]}
    return [{**known, "name": cell, "text": " ".join(words)}]


def runs(text: str) -> list[str]:
    """All runs of up to three words."""
    words = re.findall(r"\w+", text)
    return [" ".join(words[at : at + length]) for length in (1, 2, 3) for at in range(len(words) - length + 1)]


def trigger(text: str, kind: str, lexicon: Lexicon) -> str:
    """The first word that can tell of an event of a type."""
    words = [word for word in re.findall(r"\w+", text) if word.islower()]
    found = (
        word
        for known in (lexicon.verbs, lexicon.nouns)
        for word in words
        if any(t.pattern.type == kind and set(t.words) <= set(words) for t in known.get(word.lower(), ()))
    )
    return next(found, "")


def where(cell: str) -> dict[str, Any] | None:
    """A place by name and country."""
    name, _, country = cell.partition(",")
    given = {"name": name.strip() or country.strip(), "text": name.strip(), "country": country.strip() or None, "admin1": None}
    return {**given, "lat": None, "lon": None, "precision": "city" if name.strip() else "country"} if cell else None


def quantity(cell: str) -> dict[str, Any]:
    """`deaths=11` is exact, `deaths=11..` at least."""
    kind, _, value = cell.partition("=")
    low, dots, high = value.partition("..")
    return {"kind": kind, "low": float(low), "high": float(high) if high else None if dots else float(low), "unit": None, "text": value}


def gold(told: Iterable[Row]) -> list[dict[str, Any]]:
    """The happenings as the scorer wants them."""
    members: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for happening, report, _ in told:
        members[happening].append({"report": report.id, "start": 0, "end": len(report.text)})
    return [{"incident": name, "members": found} for name, found in members.items()]


def show(told: list[Row], events: list[dict[str, Any]], known: Rules, *, misses: bool) -> None:
    """Print the figures, and which happenings were torn apart or mixed."""
    found = [incident.to_dict() for incident in incidents(events, known)]
    print(score_incidents(gold(told), found))
    names = {report.id: happening for happening, report, _ in told}
    parts: dict[str, list[str]] = defaultdict(list)
    for incident in found:
        inside = sorted({names[e["report"]] for e in incident["events"]})
        for name in inside:
            parts[name].append(incident["id"])
        if misses and len(inside) > 1:
            print("mixed:", ", ".join(inside))
            for e in incident["events"]:
                print("      ", e["report"], e["type"], e["quote"])
    for name, ids in parts.items() if misses else ():
        if len(ids) > 1:
            print("torn:", name, len(ids))


def chains(path: Path, known: Rules) -> None:
    """Print the figures on chains of coreference."""
    from sayso.run.coder import Coder

    told = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    days = [published(row["dct"] or "") for row in told]
    reports = [Report(row["id"], row["text"], day) for row, day in zip(told, days, strict=True)]
    events = [e.to_dict() for e in Coder().code_many(reports)]
    print(json.dumps(score_chains(told, events, [i.to_dict() for i in incidents(events, known)]), indent=1))


def published(text: str) -> date | None:
    """The day of publication, where it is one."""
    try:
        return day(text)
    except ValueError:
        return None


def made(size: int, told: list[Row]) -> Iterator[dict[str, Any]]:
    """So many events over a year: the happenings of the file moved about the calendar and the map, two or three events each."""
    chance = random.Random(size)
    countries = [f"{a}{b}X" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ"]
    weights = [1 / n for n in range(1, 101)]
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for happening, _, one in told:
        groups[happening].append(one)
    stock, count, number = list(groups.values()), 0, 0
    while count < size:
        number, shift, group = number + 1, chance.randrange(365), chance.choice(stock)
        here, there = chance.choices(countries, weights, k=2)
        city = chance.randrange(40)
        names: dict[str | None, str | None] = {None: None}
        for e in group[: size - count]:
            count += 1
            for country in [p["country"] for p in [*e["actors"], *e["recipients"]]]:
                names.setdefault(country, (here, there)[len(names) % 2])
            yield moved(e, number, timedelta(shift), names, city)


def moved(e: dict[str, Any], number: int, shift: timedelta, names: dict[str | None, str | None], city: int) -> dict[str, Any]:
    """An event in another country, town and week."""

    def later(day: str) -> str:
        return (date.fromisoformat(day) + shift).isoformat()

    time_, place = e["time"], e["place"]
    return {
        **e,
        "id": f"{e['id']}-{number}",
        "report": {**e["report"], "id": f"{e['report']['id']}-{number}", "published": later(e["report"]["published"])},
        "time": {**time_, "start": later(time_["start"]), "end": later(time_["end"])} if time_ else None,
        "place": {**place, "name": f"{place['name']} {city}", "country": names.get(place["country"], "ZZZ")} if place else None,
        **{role: [{**p, "country": names[p["country"]]} for p in e[role]] for role in ("actors", "recipients")},
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--texts", action="store_true")
    options.add_argument("--chains", type=Path, metavar="MEANTIME.jsonl")
    options.add_argument("--speed", type=int, default=0)
    given = options.parse_args()
    lexicon, known = load(), rules()
    told = list(rows(lexicon))
    print(f"{len({name for name, _, _ in told})} happenings, {len(told)} events by hand:")
    show(told, [one for _, _, one in told], known, misses=given.misses)
    if given.texts:
        from sayso.run.coder import Coder

        print("from the texts, through the coder:")
        show(told, [e.to_dict() for e in Coder().code_many(report for _, report, _ in told)], known, misses=given.misses)
    if given.chains:
        chains(given.chains, known)
    if given.speed:
        events = list(made(given.speed, told))
        begin, wall = time.process_time(), time.perf_counter()
        found = incidents(events, known)
        seconds = time.process_time() - begin
        print(f"{len(events):,} events: {len(found):,} incidents in {seconds:.1f} s of processor time ({time.perf_counter() - wall:.1f} s)")


if __name__ == "__main__":
    main()
