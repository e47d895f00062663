"""What the drawn views show, over the JSON interface: dyads, the network of actors, one actor, places, speakers."""

from typing import Annotated

from fastapi import APIRouter, Query

from sayso.web.asked.ask import Asked
from sayso.web.pages import actor, actors, dyads, places, says
from sayso.web.state.desk import AtDesk

router = APIRouter(prefix="/api/v1", tags=["api"])


@router.get("/dyads")
def dyads_(asked: Annotated[dyads.Between, Query()], desk: AtDesk) -> dyads.Dyads:
    """Two actors over time, or the pairs that most is told of."""
    return dyads.dyads(asked, desk)


@router.get("/actors")
def actors_(asked: Annotated[actors.Acting, Query()], desk: AtDesk) -> actors.Actors:
    """The busiest actors, or one and those it has most to do with, and the ties among them."""
    return actors.actors(asked, desk)


@router.get("/actor")
def actor_(asked: Annotated[actor.OneActor, Query()], desk: AtDesk) -> actor.Portrait:
    """What an actor did, what was done to it, what it said, under which names it was found."""
    return actor.portrait(asked, desk)


@router.get("/places")
def places_(asked: Annotated[Asked, Query()], desk: AtDesk) -> places.Places:
    """Where events took place, each as exactly as is known."""
    return places.places(asked, desk)


@router.get("/says")
def says_(asked: Annotated[says.Saying, Query()], desk: AtDesk) -> says.Says:
    """Who is cited for what, and who denies what others say."""
    return says.says(asked, desk)
