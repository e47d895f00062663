"""How fast the store answers: generates events, fills a database, and measures each filter, the facets and the dyads.

python benchmarks/store.py [--events 1000000] [--db bench.db]        (fills the database if it isn't there)
"""

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, count
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from sayso.lexicon.gazetteer import FILE, PER_DEGREE
from sayso.model import AnnotatedReport, Event, Party, Place, Quantity, Report, Span, Speaker, Version, When
from sayso.store import Filter, Incident, View, Writer
from sayso.store.drawn.actor import actor
from sayso.store.drawn.facets import FACETS
from sayso.store.drawn.network import network
from sayso.store.drawn.sayings import denials, sayings
from sayso.store.drawn.spots import spread
from sayso.store.drawn.timeline import strip
from sayso.store.rows.words import digest

TYPES = {
    "CONSULT": (1, 1.0, 300), "AGREE": (1, 2.5, 70), "SUPPORT": (1, 3.5, 60), "CONCEDE": (2, 5.0, 40), "COOPERATE": (2, 6.4, 60),
    "AID": (2, 7.0, 40), "RETREAT": (2, 7.0, 20), "REQUEST": (3, -0.1, 60), "ACCUSE": (3, -2.0, 100), "REJECT": (3, -4.0, 50),
    "THREATEN": (3, -4.4, 40), "PROTEST": (4, -6.5, 30), "SANCTION": (4, -6.0, 30), "MOBILIZE": (4, -7.0, 20), "COERCE": (4, -7.0, 60),
    "ASSAULT": (4, -9.0, 80),
}  # fmt: skip
STATUSES = {"occurred": 80, "planned": 9, "possible": 7, "denied": 4}
SECTORS = ("GOV", "MIL", "COP", "LEG", "JUD", "OPP", "REB", "BUS", "CVL")
COUNTRIES = """
    USA RUS CHN UKR ISR IRN GBR FRA DEU IND PAK TUR SYR SAU EGY JPN KOR PRK AUS CAN MEX BRA ZAF NGA ETH KEN SDN IRQ AFG YEM LBN
    PSE POL ITA ESP GRC NLD BEL SWE NOR FIN HUN ROU SRB BGR GEO ARM AZE KAZ UZB VNM PHL IDN MYS THA MMR BGD LKA NPL VEN COL PER
    CHL ARG BOL ECU CUB HTI LBY TUN DZA MAR MLI NER TCD CMR COD RWA UGA TZA SOM ERI MOZ ZWE ZMB AGO GHA CIV SEN BFA
""".split()  # noqa: SIM905 - easier to read than a list
WORDS = """
    government minister president officials talks border forces statement report country security council party leaders groups
    region capital support border troops trade tariffs sanctions elections police protest court aid agreement attack drone
    ceasefire oil gas visit summit economy workers union budget law parliament army rebels ship island river bridge school
    hospital airport prison port
""".split()  # noqa: SIM905 - easier to read than a list
START, DAYS = date(2016, 1, 1), 3650
VERSION = Version("0.1.0", "benchmark")


