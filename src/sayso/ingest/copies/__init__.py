"""Which reports are copies of one story: near-duplicates, briefs cut out of long ones, and what agencies are credited for."""

from sayso.ingest.copies.credits import Credits
from sayso.ingest.copies.origins import origins

__all__ = ["Credits", "origins"]
