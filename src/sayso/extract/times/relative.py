"""Times that are counted from another one: weekdays, "last month", "two days later"."""

from dataclasses import replace
from datetime import timedelta

from sayso.extract.times import dates
from sayso.extract.times.anchors import Anchor
from sayso.extract.times.lengths import CLOCK, duration
from sayso.extract.times.mention import Cycle
from sayso.extract.times.told import Read, Told

YEARS = {"DE": 10, "CE": 100}  # "a decade ago" is a year
WEEKS = ("W", "F")  # "a week later" is told as a week, and is the same day of it


NEARLY = 2  # days back of what is called "today" and "yesterday": "last Monday" on a Tuesday is the one before


def weekday(told: Told) -> Read | None:
    """A weekday: the last one, today included, but for "next Monday"; in a tale the one after the time told of."""
    frame, number = told.frame, told.get("weekday", "sure_weekday")
    tale = frame.history or not told.slots.keys().isdisjoint(("same", "then_step"))
    near = frame.told.whole if tale and frame.told and frame.told.whole else frame.published
    if near is None:
        return Read("", basis="relative")
    back, step = (near.weekday() - number) % 7, told.step
    if told.value == "week":
        back = near.weekday() - number - 7 * (step or 0)
    elif step == 1 or (tale and step is None and back):
        back -= 7
    elif step == -1 and back < NEARLY:
        back += 7
    value = (near - timedelta(days=back)).isoformat()
    return _in_part(told, value, "week" if step is None and back > 0 and "same" not in told.slots else None)


def _in_part(told: Told, value: str, cycle: Cycle | None = None) -> Read:
    part = told.get("part")
    return Read(value + (f"T{part}" if part else ""), "TIME" if part else "DATE", "relative", cycle=cycle)


def beside(told: Told) -> Read | None:
    """The unit of time beside the present one, or with "the" beside the one told of."""
    step, unit = told.step or 0, told.get("single")
    same = not told.slots.keys().isdisjoint(("same", "then_step"))
    near = told.frame.before(unit) if same else told.frame.now
    if near is None or unit in CLOCK:
        return Read("", basis="relative") if unit not in CLOCK else None
    if unit == "D" and (near.whole is None or (told.slots.get("step", 0) < 0)):  # "the last day of school" is not yesterday
        return None
    return Read(dates.shifted(near, unit, step), basis="relative")


def edge(told: Told) -> Read | None:
    """The end of the year: of the one told of in a tale, of this one in a report."""
    near, unit = told.frame.now, told.get("single")
    if near is None or unit in CLOCK or unit == "D":
        return None
    return Read(dates.shifted(near, unit, 0), basis="relative")


def part(told: Told) -> Read | None:
    """Last night, this morning, that evening."""
    step = told.step or 0
    near = told.frame.now if told.slots.keys().isdisjoint(("same", "then_step")) else told.frame.before("D")
    if near is None or near.whole is None:
        return Read("", basis="relative") if near is None else None
    return _in_part(told, (near.whole + timedelta(days=step)).isoformat())


def near(told: Told) -> Read | None:
    """Yesterday, today, tomorrow; a day more before or after with `value`."""
    now = told.frame.published
    if now is None:
        return Read("", basis="relative")
    more = {"before": -1, "after": 1}.get(told.value, 0)
    value = (now + timedelta(days=told.slots.get("near", 0) + more)).isoformat()
    return Read(value + "TNI", "TIME", "relative") if told.value == "night" else _in_part(told, value)


def next_to(told: Told) -> Read | None:
    """The day before, the week after: beside the one told of last."""
    unit = told.get("single") or "D"
    near = told.frame.before(unit)
    step = told.slots.get("away", -told.slots.get("hinge", -1))
    return Read(dates.shifted(near, unit, step), basis="relative") if near and (near.whole or unit in ("M", "Y")) else None


def weekend(told: Told) -> Read | None:
    """The weekend that is past, or the one of the tale."""
    now = told.frame.published
    if now is None:
        return Read("", basis="relative")
    return Read(dates.week(now - timedelta(days=now.weekday() + 1)) + "-WE", basis="relative")


def overnight(told: Told) -> Read | None:
    """Overnight leaves open which of two days: the month. It is the night before the day told of in the same sentence, if one is."""
    now = (told.frame.here.whole if told.frame.here else None) or told.frame.published
    if now is None:
        return Read("", basis="relative")
    return Read(dates.month(now.year, now.month), "TIME", "relative", (now - timedelta(days=1), now))


def that_time(told: Told) -> Read | None:
    """On that date."""
    near = told.frame.told
    return Read(near.whole.isoformat(), basis="relative") if near and near.whole else None


def away(told: Told) -> Read | None:
    """So many units before publication ("ago"), or from the time told of ("later")."""
    unit, count = told.get("unit", "plural"), told.get("count", "number")
    later = told.slots.get("away", -told.slots.get("hinge", 1 if "ago" in told.slots else -1)) > 0
    from_told = bool(told.slots.keys() & {"away", "hinge"})
    near = told.frame.before(unit) if from_told else told.frame.now
    if "few" in told.slots or count is None or (from_told and told.frame.loose(unit, later=later)):
        return Read("FUTURE_REF" if later else "PAST_REF", basis="relative")
    if near is None:
        return Read("", basis="relative")
    unit, count = ("Y", count * YEARS[unit]) if unit in YEARS else (unit, count)
    try:
        read = Read(dates.shifted(near, unit, count if later else -count), basis="relative")
        exact = dates.shifted(near, unit, count if later else -count, exact=True) if from_told and unit in WEEKS and near.whole else ""
        return replace(read, days=dates.days(exact))
    except (OverflowError, ValueError):
        return None


def from_event(told: Told) -> Read | None:
    """Two days after an attack: how long, and the day of the attack, counted from what is told in the same sentence.

    "It came two days after" an attack is counted from what was told before, with a `value`.
    """
    length = duration(told)
    near = (
        told.frame.here or (told.frame.day if told.value else None) or (Anchor.on(told.frame.published) if told.frame.published else None)
    )
    count = told.get("count")
    if length is None:
        return None
    if near is None or told.get("unit") in CLOCK:
        return replace(length, hinged=True)
    step = told.get("hinge")
    day = dates.shifted(near, told.get("unit"), step * count, exact=bool(near.whole and count == int(count)))
    return Read(length.value, length.type, "relative", dates.days(day), hinged=True)


def vague(told: Told) -> Read | None:
    """Now, recently, the former."""
    return Read(told.value or told.get("vague"), basis="relative")
