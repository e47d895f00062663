"""Chains of speakers: who cites whom, and who only speaks together with another."""

from collections.abc import Sequence

from sayso.model.span import Span

CITES, AND = " > ", " and "
BETWEEN = frozenset(("and", "or", "&", "as", "well", "a", "an", "the", "his", "her", "its", "their", "some", "other", "two", "three"))


def together(spans: Sequence[tuple[int, int]], evidence: Span) -> list[bool]:
    """For each speaker of a chain, by first and last character, whether he speaks together with the one before and is not cited by him.

    So it is where nothing but "and" and the like stands between them in the evidence.
    """
    return [n > 0 and _joined(spans[n - 1][1], start, evidence) for n, (start, _) in enumerate(spans)]


def chain(names: Sequence[str], beside: Sequence[bool]) -> str:
    """All speakers in a line, outermost first: "Reuters > a doctor and a guard"; `beside` is what `together` says."""
    links = (f"{AND if joined else CITES}{name}" for name, joined in zip(names, beside, strict=True))
    return "".join(links).removeprefix(CITES)


def _joined(end: int, start: int, evidence: Span) -> bool:
    between = evidence.text[end - evidence.start : start - evidence.start] if evidence.start <= end <= start else ""
    return bool(between.strip()) and all(word in BETWEEN for word in between.lower().replace(",", " ").split())
