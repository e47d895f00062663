"""Whether an event is said to have happened: cues by their scope on the parse, from the trigger outwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from sayso.extract.matches import Match
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.model.event import Status

RANK: dict[Status, int] = {"occurred": 0, "planned": 1, "possible": 2, "denied": 3}
CUED: tuple[Status, ...] = ("possible", "denied", "planned")  # of a word in two lists the later one counts
VERBAL = (1, 3)  # quads of acts of speech
ATTACHED = ("xcomp", "ccomp", "acl", "pcomp", "dobj", "nsubjpass", "prep", "pobj", "acomp", "oprd", "attr", "nsubj", "advcl", "parataxis")


@dataclass(frozen=True, slots=True)
class StatusWords:
    """The cue file `status`, in all forms."""

    governors: dict[str, Status]
    modifiers: dict[str, Status]
    planned_modals: frozenset[str]
    possible_modals: frozenset[str]
    conditional_modals: frozenset[str]
    negators: frozenset[str]
    markers: frozenset[str]
    hedges: frozenset[str]
    speech: frozenset[str]
    beside: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "StatusWords":
        """Take them from a lexicon."""
        governors: dict[str, Status] = {}
        modifiers: dict[str, Status] = {}
        for status in CUED:
            governors |= dict.fromkeys(lexicon.verb_cue("status", status), status)
            modifiers |= dict.fromkeys(lexicon.noun_cue("status", f"{status}_modifiers"), status)
        return cls(
            governors,
            modifiers,
            planned_modals=lexicon.cue("status", "planned_modals"),
            possible_modals=lexicon.cue("status", "possible_modals"),
            conditional_modals=lexicon.cue("status", "conditional_modals"),
            negators=lexicon.cue("status", "negators"),
            markers=lexicon.cue("status", "conditional_markers"),
            hedges=lexicon.cue("status", "hedges"),
            speech=lexicon.verb_cue("speech", "verbs"),
            beside=lexicon.cue("grammar", "beside"),
        )


def status(tree: Tree, match: Match, words: StatusWords) -> Status:
    """The status of an event by the strongest cue whose scope covers its trigger; it occurred where there is none."""
    given = cast("Status | None", match.pattern.status)
    found = [s for s in (given, *_own(tree, match, words), *_governing(tree, match, words)) if s]
    return max(found, key=RANK.__getitem__, default="occurred")


def _said(tree: Tree, match: Match, words: StatusWords) -> bool:
    return any(tree.lower[h] in words.speech and tree.verb(h) for h in tree.up(match.token))


def _own(tree: Tree, match: Match, words: StatusWords) -> Iterator[Status | None]:
    """Cues on the trigger itself, its actors and its sentence."""
    if any(tree.lower[f.head] in words.negators for f in match.actors):
        yield "denied"  # "nobody admitted planting it"
    if match.part == "noun":
        yield _modified(tree, match.token, words)
    else:
        yield _clause(tree, match.token, words, said=_said(tree, match, words))
        yield _negative_party(tree, match.token)
    if "?" in tree.lower[-2:]:
        yield "possible"


def _governing(tree: Tree, match: Match, words: StatusWords) -> Iterator[Status | None]:
    """Cues of the clauses over the trigger, from it outwards."""
    said = _said(tree, match, words)
    for step, head in pairwise((match.token, *tree.up(match.token))):
        dep = tree.deps[step]
        if dep == "relcl" or (dep == "acl" and tree.tags[step] in ("VBN", "VBG")):
            return
        if dep == "advcl":
            verbal = match.pattern.quad in VERBAL and step == match.token  # "marched to demand": the asking is done
            yield _adverbial(tree, step, words) if not verbal else None
            if not tree.infinitive(step):
                yield _clause(tree, head, words, said=said) if not tree.kids(step, "nsubj", "nsubjpass") else None
                continue
        if dep == "conj" and tree.kids(step, "aux", "nsubj", "nsubjpass", "neg"):
            continue
        governed = _governed(tree, step, head, match, words)
        if governed == "denied" and tree.verb(head) and _clause(tree, head, words, said=said) == "denied":
            return  # "did not prevent X from buying": it was bought
        yield governed
        if tree.verb(head) or tree.tags[head].startswith("JJ"):
            yield _clause(tree, head, words, said=said) if _reaches(tree, step, head, words) else None
            yield _denied(words, tree.lower[head]) if dep in ("ccomp", "parataxis") else None


def _reaches(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether negation and modals of the governing clause cover the inner one: not over what is merely said."""
    if tree.deps[step] in ("ccomp", "parataxis"):
        return tree.lower[head] not in words.speech or bool(tree.kids(head, "neg"))
    return tree.deps[step] in ATTACHED or tree.deps[step] == "conj"


