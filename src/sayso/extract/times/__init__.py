"""When: time expressions with their TIMEX3 values, resolved against the day of publication or what the text tells of."""

from sayso.extract.times.finder import TimeFinder
from sayso.extract.times.mention import TimeMention, bygone, coming

__all__ = ["TimeFinder", "TimeMention", "bygone", "coming"]
