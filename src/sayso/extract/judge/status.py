"""Whether an event is said to have happened: cues by their scope on the parse, from the trigger outwards."""

from collections.abc import Iterator
from itertools import pairwise
from typing import cast

from sayso.extract.judge.doubted import doubted, undoubted
from sayso.extract.judge.granted import answered, going_on, happened, presupposed, told_of
from sayso.extract.judge.polarity import adverbial, clause, modified, negated, negative_party, regretted
from sayso.extract.judge.questions import (
    asked,
    goes_along,
    known_act,
    open_question,
    supposed,
    thought,
    unruled,
)
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.forms import denial, left_open
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import FINITE, SUBJECTS, Tree
from sayso.model.event import Status
from sayso.model.quad import HARSH, SPOKEN

RANK: dict[Status, int] = {"occurred": 0, "planned": 1, "possible": 2, "denied": 3}
LONGEST = 6  # words of the longest phrase
INSIDE = ("det", "amod", "compound", "nmod", "poss", "nummod")  # what stands before a noun within its phrase
HELD = ("for", "over")  # before what somebody is tried, punished or thanked for
PARTING = frozenset({":", ";"})
ATTACHED = ("xcomp", "ccomp", "acl", "pcomp", "dobj", "nsubjpass", "prep", "pobj", "acomp", "oprd", "attr", "nsubj", "advcl", "parataxis")


def status(tree: Tree, match: Match, words: StatusWords, *, cited: bool = False) -> Status:
    """The status by the strongest cue whose scope covers a trigger; `cited`: what "would" happen is what somebody says will."""
    given = cast("Status | None", match.pattern.status)
    said = (cited or _said(tree, match, words)) and not _any(tree, match)
    found = [s for s in (given, *_own(tree, match, words, said=said), *_governing(tree, match, words, said=said)) if s]
    strongest: Status = max(found, key=RANK.__getitem__, default="occurred")
    if strongest in ("planned", "possible") and _undone(tree, match, words):
        return "denied"
    if strongest == "denied" and doubted(tree, match.token, words):
        return "possible"
    return "occurred" if given == "occurred" and strongest != "denied" else strongest  # who says "would pay dearly" has threatened


def _any(tree: Tree, match: Match) -> bool:
    """Whether a noun tells of no act in particular: "*a killing* of prisoners would be a crime, he said"."""
    return match.part == "noun" and tree.deps[match.token] == "nsubj" and tree.has(match.token, ("a", "an", "any"), "det")


def _undone(tree: Tree, match: Match, words: StatusWords) -> bool:
    """Whether words after what was meant take it back: "... but called it off"."""
    after = f" {' '.join(tree.lower[max(match.tokens) + 1 :])} "
    return any(f" {u} " in after for u in words.undone)


def _before(tree: Tree, step: int, words: StatusWords) -> Status | None:
    """The status that fixed words right before an infinitive, a gerund or a noun phrase give it ("yet to", "stopped short of")."""
    return next((words.phrases[p] for p in _preceding(tree, step, words) if p in words.phrases), None)


def _preceding(tree: Tree, step: int, words: StatusWords) -> list[str]:
    """The words right before a verb or a noun phrase that may be fixed ones, the longest run of them first."""
    edge = step
    if not tree.verb(step):
        edge = min([step, *(c for c in tree.children[step] if c < step and tree.deps[c] in INSIDE)])
    if edge == 0 or tree.lower[edge - 1] not in words.closing:
        return []
    return [" ".join(tree.lower[edge - n : edge]) for n in range(min(LONGEST, edge), 0, -1)]


def _said(tree: Tree, match: Match, words: StatusWords) -> bool:
    return any(tree.lower[h] in words.speech and tree.verb(h) for h in tree.up(match.token))