def _governed(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> Status | None:
    """The status that the governing word gives its complement ("plans to", "failed to", "threat of")."""
    dep, word = tree.deps[step], tree.lower[head]
    if dep not in ATTACHED or head in match.tokens:
        return None
    if tree.noun(head):
        return words.modifiers.get(word) if dep in ("prep", "acl", "pobj") else None
    if dep in ("nsubj", "parataxis"):
        return None
    if word in ("is", "are", "was", "were", "be", "been") and dep == "xcomp" and tree.infinitive(step):
        return "planned"
    if head == match.light and dep in ("dobj", "nsubjpass"):
        return words.governors.get(word) if word not in words.speech else None
    if dep == "ccomp" and word in words.speech:
        return _denied(words, word)
    if word == "without" and dep == "pcomp":
        return "denied"
    if dep == "prep" and tree.lower[step] in words.beside:
        return None
    return words.governors.get(word)


def _denied(words: StatusWords, verb: str) -> Status | None:
    """What a verb of speech makes of what is said with it: denied by denials alone."""
    return "denied" if verb in words.speech and words.governors.get(verb) == "denied" else None


def _clause(tree: Tree, v: int, words: StatusWords, *, said: bool) -> Status | None:
    """Negation, modals and hedges of one clause."""
    lower = tree.lower
    negative = any(lower[c] in words.negators for c in tree.kids(v, "neg", "advmod", "cc", "preconj", "det")) or any(
        lower[c] in words.negators for a in tree.kids(v, "aux", "auxpass") for c in tree.children[a]
    )
    negative = negative or any(lower[c] == "longer" and c > 0 and lower[c - 1] == "no" for c in tree.kids(v, "advmod"))
    modals = [lower[c] for c in tree.kids(v, "aux", "auxpass")]
    if any(m in words.planned_modals for m in modals):
        return "denied" if negative else "planned"
    if any(m in words.conditional_modals for m in modals):
        return "denied" if negative else "planned" if said else "possible"
    if any(m in words.possible_modals for m in modals):
        return "denied" if negative and any(m.startswith(("ca", "coul")) for m in modals) else "possible"
    if negative:
        return "denied"
    if any(lower[c] in words.hedges for c in tree.kids(v, "advmod")):
        return "possible"
    if tree.kids(v, "mark") and tree.deps[v] == "advcl" and not tree.infinitive(v):
        return _adverbial(tree, v, words)
    return None


def _adverbial(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What the kind of an adverbial clause says: a condition, a purpose."""
    if any(tree.lower[c] in words.markers for c in tree.kids(v, "mark", "advmod")):
        return "possible"
    return "planned" if tree.infinitive(v) else None


def _negative_party(tree: Tree, v: int) -> Status | None:
    """What a party that is nobody says: "no troops were sent", "nobody was arrested"."""
    parties = tree.kids(v, "nsubj", "nsubjpass", "dobj")
    nobody = any(tree.lower[p] in ("none", "nobody", "nothing", "neither") for p in parties)
    return "denied" if nobody or any(tree.lower[c] in ("no", "neither") for p in parties for c in tree.kids(p, "det")) else None


def _modified(tree: Tree, n: int, words: StatusWords) -> Status | None:
    """The status that adjectives and determiners give a noun ("a planned visit", "no attack")."""
    found = (words.modifiers.get(tree.lower[c]) for c in tree.kids(n, "amod", "det", "compound", "neg", "nmod"))
    return next(filter(None, found), None)
