"""The incidents of a selection, each as its page compares what its reports say: for the file."""

from collections.abc import Iterable, Sequence

from sayso.store.found.tellings import Wanted, incident_page, told
from sayso.web.asked.ask import Paged
from sayso.web.pages.incident import IncidentShown
from sayso.web.pages.incident import shown as compared
from sayso.web.shown.shape import Cell, Shown
from sayso.web.state.desk import Desk

MOST = 40


class Compared(Shown):
    """Incidents told by several reports, the newest first, and whether there are more."""

    incidents: list[IncidentShown]
    more: bool

    def columns(self) -> Sequence[str]:
        """Of all comparisons."""
        return "incident", "field", "contested", "values"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """A field of an incident a row."""
        for one in self.incidents:
            for row in one.table.rows:
                values = " | ".join("; ".join(claim.values) for claim in row.claims)
                yield [one.line.id, row.field, "yes" if row.contested else "no", values]


def incidents(asked: Paged, desk: Desk) -> Compared:
    """The newest incidents that several reports tell of."""
    found, after = desk.view.ask(incident_page(Wanted(events=asked.wanted, min_reports=2), limit=MOST))
    whole = [one for body, _ in found if (one := desk.view.ask(told(body["id"])))]
    return Compared(incidents=[compared(one, desk.codebook.countries) for one in whole], more=after is not None)
