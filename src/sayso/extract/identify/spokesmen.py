"""Pronouns for speakers and those in whose name they speak: "*he* added", "a spokesman for the council said *it* ..."."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.extract.identify import references
from sayso.extract.identify.memory import Memory, Mention
from sayso.extract.identify.reference_words import ReferenceWords, may_mean
from sayso.extract.parse.tree import Tree

BODIES = ("country", "organisation", "body")
At = Callable[[int], Mention | None]
Read = Callable[[int], Sequence[Mention]]
QUOTES = '"“”'
NEXT, FAR = 1, 3  # sentences after which a pronoun means whoever spoke last before all others, and if nobody else fits


def speaker(tree: Tree, i: int, at: At, read: Read, memory: Memory, words: ReferenceWords) -> Mention | None:
    """Whoever goes on speaking, or the group or the body of whoever speaks."""
    return goes_on(tree, i, read, memory, words) or group(tree, i, at, words) or body(tree, i, at, read, words)


def goes_on(tree: Tree, i: int, read: Read, memory: Memory, words: ReferenceWords, *, far: bool = False) -> Mention | None:
    """Whoever spoke last, as the subject of another verb of speech: "A doctor said ... *She* added"; None where another is meant.

    He may have spoken `far` back where nobody else can be meant. Whoever a sentence names outside quotation marks is meant first.
    """
    late = memory.sentence - memory.spoken_at > (FAR if far else NEXT)
    if late or tree.deps[i] != "nsubj" or tree.lower[tree.heads[i]] not in words.voicing:
        return None
    fits = may_mean(tree.lower[i], words)
    if fits is None or memory.voice is not None or _quoted(tree, i):  # "He told us", she said
        return None
    others = (m for m in read(i) if m.head < i and m.subject and fits(m) and not _quoted(tree, m.head))
    named = any(tree.deps[s] == "nsubj" and tree.lower[tree.heads[s]] in words.speech and not _quoted(tree, s) for s in range(i))
    if named or any(others):
        return None
    spoken = (Mention(i, i, i, referent, "reference", subject=True) for referent in memory.spoken)
    return next(filter(fits, spoken), None)


def _quoted(tree: Tree, token: int) -> bool:
    """Whether a token stands within quotation marks, or before the one that closes what its sentence goes on to quote."""
    before, after = "".join(tree.words[:token]), "".join(tree.words[token:])
    opened = sum(before.count(mark) for mark in QUOTES) % 2 == 1
    return opened or sum(after.count(mark) for mark in QUOTES) % 2 == 1


def body(tree: Tree, i: int, at: At, read: Read, words: ReferenceWords) -> Mention | None:
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


def group(tree: Tree, i: int, at: At, words: ReferenceWords) -> Mention | None:
    """The group that speaks as one: "the *coast guard* said *it* had saved nine"; None for others, whom "it" means anyway or never."""
    it, they = tree.lower[i] in words.thing, tree.lower[i] in words.group and tree.deps[i] == "nsubj"
    subject = references.saying(tree, i, words) if it or they else None
    mention = at(subject) if subject is not None and subject < i and tree.tags[subject] == "NN" else None
    if mention is None or mention.referent.also or mention.referent.kind not in (("group",) if it else BODIES):
        return None
    if they and not (mention.referent.sectors and words.politics.serving.issuperset(mention.referent.sectors)):
        return None  # "the army said *they* had shot at nobody", but "the court said they would be freed"
    return replace(mention, head=i, basis="reference", subject=tree.deps[i] == "nsubj")


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
