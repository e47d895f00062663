"""Reports, events, incidents and corrections in a database: written by a writer, read by a view that can't write."""

from sayso.store.correction import Correction
from sayso.store.decisions import Decision
from sayso.store.dyads import Dyad
from sayso.store.filter import Filter
from sayso.store.incidents import Incident, Link
from sayso.store.recording import Written
from sayso.store.view import Answer, Page, View
from sayso.store.writer import Writer

__all__ = ["Answer", "Correction", "Decision", "Dyad", "Filter", "Incident", "Link", "Page", "View", "Writer", "Written"]
