"""When: time expressions with their TIMEX3 values, resolved against the day of publication."""

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from sayso.lexicon import Lexicon

SOON = 60  # days ahead of publication within which "on 20 January" is the coming one
Basis = Literal["stated", "relative"]
Groups = Mapping[str, str]  # what the groups of the pattern hold, in lower case; groups that are empty are left out

PLAIN_WORDS = ("yesterday", "today", "tomorrow", "weekend", "century")
DAYS_AWAY = {"yesterday": -1, "today": 0, "tomorrow": 1, "the day before yesterday": -2, "the day after tomorrow": 2}
STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1, "coming": 1}
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
DURATIONS = {"F": "W", "N": "M"}  # letters of our own units as TIMEX3 has them: a fortnight in weeks, minutes as M after the T
DATED_BEFORE = re.compile(r"\b(in|since|last|next|until|by|early|late|this|of|from|during|on|before|after|mid)[ -]$", re.IGNORECASE)
WORDS_TOO = ("may", "march", "mar", "dec", "jan")  # months that are other words as well, and stand bare only after a preposition
NAMES_TOO = ("sun", "sat", "wed", "mon")  # short weekdays that are other words as well
AROUND = 12  # characters before a month in which its preposition stands
COMING = 3  # months ahead for which a bare month is the coming one, not the one of last year


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: characters of the cleaned text, TIMEX3 type and value, and the days that it covers.

    `value` is empty and `first` and `last` (both inside) are None where they can't be known.
    """

    start: int
    end: int
    type: str
    value: str
    first: date | None
    last: date | None
    basis: Basis
    weekly: bool = False  # a bare weekday: the last one, or the next for what is planned


class TimeFinder:
    """The expressions of one lexicon's time words, as one pattern."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build the pattern."""
        cues = lexicon.cues["time"]
        self.weekdays: dict[str, int] = cues["weekdays"]
        self.months: dict[str, int] = cues["months"]
        self.seasons: dict[str, str] = cues["seasons"]
        self.units: dict[str, str] = cues["units"]
        self.parts: dict[str, str] = cues["parts_of_day"]
        self.numbers: dict[str, int] = {k: int(v) for k, v in lexicon.cues["quantity"]["numbers"].items() if v < 100}
        units = (unit + end for unit in self.units for end in ("", "s"))
        self._hints = frozenset({*self.weekdays, *self.months, *self.seasons, *units, *self.parts, *PLAIN_WORDS})
        self._pattern = _pattern(_any(self.months), _any(self.weekdays), _any(self.units) + "s?", _any(self.numbers))

    def find(self, text: str, published: date | None, stretches: Iterable[tuple[int, int]] | None = None) -> list[TimeMention]:
        """All time expressions of a text, or of stretches of it; relative ones without a value where no day of publication is known."""
        found: list[TimeMention] = []
        anchor = published
        history = published is not None and _is_history(text, published)
        for match in (m for start, end in stretches or [(0, len(text))] for m in self._pattern.finditer(text, start, end)):
            try:
                mention = self._read(match, published, anchor, history=history)
            except (OverflowError, ValueError):  # a day that no calendar has: "99999999999 days ago"
                continue
            if mention:
                found.append(mention)
                anchor = mention.first if mention.first and mention.first == mention.last else anchor
        return found

    def may_date(self, words: Set[str]) -> bool:
        """Whether words in lower case can hold a time expression at all."""
        return not self._hints.isdisjoint(words) or any(w[:1].isdigit() for w in words)

    def _read(self, match: re.Match[str], published: date | None, anchor: date | None, *, history: bool) -> TimeMention | None:
        """The mention of a match; `anchor` is the last single day named before, `history` as for a text that dates itself."""
        groups = {k: v.lower() for k, v in match.groupdict().items() if v}
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        base = TimeMention(start, match.start() + len(words.rstrip(" .,")), "DATE", "", None, None, "stated")
        if groups.get("dir6") == "after" and match.string[base.end : base.end + 1] in (",", ".", ";"):
            groups["dir6"] = "later"  # "Two days after, they left": counted from what was told before
        near = (anchor if history else published) or anchor
        if not groups.keys().isdisjoint(("iso", "slash", "d1", "d2")):
            return self._day(base, groups, near, ahead=366 if history else SOON)
        if not groups.keys().isdisjoint(("dec", "cent", "y8")):
            return self._years(base, groups)
        if "n9" in groups:
            return self._duration(base, groups)
        if "m3" in groups:
            return self._month(base, groups, near) if self._is_month(match) else None
        if published is None:
            return replace(base, basis="relative") if "u5" not in groups else None
        return self._relative(base, groups, match, published, anchor or published)

    def _relative(self, base: TimeMention, groups: Groups, match: re.Match[str], published: date, anchor: date) -> TimeMention | None:
        if "w4" in groups:
            return self._weekday(base, groups, published) if match["w4"][0].isupper() else None
        if "u5" in groups:
            found = self._unit_beside(base, groups, published, anchor)
        elif "u6" in groups:
            found = self._away(base, groups, published, anchor)
        else:
            found = self._word(base, groups["word"], published)
        return replace(found, basis="relative")

    def _day(self, base: TimeMention, groups: Groups, near: date | None, *, ahead: int) -> TimeMention | None:
        """A day of the calendar; without a year the nearest to `near`, at most so many days ahead of it. None for days that are none."""
        try:
            if "iso" in groups:
                return on_day(base, date.fromisoformat(groups["iso"]))
            if "slash" in groups:
                day, month, year = (int(x) for x in groups["slash"].split("/"))
                return on_day(base, date(year, month, day) if month <= 12 else date(year, day, month))
            side = "1" if "d1" in groups else "2"
            day, month = int(groups["d" + side]), self.months[groups["m" + side].rstrip(".")]
            if year := int(groups.get("y" + side, 0)):
                return on_day(base, date(year, month, day))
            if near is None:
                return replace(base, value=f"XXXX-{month:02}-{day:02}")
            years = [y for y in (near.year - 1, near.year, near.year + 1) if day <= monthrange(y, month)[1]]
            return on_day(
                base, min((date(y, month, day) for y in years), key=lambda d: abs((d - near).days) + 365 * ((d - near).days > ahead))
            )
        except ValueError:
            return None

    def _is_month(self, match: re.Match[str]) -> bool:
        """Whether the name of a month is one here: it has its capital, and "may" or "march" a year or a preposition too."""
        written = match["m3"]
        if not written[0].isupper():
            return False
        if written.lower() not in WORDS_TOO or int(match["y3"] or 0):
            return True
        before = match.string[max(0, match.start() - AROUND) : match.start()]
        return bool(DATED_BEFORE.search(f"{before}{(match['rel3'] or '').lower()}".rstrip() + " "))

    def _month(self, base: TimeMention, groups: Groups, near: date | None) -> TimeMention:
        month, year = self.months[groups["m3"].rstrip(".")], int(groups["y3"]) if "y3" in groups else None
        if year is None and near:
            year = _nearest_year(near, month, groups.get("rel3", ""))
        return _month_of(base, year, month)

    def _weekday(self, base: TimeMention, groups: Groups, published: date) -> TimeMention | None:
        name, rel = groups["w4"].rstrip("."), groups.get("rel4", "")
        if name in NAMES_TOO and not rel:
            return None
        back = (published.weekday() - self.weekdays[name]) % 7
        if rel in ("next", "following", "coming"):
            back -= 7
        elif rel in ("last", "past", "previous") and back == 0:
            back = 7
        return replace(on_day(base, published - timedelta(days=back)), basis="relative", weekly=not rel)

    def _unit_beside(self, base: TimeMention, groups: Groups, published: date, anchor: date) -> TimeMention:
        """The unit of time beside the present one, or beside the last day named: "last week", "the following day"."""
        rel, unit = groups["rel5"].removeprefix("the ").removesuffix(" this"), groups["u5"]
        step = STEPS.get(rel, 0)
        if rel in ("same", "that", "following", "previous") and unit in ("day", "morning", "afternoon", "evening", "night"):
            return on_day(base, anchor + timedelta(days=step))
        return self._shifted(base, published, unit, step)

    def _away(self, base: TimeMention, groups: Groups, published: date, anchor: date) -> TimeMention:
        """What lies some units back or on: "two days ago", "a week later"."""
        count, unit = self._count(groups["n6"]), UNITS.get(self._unit(groups["u6"]) or "")
        if count is None or unit is None:
            return replace(base, value="PAST_REF")
        near = published if groups["dir6"] == "ago" else anchor
        step = count if groups["dir6"] in ("later", "before") else -count  # "two days after X": X is two days back
        return self._shifted(base, near, unit, step)

    def _word(self, base: TimeMention, word: str, published: date) -> TimeMention:
        if word in DAYS_AWAY:
            return on_day(base, published + timedelta(days=DAYS_AWAY[word]))
        if word.endswith("weekend"):
            return self._shifted(base, published - timedelta(days=published.weekday() + 1), "weekend", 0)
        if word == "overnight":
            month = f"{published.year}-{published.month:02}"
            return replace(base, type="TIME", value=month, first=published.replace(day=1), last=published)
        return replace(on_day(base, published), type="TIME", value=f"{published.isoformat()}TNI")

    def _shifted(self, base: TimeMention, day: date, unit: str, step: int) -> TimeMention:
        """The unit that a day lies in, some units on."""
        if unit in ("week", "weekend"):
            return _week_of(base, day + timedelta(days=7 * step), weekend=unit == "weekend")
        if unit == "month":
            months = day.year * 12 + day.month - 1 + step
            return _month_of(base, months // 12, months % 12 + 1)
        if unit == "year":
            return _year_of(base, day.year + step)
        if unit in self.seasons:
            return replace(base, value=f"{day.year + step}-{self.seasons[unit]}")
        if unit in self.parts:
            part = on_day(base, day + timedelta(days=step))
            return replace(part, value=f"{part.value}T{self.parts[unit]}", type="TIME")
        return on_day(base, day + timedelta(days=step)) if unit == "day" else replace(base, value="PRESENT_REF")

    def _years(self, base: TimeMention, groups: Groups) -> TimeMention:
        """A year, a season of one, a decade or a century."""
        if "dec" in groups:
            return replace(base, value=groups["dec"][:3])
        if "cent" in groups:
            return replace(base, value=f"{int(groups['cent']) - 1:02}")
        year = int(groups["y8"])
        if "s8" in groups:
            return replace(base, value=f"{year}-{self.seasons[groups['s8']]}", first=date(year, 1, 1), last=date(year, 12, 31))
        return _year_of(base, year)

    def _duration(self, base: TimeMention, groups: Groups) -> TimeMention | None:
        count, unit = self._count(groups["n9"]), self._unit(groups["u9"])
        if unit is None:
            return None
        amount = count if count is not None else "X"
        return replace(base, type="DURATION", value=f"P{'T' if unit in 'HN' else ''}{amount}{DURATIONS.get(unit, unit)}")

    def _count(self, word: str) -> int | None:
        return int(word) if word.isdigit() else self.numbers.get(word)

    def _unit(self, word: str) -> str | None:
        return self.units.get(word) or self.units.get(word.removesuffix("s"))


def _pattern(month: str, weekday: str, unit: str, number: str) -> re.Pattern[str]:
    """All ways to write a time; the arguments are the words of the lexicon as alternatives."""
    number = rf"\d+|{number}|several|few|a few|some"
    part = "morning|afternoon|evening|night"
    season = "summer|winter|spring|autumn|fall"
    thing = "people|troops|soldiers|dollars|euros|protesters|civilians|men|jobs"
    return re.compile(
        r"(?P<iso>\b\d{4}-\d\d-\d\d\b)"
        r"|(?P<slash>\b\d{1,2}/\d{1,2}/\d{4}\b)"
        rf"|\b(?:(?:{weekday}),? )?(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m1>{month})\b\.?(?:,? (?P<y1>\d{{4}}))?"
        rf"|\b(?:(?:{weekday}),? )?(?P<m2>{month})\b\.? (?:the )?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\d|:|%| per)"
        r"(?:,? (?P<y2>\d{4}))?"
        r"|\b(?:(?P<rel3>last|next|this|early|late|mid|the end of|the beginning of|mid-)[ -])?"
        rf"(?P<m3>{month})\b\.?(?:,? (?:of )?(?P<y3>\d{{4}}))?"
        rf"|\b(?P<rel4>last|next|this|previous|following|coming|past)? ?(?P<w4>{weekday})\b(?P<p4> (?:{part}))?"
        r"|\b(?P<rel5>last|next|this|the previous|the following|the coming|the past|the same|that|earlier this|later this|current) "
        rf"(?P<u5>week|weekend|month|year|day|decade|century|{season}|{part})\b"
        rf"|\b(?P<n6>{number}|a|an) (?P<u6>{unit}) (?P<dir6>ago|earlier|later|before|after|prior|previously)\b"
        r"|\b(?P<word>the day before yesterday|the day after tomorrow|yesterday|today|tomorrow|tonight|overnight"
        r"|at the weekend|over the weekend)\b"
        rf"|\b(?:(?P<s8>{season}) (?:of )?)?(?:(?P<pre8>early|late|mid)[ -])?(?P<y8>(?:1[5-9]|20)\d\d)\b"
        rf"(?!-\d|,\d|\.\d| (?:{thing}))"
        r"|\b(?P<dec>(?:1[5-9]|20)\d0)s\b"
        r"|\bthe (?P<cent>\d{1,2})(?:st|nd|rd|th) century\b"
        rf"|\b(?:for |in |within |after |during |the (?:past|last|next|first) )(?P<n9>{number}|a|an) (?P<u9>{unit})\b",
        re.IGNORECASE,
    )


def _any(words: Mapping[str, Any]) -> str:
    """One of these words, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _is_history(text: str, published: date) -> bool:
    """Whether a text dates itself: most years that it writes are long past, so that "in October" is one of those years."""
    years = [int(y) for y in re.findall(r"\b(1[5-9]\d\d|20\d\d)\b", text)]
    return len(years) >= 5 and sum(y < published.year - 2 for y in years) > 0.7 * len(years)


def on_day(base: TimeMention, day: date) -> TimeMention:
    """The expression as meaning one day."""
    return replace(base, value=day.isoformat(), first=day, last=day)


def _week_of(base: TimeMention, day: date, *, weekend: bool) -> TimeMention:
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    value = f"{year}-W{week:02}" + ("-WE" if weekend else "")
    return replace(base, value=value, first=monday + timedelta(days=5 if weekend else 0), last=monday + timedelta(days=6))


def _month_of(base: TimeMention, year: int | None, month: int) -> TimeMention:
    if year is None or not 1 <= year <= 9998:
        return replace(base, value=f"XXXX-{month:02}")
    return replace(base, value=f"{year:04}-{month:02}", first=date(year, month, 1), last=date(year, month, monthrange(year, month)[1]))


def _year_of(base: TimeMention, year: int) -> TimeMention:
    if not 1 <= year <= 9998:
        return replace(base, value="PAST_REF")
    return replace(base, value=f"{year:04}", first=date(year, 1, 1), last=date(year, 12, 31))


def _nearest_year(near: date, month: int, rel: str) -> int:
    """The year of a month without one: the last or next if so said, else this year's unless that is far ahead."""
    if rel == "last":
        return near.year if month < near.month else near.year - 1
    if rel == "next":
        return near.year if month > near.month else near.year + 1
    return near.year if month <= near.month + COMING else near.year - 1
