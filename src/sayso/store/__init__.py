"""Reports, events, incidents and corrections in a database: written by a writer, read by a view that can't write."""

from sayso.store.asked.filter import Filter
from sayso.store.corrected.correction import Correction
from sayso.store.drawn.dyads import Dyad
from sayso.store.gathered.decisions import Decision
from sayso.store.gathered.incidents import Incident, Link
from sayso.store.recorded.recording import Written
from sayso.store.view import Answer, Page, View
from sayso.store.writer import Writer

__all__ = ["Answer", "Correction", "Decision", "Dyad", "Filter", "Incident", "Link", "Page", "View", "Writer", "Written"]
