"""PETRARCH2's event file: date, source, target, code, ids, url, story source; tabs, no header, `---` for nothing."""

from collections.abc import Iterable

from sayso.export.actor import cameo_actor, domain, first
from sayso.export.days import compact, day
from sayso.export.table import Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event

NOTHING = "---"


def _rows(event: Event, foreign: Foreign) -> Iterable[Row]:
    yield {
        "date": compact(day(event)),
        "source": cameo_actor(first(event.actors), foreign).code,
        "target": cameo_actor(first(event.recipients), foreign).code,
        "code": event.cameo,
        "ids": f"{event.report.get('id')}_{event.evidence.start}",
        "url": event.report.get("url"),
        "storysource": domain(event),
    }


PETRARCH2 = table(
    "petrarch2",
    "PETRARCH2",
    _rows,
    empty=NOTHING,
    missing=("date", "actor", "recipient", "country of the actor", "country of the recipient", "url"),
    remarks=(
        "Every row has seven columns: the url column, which PETRARCH2 leaves out where a story has none, is always there.",
        "ids are the report's id and the offset of the quotation.",
    ),
)