def _own(tree: Tree, match: Match, words: StatusWords, *, said: bool) -> Iterator[Status | None]:
    """Cues on the trigger itself, its actors and its sentence."""
    if any(tree.lower[f.head] in words.negators for f in match.actors):
        yield "denied"  # "nobody admitted planting it"
    if match.part == "noun":
        yield modified(tree, match.token, words)
        yield words.foretelling.status(tree, match)
        yield unruled(tree, match.light) if match.light is not None else None
    else:
        own, worded = clause(tree, match.token, words, said=said), any(tree.lower[t] in words.negators for t in match.tokens)
        yield None if own == "denied" and worded else own  # "is not in favour of" is said of who opposes it
        yield None if worded else negative_party(tree, match.token, words)
        yield _due(tree, match.token, words)
        yield unruled(tree, match.token)
    if asked(tree, match.token) or (match.part == "noun" and supposed(tree, match.token, words.markers)):
        yield "possible"


def _governing(tree: Tree, match: Match, words: StatusWords, *, said: bool) -> Iterator[Status | None]:
    """Cues of the clauses over the trigger, from it outwards; what is told has not yet to come because the telling has.

    Nor is undone what is only to end: "called for an *end* to the shelling".
    """
    if presupposed(tree, match, words):
        return
    known = answered(tree, match)
    if known is not None and not (_before(tree, match.token, words) or _governed(tree, known, tree.heads[known], match, words)):
        return
    told, ended, meanwhile = False, False, False
    for step, head, cue in _over(tree, match, words, said=said):
        if cue == "denied" and tree.noun(head) and tree.lower[head] in words.ending:
            ended = ended or not _dating(tree, head, words)
            continue
        if ended and cue in ("planned", "possible"):
            return
        told = told or _told(tree, step, head, words)
        yield None if (told and cue == "planned") or (meanwhile and cue == "denied") else cue
        meanwhile = meanwhile or (
            tree.deps[step] == "prep" and tree.lower[step] in words.settled
        )  # "failed to arrest X *during* his visit"
    yield "denied" if ended else None


def _dating(tree: Tree, end: int, words: StatusWords) -> bool:
    """Whether an end only tells when something else was: "spoke *at the end* of his visit"."""
    return tree.deps[end] == "pobj" and tree.lower[tree.heads[end]] in words.timing


