"""Plans told as CAMEO and PLOVER have them: planned cooperation is an agreement, planned conflict a threat."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.lexicon.foreign import KEEP, Foreign
from sayso.model import Event


def folded(event: Event, foreign: Foreign) -> Event:
    """The event as a layout without plans has it; only plans change.

    The new type's own CAMEO code is the most particular that the table has for the act; an act that is an agreement or a
    threat already stays what it is.
    """
    fold = foreign.folding.get(event.quad)
    if event.status != "planned" or fold is None or event.type == fold.type:
        return event
    kind = foreign.kinds[fold.type]
    mode = fold.modes.get(f"{event.type}/{event.mode}", fold.modes.get(event.type))
    score = kind.modes.get(mode) if mode else None
    return replace(
        event,
        type=fold.type,
        mode=mode,
        cameo=_code(event.cameo, fold.cameo),
        quad=kind.quad,
        score=kind.score if score is None else score,
    )


def _code(code: str, table: Mapping[str, str]) -> str:
    """What stands in the table under the longest beginning of a code."""
    found = next(table[code[:size]] for size in range(len(code), -1, -1) if code[:size] in table)
    return code if found == KEEP else found