class Maker:
    """Reports whose events are spread as news is: few countries in many events, many in few."""

    def __init__(self, seed: int) -> None:
        """Begin a stream of chance."""
        self.r = random.Random(seed)
        self.weights = list(accumulate(1 / (i + 1) ** 0.8 for i in range(len(COUNTRIES))))
        self.kinds = list(accumulate(share for *_, share in TYPES.values()))
        self.word_weights = list(accumulate(1 / (i + 1) for i in range(3000)))
        self.words = [*WORDS, *(f"w{n}ord" for n in range(3000 - len(WORDS)))]
        self.publishers = [
            f"{name} {kind}" for name in ("Harbour", "Northern", "City", "Der", "Evening") for kind in ("Post", "Spiegel", "News")
        ]
        self.people = [f"Person {n} Name{n % 997}" for n in range(5000)]
        self.places = places()

    def reports(self, events: int) -> Iterator[AnnotatedReport]:
        """Reports of three events each."""
        for n in range(events // 3 + 1):
            sentences = [" ".join(self.r.choices(self.words, cum_weights=self.word_weights, k=24)) + "." for _ in range(3)]
            day = START + timedelta(days=self.r.randrange(DAYS))
            text = " ".join(sentences)
            report = Report(f"r{n}", text, day, self.r.choice(self.publishers), f"Title {n}", f"https://example.org/{n}", "en")
            starts = [0, len(sentences[0]) + 1, len(sentences[0]) + len(sentences[1]) + 2]
            yield AnnotatedReport(report, events=tuple(self.event(report, at, s) for at, s in zip(starts, sentences, strict=True)))

    def event(self, report: Report, at: int, sentence: str) -> Event:
        """One event."""
        kind = self.r.choices(list(TYPES), cum_weights=self.kinds)[0]
        quad, score, _ = TYPES[kind]
        day = report.published.isoformat() if report.published else None
        land = self.country()
        place = self.r.choice(self.places[land]) if self.r.random() < 0.5 else None
        return Event(
            id=digest(f"{report.id}|{at}"),
            report=report.reference(),
            type=kind,
            mode=None,
            contexts=("military",) if self.r.random() < 0.1 else (),
            cameo="040",
            quad=quad,
            score=score,
            trigger=Span(at, at + 4, sentence[:4]),
            evidence=Span(at, at + len(sentence), sentence),
            actors=tuple(self.party(at) for _ in range(self.r.choice((1, 1, 1, 2)))),
            recipients=tuple(self.party(at) for _ in range(self.r.choice((0, 1, 1, 1, 2)))),
            status=self.r.choices(list(STATUSES), list(STATUSES.values()))[0],  # type: ignore[arg-type]
            says=tuple(self.speaker(at) for _ in range(self.r.choice((0, 0, 1, 1, 2)))),
            time=When(day, day, None, "published"),
            place=place,
            quantities=(Quantity("deaths", 3.0, 5.0, None, "3 to 5"),) if self.r.random() < 0.1 else (),
            pattern=f"{kind.lower()}/-/pattern",
            confidence=0.9,
            version=VERSION,
        )

    def country(self) -> str:
        """A country, by how much news there is of it."""
        return self.r.choices(COUNTRIES, cum_weights=self.weights)[0]

    def party(self, at: int) -> Party:
        """A party: a person or body of some country."""
        country, name = self.country(), self.r.choice(self.people)
        return Party(f"{country.lower()}-{name[7:11].strip()}", name, country, (self.r.choice(SECTORS),), at, at + 4, "text", "name")

    def speaker(self, at: int) -> Speaker:
        """A speaker; one of a thousand is Der Spiegel."""
        name = "Der Spiegel" if self.r.random() < 0.001 else self.r.choice(self.people)
        return Speaker(name, None, self.country(), ("GOV",), at, at + 4, "text", "said", "paraphrase")


def places() -> dict[str, list[Place]]:
    """Some thirty places of each country where its largest towns and regions are, under names of our own, and the country as a whole."""
    number, found = count(), {}
    joined = "SELECT lat, lon, admin1 FROM place JOIN region ON region.id = region WHERE country = ? AND kind = ?"
    query = joined + " ORDER BY population DESC LIMIT ?"
    with sqlite3.connect(FILE) as gazetteer:
        for land in COUNTRIES:
            towns, regions = ([*gazetteer.execute(query, (land, kind, most))] for kind, most in ((0, 24), (1, 6)))
            kinds = [*(("city", *row) for row in towns[2:]), *(("site", *row) for row in towns[:2]), *(("region", *row) for row in regions)]
            spots = [
                Place(f"Town {n}", "town", land, admin1, lat / PER_DEGREE, lon / PER_DEGREE, n, precision)
                for (precision, lat, lon, admin1), n in zip(kinds, number, strict=False)
            ]
            found[land] = [*spots, *[Place(land, land, land, None, None, None, None, "country")] * 8]
    return found


FILTERS: dict[str, dict[str, Any]] = {
    "no filter": {},
    "--actor RUS": {"actor": "RUS"},
    "--recipient IND": {"recipient": "IND"},
    "--actor RUS --recipient IND": {"actor": "RUS", "recipient": "IND"},
    "--actor USA:MIL": {"actor": "USA:MIL"},
    "--actor rus-17 (an entity)": {"actor": "rus-17"},
    "--party Name17 (words of a name)": {"party": "Name17"},
    "--type SANCTION,COERCE": {"type": ("SANCTION", "COERCE")},
    "--status occurred": {"status": "occurred"},
    "--status denied": {"status": "denied"},
    '--says "Der Spiegel"': {"says": "Der Spiegel"},
    "--says - (the report itself)": {"says": "-"},
    "--since 2025-01": {"since": "2025-01"},
    "--place IND": {"place": "IND"},
    '--place "Town 17"': {"place": "Town 17"},
    "--min-origins 2": {"min_origins": 2},
    "--text tariffs": {"text": "tariffs"},
    "--publisher": {"publisher": "Der Spiegel"},
    "--context military": {"context": "military"},
    "--quad 4": {"quad": 4},
    "all of the issue's": {
        "actor": "RUS", "recipient": "UKR", "type": ("SANCTION", "COERCE"), "status": "occurred", "since": "2020-01", "min_origins": 2,
    },
    "--actor RUS --type SANCTION --text tariffs": {"actor": "RUS", "type": "SANCTION", "text": "tariffs"},
}  # fmt: skip


def filled(db: str, events: int) -> None:
    """Fill the database, with an incident of two to four origins for every tenth report."""
    begun = time.monotonic()
    with Writer(db, together=1000) as writer:
        batch: list[Incident] = []
        for n, report in enumerate(Maker(7).reports(events)):
            writer.add(report)
            if n % 10 == 0:
                batch.append(incident(n, report.events))
            if len(batch) == 1000:
                writer.flush()
                writer.assemble(batch)
                batch.clear()
                print(f"{n * 3:>9,} events, {time.monotonic() - begun:,.0f} s", flush=True)
        writer.flush()
        writer.assemble(batch)
        writer.settle()
    print(f"{writer.written.events:,} events written in {time.monotonic() - begun:,.0f} s; {Path(db).stat().st_size / 2**20:,.0f} MB")


def incident(n: int, events: tuple[Event, ...]) -> Incident:
    """An incident over a report's events."""
    first = events[0]
    day = first.time.start if first.time else None
    told = [{"id": e.id, "report": e.report["id"]} for e in events]
    counts = {"reports": 3, "publishers": 2, "origins": n // 10 % 4 + 1, "first": day, "last": day}
    found = {
        "id": f"i{n}",
        "type": first.type,
        "status": first.status,
        "events": told,
        **counts,
        "time": {"start": day},
        "disagreements": [],
    }
    return Incident(found, ["same day"] * len(told))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """The median of three runs in milliseconds of processor time, and what the work gives.

    Processor time, so that a figure tells of the store and not of what else the machine does; all is in memory by then.
    """
    taken = []
    for _ in range(3):
        begun = time.process_time()
        result = work()
        taken.append((time.process_time() - begun) * 1000)
    return statistics.median(taken), result


def measured(db: str) -> None:
    """Print a table of what was measured."""
    with View(db) as view:
        print("| filter | events | first 50 | count |\n|---|--:|--:|--:|")
        for name, given in FILTERS.items():
            wanted = Filter.of(**given)
            counting, count = timed(lambda w=wanted: view.count(w))  # type: ignore[misc]
            paging, _ = timed(lambda w=wanted: view.page(w))  # type: ignore[misc]
            print(f"| `{name}` | {count:,} | {paging:,.0f} ms | {counting:,.0f} ms |", flush=True)
        print("\n| facets and series | ms |\n|---|--:|")
        for name, given in {
            "all events": {},
            "--actor RUS": {"actor": "RUS"},
            "RUS and SANCTION": {"actor": "RUS", "type": "SANCTION"},
        }.items():
            wanted = Filter.of(**given)
            ms, _ = timed(lambda w=wanted: view.facets(w))  # type: ignore[misc]
            print(f"| all {len(FACETS)} facets, {name} | {ms:,.0f} |", flush=True)
            for facet in ("type", "actor", "says", "year"):
                ms, _ = timed(lambda w=wanted, f=facet: view.facets(w, [f]))  # type: ignore[misc]
                print(f"| facet {facet}, {name} | {ms:,.0f} |", flush=True)
        for name, given in {"RUS to UKR": {"actor": "RUS", "recipient": "UKR"}, "USA to all": {"actor": "USA"}, "all pairs": {}}.items():
            wanted = Filter.of(**given)
            ms, rows = timed(lambda w=wanted: sum(1 for _ in view.dyads(w)))  # type: ignore[misc]
            print(f"| months of {name}: {rows:,} rows | {ms:,.0f} |", flush=True)


DRAWINGS: dict[str, Callable[[Connection, Filter], Any]] = {
    "strip of days": lambda c, wanted: strip(c, [wanted]),
    "countries": network,
    "sectors": partial(network, level="sector"),
    "entities": partial(network, level="entity"),
    "around RUS": partial(network, ego="RUS"),
    "places": spread,
    "speakers": lambda c, wanted: sayings(c, [wanted]),
    "denials": denials,
    "RUS by itself": lambda c, wanted: actor(c, "RUS", wanted),
}


def drawn(db: str) -> None:
    """Print a table of what drawings ask."""
    given: dict[str, dict[str, Any]] = {
        "all events": {},
        "--actor RUS": {"actor": "RUS"},
        "--type CONSULT,ACCUSE": {"type": ("CONSULT", "ACCUSE")},
        "--status denied": {"status": "denied"},
    }
    filters = [Filter.of(**one) for one in given.values()]
    with View(db) as view:
        print(f"\n| drawn, in ms | {' | '.join(given)} |\n|---|{'--:|' * len(given)}")
        for name, question in DRAWINGS.items():
            taken = [timed(lambda q=question, f=wanted: view.ask(lambda c: q(c, f)))[0] for wanted in filters]  # type: ignore[misc]
            print(f"| {name} | {' | '.join(f'{ms:,.0f}' for ms in taken)} |", flush=True)


def main() -> None:
    """Fill where needed, and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--db", default=str(Path(tempfile.gettempdir()) / "sayso-benchmark.db"))
    options = parser.parse_args()
    if not Path(options.db).exists():
        filled(options.db, options.events)
    measured(options.db)
    drawn(options.db)


if __name__ == "__main__":
    main()
