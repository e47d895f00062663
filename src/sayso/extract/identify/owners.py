"""Owners: the country or body that a role belongs to, and the role within it."""

from dataclasses import dataclass, replace

from sayso.extract.identify.memory import Mention, Referent
from sayso.model.event import Basis

LAWLESS = frozenset({"UAF", "CRM"})  # sectors of those who attack bodies, and serve only such as are themselves ARMED
PRIVATE = ("CVL",)
ARMED = frozenset({"REB", "CRM", "UAF"})


@dataclass(frozen=True, slots=True)
class Owner:
    """The country or body that a role belongs to, how it is known, and the last token that says so after the role, if any does."""

    who: Referent | None = None
    basis: Basis = "descriptor"
    last: int | None = None


def owns(mention: Mention, *, of: bool, lent: bool) -> bool:
    """Whether who stands after a preposition owns the role before it; a role that is `lent` may be of any body."""
    referent = mention.referent
    if mention.basis == "reference" and referent.also:
        return True
    if referent.kind in ("body", "group") and lent and referent.sectors:
        return True
    if referent.kind == "organisation":
        return bool(referent.country) or of or lent
    return bool(referent.country) and (of or referent.kind in ("country", "place"))


def owned_by(mention: Mention, word: str, *, lent: bool, ground: bool, mission: bool = False) -> bool:
    """Whether who stands after this preposition owns the role before it.

    After "at" it is a body alone ("judges at the court") or a `mission` ("an officer at the Chadian embassy"); `ground`: it is a noun for
    a place, of its country ("in the Ghanaian *capital*").
    """
    if word == "at":
        return (mission or mention.referent.kind == "organisation") and owns(mention, of=True, lent=lent)
    return owns(mention, of=word == "of" or (ground and mention.referent.kind == "thing"), lent=lent)


def within(referent: Referent, whose: Referent, *, lent: bool = False) -> Referent:
    """A role within a country or a body: the country's sector is the role's, a body keeps its own.

    A role that is `lent` has its sectors from the body ("a spokesman for the army").
    """
    bodied = whose.kind in ("organisation", "body", "group", "person") and whose.sectors
    if whose.kind == "organisation" and whose.sectors:
        if referent.sectors and LAWLESS.issuperset(referent.sectors) and not ARMED.intersection(whose.sectors):
            return replace(referent, country=whose.country)  # "the Westminster attacker" sits in no parliament
        if referent.sectors == PRIVATE and "IGO" in whose.sectors:
            return replace(referent, country=whose.country)  # "EU citizens" are no body of states
        own = [] if lent or {"IGO", "REB"} & set(whose.sectors) else [s for s in referent.sectors if s != "GOV"]
        return replace(referent, country=whose.country, sectors=tuple(dict.fromkeys((*whose.sectors, *own))), entity=None)
    if "IGO" in whose.sectors and whose.kind != "country" and referent.kind == "person" and "GOV" in referent.sectors:
        return replace(referent, country=whose.country, sectors=whose.sectors)  # "the UN chief's envoy" serves no state
    if whose.kind == "country" and referent.kind == "body" and "IGO" in referent.sectors:
        return replace(referent, country=whose.country, sectors=("GOV",))  # "the Kremlin's human rights council"
    ruled = lent and whose.kind != "thing"  # "the founder of the French start-up" rules nothing
    sectors = whose.sectors if lent and bodied else referent.sectors or (("GOV",) if ruled else ())
    also = tuple(replace(referent, country=other.country, sectors=sectors) for other in whose.also if other.country)
    return replace(referent, country=whose.country, also=also, sectors=sectors)
