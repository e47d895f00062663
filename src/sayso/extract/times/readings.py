"""All ways in which the lexicon's forms can be read, by the name that they give."""

from collections.abc import Callable, Mapping

from sayso.extract.times import lengths, points, relative
from sayso.extract.times.told import Read, Told

Reading = Callable[[Told], Read | None]

READINGS: Mapping[str, Reading] = {
    f.__name__: f
    for f in (
        *(points.day, points.slashed, points.nth, points.ides, points.dated_part, points.month, points.month_of_year, points.month_half),
        *(points.month_week, points.year, points.fiscal, points.season, points.quarter, points.half, points.decade, points.decade_name),
        *(points.century, points.feast, relative.weekday, relative.beside, relative.edge, relative.part, relative.near, relative.next_to),
        *(relative.weekend, relative.overnight, relative.that_time, relative.away, relative.from_event, relative.vague),
        *(lengths.duration, lengths.span, lengths.half_unit, lengths.and_half, lengths.often, lengths.every, lengths.weekly),
        *(lengths.clock, lengths.moment, lengths.at_part),
    )
}
