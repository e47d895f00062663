"""Pronouns for those in whose name somebody speaks: "a spokesman for the council said *it* ...", "spokesman X said *they* ..."."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.extract.identify import references
from sayso.extract.identify.memory import Mention
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.parse.tree import Tree

BODIES = ("country", "organisation", "body")
At = Callable[[int], Mention | None]


def body(tree: Tree, i: int, at: At, read: Callable[[int], Sequence[Mention]], words: ReferenceWords) -> Mention | None:
    """The body of whoever speaks, where the sentence names no other: "a spokesman for the council said *it* ..."; None for a country's."""
    subject = references.saying(tree, i, words) if tree.lower[i] in words.thing else None
    speaker = None if subject is None or subject > i else _speaker(at, subject, words)
    if speaker is None:
        return None
    r = speaker.referent
    if r.entity or (r.country and words.politics.serving.isdisjoint(r.sectors)):
        return None
    others = (m.referent for m in read(i) if m.head < i and m.referent.kind in BODIES)
    if any(not r.country or (o.country, o.sectors) != (r.country, r.sectors) for o in others):
        return None
    return Mention(i, i, i, replace(r, kind="body", gender=None), "reference", subject=tree.deps[i] == "nsubj")


def side(tree: Tree, i: int, at: At, words: ReferenceWords) -> Mention | None:
    """The side for which somebody speaks, where nobody else can be meant: "spokesman X said *they* support the call"."""
    verb = tree.heads[i]
    if tree.lower[i] in words.person or tree.deps[i] != "nsubj" or tree.kids(verb, "acomp", "attr"):
        return None
    subject = references.saying(tree, i, words)
    speaker = None if subject is None else _speaker(at, subject, words)
    return replace(speaker, head=i, subject=True, basis="reference") if speaker else None


def _speaker(at: At, subject: int, words: ReferenceWords) -> Mention | None:
    """A person with power who speaks."""
    speaker = at(subject)
    powerful = speaker and speaker.referent.kind == "person" and not words.power.isdisjoint(speaker.referent.sectors)
    return speaker if powerful else None
