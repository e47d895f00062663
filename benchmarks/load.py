"""Many people at one desk while a coder writes: what fails, what is lost, how long they wait.

python -m benchmarks.load --db COPY.db [--clients 200] [--seconds 120] [--kill]      (the database is written to: give it a copy)

So many clients read pages, judge events and look again, each without pause but for a breath between two clicks, while `sayso code` writes
report after report to the same database. Afterwards every correction that the desk said it took must be there, and the database must be
sound. `--kill` ends the desk without warning in the middle, and looks at the same.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from threading import Event, Lock, Thread

from benchmarks.desk import memory, serving

from sayso.store import Filter, View
from sayso.store.check import problems
from sayso.store.found.listing import listing

PAGES = (
    "/events", "/events?text=tariffs", "/events?actor=RUS", "/incidents", "/incidents?contested=true", "/reports", "/says", "/map",
    "/facets?only=type",
)  # fmt: skip
BREATH = 1.0  # seconds between two clicks, on average
COUNTRIES = ("Chad", "Niger", "Mali", "Kenya", "Ghana", "Angola", "Peru", "Chile", "Bolivia", "Jordan", "Oman", "Nepal")


@dataclass(slots=True)
class Told:
    """What clients saw: statuses, seconds waited, what failed, ids of corrections that were taken."""

    statuses: Counter[int] = field(default_factory=Counter)
    waited: dict[str, list[float]] = field(default_factory=lambda: {"read": [], "write": []})
    failed: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    lock: Lock = field(default_factory=Lock)


def client(number: int, port: int, events: list[tuple[str, str]], told: Told, ended: Event) -> None:
    """One person: reads, and judges every fourth time."""
    chance, connection = random.Random(number), HTTPConnection("127.0.0.1", port, timeout=120)
    while not ended.is_set():
        event, key = chance.choice(events)
        writes = chance.random() < 0.25
        path = f"/api/v1/events/{event}/corrections" if writes else chance.choice((*PAGES, f"/event/{event}?report={key}"))
        body = json.dumps({"action": "accept", "report": key, "why": f"client {number}"}) if writes else None
        begun = time.perf_counter()
        try:
            connection.request("POST" if writes else "GET", path, body, {"Content-Type": "application/json"} if writes else {})
            answer = connection.getresponse()
            found = answer.read()
        except (OSError, HTTPException) as error:
            with told.lock:
                told.failed.append(f"{path}: {type(error).__name__}")
            connection.close()
            ended.wait(1)
            continue
        with told.lock:
            told.statuses[answer.status] += 1
            told.waited["write" if writes else "read"].append(time.perf_counter() - begun)
            if answer.status == 201:
                told.taken.add(json.loads(found)["id"])
            elif answer.status >= 400:
                told.failed.append(f"{path}: {answer.status} {found[:200]!r}")
        ended.wait(chance.expovariate(1 / BREATH))
    connection.close()


def coding(db: str, ended: Event, runs: list[int]) -> None:
    """Code new reports into the database, run after run; keeps the exit codes."""
    with tempfile.TemporaryDirectory() as folder:
        while not ended.is_set():
            path = Path(folder, f"{len(runs)}.jsonl")
            some = (
                {
                    "id": f"load-{len(runs)}-{n}",
                    "publisher": f"Quay Letter {n % 7}",
                    "published": f"2025-03-{n % 28 + 1:02d}",
                    "text": f"{COUNTRIES[n % 12]} and {COUNTRIES[(n + 1 + n // 12) % 12]} signed a trade agreement on Monday, page {n}.",
                }
                for n in range(200)
            )
            path.write_text("".join(json.dumps(one) + "\n" for one in some), encoding="utf-8")
            command = [sys.executable, "-m", "sayso", "code", str(path), "--db", db, "--quiet"]
            runs.append(subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode)


def main() -> None:
    """Put on the load, and tell what became of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--db", required=True)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--workers", type=int, help="processes that answer; as many as `sayso serve` takes by default")
    parser.add_argument("--kill", action="store_true")
    options = parser.parse_args()
    with View(options.db) as view:
        events = [(one.event["id"], one.report) for one in view.ask(listing(Filter(), limit=2000)).events]
    told, ended, runs = Told(), Event(), list[int]()
    before = os.getloadavg()
    with serving(options.db, options.workers) as (port, process):
        coder = Thread(target=coding, args=(options.db, ended, runs))
        coder.start()
        with ThreadPoolExecutor(options.clients) as pool:
            for number in range(options.clients):
                pool.submit(client, number, port, events, told, ended)
            time.sleep(options.seconds)
            held = memory(process)
            if options.kill:
                os.kill(process, 9)
                time.sleep(2)
            ended.set()
        coder.join()
    report(options.db, told, runs, held, before)


def report(db: str, told: Told, runs: list[int], held: float, before: tuple[float, ...]) -> None:
    """Print what was seen, and whether all that was taken is there."""
    with View(db) as view:
        kept = {one["id"] for one in view.corrections()}
    for name, taken in told.waited.items():
        tenths = statistics.quantiles(taken, n=20)
        print(f"{name}: {len(taken):,}; median {statistics.median(taken):.2f} s, p95 {tenths[-1]:.2f} s, longest {max(taken):.1f} s")
    reasons = Counter(one.rpartition(": ")[2] for one in told.failed).most_common(5)
    print(f"statuses: {dict(told.statuses)}; failed: {len(told.failed):,} {reasons}")
    print(f"corrections taken: {len(told.taken):,}, of which lost: {len(told.taken - kept):,}")
    print(f"runs of the coder: {len(runs)}, exit codes {dict(Counter(runs))}; problems of the database: {list(problems(db))}")
    print(f"memory of the server: {held:,.0f} MB; load of the machine before: {before[0]:.1f}, after: {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
