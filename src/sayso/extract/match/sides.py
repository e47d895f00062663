"""On whose side the fillers of one trigger stand: of what land or body they are, and which of them are the same."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.parse.tree import Tree


def ground(filler: Filler, tree: Tree) -> Filler:
    """A town that stands for its government, as the town: "struck *Kyiv*"."""
    r = filler.referent
    if r is None or filler.basis != "metonym" or not filler.placelike:
        return filler
    return replace(filler, referent=Referent(tree.written(filler.first, filler.last), "place", r.country), basis="place")


def state(filler: Filler) -> bool:
    """Whether somebody is a country, under its own name."""
    return filler.referent is not None and filler.referent.kind == "country" and filler.basis != "descriptor"


def persons(fillers: Iterable[Filler]) -> list[Filler]:
    """Those of the fillers who are known and no mere things."""
    return [f for f in fillers if f.identified and f.referent and f.referent.kind != "thing"]


def same(filler: Filler, actor: Filler) -> bool:
    """Whether two fillers are one: the same word, somebody known, or a word that points back at him."""
    if filler.head == actor.head or (filler.identified and filler.referent == actor.referent):
        return True
    pointed = filler.basis == "reference" and filler.identified and filler.referent and actor.referent  # "A and B prolonged *their* truce"
    return bool(pointed and filler.referent and actor.referent and filler.referent.same(actor.referent))


def independent(filler: Filler, actors: Sequence[Filler]) -> bool:
    """Whether somebody is known in his own right: no crowd of the country that the report is about, nothing of an actor's own."""
    r = filler.referent
    if r is None or filler.basis == "context" or not (r.country or r.entity):
        return False
    return not of_actor(filler, actors)


def of_actor(filler: Filler, actors: Sequence[Filler]) -> bool:
    """Whether words point back at the country or the body of an actor: "its peacekeeping force", "his supporters"."""
    lands = {a.referent.country for a in actors if a.referent}
    return filler.basis == "reference" and filler.referent is not None and filler.referent.country in lands


def land(filler: Filler) -> str | None:
    """The country of somebody, else the body that it is."""
    return (filler.referent.country or filler.referent.entity) if filler.referent else None


def kin(filler: Filler, actors: Sequence[Filler]) -> bool:
    """Whether a country or a body is the one for which an actor acts."""
    r = filler.referent
    return (
        r is not None
        and r.kind in ("country", "organisation", "body")
        and any(a.referent and r.country == a.referent.country and set(r.sectors) <= set(a.referent.sectors) for a in actors)
    )
