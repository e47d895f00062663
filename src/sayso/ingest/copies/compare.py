"""Whether two reports are one story, and why."""

from sayso.ingest.copies.index import Entry, Link

ALIKE = 0.55  # of the shorter one's runs stand in the other: a report half of which comes from elsewhere is nobody's copy
WHOLE = 0.6  # of the longer one's runs too: else the shorter one is a part of it
REWORDED = 0.12  # with the facts below: a rewrite keeps phrases here and there ...
SAME_FACTS = 0.62  # ... and nearly all names and numbers
CREDITED_FACTS = 0.55  # both credit one agency: then shared names and numbers are enough
DAYS = 3  # copies are put out within days; a text of the same form weeks later is another day's story
NEW_NUMBERS = 0.5
TEMPLATE = 0.9
FEW = 8  # facts: fewer prove nothing

Grounds = tuple[bool, float, str]  # whether one is a part of the other, how strong, and why


def compared(one: Entry, other: Entry) -> Link | None:
    """The link between two reports, None where they are two stories."""
    a, b = (one, other) if (len(one.wording.runs), one.wording.digest) <= (len(other.wording.runs), other.wording.digest) else (other, one)
    reason = _same_text(a, b) or _copied(a, b) or _credited(a, b) or _reworded(a, b) or _sisters(a, b)
    return Link(a.number, b.number, *reason) if reason else None


def _same_text(a: Entry, b: Entry) -> Grounds | None:
    return (False, 1.0, "the same text word for word") if a.wording.digest == b.wording.digest and len(a.wording.facts) >= 2 else None


def _copied(a: Entry, b: Entry) -> Grounds | None:
    part = _part(a.wording.runs, b.wording.runs)
    if part < ALIKE or _another_day(a, b, part) or _rivals(a, b):
        return None
    cut = _part(b.wording.runs, a.wording.runs) < WHOLE
    return cut, part, f"{part:.0%} of the wording {'is cut out of the longer report' if cut else 'is the same'}"


def _another_day(a: Entry, b: Entry, part: float) -> bool:
    """Whether two texts of one form are of different days: bulletins that differ in nothing but their numbers."""
    days = _days(a, b)
    if days == 0 and part < TEMPLATE:
        return False
    new = len(a.wording.numbers - b.wording.numbers) / max(1, len(a.wording.numbers))
    return (new >= NEW_NUMBERS and days > 0) or (days > DAYS and part < TEMPLATE)


def _rivals(a: Entry, b: Entry) -> bool:
    """Whether they credit two different agencies."""
    return a.voice is not None and b.voice is not None and a.voice != b.voice and a.voice != b.writer and b.voice != a.writer


def _credited(a: Entry, b: Entry) -> Grounds | None:
    voice = _shared_voice(a, b)
    if voice is None or _days(a, b) > DAYS or min(len(a.wording.facts), len(b.wording.facts)) < FEW:
        return None
    facts = _part(*sorted((a.wording.facts, b.wording.facts), key=len))
    return (False, facts, f"both rest on {voice}, and {facts:.0%} of the facts are the same") if facts >= CREDITED_FACTS else None


def _shared_voice(a: Entry, b: Entry) -> str | None:
    """The agency or outlet that one of them is or credits, and the other is, credits or cites."""
    own, others = ({e.voice, e.writer} - {None} for e in (a, b))
    shared = (own & others & {a.voice, b.voice}) | (own & b.cited) | (others & a.cited)
    return min((voice for voice in shared if voice), default=None)


def _reworded(a: Entry, b: Entry) -> Grounds | None:
    if _days(a, b) > DAYS or _rivals(a, b) or min(len(a.wording.facts), len(b.wording.facts)) < FEW:
        return None
    runs, facts = _part(a.wording.runs, b.wording.runs), _part(*sorted((a.wording.facts, b.wording.facts), key=len))
    if runs < REWORDED or facts < SAME_FACTS or a.wording.numbers - b.wording.numbers:
        return None
    return False, (runs + facts) / 2, f"reworded: {facts:.0%} of the facts and {runs:.0%} of the wording are the same"


def _sisters(a: Entry, b: Entry) -> Grounds | None:
    """Two outlets of one house pass copy on to each other: shared names and numbers are enough, as with one agency."""
    if a.house is None or a.house != b.house or a.outlet == b.outlet or _rivals(a, b) or _days(a, b) > DAYS:
        return None
    if min(len(a.wording.facts), len(b.wording.facts)) < FEW or a.wording.numbers - b.wording.numbers:
        return None
    facts = _part(*sorted((a.wording.facts, b.wording.facts), key=len))
    return (False, facts, f"both are outlets of {a.house}, and {facts:.0%} of the facts are the same") if facts >= SAME_FACTS else None


def _part(small: frozenset[int], large: frozenset[int]) -> float:
    """How much of the first stands in the second."""
    return len(small & large) / len(small) if small else 0.0


def _days(a: Entry, b: Entry) -> int:
    """Days between the two publications; 0 where one is unknown."""
    return abs(a.day - b.day) if a.day is not None and b.day is not None else 0