def _told(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether a clause in the past is what somebody says: "will say that X *attacked*", "evidence for his claim that X *attacked*"."""
    if tree.deps[step] not in ("ccomp", "acl") or not _past(tree, step, words):
        return False
    return tree.lower[head] in words.speech | words.factive or (tree.deps[step] == "acl" and tree.has(step, ("that",), "mark"))


def _past(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a verb or one of its auxiliaries stands in the past."""
    return any(tree.tags[t] == "VBD" or tree.lower[t] in words.having for t in (v, *tree.kids(v, "aux", "auxpass")))


def _over(tree: Tree, match: Match, words: StatusWords, *, said: bool) -> Iterator[tuple[int, int, Status | None]]:
    """Cues of the clauses over the trigger, each with the word that it holds of and the one over it."""
    for step, head in pairwise((match.token, *tree.up(match.token))):
        dep = tree.deps[step]
        taken = known_act(tree, step, match, words.topics, words.grammar.temporal)
        if taken or _background(tree, step, words) or _apart(tree, step, head, words) or _fact(tree, step, head, words):
            return
        if dep == "advcl":
            fixed = _before(tree, step, words)
            yield step, head, fixed or _beside(tree, step, match, words)
            if fixed or not tree.infinitive(step):
                above = None if fixed else clause(tree, head, words, said=said)
                above = None if above == "denied" and _fronted(tree, step, head) else above  # "*ending* her speech, she did not ..."
                yield step, head, above if not tree.kids(step, "nsubj", "nsubjpass") or goes_along(tree, step, above) else None
                continue
        if dep == "conj" and _own_clause(tree, step):
            continue
        if open_question(tree, step) or left_open(tree, head, words.grammar) or _unconfirmed(tree, step, head, words):
            yield step, head, "possible"
            return
        if dep == "acl" and tree.kids(step, "mark") and denial(tree, head, words.grammar) is not None:
            yield step, head, "denied"
            return
        governed = _before(tree, step, words) or _governed(tree, step, head, match, words)
        if governed == "denied" and tree.verb(head) and (clause(tree, head, words, said=said) == "denied" or _failed(tree, head, words)):
            return  # "did not prevent X from buying": it was bought
        yield step, head, "possible" if thought(tree, step, head) else governed
        yield step, head, _of_clause(tree, step, head, words)
        if tree.verb(head) or tree.tags[head].startswith("JJ"):
            above = clause(tree, head, words, said=said) if _reaches(tree, step, head, words) else None
            yield step, head, None if above == "denied" and _contrasted(tree, step, head, words) else above
            yield step, head, _denied(words, tree.lower[head]) if dep in ("ccomp", "parataxis") else None


def _own_clause(tree: Tree, v: int) -> bool:
    """Whether a joined verb has an auxiliary, a subject or a negation of its own: "was not safe and *was* shot"."""
    if tree.kids(v, "aux", "nsubj", "nsubjpass") or any(tree.tags[a] in FINITE for a in tree.kids(v, "auxpass")):
        return True
    return bool(tree.kids(v, "neg")) and tree.tags[v] != "VB"


def _fact(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether what is above a clause leaves it a fact: "failed to *disclose* that X had met Y", "is *not afraid* to attack"."""
    if tree.tags[head] == "JJ":
        return _before(tree, step, words) == "occurred"
    stated = tree.deps[step] == "ccomp" and not (tree.infinitive(step) or open_question(tree, step))
    return stated and tree.lower[head] in words.factive


def _failed(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether somebody fails to do what a verb says: "failed to *prevent* the attack"."""
    return tree.deps[v] == "xcomp" and tree.infinitive(v) and _governor(tree, tree.heads[v], words) == "denied"


def _apart(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether a colon or semicolon parts a clause from the one over it that does not tell of its being said."""
    silent = tree.deps[step] in ("ccomp", "parataxis") and tree.lower[head] not in words.speech
    return silent and not PARTING.isdisjoint(tree.lower[min(step, head) : max(step, head)])


def _contrasted(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether what is denied leaves this out: "did not attack but threatened", "said nothing *after* it", "*the talks* did not help"."""
    if told_of(tree, step, words):
        return True
    if tree.deps[step] == "prep":
        return tree.lower[step] in words.settled or any(_before(tree, c, words) == "occurred" for c in tree.kids(step, "pcomp"))
    if _before(tree, step, words) == "occurred":
        return all(tree.tags[a] != "MD" for a in tree.kids(head, "aux"))
    joined = tree.deps[step] == "conj" and tree.verb(step) and tree.tags[step] != "VB"
    return joined and any(head < c < step and tree.lower[c] in words.contrasts for c in tree.kids(head, "cc"))


def _background(tree: Tree, step: int, words: StatusWords) -> bool:
    """Whether what is told at a token lies before the clause around it, whose cues do not cover it."""
    dep = tree.deps[step]
    aim = tree.infinitive(step) and tree.deps[tree.heads[step]] == "dobj"  # "find ways to host him"
    if (dep == "relcl" and not aim) or (dep == "acl" and tree.tags[step] in ("VBN", "VBG") and not tree.kids(step, "mark")):
        return True
    if dep == "advcl":
        aside = tree.has(step, words.asides, "mark") and bool(tree.kids(step, "nsubj", "nsubjpass"))
        return aside or happened(tree, step, words) or (negated(tree, step, words) and regretted(tree, step, words))
    if dep == "pcomp":
        prep = tree.heads[step]
        beside = tree.lower[prep] in words.absolute and tree.lower[prep - 1] == ","
        apart = prep < tree.heads[prep] or beside  # "with X leaving, Y has not ..."
        opening = apart and tree.lower[prep] not in words.negators
        own = bool(tree.kids(step, "nsubj", "nsubjpass")) and not open_question(tree, step)
        if tree.lower[prep] in HELD and tree.lower[tree.heads[prep]] in words.held_for:
            return True  # "will be tried for aiding the rebels"
        return own and bool(tree.kids(step, "mark") or opening)  # "blocked it before police came"
    if not tree.noun(step):
        return False
    single = tree.kids(step, "det", "poss") and not tree.has(step, words.unnamed, "det")
    if tree.has(step, words.underway, "amod") or (single and tree.has(step, words.lately, "amod")):
        return True  # "met to consider the ongoing strike"
    prep = tree.heads[step]
    if tree.lower[prep] in HELD and tree.lower[tree.heads[prep]] in words.held_for:
        return True  # "nobody was tried for the massacre"
    if tree.lower[prep] in words.suffering and tree.noun(tree.heads[prep]):
        return True
    if going_on(tree, step, words):
        return True
    taken = dep == "dobj" and tree.lower[prep] not in words.grounds  # "following" is a verb to the small model
    return not taken and not words.grounds.isdisjoint(_preceding(tree, step, words))  # "will answer in response to the attack"


def _beside(tree: Tree, step: int, match: Match, words: StatusWords) -> Status | None:
    """What an adverbial clause says by its kind; an act of speech in it is done ("marched to demand")."""
    verbal = match.pattern.quad in SPOKEN and step == match.top
    if tree.infinitive(step) and (due := _due(tree, tree.heads[step], words)):
        return due
    return None if verbal else adverbial(tree, step, words)


def _due(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What an adjective says of an infinitive that the parser hangs on the verb beside it: "was *due* in Lima to meet X"."""
    due = tree.lower[v] in words.being_forms and any(words.governors.get(tree.lower[c]) == "planned" for c in tree.kids(v, "acomp"))
    return "planned" if due else None


def _reaches(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether negation and modals of the governing clause cover the inner one: not over what is merely said."""
    if tree.deps[step] == "ccomp" and tree.lower[head] in words.factive:
        return False  # "we must not forget that X invaded Y"
    if tree.deps[step] == "nsubj" and tree.lower[head] in words.ending:
        return False  # "the attacks will not cease"
    if tree.deps[step] in ("ccomp", "parataxis"):
        return tree.lower[head] not in words.speech or bool(tree.kids(head, "neg"))
    if tree.deps[step] == "prep" and tree.lower[head] in words.speech and negated(tree, head, words):
        return False  # "did not comment on the attack"
    if tree.deps[step] == "conj" and tree.tags[head] == "VB" and tree.tags[step] in ("VBD", "VBZ", "VBN"):
        return not tree.kids(head, "aux")  # "did not come and *called* for talks": a tense of its own
    if tree.deps[step] == "conj" and tree.tags[head] in FINITE and tree.tags[step] in FINITE:
        return tree.has(head, ("or", "nor"), "cc")  # "was not happy and *promised* to help"
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
        known = words.modifiers.get(word) if dep in ("prep", "acl", "pobj") and not undoubted(tree, head, words) else None
        return known or ("planned" if dep == "acl" and tree.infinitive(step) and not _deed(tree, head, words) else None)
    if dep == "xcomp" and tree.infinitive(step) and tree.has(head, words.excess, "advmod"):
        return "denied"
    if dep in ("nsubj", "parataxis"):
        return None
    if word in words.being_forms and dep == "xcomp" and tree.infinitive(step):
        return "planned"
    if head == match.light and dep in ("dobj", "nsubjpass"):
        return words.clausal.get(word) if word in words.speech else _governor(tree, head, words)  # "fears an attack"
    if dep == "ccomp" and word in words.speech | words.factive and not tree.infinitive(step):
        return _denied(words, word)
    if word == "without" and dep == "pcomp":
        return "denied"
    if dep == "prep" and (tree.lower[step] in words.beside or _fronted(tree, step, head)):
        return None
    governed = _governor(tree, head, words)
    open_still = not (dep == "ccomp" and _past(tree, step, words)) and not (dep == "pobj" and tree.tags[head] == "IN")
    return governed if governed != "planned" or open_still else None  # "determined that X had fired", "misled him *about* the talks"


def _governor(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What a verb with its particle says, or else by itself: "ruled out", unlike a court that rules on something."""
    if tree.lower[v] in words.implicative and _past(tree, v, words):
        return None  # "had *enabled* X to fire"
    whole = " ".join(tree.lower[t] for t in (v, *tree.kids(v, "prt")[:1]))
    return words.governors.get(whole, words.governors.get(tree.lower[v]))


def _fronted(tree: Tree, step: int, head: int) -> bool:
    """Whether a phrase stands before a clause of which it is no part: "*on a visit to Chad* Macron promised help"."""
    return any(step < s < head for s in tree.kids(head, "nsubj", "nsubjpass"))


def _idle(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> bool:
    """Whether a governor says nothing of this complement: "set a duty", "asked about it", "rejected calls", "offered thanks".

    Nor does a verb that tells of no words of the clause before it: "*shops would be closed*, marches would be banned".
    """
    if tree.deps[step] == "ccomp" and step < head and tree.kids(step, *SUBJECTS):
        return tree.lower[head] not in words.speech | words.factive
    if tree.deps[step] == "prep":
        return tree.lower[step] == "about" and tree.lower[head] in words.questioning
    if tree.lower[step] in words.uttered and (head == match.light or step not in match.tokens):
        return True
    silent = tree.lower[head] in words.infinitives or (match.pattern.quad == HARSH and tree.lower[head] in words.rejecting)
    return tree.deps[step] in ("dobj", "nsubjpass") and silent


def _unconfirmed(tree: Tree, step: int, head: int, words: StatusWords) -> bool:
    """Whether a clause tells what somebody did not confirm, or would not: "declined to *confirm that it had attacked X*"."""
    if tree.deps[step] != "ccomp" or tree.lower[head] not in words.confirming or tree.infinitive(step):
        return False
    over = tree.heads[head]
    return negated(tree, head, words) or (tree.deps[head] == "xcomp" and words.governors.get(tree.lower[over]) == "denied")


def _said_in_contact(tree: Tree, step: int, head: int, match: Match, words: StatusWords) -> bool:
    """Whether an act of speech is what somebody was called for: "called X to apologise" (and not "called *on* X to apologise")."""
    if tree.lower[head] not in words.contact or match.pattern.quad not in SPOKEN or not tree.infinitive(step):
        return False
    if match.pattern.quad != HARSH and head + 1 == step - 1 and not tree.kids(head, "auxpass"):
        return True  # "called to congratulate X"
    return bool(tree.kids(head, "dobj", "oprd")) and tree.lower[min(head + 1, len(tree) - 1)] not in ("on", "upon", "for")


def _denied(words: StatusWords, verb: str) -> Status | None:
    """What a verb of speech makes of what is said with it: denied by denials alone."""
    return "denied" if verb in words.speech - words.factive and words.governors.get(verb) == "denied" else None


def _deed(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Whether a noun makes a deed of its infinitive: "the first country to leave"."""
    return any(tree.lower[c] in words.done_before for c in (noun, *tree.kids(noun, "amod", "advmod", "nummod")))


def _of_clause(tree: Tree, step: int, head: int, words: StatusWords) -> Status | None:
    """What the words that a clause completes make of it: "it is false that ...", "no evidence that ...", "few believe that ..."."""
    if tree.deps[step] not in ("ccomp", "acl", "csubj") or tree.infinitive(step):
        return None
    if tree.noun(head):
        if not tree.has(step, ("that", "whether"), "mark", "nsubj"):
            return None
        if undoubted(tree, head, words):
            return None
        if tree.has(head, words.negators, "det"):
            return "denied"
        over = tree.heads[head] if tree.deps[head] == "nsubj" else head
        said = (words.clausal.get(tree.lower[c]) for c in (head, *tree.kids(over, "acomp", "attr")))  # "the claim that ... is *a lie*"
        return next(filter(None, said), None)
    if any(tree.lower[s] in words.few or tree.lower[tree.left_edge(s)] in words.few for s in tree.kids(head, "nsubj")):
        return "possible"
    if tree.deps[step] == "ccomp" and negative_party(tree, head, words):
        return "denied"
    said = (words.clausal.get(tree.lower[c]) for c in (*tree.kids(head, "acomp", "attr"), *((head,) if tree.deps[step] == "ccomp" else ())))
    return next(filter(None, said), None)
