"""What one actor did to another, as the views show it."""

from collections.abc import Mapping

from sayso.store.network import Tie
from sayso.web.calling import called
from sayso.web.shown import Cell, Part
from sayso.web.text import Text

TIE_COLUMNS = (
    "actor", "actor_name", "recipient", "recipient_name", "events", "incidents", "reports", "cooperation", "conflict", "score",
)  # fmt: skip


class TieRow(Part):
    """What one actor did to another; `score` is the mean from -10 (most hostile) to 10."""

    actor: Text
    actor_name: Text
    recipient: Text
    recipient_name: Text
    events: int
    incidents: int
    reports: int
    cooperation: int
    conflict: int
    score: float


def tie_of(tie: Tie, names: Mapping[str, str], countries: Mapping[str, str]) -> TieRow:
    """The row of a tie; `names` are those of actors as far as they are known, by key, `countries` those of countries by code."""
    plain = {name: getattr(tie, name) for name in TieRow.model_fields if not name.endswith("_name")}
    given = {f"{role}_name": names.get(plain[role]) or called(plain[role], countries) for role in ("actor", "recipient")}
    return TieRow(**plain, **given)


def tie_cells(tie: TieRow) -> list[Cell]:
    """The cells of `TIE_COLUMNS`."""
    return [getattr(tie, name) for name in TIE_COLUMNS]
