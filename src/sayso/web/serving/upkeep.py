"""What a desk does besides answering: watchlists are delivered, columns packed. One process does it, however many answer."""

import logging
from dataclasses import dataclass
from threading import Event, Thread

from sayso.ingest.fetch.post import Send
from sayso.web.accounts.limit import Limit
from sayso.web.serving.deliver import Courier
from sayso.web.serving.keeper import Keeper, shared
from sayso.web.serving.packing import packing
from sayso.web.state.coding import Annotator, Coding
from sayso.web.state.desk import Desk

LOG = logging.getLogger(__name__)


def upkeep(desk: Desk, send: Send | None, every: float, ended: Event) -> None:
    """Begin with it, in threads; with `send` new events of watchlists are posted to their webhooks, `every` so many seconds."""
    if send is not None:
        courier = Courier(desk.view, desk.writing, send, desk.now, desk.key)
        Thread(target=courier.until, args=(ended, every, LOG.warning), name="courier", daemon=True).start()
    Thread(target=packing, args=(desk.view, ended, LOG.warning), name="packing", daemon=True).start()


@dataclass(frozen=True, slots=True)
class Beside:
    """The job of the process beside those that answer: all that must be done once, and what they have in common."""

    keeper: Keeper
    desk: Desk
    coder: Annotator | None
    users: Limit
    addresses: Limit
    send: Send | None
    every: float = 30.0

    def __call__(self) -> None:
        """Do it until the process ends."""
        upkeep(self.desk, self.send, self.every, Event())
        self.keeper.keep(shared(Coding(self.coder) if self.coder else None, self.users, self.addresses))
