"""How fast the desk answers: fills a database with generated events, serves it, and asks for every kind of page, 20 requests at once.

python -m benchmarks.desk [--events 100000] [--db bench.db] [--at-once 20]        (fills the database if it isn't there)

Figures of a page: the time that a request alone takes, the server's processor time a request, and the 95th percentile while so many
clients ask for it at the same time, from the request sent to the last byte. Answers are kept until the data change, so whoever asks first
waits longest: each figure is taken twice, with addresses that nobody has asked for yet and with those that somebody has. Code is what the
first view loads of scripts and styles, gzipped; painted is when a browser (chromium, where it is installed) first draws something
of it. The load of the machine stands below.
"""

import argparse
import gzip
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.store import filled
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from sayso.store import Filter, View
from sayso.store.found.listing import listing

STATIC = Path(__file__).parents[1] / "src" / "sayso" / "web" / "static"
COUNTS = "/facets?only=type&only=status&only=actor&only=recipient&only=says&only=publisher"  # those that stand beside the list
DRAWN = ("/dyads", "/actors", "/actor?", "/map", "/says")  # which have no pages: stretches of time stand for addresses that are new
ROUNDS = 10  # times that each client asks


def pages(db: str) -> dict[str, list[str]]:
    """Addresses of every kind of page; several of a kind are asked for in turn."""
    with View(db) as view:
        events = view.ask(listing(Filter(), limit=200)).events
        told = [one.incident for one in view.ask(listing(Filter(min_origins=1), limit=200)).events if one.incident]
    return {
        "events": ["/events"],
        "events, filtered": [f"/events?{q}" for q in ("actor=RUS&recipient=UKR", "type=SANCTION&status=occurred", "place=IND", "says=-")],
        "events, by words": [f"/events?text={word}" for word in ("tariffs", "ceasefire", "prison+port", "visit")],
        "events, page 2": [f"/events?after={one.day}_{one.number}" for one in events[::20]],
        "events as JSON": ["/events.json"],
        "counts": [COUNTS],
        "event": [f"/event/{one.event['id']}?report={one.report}" for one in events],
        "incidents": ["/incidents", "/incidents?contested=true", "/incidents?min_origins=3"],
        "incidents, filtered": [f"/incidents?{q}" for q in ("actor=RUS", "type=SANCTION", "text=tariffs")],
        "incident": [f"/incident/{one}" for one in told],
        "reports": ["/reports", "/reports?publisher=Harbour+Post", "/reports?since=2024"],
        "reports, by words": ["/reports?text=tariffs", "/reports?text=prison"],
        "report": [f"/report/{one.report}" for one in events],
        "publishers and runs": ["/publishers"],
        "cite": ["/cite?of=/events"],
        "/api/v1/events": ["/api/v1/events", "/api/v1/events?actor=RUS"],
        "dyads": ["/dyads", "/dyads?actor=RUS&recipient=UKR", "/dyads?actor=USA&recipient=CHN"],
        "actors": ["/actors", "/actors?ego=RUS", "/actors?level=sector"],
        "actor": ["/actor?who=RUS", "/actor?who=USA:GOV", "/actor?who=IND"],
        "map": ["/map", "/map?actor=RUS"],
        "says": ["/says", "/says?actor=RUS"],
        "watchlists": ["/watchlists"],
        "review": ["/review", "/review?actor=RUS"],
    }


def fresh(paths: list[str], many: int) -> list[str]:
    """So many addresses of the same kind that nobody has asked for yet: lists of other lengths, counts of other stretches of time."""
    if "/facets" in paths[0]:
        return [f"{COUNTS}&actor=RUS&since={2016 + n // 108}-0{n // 12 % 9 + 1}-{n % 12 + 10}" for n in range(many)]
    turns = itertools.cycle(paths)
    if paths[0].startswith(DRAWN):
        days = [f"until=2025-{n % 12 + 1:02}-{n // 12 % 28 + 1:02}" for n in range(many)]
        return [f"{one}{'&' if '?' in one else '?'}{day}" for one, day in zip(turns, days, strict=False)]
    if not paths[0].startswith(("/events", "/incidents", "/reports", "/api/v1/events")):
        return []
    return [f"{one}{'&' if '?' in one else '?'}limit={n // len(paths) % 100 + 1}" for n, one in enumerate(itertools.islice(turns, many))]


@contextmanager
def serving(db: str, workers: int | None = None) -> Iterator[tuple[int, int]]:
    """A desk over a database, in a process of its own, which may fork workers; gives its port and the process's id."""
    command = [sys.executable, "-m", "sayso", "serve", db, "--port", "0", *(["--workers", str(workers)] if workers else [])]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None  # as it was asked for
        try:
            yield int(process.stderr.readline().partition("127.0.0.1:")[2].partition("/")[0]), process.pid
        finally:
            process.terminate()


