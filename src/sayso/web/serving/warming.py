"""What every first answer needs, made before somebody asks: templates, the lexicon's words, columns, the views of everything."""

import logging
from threading import Event

from sayso.errors import StoreError
from sayso.store import Filter
from sayso.store.found.listing import listing
from sayso.web.asked.ask import Asked, Paged
from sayso.web.draw.nav import FIRST_FACETS
from sayso.web.pages import actors, dyads, events, facets, incidents, places, reports, review, says
from sayso.web.state.desk import Desk

LOG = logging.getLogger(__name__)
# The views that are asked for without a filter, in the order in which people come by.
FIRST = (
    lambda desk: events.events(Paged(), desk),
    lambda desk: facets.facets(facets.FacetsAsked(only=list(FIRST_FACETS)), desk),
    lambda desk: incidents.incidents(incidents.Asked(), desk),
    lambda desk: dyads.dyads(dyads.Between(), desk),
    lambda desk: actors.actors(actors.Acting(), desk),
    lambda desk: actors.actors(actors.Acting(level="sector"), desk),
    lambda desk: places.places(Asked(), desk),
    lambda desk: says.says(says.Saying(), desk),
    lambda desk: reports.reports(reports.Asked(), desk),
    lambda desk: review.waiting(desk, review.ReviewAsked()),
)


def loaded(desk: Desk) -> None:
    """Load what all processes share that are forked off this one; nothing of the data is kept, which may change meanwhile."""
    _read(desk)
    desk.view.ask(listing(Filter()))  # how statements are put together is remembered
    desk.view.let_go()  # connections to a database don't outlive forking


def warmed(desk: Desk, ended: Event) -> None:
    """Answer what is asked first; the columns that it takes are there for whatever comes then."""
    _read(desk)
    for ask in FIRST:
        if ended.is_set():
            return
        try:
            ask(desk)
        except StoreError as error:  # whoever asks is told
            LOG.debug("not known beforehand: %s", error)
            return


def _read(desk: Desk) -> None:
    """The lexicon's words and types, and the templates."""
    desk.codebook.read()
    desk.checks.kinds  # noqa: B018 - they are read where they are first asked for
    for name in desk.templates.list_templates():
        desk.templates.get_template(name)
