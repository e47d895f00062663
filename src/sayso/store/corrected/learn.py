"""Corrections as test cases for the lexicon: sentences that a pattern should code otherwise, or leave alone."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.store.corrected.correction import Correction

Case = dict[str, Any]


def cases(corrections: Iterable[Correction]) -> Iterator[Case]:
    """An example for each event that people hold right, a counterexample for each that they hold wrong: who changes his mind counts once.

    A case has the keys of the lexicon's own examples (text, actors, recipients, status), and besides: `kind` (example or counterexample),
    `type`, `mode`, `pattern` (that coded it, where one did), `trigger`, and whence it comes: `correction`, `who`, `why`.
    """
    given = list(corrections)
    rejected = {_judged(one): one.action == "reject" for one in given}  # the last word of each on each event
    for correction in given:
        if rejected[_judged(correction)] != (correction.action == "reject"):
            continue
        event, changed = correction.event, {**correction.event, **correction.changes}
        if correction.action == "reject" or changed["type"] != event["type"]:
            yield {"kind": "counterexample", **_case(correction, event)}
        if correction.action != "reject":
            yield {"kind": "example", **_case(correction, changed), **_expected(changed)}


def _judged(correction: Correction) -> tuple[str, str, str | None, str]:
    """Who judged which event of which report."""
    return correction.who, str(correction.report["id"]), correction.report["publisher"], str(correction.event["id"])


def _case(correction: Correction, event: Mapping[str, Any]) -> Case:
    pattern = None if correction.action == "add" or event["type"] != correction.event["type"] else event["pattern"]
    told = {"correction": correction.id, "who": correction.who, "why": correction.why}
    kind = {"type": event["type"], "mode": event["mode"], "pattern": pattern}
    return {**kind, "text": correction.evidence.exact, "trigger": correction.trigger.exact, **told}


def _expected(event: Mapping[str, Any]) -> Case:
    parties = {role: [party["text"] for party in event[role]] for role in ("actors", "recipients")}
    return {**parties, "status": event["status"]}
