"""How long, how often, and at what time of day."""

from sayso.extract.times import dates
from sayso.extract.times.anchors import Anchor
from sayso.extract.times.told import Read, Told

PERIODS = {"F": (2, "W"), "Q": (3, "M"), "WE": (1, "WE")}  # our units as TIMEX3 has them
CLOCK = ("H", "N", "S")
MINUTES = {"H": "H", "N": "M", "S": "S"}
ANYTIME = "anytime"  # stands for the day of a time of day, until the sentence is read


def duration(told: Told) -> Read | None:
    """How long."""
    unit, count = told.get("unit", "plural"), told.get("count", "number")
    return Read(period(unit, count if "few" not in told.slots and "plural" not in told.slots else "X"), "DURATION") if unit else None


def period(unit: str, count: float | str | None) -> str:
    """A TIMEX3 duration; X where it isn't told how many, one where no number stands."""
    many, written = PERIODS.get(unit, (1, unit))
    amount = count if isinstance(count, str) else f"{(1 if count is None else count) * many:.12g}"
    return f"PT{amount}{MINUTES[unit]}" if unit in CLOCK else f"P{amount}{written}"


def span(told: Told) -> Read | None:
    """The past 48 hours: how long, and since when."""
    found, now, step = duration(told), told.frame.published, told.step
    count, unit = told.get("number"), told.get("unit")
    if found is None or now is None or count is None or told.frame.history or not step:
        return found
    other = dates.days(dates.shifted(Anchor.on(now), unit, step * count, exact=True))
    return Read(found.value, "DURATION", "relative", None if other is None else (other[0], now) if step < 0 else (now, other[1]))


def half_unit(told: Told) -> Read | None:
    """Half an hour, half a century."""
    halves = {"H": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y", "N": "PT30S"}
    value = halves.get(told.get("unit"))
    return Read(value, "DURATION") if value else None


def and_half(told: Told) -> Read | None:
    """Two and a half years."""
    return Read(period(told.get("unit"), (told.get("number") or 1) + 0.5), "DURATION")


def often(told: Told) -> Read | None:
    """Daily, weekly."""
    return Read(told.get("often"), "SET")


def every(told: Told) -> Read | None:
    """Every day, every night, every May."""
    units = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX", "H": "XXXX-XX-XXTXX", "WE": "XXXX-WXX-WE"}
    if "month" in told.slots:
        return Read(f"XXXX-{told.get('month'):02}", "SET")
    if "season" in told.slots:
        return Read(f"XXXX-{told.get('season')}", "SET")
    value = f"XXXX-XX-XXT{told.get('part')}" if "part" in told.slots else units.get(told.get("unit"))
    return Read(value, "SET") if value else None


def weekly(told: Told) -> Read | None:
    """Every Monday."""
    part = told.get("part")
    return Read(f"XXXX-WXX-{told.get('weekday', 'weekdays') + 1}" + (f"T{part}" if part else ""), "SET")


def clock(told: Told) -> Read | None:
    """A time of day, of a day that its sentence tells."""
    hour, minute = (int(n) for n in told.get("clock").split(":")) if "clock" in told.slots else (told.get("hour"), 0)
    if "hours" in told.slots:
        hour, minute = divmod(int(told.get("hours")), 100)
    later = told.get("meridiem") == 12 or told.get("part") in ("AF", "EV") or (told.get("part") == "NI" and hour > 5)
    hour = hour + 12 if later and hour < 12 else 0 if told.get("meridiem") == 0 and hour == 12 else hour
    zone = told.slots.get("zone", "")
    return Read(f"{ANYTIME}T{hour:02}:{minute:02}{zone}", "TIME", "relative") if hour < 25 and minute < 60 else None


def moment(told: Told) -> Read | None:
    """Noon, midnight."""
    return Read(f"{ANYTIME}T{told.get('moment')}", "TIME", "relative")


def at_part(told: Told) -> Read | None:
    """At dawn, in the morning."""
    kind = told.get("part", "dawn")
    return Read(f"{ANYTIME}T{kind}", "TIME", "relative") if kind else None
