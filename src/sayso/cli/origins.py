"""Reports with their origins, for the commands that need them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.ingest.copies import Credits, origins
from sayso.lexicon.read import FOLDER, read
from sayso.model import Report
from sayso.model.origin import Origin


def told(reports: Iterable[Report], cache: Path | None) -> Iterator[tuple[Report, Origin]]:
    """Each report with its origin, in the order given; all are read before the first comes out. `cache` is that of the lexicon."""
    data = read(FOLDER, cache)
    return origins(reports, Credits.from_lexicon(data), function_words=frozenset(data["cues"]["layout"]["function_words"]))


def passing(reports: Iterable[Report], cache: Path | None, known: dict[tuple[str, str | None], str]) -> Iterator[Report]:
    """The same reports; the ids of their origins are put into `known`, by the report's id and publisher."""
    for report, origin in told(reports, cache):
        known[report.id, report.publisher] = origin.id
        yield report
