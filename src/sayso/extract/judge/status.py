"""Whether an event is said to have happened: cues by their scope on the parse, from the trigger outwards."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.forms import denial, left_open
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.model.event import Status

RANK: dict[Status, int] = {"occurred": 0, "planned": 1, "possible": 2, "denied": 3}
LONGEST = 6  # words of the longest phrase
VERBAL = (1, 3)  # quads of acts of speech
SPOKEN = 3  # that of hostile ones
INSIDE = ("det", "amod", "compound", "nmod", "poss", "nummod")  # what stands before a noun within its phrase
BE = ("is", "are", "was", "were", "be", "been")
ATTACHED = ("xcomp", "ccomp", "acl", "pcomp", "dobj", "nsubjpass", "prep", "pobj", "acomp", "oprd", "attr", "nsubj", "advcl", "parataxis")


def status(tree: Tree, match: Match, words: StatusWords) -> Status:
    """The status of an event by the strongest cue whose scope covers its trigger; it occurred where there is none."""
    given = cast("Status | None", match.pattern.status)
    found = [s for s in (given, *_own(tree, match, words), *_governing(tree, match, words)) if s]
    strongest: Status = max(found, key=RANK.__getitem__, default="occurred")
    if strongest in ("planned", "possible") and _undone(tree, match, words):
        return "denied"
    return "occurred" if given == "occurred" and strongest != "denied" else strongest  # who says "would pay dearly" has threatened


def _undone(tree: Tree, match: Match, words: StatusWords) -> bool:
    """Whether words after what was meant take it back: "... but called it off"."""
    after = f" {' '.join(tree.lower[max(match.tokens) + 1 :])} "
    return any(f" {u} " in after for u in words.undone)


def _before(tree: Tree, step: int, words: StatusWords) -> Status | None:
    """The status that fixed words right before an infinitive, a gerund or a noun phrase give it ("yet to", "stopped short of")."""
    return next((words.phrases[p] for p in _preceding(tree, step) if p in words.phrases), None)


def _preceding(tree: Tree, step: int) -> Iterator[str]:
    """The words right before a verb or a noun phrase, the longest run of them first."""
    edge = step
    if not tree.verb(step):
        edge = min([step, *(c for c in tree.children[step] if c < step and tree.deps[c] in INSIDE)])
    for n in range(min(LONGEST, edge), 0, -1):
        yield " ".join(tree.lower[edge - n : edge])


def _said(tree: Tree, match: Match, words: StatusWords) -> bool:
    return any(tree.lower[h] in words.speech and tree.verb(h) for h in tree.up(match.token))


def _own(tree: Tree, match: Match, words: StatusWords) -> Iterator[Status | None]:
    """Cues on the trigger itself, its actors and its sentence."""
    if any(tree.lower[f.head] in words.negators for f in match.actors):
        yield "denied"  # "nobody admitted planting it"
    if match.part == "noun":
        yield _modified(tree, match.token, words)
        yield words.foretelling.status(tree, match)
        yield _unruled(tree, match.light) if match.light is not None else None
    else:
        yield _clause(tree, match.token, words, said=_said(tree, match, words))
        yield _negative_party(tree, match.token, words)
        yield _due(tree, match.token, words)
        yield _unruled(tree, match.token)
    if "?" in tree.lower[-2:] and not _presumed(tree):
        yield "possible"


def _presumed(tree: Tree) -> bool:
    """Whether a question takes the act for granted, as with "why"."""
    asked = next((t for t in range(min(2, len(tree))) if tree.tags[t] in ("WRB", "WP", "WDT")), None)
    return asked is not None and "MD" not in tree.tags


def _unruled(tree: Tree, v: int) -> Status | None:
    """What a verb without a finite one over it says: "X to visit Y" in a headline, "release them!" as an order."""
    ahead = tree.deps[v] == "ccomp" and v < tree.heads[v]  # "X to visit Y, says minister"
    if tree.deps[v] != "ROOT" and not ahead:
        return None
    subjects = tree.kids(v, "nsubj", "nsubjpass")
    if tree.infinitive(v) and all(tree.tags[c] == "TO" for c in tree.kids(v, "aux")):
        return "planned" if subjects else None
    return "possible" if v == 0 and tree.tags[v] == "VB" and not subjects and not tree.kids(v, "aux") else None


def _governing(tree: Tree, match: Match, words: StatusWords) -> Iterator[Status | None]:
    """Cues of the clauses over the trigger, from it outwards."""
    said = _said(tree, match, words)
    for step, head in pairwise((match.token, *tree.up(match.token))):
        dep = tree.deps[step]
        if _background(tree, step, words) or _apart(tree, step, head, words):
            return
        if dep == "advcl":
            fixed = _before(tree, step, words)
            yield fixed or _beside(tree, step, match, words)
            if fixed or not tree.infinitive(step):
                yield _clause(tree, head, words, said=said) if not (fixed or tree.kids(step, "nsubj", "nsubjpass")) else None
                continue
        if dep == "conj" and tree.kids(step, "aux", "nsubj", "nsubjpass", "neg"):
            continue
        if _open_question(tree, step) or left_open(tree, head, words.grammar):
            yield "possible"
            return
        if dep == "acl" and tree.kids(step, "mark") and denial(tree, head, words.grammar) is not None:
            yield "denied"
            return
        governed = _before(tree, step, words) or _governed(tree, step, head, match, words)
        if governed == "denied" and tree.verb(head) and _clause(tree, head, words, said=said) == "denied":
            return  # "did not prevent X from buying": it was bought
        yield governed
        yield _of_clause(tree, step, head, words)
        if tree.verb(head) or tree.tags[head].startswith("JJ"):
            above = _clause(tree, head, words, said=said) if _reaches(tree, step, head, words) else None
            yield None if above == "denied" and _contrasted(tree, step, head, words) else above
            yield _denied(words, tree.lower[head]) if dep in ("ccomp", "parataxis") else None


def _apart(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether a colon or semicolon parts a clause from the one over it that does not tell of its being said."""
    silent = tree.deps[step] in ("ccomp", "parataxis") and tree.lower[head] not in words.speech
    return silent and any(tree.lower[t] in (":", ";") for t in range(min(step, head), max(step, head)))


