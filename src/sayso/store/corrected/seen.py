"""Whether an event is still as somebody saw it when they decided on it: two reviewers at once overwrite nothing unknowingly."""

from sqlalchemy import Connection, select

from sayso.errors import ChangedError
from sayso.store.corrected.correction import Correction
from sayso.store.rows.event import mark
from sayso.store.rows.words import key, plain
from sayso.store.schema import tables as t


def unchanged(connection: Connection, correction: Correction, seen: str) -> None:
    """Make sure that an event has the mark that was seen.

    Raises:
        ChangedError: somebody has said something else of it meanwhile, or it was coded anew.
    """
    b, report = t.bodies.c, correction.report
    joined = select(b.state, b.coded, b.corrected).join(t.reports, t.reports.c.n == b.report)
    asked = joined.where(t.reports.c.key == key(str(report["id"]), report["publisher"]), b.id == plain(correction.event["id"]))
    if seen not in {mark(*row) for row in connection.execute(asked)}:
        raise ChangedError(f"event {correction.event['id']} has changed since it was shown; look at it again")