def family(process: int) -> list[int]:
    """A process and those that it has forked (Linux)."""
    return [process, *map(int, Path(f"/proc/{process}/task/{process}/children").read_text(encoding="utf-8").split())]


def processor(process: int) -> float:
    """Seconds of processor time that a process and those that it has forked have used (Linux)."""
    fields = [Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(")")[2].split() for one in family(process)]
    return sum(int(one[11]) + int(one[12]) for one in fields) / os.sysconf("SC_CLK_TCK")


def asked(port: int, paths: list[str]) -> list[float]:
    """Seconds that each request takes, one after another on one connection."""
    connection, taken = HTTPConnection("127.0.0.1", port), []
    for path in paths:
        begun = time.perf_counter()
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        taken.append(time.perf_counter() - begun)
        assert answer.status == 200, (path, answer.status)
    connection.close()
    return taken


def together(port: int, paths: list[str], clients: int) -> list[float]:
    """Seconds that each request takes while so many clients ask at once."""
    turns = itertools.cycle(paths)
    shares = [[next(turns) for _ in range(ROUNDS)] for _ in range(clients)]
    with ThreadPoolExecutor(clients) as pool:
        return [one for share in pool.map(lambda share: asked(port, share), shares) for one in share]


def measured(port: int, process: int, paths: list[str], clients: int) -> list[str]:
    """Processor time a request, and the 95th percentile of so many clients at once, in milliseconds."""
    begun = processor(process)
    taken = together(port, paths, clients)
    used = (processor(process) - begun) / len(taken) * 1000
    return [f"{used:,.1f}", f"{statistics.quantiles(taken, n=20)[-1] * 1000:,.0f}"]


def memory(process: int) -> float:
    """Megabytes that a process and those that it has forked hold: what they share once, the database's pages not at all (Linux)."""
    rollups = (Path(f"/proc/{one}/smaps_rollup").read_text(encoding="utf-8") for one in family(process))
    fields = [line.split() for told in rollups for line in told.splitlines()]
    return sum(int(found[1]) for found in fields if found[0] == "Pss_Anon:") / 1000


def painted(port: int) -> str:
    """Milliseconds until a browser that has nothing kept first draws something of the list of events, of five times the median."""
    try:
        with (
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"]) as browser,
        ):
            return f"{statistics.median(_painted(browser, port) for _ in range(5)):,.0f} ms"
    except PlaywrightError as error:
        return f"not measured ({str(error).splitlines()[0]})"


def _painted(browser: Browser, port: int) -> float:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{port}/events", wait_until="networkidle")
        return float(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))


def code() -> int:
    """Bytes of the scripts and styles that a first view loads, each gzipped."""
    files = [STATIC / "desk.css", STATIC / "scheme.js", STATIC / "desk.js", *(STATIC / "js").glob("*.js")]
    return sum(len(gzip.compress(file.read_bytes())) for file in files)


def main() -> None:
    """Fill where needed, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--db", default=str(Path(tempfile.gettempdir()) / "sayso-benchmark-desk.db"))
    parser.add_argument("--at-once", type=int, default=20)
    parser.add_argument("--workers", type=int, help="processes that answer; as many as `sayso serve` takes by default")
    parser.add_argument("--only", nargs="*", help="these kinds of page")
    options = parser.parse_args()
    if not Path(options.db).exists():
        filled(options.db, options.events)
    with serving(options.db, options.workers) as (port, process):
        print("| page | first asked: alone, ms | processor, ms | p95, ms | asked again: processor, ms | p95, ms |")
        print("|---|--:|--:|--:|--:|--:|")
        for name, paths in pages(options.db).items():
            if options.only and name not in options.only:
                continue
            assert paths, f"nothing in {options.db} to be shown as {name}"
            new = fresh(paths, options.at_once * ROUNDS + 5) or paths
            alone = statistics.median(asked(port, new[:5])) * 1000
            cells = [f"{alone:,.0f}", *measured(port, process, new[5:] or new, options.at_once)]
            asked(port, paths)
            print(f"| {name} | {' | '.join([*cells, *measured(port, process, paths, options.at_once)])} |", flush=True)
        print(f"\nfirst view painted: {painted(port)}")
        print(
            f"\nload of the machine: {', '.join(f'{one:.1f}' for one in os.getloadavg())}; memory of the server: {memory(process):,.0f} MB"
        )
    print(f"\ncode of the first view, gzipped: {code() / 1000:.1f} kB")


if __name__ == "__main__":
    main()
