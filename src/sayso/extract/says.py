"""On whose say-so: the chain of speakers and documents over a trigger, outermost first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sayso.extract.grammar import Roles
from sayso.extract.matches import Match
from sayso.extract.roles import Filler, Parties
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon

Manner = Literal["quote", "paraphrase", "document"]

REACH = 14  # tokens after a comma within which the verb of "..., a spokesman for the ministry said" stands


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """The cue file `speech`, in all forms."""

    verbs: frozenset[str]
    accusing: frozenset[str]
    self_claiming: frozenset[str]
    documents: frozenset[str]
    outlets: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "SpeechWords":
        """Take them from a lexicon."""
        return cls(
            verbs=lexicon.verb_cue("speech", "verbs"),
            accusing=lexicon.verb_cue("speech", "accusing"),
            self_claiming=lexicon.verb_cue("speech", "self_claiming"),
            documents=lexicon.noun_cue("speech", "documents"),
            outlets=lexicon.noun_cue("speech", "outlets"),
        )


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the words of a sentence, the token of the cue, and whether a document speaks and nobody known."""

    filler: Filler
    cue: int
    document: bool


def says(tree: Tree, match: Match, parties: Parties, words: SpeechWords) -> list[Voice]:
    """The chain of speakers that an event rests on, outermost first; empty where the report speaks itself."""
    found: list[Voice] = []
    for voice in _voices(tree, match, parties, words):
        if all(voice.filler.head != known.filler.head for known in found):
            found.append(voice)
    own = set(match.tokens)
    return [v for v in reversed(found) if v.filler.head not in own and v.cue not in own]


def _voices(tree: Tree, match: Match, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Speakers from the trigger outwards."""
    roles, step = parties.roles, match.token
    yield from _according(tree, step, parties, words)
    yield from _beside(tree, step, parties, words)
    for head in tree.up(match.token):
        dep, word = tree.deps[step], tree.lower[head]
        if dep == "relcl":  # background told beside what is said
            return
        if tree.verb(head) or tree.tags[head] in ("NN", "JJ", "NNS"):
            said = dep in ("ccomp", "parataxis") and word in words.verbs
            claimed = dep == "xcomp" and word in words.self_claiming
            if (
                said
                or claimed
                or (word in words.accusing and dep in ("prep", "pcomp") and tree.lower[step] in ("of", "for", "with", "over"))
            ):
                yield from _speakers(tree, head, roles, parties, words)
            yield from _beside(tree, head, parties, words, but=step)
        yield from _according(tree, head, parties, words)
        step = head
    yield from _trailing(tree, match.token, parties, words)


def _speakers(tree: Tree, verb: int, roles: Roles, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """The subject of a speech verb, those whom it cites, and the outlet that it was told to (inner to outer)."""
    subjects = roles.subjects(verb)
    cited = [
        c
        for c in (*tree.kids(verb, "advcl"), *(k for s in subjects for k in tree.kids(s, "acl")))
        if tree.lower[c] in ("citing", "quoting")
    ]
    for c in cited:
        yield from _all(parties.fill(tree.kids(c, "dobj")), c, tree, words)
    yield from _all(parties.fill(subjects), verb, tree, words)
    told = [o for o in tree.kids(verb, "dobj", "dative") if _is_outlet(tree, o, parties, words)]
    yield from _all(parties.fill(told), verb, tree, words)


def _is_outlet(tree: Tree, i: int, parties: Parties, words: SpeechWords) -> bool:
    mention = parties.sentence.at(i)
    return tree.lower[i] in words.outlets or bool(mention and "MED" in mention.referent.sectors)


def _beside(tree: Tree, v: int, parties: Parties, words: SpeechWords, but: int = -1) -> Iterator[Voice]:
    """Speech that the parser hangs below the act: "..., as the ministry reported", "..., X said"."""
    for c in tree.kids(v, "parataxis", "advcl", "dep"):
        if c == but or tree.lower[c] not in words.verbs or not tree.kids(c, "nsubj"):
            continue
        as_said = any(tree.lower[m] == "as" for m in tree.kids(c, "mark", "advmod"))
        if (as_said and not tree.kids(c, "dobj", "ccomp")) or (tree.deps[c] == "parataxis" and not tree.kids(c, "ccomp")):
            yield from _all(parties.fill(tree.kids(c, "nsubj")), c, tree, words)


def _according(tree: Tree, i: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Those according to whom something is told, where that hangs on a word."""
    for c in tree.kids(i, "prep", "advmod", "advcl"):
        if tree.lower[c] != "according":
            continue
        for to in (*tree.kids(c, "prep"), c):
            yield from _all(parties.fill(tree.kids(to, "pobj")), c, tree, words)


def _trailing(tree: Tree, trigger: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who speaks after a comma behind a trigger, where the parse does not join them: "..., said the ministry", "..., a spokesman said"."""
    for comma in (t for t in range(trigger + 1, len(tree)) if tree.lower[t] in (",", '"', "”")):
        near = range(comma + 1, min(comma + REACH, len(tree)))
        verb = next((t for t in near if tree.lower[t] in words.verbs and tree.tags[t] in ("VBD", "VBZ", "VBP")), None)
        if verb is None or any(tree.within(trigger, r) for r in tree.kids(verb, "conj", "dobj")):
            continue
        subjects = [s for s in (*tree.kids(verb, "nsubj"), *tree.kids(verb, "dobj")) if tree.lower[s] not in ("who", "which", "that")]
        if subjects and _closed(tree, comma, subjects[0], verb):
            yield from _all(parties.fill(subjects[:1]), verb, tree, words)
            return


def _closed(tree: Tree, comma: int, subject: int, verb: int) -> bool:
    """Whether a subject and its verb of speech are all that stands after a comma, up to the next mark or preposition."""
    if tree.kids(verb, "aux", "mark") or not all(tree.within(t, verb) for t in range(comma + 1, verb)):
        return False
    if verb == comma + 1:
        return True
    ends = verb + 1 == len(tree) or tree.lower[verb + 1] in (",", ".", "in", "on", '"', ";")
    return ends and tree.left_edge(subject) == comma + 1


def _all(fillers: list[Filler], cue: int, tree: Tree, words: SpeechWords) -> Iterator[Voice]:
    for filler in fillers:
        if tree.lower[filler.head] not in ("which", "that", "there", "nobody", "none", "one"):
            yield Voice(filler, cue, tree.lower[filler.head] in words.documents and not (filler.referent and filler.referent.entity))
