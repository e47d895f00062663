"""How far two reviewers agree, field by field."""

from collections.abc import Iterable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, StringConstraints

from sayso.store.corrected.agreement import agreement as compared
from sayso.store.corrected.correction import Correction
from sayso.store.corrected.review import reviewers
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk

router = APIRouter(tags=["review"])
Named = Annotated[str, StringConstraints(max_length=200, pattern=r"^[^\x00]*$")]
TOLD = ("outcome", "undone_by", "undone_at")


class Pair(BaseModel):
    """Two reviewers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    one: Named = ""
    other: Named = ""


class Reviewer(Part):
    """Somebody who has judged events."""

    name: Text
    events: int


class Alpha(Part):
    """Krippendorff's alpha of a field over so many events; None where nothing could have been disagreed on."""

    field: Text
    alpha: float | None
    events: int


class AgreementShown(Shown):
    """All reviewers; of two of them how far they agree."""

    reviewers: list[Reviewer]
    one: Text
    other: Text
    fields: list[Alpha]

    def columns(self) -> Sequence[str]:
        """A field a row."""
        return "one", "other", "field", "alpha", "events"

    def rows(self) -> Iterable[Sequence[Cell]]:
        """The fields."""
        return ((self.one, self.other, found.field, found.alpha, found.events) for found in self.fields)


@view(router, "/review/agreement", "agreement.html")
def agreement(asked: Annotated[Pair, Query()], desk: AtDesk) -> AgreementShown:
    """Two reviewers, by default those who have judged most."""
    known = desk.view.ask(reviewers)
    names = [name for name, _ in known]
    one = asked.one or next(iter(names), "")
    other = asked.other or next((name for name in names if name != one), "")
    fields: list[Alpha] = []
    if one and other:
        corrections = [Correction.from_dict({n: v for n, v in told.items() if n not in TOLD}) for told in desk.view.corrections()]
        texts, coded = desk.view.reviewed()
        found = compared(texts, coded, corrections, (one, other))
        fields = [Alpha(field=each.field, alpha=each.alpha, events=each.events) for each in found]
    return AgreementShown(reviewers=[Reviewer(name=name, events=n) for name, n in known], one=one, other=other, fields=fields)
