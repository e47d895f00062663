"""GDELT 2.0 mentions (16 columns): where each event stands in its report, in offsets that resolve in the user's own texts."""

from collections.abc import Iterable

from sayso.export.actor import domain, first
from sayso.export.days import compact, day, published
from sayso.export.numbers import number
from sayso.export.table import Row, table
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

WEB, OTHER = 1, 2  # a page of the web; a text that is only cited
NOWHERE = -1


def _rows(event: Event, _foreign: Foreign) -> Iterable[Row]:
    on, told = compact(day(event)), compact(published(event))
    url = event.report.get("url")
    yield {
        "GLOBALEVENTID": number(event.id),
        "EventTimeDate": f"{on}000000" if on else "",
        "MentionTimeDate": f"{told}000000" if told else "",
        "MentionType": WEB if url else OTHER,
        "MentionSourceName": domain(event),
        "MentionIdentifier": url or event.report.get("id"),
        "Actor1CharOffset": _offset(first(event.actors)),
        "Actor2CharOffset": _offset(first(event.recipients)),
        "ActionCharOffset": event.trigger.start,
        "InRawText": 1,
        "Confidence": round(event.confidence * 100),
    }


def _offset(party: Party | None) -> int:
    return party.start if party else NOWHERE


MENTIONS = table(
    "gdelt-mentions",
    "GDELT 2.0 mentions",
    _rows,
    carries=("confidence",),
    missing=("date", "actor", "recipient", "url"),
    remarks=(
        "GLOBALEVENTID is that of the gdelt2 layout. Offsets count characters of the report as it was given to Sayso, from 0.",
        "SentenceID, MentionDocLen, MentionDocTone and MentionDocTranslationInfo stay empty: events do not say them.",
    ),
)
