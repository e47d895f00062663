"""How long a large archive takes on many processors: a simulation from measured parts.

    python benchmarks/cluster.py [--processors 1000] [--files 45000] [--rate 15000] [--price 0.04]

Pieces of work are handed to whichever processor is free, as Ray does. Sizes of files vary (lognormally); a share of pages is no English
news and only read. Processors are lost and replaced now and then, and what they were doing is done again. What is measured and what is
assumed of it is told in docs/scale.md.
"""

import argparse
import heapq
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Files of pages: words in the English ones, and seconds to read a page."""

    files: int
    pages: int
    english: float
    words: int
    read: float
    spread: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """Processors: words a second of each, seconds until one is ready, losses a processor and hour, and what an hour of one costs."""

    processors: int
    rate: float
    start: float
    losses: float
    price: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hours by the clock, hours of processors, the share of them that did work that counts, and how often work was lost."""

    hours: float
    paid: float
    used: float
    lost: int


def pieces(archive: Archive, cluster: Cluster, parts: int, chance: Random) -> list[float]:
    """Seconds that each piece takes; every part of a file reads all of it."""
    seconds = []
    for _ in range(archive.files):
        pages = archive.pages * chance.lognormvariate(-(archive.spread**2) / 2, archive.spread)
        coding = pages * archive.english * archive.words / cluster.rate
        seconds += [pages * archive.read + coding / parts] * parts
    return seconds


def simulated(work: list[float], cluster: Cluster, chance: Random) -> Outcome:
    """Hand out pieces in their order until all are done; those that are lost go to the end of the queue."""
    free = [cluster.start] * cluster.processors
    heapq.heapify(free)
    queue, done, lost, end = list(reversed(work)), 0.0, 0, 0.0
    while queue:
        seconds, at = queue.pop(), heapq.heappop(free)
        fails = chance.expovariate(cluster.losses / 3600) if cluster.losses else float("inf")
        if fails < seconds:
            lost += 1
            queue.insert(0, seconds)
            heapq.heappush(free, at + fails + cluster.start)
            continue
        done += seconds
        end = max(end, at + seconds)
        heapq.heappush(free, at + seconds)
    paid = cluster.processors * end / 3600
    return Outcome(end / 3600, paid, done / 3600 / paid, lost)


def main() -> None:
    """Print a table over numbers of processors and of parts."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--processors", type=int, default=1000)
    options.add_argument("--files", type=int, default=45_000, help="WARC files")
    options.add_argument("--pages", type=int, default=20_000, help="pages a file")
    options.add_argument("--english", type=float, default=0.35, help="share of pages that are English news")
    options.add_argument("--words", type=int, default=500, help="words a page")
    options.add_argument("--read", type=float, default=0.006, help="seconds to read and clean a page")
    options.add_argument("--rate", type=float, default=15_000, help="words a second of a processor")
    options.add_argument("--spread", type=float, default=0.6, help="of file sizes: sigma of their logarithm")
    options.add_argument("--losses", type=float, default=0.01, help="losses a processor and hour")
    options.add_argument("--price", type=float, default=0.04, help="of a processor and hour")
    given = options.parse_args()
    archive = Archive(
        files=given.files, pages=given.pages, english=given.english, words=given.words, read=given.read, spread=given.spread
    )  # fmt: skip
    print("| processors | parts a file | hours | processor hours | of them used | lost and done again | cost |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    for processors in (given.processors // 10, given.processors, given.processors * 10):
        for parts in (1, 8):
            cluster = Cluster(processors=processors, rate=given.rate, start=15, losses=given.losses, price=given.price)
            chance = Random(1)
            found = simulated(pieces(archive, cluster, parts, chance), cluster, chance)
            cells = (f"{processors:,}", str(parts), f"{found.hours:,.1f}", f"{found.paid:,.0f}", f"{found.used:.0%}", f"{found.lost:,}")
            print(f"| {' | '.join(cells)} | {found.paid * given.price:,.0f} |")


if __name__ == "__main__":
    main()