def _contrasted(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether a verb is set against one that is denied: "did not attack but threatened"."""
    joined = tree.deps[step] == "conj" and tree.verb(step) and tree.tags[step] != "VB"
    return joined and any(head < c < step and tree.lower[c] in words.contrasts for c in tree.kids(head, "cc"))


def _background(tree: Tree, step: int, words: StatusWords) -> bool:
    """Whether what is told at a token lies before the clause around it, whose cues do not cover it."""
    dep = tree.deps[step]
    aim = tree.infinitive(step) and tree.deps[tree.heads[step]] == "dobj"  # "find ways to host him"
    if (dep == "relcl" and not aim) or (dep == "acl" and tree.tags[step] in ("VBN", "VBG") and not tree.kids(step, "mark")):
        return True
    if dep == "advcl":
        aside = any(tree.lower[c] in words.asides for c in tree.kids(step, "mark")) and bool(tree.kids(step, "nsubj", "nsubjpass"))
        return aside or _happened(tree, step, words) or (_negated(tree, step, words) and _regretted(tree, step, words))
    if dep == "pcomp":
        prep = tree.heads[step]
        opening = prep < tree.heads[prep] and tree.lower[prep] not in words.negators  # "with X leaving, Y has not ..."
        return bool((tree.kids(step, "mark") or opening) and tree.kids(step, "nsubj", "nsubjpass"))  # "blocked it before police came"
    if not tree.noun(step):
        return False
    prep = tree.heads[step]
    if tree.lower[prep] in ("for", "over") and tree.lower[tree.heads[prep]] in words.held_for:
        return True  # "nobody was tried for the massacre"
    return not words.grounds.isdisjoint(_preceding(tree, step))  # "will answer in response to the attack"


def _happened(tree: Tree, clause: int, words: StatusWords) -> bool:
    """Whether the tense of an adverbial clause tells of what happened, whatever is to come of it: "will resign after police *raided* X"."""
    finite = [tree.tags[a] for a in tree.kids(clause, "aux", "auxpass")] or [tree.tags[clause]]
    marks = [c for c in tree.kids(clause, "mark", "advmod") if tree.lower[c] in words.factual]
    modal = any(tree.tags[a] == "MD" for a in tree.kids(tree.heads[clause], "aux"))  # "would go when X came" tells of a plan
    past = finite[0] == "VBD" or ("VBN" in (tree.tags[clause], *finite) and finite[0] in ("VBZ", "VBP"))
    return past and bool(tree.kids(clause, "nsubj", "nsubjpass")) and any(not (modal and tree.tags[c] == "WRB") for c in marks)


def _beside(tree: Tree, step: int, match: Match, words: StatusWords) -> Status | None:
    """What an adverbial clause says by its kind; an act of speech in it is done ("marched to demand")."""
    verbal = match.pattern.quad in VERBAL and step == match.top
    if tree.infinitive(step) and (due := _due(tree, tree.heads[step], words)):
        return due
    return None if verbal else _adverbial(tree, step, words)


def _due(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What an adjective says of an infinitive that the parser hangs on the verb beside it: "was *due* in Lima to meet X"."""
    found = (words.governors.get(tree.lower[c]) for c in tree.kids(v, "acomp") if tree.lower[v] in BE)
    return next((status for status in found if status == "planned"), None)


def _reaches(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether negation and modals of the governing clause cover the inner one: not over what is merely said."""
    if tree.deps[step] == "ccomp" and tree.lower[head] in words.factive:
        return False  # "we must not forget that X invaded Y"
    if _open_question(tree, step):
        return False  # "it is not clear whether X attacked Y"
    if tree.deps[step] in ("ccomp", "parataxis"):
        return tree.lower[head] not in words.speech or bool(tree.kids(head, "neg"))
    if tree.deps[step] == "prep" and tree.lower[head] in words.speech and _negated(tree, head, words):
        return False  # "did not comment on the attack"
    if tree.deps[step] == "conj" and tree.tags[head] == "VB" and tree.tags[step] in ("VBD", "VBZ", "VBN"):
        return not tree.kids(head, "aux")  # "did not come and *called* for talks": a tense of its own
    return tree.deps[step] in ATTACHED or tree.deps[step] == "conj"


def _governed(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> Status | None:
    """The status that the governing word gives its complement ("plans to", "failed to", "threat of")."""
    dep, word = tree.deps[step], tree.lower[head]
    dep = "acl" if dep == "relcl" and tree.infinitive(step) else dep  # "find ways to host him"
    if (
        dep not in ATTACHED
        or head in match.tokens
        or _said_in_contact(tree, step, head, match, words)
        or _idle(tree, step, head, match, words)
    ):
        return None
    if tree.noun(head):
        known = words.modifiers.get(word) if dep in ("prep", "acl", "pobj") else None
        return known or ("planned" if dep == "acl" and tree.infinitive(step) and not _deed(tree, head, words) else None)
    if dep == "xcomp" and tree.infinitive(step) and any(tree.lower[c] in words.excess for c in tree.kids(head, "advmod")):
        return "denied"
    if dep in ("nsubj", "parataxis"):
        return None
    if word in BE and dep == "xcomp" and tree.infinitive(step):
        return "planned"
    if head == match.light and dep in ("dobj", "nsubjpass"):
        return words.clausal.get(word) if word in words.speech else words.governors.get(word)  # "fears an attack"
    if dep == "ccomp" and word in words.speech | words.factive:
        return _denied(words, word)
    if word == "without" and dep == "pcomp":
        return "denied"
    if dep == "prep" and tree.lower[step] in words.beside:
        return None
    return words.governors.get(word)


def _idle(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> bool:
    """Whether a governor says nothing of this complement: "set a duty", "asked about the sales", "rejected calls", which were made."""
    if tree.deps[step] == "prep":
        return tree.lower[step] == "about" and tree.lower[head] in words.questioning
    silent = tree.lower[head] in (words.rejecting if match.pattern.quad == SPOKEN else words.infinitives)
    return tree.deps[step] in ("dobj", "nsubjpass") and silent


def _said_in_contact(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> bool:
    """Whether an act of speech is what somebody was called for: "called X to apologise" (and not "called *on* X to apologise")."""
    if tree.lower[head] not in words.contact or match.pattern.quad not in VERBAL or not tree.infinitive(step):
        return False
    return bool(tree.kids(head, "dobj", "oprd")) and tree.lower[min(head + 1, len(tree) - 1)] not in ("on", "upon", "for")


def _denied(words: StatusWords, verb: str) -> Status | None:
    """What a verb of speech makes of what is said with it: denied by denials alone."""
    return "denied" if verb in words.speech - words.factive and words.governors.get(verb) == "denied" else None


def _deed(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Whether a noun makes a deed of its infinitive: "the first country to leave"."""
    return any(tree.lower[c] in words.done_before for c in (noun, *tree.kids(noun, "amod", "advmod", "nummod")))


def _of_clause(tree: Tree, step: int, head: int, words: StatusWords) -> Status | None:
    """What the words that a clause completes make of it: "it is false that ...", "no evidence that ...", "few believe that ..."."""
    if tree.deps[step] not in ("ccomp", "acl", "advcl", "csubj", "relcl") or tree.infinitive(step):
        return None
    mark = any(tree.lower[c] in ("that", "whether") for c in tree.kids(step, "mark", "nsubj"))
    if tree.noun(head):
        barred = any(tree.lower[c] in words.negators for c in tree.kids(head, "det"))
        return "denied" if barred and mark else words.clausal.get(tree.lower[head]) if mark else None
    if tree.deps[step] == "advcl" and not mark:
        return None
    if any(tree.lower[s] in words.few or tree.lower[tree.left_edge(s)] in words.few for s in tree.kids(head, "nsubj")):
        return "possible"
    if _negative_party(tree, head, words) and tree.deps[step] == "ccomp":
        return "denied"
    if _open_question(tree, step) and _negated(tree, head, words):
        return "possible"
    said = (words.clausal.get(tree.lower[c]) for c in (*tree.kids(head, "acomp", "attr"), *((head,) if tree.deps[step] == "ccomp" else ())))
    return next(filter(None, said), None)


def _open_question(tree: Tree, step: int) -> bool:
    """Whether a clause leaves open what it tells: "it is not clear *whether* X attacked Y"."""
    return tree.deps[step] in ("ccomp", "acl", "pcomp") and any(tree.lower[c] == "whether" for c in tree.kids(step, "mark"))


def _negated(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a clause is negated; "not only" is no negation."""
    lower = tree.lower
    near = [*tree.kids(v, "neg", "advmod", "cc", "preconj", "det"), *(c for a in tree.kids(v, "aux", "auxpass") for c in tree.children[a])]
    near += [c for a in tree.kids(v, "advmod") for c in tree.kids(a, "advmod", "neg")]
    if any(lower[c] in words.negators and lower[min(c + 1, len(tree) - 1)] not in words.intensifiers for c in near):
        return True
    return any(lower[c] == "longer" and c > 0 and lower[c - 1] == "no" for c in tree.kids(v, "advmod"))


def _clause(tree: Tree, v: int, words: StatusWords, *, said: bool) -> Status | None:
    """Negation, modals and hedges of one clause."""
    negative, modal = _negated(tree, v, words), _modal(tree, v, words, said=said)
    if _inverted(tree, v, words):
        return "occurred" if negative and _perfect(tree, v) else "possible"  # "had X not attacked" says that it did
    if negative and _regretted(tree, v, words):
        return "occurred"
    if modal:
        weak = [tree.lower[c] for c in tree.kids(v, "aux", "auxpass") if tree.lower[c] in words.possible_modals]
        unable = any(m.startswith(("ca", "coul")) for m in weak)
        return "denied" if negative and (not weak or unable) else modal
    if negative or any(tree.lower[c] in words.missed and c < v for c in tree.kids(v, "advmod")):
        return "denied"
    if any(tree.lower[c] in words.hedges for c in tree.kids(v, "advmod")):
        return "possible"
    if tree.kids(v, "mark") and tree.deps[v] == "advcl" and not tree.infinitive(v):
        return _adverbial(tree, v, words)
    if tree.deps[v] in ("ccomp", "ROOT") and any(tree.lower[c] in words.markers for c in tree.kids(v, "mark")):
        return "possible"  # "is investigating whether X attacked Y", "If X attacked Y;"
    return None


def _modal(tree: Tree, v: int, words: StatusWords, *, said: bool) -> Status | None:
    """What the modal of a clause says; what is to come on a condition is only possible."""
    modals = {tree.lower[c] for c in tree.kids(v, "aux", "auxpass")}
    if modals & words.planned_modals:
        return "possible" if _conditional(tree, v, words) else "planned"
    if modals & words.conditional_modals and any(tree.lower[c] in words.afterwards for c in tree.kids(v, "advmod")):
        return None  # "would invade the island three years later"
    if modals & words.conditional_modals:
        return "planned" if said and not (_conditional(tree, v, words) or _perfect(tree, v)) else "possible"
    return "possible" if modals & words.possible_modals else None


def _perfect(tree: Tree, v: int) -> bool:
    """Whether a form of "have" stands before a participle: "would have sent", "had X not attacked"."""
    return any(tree.lower[c] in ("have", "had") for c in tree.kids(v, "aux"))


def _conditional(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a clause holds on a condition ("if ..."); "even if" sets none."""
    marks = [m for c in tree.kids(v, "advcl") for m in tree.kids(c, "mark") if tree.lower[m] in words.markers]
    return any(m == 0 or tree.lower[m - 1] != "even" for m in marks)


def _inverted(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether an auxiliary before its subject makes a condition: "had X attacked", "were X to attack"."""
    if "?" in tree.lower[-2:]:
        return False
    subjects = tree.kids(v, "nsubj", "nsubjpass")
    openers = [a for a in (*tree.kids(v, "aux", "auxpass"), tree.heads[v], v) if tree.lower[a] in words.inverted]
    lone = [a for a in openers if a == 0 or tree.lower[a - 1] in (",", "and", "“", '"')]
    return any(a < s for a in lone for s in subjects or tree.kids(a, "nsubj"))


def _regretted(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a condition contrary to fact denies what was done: "if X had not attacked, prices would be lower"."""
    marked = any(tree.lower[c] in words.markers for c in tree.kids(v, "mark"))
    head = tree.heads[v]
    unreal = {tree.lower[c] for c in tree.kids(head, "aux")} & (words.conditional_modals | words.possible_modals)
    return tree.deps[v] == "advcl" and marked and bool(unreal) and any(tree.lower[c] == "had" for c in tree.kids(v, "aux"))


def _adverbial(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What the kind of an adverbial clause says: a condition, a purpose."""
    if any(tree.lower[c] in words.markers for c in tree.kids(v, "mark", "advmod")):
        return "possible"
    if _awaited(tree, v, words):
        return "possible"
    return "planned" if tree.infinitive(v) else None


def _awaited(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a clause tells of what is waited for: "until Sudan disarms", "will resume when Sudan has left"."""
    marks = {tree.lower[c] for c in tree.kids(v, "mark", "advmod")}
    present = any(tree.tags[t] in ("VBZ", "VBP") for t in (v, *tree.kids(v, "aux", "auxpass")))
    ahead = any(tree.tags[a] == "MD" for a in tree.kids(tree.heads[v], "aux"))
    if not marks.isdisjoint(words.pending):
        return present or ahead
    return present and ahead and not marks.isdisjoint(words.awaiting)


def _negative_party(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What a party that is nobody says: "no troops were sent", "nobody was arrested", "neither X nor Y came"."""
    parties = tree.kids(v, "nsubj", "nsubjpass", "dobj")
    nobody = any(tree.lower[p] in ("none", "nobody", "nothing", "neither") for p in parties)
    barred = any(tree.lower[c] in ("no", "neither", "nor") for p in parties for c in tree.kids(p, "det", "preconj", "cc"))
    opened = any(tree.lower[tree.left_edge(p)] == "not" for p in tree.kids(v, "nsubj", "nsubjpass"))
    opened = opened and not any(tree.lower[tree.left_edge(p) + 1] in words.intensifiers for p in tree.kids(v, "nsubj", "nsubjpass"))
    return "denied" if nobody or barred or opened else None


def _modified(tree: Tree, n: int, words: StatusWords) -> Status | None:
    """The status that adjectives and determiners give a noun ("a planned visit", "no attack")."""
    found = (words.modifiers.get(tree.lower[c]) for c in tree.kids(n, "amod", "det", "compound", "neg", "nmod"))
    return next(filter(None, found), None)
