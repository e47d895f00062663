"""How much speaks for two events being one happening, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, hypot, radians

from sayso.assemble.telling import Side, Telling, Where
from sayso.lexicon.incident import Family, Rules

KM = 111.2  # a degree of latitude
FEW = 3  # words: fewer prove less

CONTRARY = frozenset({"other_body", "other_party", "day_apart", "plan_apart", "other_place", "other_number", "modes_apart", "other_side"})

Ground = tuple[str, str]  # a kind of points, and the reason in words


@dataclass(frozen=True, slots=True)
class Likeness:
    """The points of a pair with their reasons; `apart` where they can't be one happening."""

    points: float
    reasons: tuple[str, ...]
    apart: bool

    def links(self, rules: Rules) -> bool:
        """Whether it is enough to link the two."""
        return self.points >= rules.enough and not self.apart


APART = Likeness(-99.0, (), apart=True)


def likeness(one: Telling, other: Telling, rules: Rules) -> Likeness:
    """What speaks for and against one happening; the same whichever comes first."""
    families = [family for family in one.families if family in other.families]
    days = _days_agree(one, other, families)
    if not families or days is None:
        return APART
    family = families[0]
    grounds = [*days, *_parties(one, other, rules, either_way=any(f.either_way for f in families))]
    grounds += [*_places(one.where, other.where, rules), *_numbers(one, other, rules), *_manner(one, other, rules)]
    wording, said = _wording(one, other, family, rules)
    total = sum(rules.points[ground] for ground, _ in grounds) + wording
    worst = min((rules.points[ground] for ground, _ in grounds), default=0.0)
    against = any(ground in CONTRARY for ground, _ in grounds) or (family.topic and wording < 0)
    return Likeness(
        round(total, 3),
        (*(reason for _, reason in grounds), *said),
        apart=(against and total < rules.against) or worst <= rules.points["other_party"],
    )


def _wording(one: Telling, other: Telling, family: Family, rules: Rules) -> tuple[float, list[str]]:
    """Points for the words that are shared, parties, place and time left out; two events of one sentence share all by nature."""
    words = min(len(one.words), len(other.words))
    if not words or one.event["evidence"]["text"] == other.event["evidence"]["text"]:
        return 0.0, []
    shared = len(one.words & other.words) / words
    kind, usual, few = ("topic", rules.usual_topic, 2) if family.topic else ("wording", rules.usual_wording, FEW)
    return rules.points[kind] * (shared - usual) * min(1, words / few), [f"{shared:.0%} of the other words are the same"]


def _days_agree(one: Telling, other: Telling, families: list[Family]) -> list[Ground] | None:
    """The grounds that the days give; None where they can't be the same."""
    a, b = one.days, other.days
    if a is None or b is None:
        return []
    gap = max(a.start, b.start) - min(a.end, b.end)
    if a.exact and b.exact and gap == 0:
        return [("same_day", "the same day")]
    if gap > 0:
        return (_near_days(gap, families) or _put_off(one, other, gap, families)) if a.stated and b.stated else None
    if not a.stated and not b.stated and one.published == other.published:
        return [("published_together", "undated, and published on the same day")]
    return [("days_meet", "days that can be the same")]


def _near_days(gap: int, families: list[Family]) -> list[Ground] | None:
    spread = max((family.spread for family in families), default=0)
    return [("day_apart", f"{gap} day apart")] if gap <= spread else None


def _put_off(one: Telling, other: Telling, gap: int, families: list[Family]) -> list[Ground] | None:
    """Plans of different days that reports of the same weeks may mean as one: they contradict each other on when."""
    if not (one.plan and other.plan) or one.teller == other.teller or one.published is None or other.published is None:
        return None
    near = [f for f in families if gap <= f.shift and abs(one.published - other.published) <= f.ahead]
    return [("plan_apart", f"planned for days {gap} apart")] if near else None


