"""Whether a coded event agrees with an annotated one: who, on whose say-so, when, where, how many."""

import re
from collections.abc import Iterable, Sequence

from sayso.evaluate.figures import Item, harmonic

LEAST = 0.66  # F1 of two lists of entities from which they count as agreeing: one of three may be missing


def same_entity(gold: Item, coded: Item) -> bool:
    """Same country; for a body without one its name, or no country and the same kind of body."""
    if gold.get("country"):
        return bool(coded.get("country") == gold["country"])
    if gold.get("name"):
        names = " ".join(str(coded.get(key) or "") for key in ("name", "text", "entity")).lower()
        if all(word in names for word in gold["name"].lower().split()):
            return True
        return not coded.get("country") and bool(set(gold.get("sectors") or []) & set(coded.get("sectors") or []))
    return True


def agreement(gold: Sequence[Item], coded: Sequence[Item]) -> float:
    """F1 of two lists of entities; 1.0 where the annotation leaves the role open."""
    if not gold:
        return 1.0
    if not coded:
        return 0.0
    hit = sum(any(same_entity(g, c) for c in coded) for g in gold)
    right = sum(any(same_entity(g, c) for g in gold) for c in coded)
    return harmonic(right / len(coded), hit / len(gold))


def roles_agree(gold: Item, coded: Item) -> bool:
    """Whether both roles agree; of a symmetric act all parties together."""
    actors, recipients = coded.get("actors") or [], coded.get("recipients") or []
    if gold.get("symmetric"):
        return agreement([*gold["sources"], *gold["targets"]], [*actors, *recipients]) >= LEAST
    return agreement(gold["sources"], actors) >= LEAST and agreement(gold["targets"], recipients) >= LEAST


def sectors_agree(gold: Item, coded: Item) -> bool:
    """Whether all annotated sectors are among the coded ones."""
    wanted = _sectors(gold["sources"]) | _sectors(gold["targets"])
    return wanted <= _sectors([*(coded.get("actors") or []), *(coded.get("recipients") or [])])


def _sectors(entities: Iterable[Item]) -> set[str]:
    return {sector for entity in entities for sector in entity.get("sectors") or []}


def status_agrees(gold: Item, coded: Item) -> bool:
    """Whether the status is an accepted one; what goes on has occurred."""
    return coded.get("status") in {"occurred" if status == "ongoing" else status for status in gold["status"]}


def says_agree(gold: Item, coded: Item) -> bool:
    """Whether the speaker is the annotated one, by any word of the name, or both have none."""
    chain = " ".join(" ".join(str(s.get(key) or "") for key in ("name", "text", "entity")) for s in coded.get("says") or [])
    if not gold.get("says"):
        return not chain.strip()
    words = [word for word in re.findall(r"\w+", gold["says"].lower()) if len(word) > 2]
    return any(word in chain.lower() for word in words)


def date_agrees(gold: Item, coded: Item) -> bool:
    """Whether the coded day lies in the annotated day, month or year."""
    return str((coded.get("time") or {}).get("start") or "").startswith(gold["date"])


def place_agrees(gold: Item, coded: Item) -> bool:
    """Whether the country is the same where one is annotated, else whether the name is."""
    place = coded.get("place") or {}
    if re.fullmatch("[A-Z]{3}", gold["place"]):
        return bool(place.get("country") == gold["place"])
    return gold["place"].lower() in f"{place.get('name')} {place.get('text')}".lower()


def quantities_agree(gold: Item, coded: Item) -> bool:
    """Whether all annotated numbers are among the coded ones."""
    have = {(q.get("kind"), float(q.get("low") or q.get("value") or 0)) for q in coded.get("quantities") or []}
    return all((q["kind"], float(q["low"])) in have for q in gold["quantities"])
