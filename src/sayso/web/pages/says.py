"""Says: who is cited for what, on whom most of the record rests, and who denies what others say."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from pydantic import Field

from sayso.store.drawn.sayings import MOST, TOP, Denial, denials, sayings
from sayso.store.drawn.timeline import strip
from sayso.web.asked.ask import Asked
from sayso.web.draw.answer import view
from sayso.web.shown.shape import Cell, Part, Shown
from sayso.web.shown.strip import Strip, strip_of, timeless
from sayso.web.shown.text import Text
from sayso.web.shown.voices import VOICE_COLUMNS, VoiceRow, voice_cells, voice_of
from sayso.web.state.desk import AtDesk, Desk

router = APIRouter(tags=["views"])
DISPUTES = 20


class Saying(Asked):
    """Whose say-so, and of how many."""

    top: int = Field(TOP, ge=1, le=MOST, description="At most so many speakers.")


class ClaimRow(Part):
    """One side of a dispute: who says it (none: the report itself), who put it out, and in which words."""

    event: Text
    report: Text
    report_key: Text
    publisher: Text | None
    status: Text
    says: list[Text]
    quote: Text


CLAIM = tuple(ClaimRow.model_fields)


class DisputeRow(Part):
    """An incident that some say happened and others deny."""

    incident: Text
    type: Text
    day: Text
    claims: list[ClaimRow]


class Says(Shown):
    """The speakers who are cited most, what rests on the reports' own voice, and disputes. See `sayso.store.drawn.sayings.Sayings`."""

    strip: Strip
    voices: list[VoiceRow]
    events: int
    own: int
    cited: int
    speakers: int
    half: int
    disputes: list[DisputeRow]

    def columns(self) -> Sequence[str]:
        """Of speakers."""
        return VOICE_COLUMNS

    def rows(self) -> Iterable[Sequence[Cell]]:
        """One speaker a row."""
        return map(voice_cells, self.voices)


@view(router, "/says", "says.html", kept=True)
def says(asked: Annotated[Saying, Query()], desk: AtDesk) -> Says:
    """On whose say-so: speakers by what rests on them, and what each side of a dispute says."""
    return desk.memo.told(("says", asked.query()), lambda: _says(asked, desk))


def _says(asked: Saying, desk: Desk) -> Says:
    wanted = asked.wanted
    days, found, disputes = desk.view.ask(
        lambda c: (strip(c, [timeless(wanted)]), sayings(c, [wanted], top=asked.top), denials(c, wanted, top=DISPUTES))
    )
    given = {
        **{name: getattr(found, name) for name in ("events", "own", "cited", "speakers", "half")},
        "strip": strip_of(days, wanted, desk.memo, timeless(wanted)),
        "voices": [voice_of(one) for one in found.voices],
        "disputes": [dispute_of(one) for one in disputes],
    }
    return Says.model_validate(given)  # all rows in one go: one by one they took five times as long


def dispute_of(denial: Denial) -> dict[str, Any]:
    """A dispute with each side once: a sentence may tell of one happening twice, as "fired on" and "killing" do."""
    said = {(one.report_key, one.status, tuple(one.says), one.quote): one for one in denial.claims}
    claims = [{name: getattr(claim, name) for name in CLAIM} for claim in said.values()]
    return {"incident": denial.incident, "type": denial.type, "day": denial.day, "claims": claims}
