"""Who could be meant: parties by parts of their names, out of the lexicon and out of the database."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sayso.store.found.seen_parties import SeenParty, seen_parties
from sayso.web.shown.text import Text
from sayso.web.state.desk import AtDesk
from sayso.web.state.roster import Entry

router = APIRouter(prefix="/api/v1", tags=["api"])
Sought = Annotated[str, StringConstraints(max_length=80, pattern=r"^[^\x00]*$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\d$")]


class Asked(BaseModel):
    """Words of a name, and the day on which somebody had the sectors that are told."""

    model_config = ConfigDict(extra="forbid")
    q: Sought = Field(description="Words of a name, the last one left open.")
    day: Day | None = Field(None, description="On this day.")
    limit: int = Field(10, ge=1, le=50, description="At most so many.")


class Somebody(BaseModel):
    """Somebody; `write` is what a form takes for them, before `@` and the words of the report."""

    write: Text
    name: Text
    entity: Text | None
    country: Text | None
    sectors: list[Text]
    known: bool = Field(description="From the lexicon or one's own knowledge; else only from this database.")


class Found(BaseModel):
    """Who could be meant, the likeliest first."""

    entities: list[Somebody]


@router.get("/entities")
def entities(asked: Annotated[Asked, Query()], desk: AtDesk) -> Found:
    """Parties by parts of their names."""
    known = [_known(one, asked.day) for one in desk.checks.roster.found(asked.q, asked.limit)]
    ids = {one.write for one in known}
    seen = [_seen(one) for one in desk.view.ask(seen_parties(asked.q)) if one.country or one.entity in ids]
    return Found(entities=[*known, *(one for one in seen if one.entity is None or one.entity not in ids)][: asked.limit])


def _known(one: Entry, day: str | None) -> Somebody:
    country, sectors = one.entity.country_on(day), list(one.entity.on(day))
    return Somebody(write=one.id, name=one.entity.name, entity=one.entity.id, country=country, sectors=sectors, known=True)


def _seen(one: SeenParty) -> Somebody:
    write = f"{one.country or ''}{':' + '+'.join(one.sectors) if one.sectors else ''}"
    return Somebody(write=write, name=one.name, entity=one.entity, country=one.country, sectors=list(one.sectors), known=False)
