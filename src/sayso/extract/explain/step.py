"""Step 8, explain: per sentence what was coded and by which pattern, or why nothing was."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sayso.extract.parse.tree import Tree
from sayso.extract.text.split import Sentence
from sayso.model.event import Event

KINDS = {
    "caption": "a caption or credit",
    "byline": "a byline",
    "credit": "a credit of an agency or of those who worked on it",
    "boilerplate": "boilerplate around the report",
    "copy": "repeats an earlier line",
}


def explain(
    sentence: Sentence,
    events: Sequence[Event] = (),
    tree: Tree | None = None,
    triggers: Sequence[str] = (),
    missed: Mapping[int, str] = MappingProxyType({}),
    dropped: Sequence[str] = (),
) -> tuple[str, ...]:
    """Reasons in words; never none.

    Args:
        sentence: the sentence.
        events: what was coded in it.
        tree: its parse, or None where it was set aside before.
        triggers: words of it that could start an event.
        missed: tokens at which triggers stand, and the first condition that failed there.
        dropped: matches that were found and not kept, with the reason.
    """
    if events:
        return (*(f"coded {e.pattern} at “{e.trigger.text}”" for e in events), *dropped)
    if sentence.kind in KINDS:
        return (f"not read: {KINDS[sentence.kind]}",)
    if not triggers:
        return ("no word in it is a trigger",)
    if tree is None:
        return (f"trigger {_listed(triggers)}, but nobody to do it",)
    reasons = (*(f"trigger “{tree.words[i]}”: {why}" for i, why in missed.items()), *dropped)
    return reasons or (f"trigger {_listed(triggers)} used in another way",)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"“{w}”" for w in sorted(words))