def _parties(one: Telling, other: Telling, rules: Rules, *, either_way: bool) -> Iterator[Ground]:
    if not either_way:
        yield from _party(one.actors, other.actors, "who acts", rules)
        yield from _party(one.recipients, other.recipients, "to whom", rules)
        return
    a, b = one.actors.homes | one.recipients.homes, other.actors.homes | other.recipients.homes
    if a == b and len(a) > 1:
        yield "same_pair", f"the same parties ({', '.join(sorted(a))})"
    elif a <= b or b <= a:
        if a and b:
            yield "part_of_pair", f"the parties of the one among those of the other ({', '.join(sorted(a & b))})"
    elif len(a) == len(b) == 1 and one.open_side and other.open_side:
        yield "other_side", f"one side each: {_either(*a, *b)}"
    else:
        yield "other_party", f"other parties ({', '.join(sorted(a ^ b))})"
    if (one.actors.entities | one.recipients.entities) & (other.actors.entities | other.recipients.entities):
        yield "same_trigger", "the same person or body named"


def _party(a: Side, b: Side, role: str, rules: Rules) -> Iterator[Ground]:
    """The ground that one role gives; none where either leaves it open."""
    if a.entities & b.entities:
        yield "same_entity", f"{role}: {', '.join(sorted(a.entities & b.entities))}"
    elif not a.homes or not b.homes:
        if a.sectors & b.sectors:
            yield "kindred_party", f"{role}: {', '.join(sorted(a.sectors & b.sectors))}"
    elif not a.homes & b.homes:
        yield "other_party", f"{role}: {_either(', '.join(sorted(a.homes)), ', '.join(sorted(b.homes)))}"
    else:
        yield _body(a, b, rules), f"{role}: {', '.join(sorted(a.homes & b.homes))}"


def _body(a: Side, b: Side, rules: Rules) -> str:
    if a.sectors & b.sectors or a.sectors == b.sectors:
        return "same_party"
    if not a.sectors or not b.sectors:
        return "vaguer_party"
    return "kindred_party" if rules.kin(a.sectors, b.sectors) else "other_body"


def _places(a: Where | None, b: Where | None, rules: Rules) -> Iterator[Ground]:
    if a is None or b is None:
        return
    if a.country and b.country and a.country != b.country:
        yield "other_place", _either(a.country, b.country)
    elif a.name and b.name and a.name != b.name and not _near(a, b, rules.near):
        yield "other_place", _either(a.name, b.name)
    elif a.name and b.name:
        yield "same_place", f"in {min(a.name, b.name)}"
    elif a.country and b.country:
        yield "wider_place", f"in {a.name or b.name or a.country}, {a.country}"


def _near(a: Where, b: Where, kilometres: float) -> bool:
    """Whether two places are one: near each other, or a region and a place in it."""
    if a.point is None or b.point is None:
        return bool(a.admin1 and a.admin1 == b.admin1)
    (south, west), (north, east) = a.point, b.point
    return hypot(north - south, (east - west) * cos(radians((north + south) / 2))) * KM <= kilometres


def _numbers(one: Telling, other: Telling, rules: Rules) -> Iterator[Ground]:
    for kind in sorted(one.quantities.keys() & other.quantities.keys()):
        (low, high), (least, most) = one.quantities[kind], other.quantities[kind]
        if max(low, least) <= min(high, most):
            yield "same_number", f"{kind} agree"
        else:
            near = max(low, least) <= rules.number_ratio * min(high, most)
            yield ("near_number", f"{kind} differ by little") if near else ("other_number", f"{kind} differ")


def _manner(one: Telling, other: Telling, rules: Rules) -> Iterator[Ground]:
    if one.mode and other.mode:
        if one.mode == other.mode:
            yield "same_mode", f"both {one.mode}"
        elif frozenset((one.mode, other.mode)) in rules.modes_apart:
            yield "modes_apart", _either(one.mode, other.mode)
        else:
            yield "other_mode", _either(one.mode, other.mode)
    if one.trigger == other.trigger and one.type == other.type:
        yield "same_trigger", "the same verb or noun"
    if one.event["evidence"]["text"] == other.event["evidence"]["text"] and one.trigger != other.trigger:
        yield "one_sentence", "told as two in one sentence"


def _either(one: str, other: str) -> str:
    """Two values in an order that does not depend on which came first."""
    return " or ".join(sorted((one, other)))
