"""From a stream of reports to the same stream, each with its origin."""

import pickle
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ingest.copies.compare import compared
from sayso.ingest.copies.credits import Credits
from sayso.ingest.copies.groups import grouped
from sayso.ingest.copies.index import Index
from sayso.ingest.copies.keys import credit_keys, entry_of, keys_of
from sayso.model import Report
from sayso.model.origin import Origin


def origins(
    reports: Iterable[Report], credit: Credits, *, function_words: Collection[str] = (), folder: Path | None = None
) -> Iterator[tuple[Report, Origin]]:
    """Each report with its origin, in the order given; all must be read before the first comes out.

    Wordings wait on disk, so that memory grows by some bytes a report only. The origins do not depend on the order.

    Args:
        reports: What to compare.
        credit: Finds the agencies and outlets that texts credit.
        function_words: Words that carry no facts.
        folder: Where the index may lie while it is needed; the system's temporary folder by default.
    """
    with TemporaryDirectory(prefix="sayso-copies-", dir=folder) as place, Index(Path(place, "index.sqlite")) as index:
        count = 0
        for count, report in enumerate(reports, 1):
            entry = entry_of(count - 1, report, credit, function_words)
            index.add(entry, report.id, keys_of(entry), pickle.dumps(report))
        for entry in index.credited():
            index.put(entry, credit_keys(entry, entry.writer or ""))
        index.keep(link for one, other in index.pairs() if (link := compared(one, other)))
        for origin, body in zip(grouped(count, index), index.bodies(), strict=True):
            yield pickle.loads(body), origin
