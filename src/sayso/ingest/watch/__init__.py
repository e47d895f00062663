"""Feeds, polled on a schedule: each entry becomes a report once, and what fails to come is seen."""

from sayso.ingest.watch.config import Config, Feed, configured
from sayso.ingest.watch.gaps import Standing, standings
from sayso.ingest.watch.ledger import Ledger
from sayso.ingest.watch.watcher import Watcher

__all__ = ["Config", "Feed", "Ledger", "Standing", "Watcher", "configured", "standings"]
