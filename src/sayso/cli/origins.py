"""Reports with their origins, for the commands that need them."""

from collections.abc import Iterable, Iterator

from sayso.ingest.copies import Credits, origins
from sayso.lexicon.lexicon import gathered
from sayso.model import Report
from sayso.model.origin import Origin
from sayso.settings import Settings


def told(reports: Iterable[Report], settings: Settings) -> Iterator[tuple[Report, Origin]]:
    """Each report with its origin, in the order given; all are read before the first comes out."""
    _, data = gathered(cache=settings.cache, knowledge=settings.knowledge)
    return origins(reports, Credits.from_lexicon(data), function_words=frozenset(data["cues"]["layout"]["function_words"]))


def passing(reports: Iterable[Report], settings: Settings, known: dict[tuple[str, str | None], str]) -> Iterator[Report]:
    """The same reports; the ids of their origins are put into `known`, by the report's id and publisher."""
    for report, origin in told(reports, settings):
        known[report.id, report.publisher] = origin.id
        yield report
