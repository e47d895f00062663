"""One event a happening: content that a trigger consumes, and second mentions of an act, are taken out."""

from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import FINITE, Tree
from sayso.lexicon.pattern import PREDICATE
from sayso.model.quad import FORCE, FRIENDLY, HOSTILE

MODES = 2  # modes that make two acts of two verbs
GROUND = ("metonym", "place")  # on what grounds a town is somebody in which others only do something
PEOPLE = ("person", "group")
AT_ONCE = ("when", "as")  # before what happens together with something else
CONTENT = ("xcomp", "ccomp", "advcl", "dobj", "prep", "pcomp", "dative", "oprd", "acl", "nsubjpass", "acomp", "pobj")


def without_doubles(matches: Sequence[Match], tree: Tree, means: Set[str] = frozenset(), occasions: Set[str] = frozenset()) -> list[Match]:
    """The matches that stay, in their order; `means` are things that act for others, `occasions` words before how harm came."""
    whole = [_blamed(_completed(m, matches, tree), matches, tree, occasions) for m in matches]
    return _merged([m for m in whole if not (_consumed(m, whole, tree) or _sent(m, whole, tree, means) or _enacted(m, whole, tree))], tree)


def _completed(outer: Match, matches: Sequence[Match], tree: Tree) -> Match:
    """A match with the recipients of the act that is part of its own words as well, or else that says what it is done for."""
    inner = next((m for m in matches if _spoken_of(m, outer, tree)), None)
    if inner is None:
        return _aimed(outer, matches, tree)
    settled = any(f.identified and f.basis != "reference" for f in outer.recipients)
    others = [f for f in inner.recipients if f not in outer.recipients and not any(f.referent == a.referent for a in outer.actors)]
    return replace(outer, recipients=(*outer.recipients, *(f for f in others if f.identified or not settled)))


def _blamed(harm: Match, matches: Sequence[Match], tree: Tree, occasions: Set[str]) -> Match:
    """A harm of nobody's, with those whose act a clause tells it came of: "two were killed when *soldiers* opened fire"."""
    if harm.actors or harm.pattern.quad != FORCE or not tree.kids(harm.top, "nsubjpass"):
        return harm
    tops = {harm.top, *(c for c in tree.kids(harm.top, "conj") if tree.kids(c, "nsubjpass"))}  # "was killed and three wounded when"
    deeds = (m for m in matches if m.pattern.type == harm.pattern.type and tree.deps[m.top] == "advcl" and tree.heads[m.top] in tops)
    deeds = (m for m in deeds if tree.has(m.top, occasions, "advmod", "mark"))
    deeds = (m for m in deeds if _hurts(harm) or not _hurts(m))  # "villages were stormed after *bombers* had killed six people"
    hurt = {f.referent for f in harm.recipients}
    doers = (m.actors for m in deeds if any(f.identified for f in m.actors) and hurt.isdisjoint(f.referent for f in m.actors))
    return replace(harm, actors=next(doers, ()))


def _hurts(match: Match) -> bool:
    """Whether something is done to people, and not to things and places alone."""
    return any(f.referent and f.referent.kind in PEOPLE for f in match.recipients)


def _aimed(outer: Match, matches: Sequence[Match], tree: Tree) -> Match:
    """A hostile act that is done to nobody who is known, with those whom it is for: "went on strike, accusing *the ministry*"."""
    if not outer.pattern.recipient or outer.pattern.quad in FRIENDLY:
        return outer
    if any(f.identified and not (f.placelike and f.basis in GROUND) for f in outer.recipients):
        return outer
    aims = (m for m in matches if m.pattern.quad in HOSTILE and _aim(m, outer, tree))
    actors = _known(outer.actors)
    found = ([f for f in m.recipients if f.identified and not f.placelike and f.referent not in actors] for m in aims)
    lent = next(filter(None, found), [])
    return replace(outer, recipients=(*outer.recipients, *lent)) if lent else outer


def _aim(inner: Match, outer: Match, tree: Tree) -> bool:
    """Whether an act is the purpose of another one, or goes along with it: "to demand that ...", "accusing ..."."""
    v = inner.top
    if (
        tree.deps[v] not in ("advcl", "xcomp")
        or tree.heads[v] not in (outer.top, outer.token)
        or tree.kids(v, "nsubj", "nsubjpass", "mark")
    ):
        return False
    return tree.tags[v] == "VBG" or tree.infinitive(v)


def _spoken_of(inner: Match, outer: Match, tree: Tree) -> bool:
    """Whether an act is part of the words of another one: "agreed to *withdraw*" tells of no withdrawal besides."""
    return inner.token != outer.token and inner.token in outer.tokens and tree.deps[inner.token] == "xcomp"


def _consumed(inner: Match, matches: Sequence[Match], tree: Tree) -> bool:
    """Whether a trigger stands in what an asking, a threat or a refusal is about."""
    outers = (o for o in matches if o.pattern.consumes and o.token != inner.token and tree.within(inner.token, o.token))
    return any(_is_content(tree, inner.token, o.token) for o in outers) and not _told_in_full(inner, tree) and not _background(inner, tree)


def _sent(inner: Match, matches: Sequence[Match], tree: Tree, means: Set[str]) -> bool:
    """Whether a clause on what acts says no more than who acts through it: "missiles *fired* by Chad hit Togo"."""
    verb, noun = inner.token, tree.heads[inner.token]
    thing = tree.lower[noun] in means and tree.deps[noun] == "nsubj"
    if not thing or tree.deps[verb] not in ("acl", "relcl"):
        return False
    through = (m for m in matches if tree.heads[noun] == m.token and m.actors)
    senders = [m.actors for m in through if all(f.head != noun and tree.within(f.head, verb) for f in m.actors)]
    return any(all(f in actors for f in inner.recipients if f.identified) for actors in senders)


def _enacted(inner: Match, matches: Sequence[Match], tree: Tree) -> bool:
    """Whether a verb says what an act of nobody's did where it is named after: "the London *bombing* killed ten"."""
    act = inner.token
    if inner.part != "noun" or inner.actors or tree.deps[act] != "nsubj" or not any(f.head in tree.children[act] for f in inner.recipients):
        return False
    return any(m.token == tree.heads[act] and m.pattern.type == inner.pattern.type for m in matches)


def _is_content(tree: Tree, inner: int, outer: int) -> bool:
    """Whether a token stands in a phrase or clause that the one above it is about, not in one beside it."""
    chain = [inner, *tree.up(inner)]
    step = chain[chain.index(outer) - 1]
    if tree.deps[step] != "advcl":
        return tree.deps[step] in CONTENT
    return step > outer and tree.tags[step] not in ("VBD", "VBZ", "VBP", "VBN")  # not "condemning the coup, it asked ..."


def _background(inner: Match, tree: Tree) -> bool:
    """Whether a relative clause tells of a past act of somebody who is spoken of: "demanded the release of X, *who was detained*"."""
    verb, auxiliaries = inner.top, tree.kids(inner.top, "aux", "auxpass")
    if tree.deps[verb] != "relcl" or any(tree.tags[a] == "MD" for a in auxiliaries):
        return False
    past = tree.tags[verb] == "VBD" or any(tree.tags[a] in FINITE for a in auxiliaries)
    return past and any(tree.deps[c] == "punct" for c in tree.children[tree.heads[verb]] if c < verb)


def _told_in_full(match: Match, tree: Tree) -> bool:
    """Whether a noun has both its parties beside it, or a clause that tells of one: "the sanctions *imposed on Chad*" are a past act."""
    if match.part != "noun":
        return False
    sides = [any(f.identified for f in side) for side in (match.actors, match.recipients)]
    return all(sides) if match.light is None else any(sides) and tree.heads[match.light] == match.token and not tree.infinitive(match.light)


def _merged(matches: Sequence[Match], tree: Tree) -> list[Match]:
    """Two triggers of one act become one event: "fired on marchers, wounding nine"."""
    kept: list[Match] = []
    for later in matches:
        twin = next((n for n, m in enumerate(kept) if _twins(m, later, tree)), None)
        if twin is None:
            kept.append(later)
        elif _means(kept[twin], later, tree) or _befell(kept[twin], later, tree):
            kept[twin] = replace(kept[twin], pattern=later.pattern) if later.pattern.mode else kept[twin]
        elif _under_way(kept[twin], later, tree):
            noun, verb = (kept[twin], later) if later.part == "verb" else (later, kept[twin])
            kept[twin] = noun if noun.pattern.mode and not verb.pattern.mode else verb
        elif _bundled(kept[twin], later, tree):
            kept[twin] = _with_roles_of(later, kept[twin], both=False)
        elif len(later.tokens) > len(kept[twin].tokens) and set(later.tokens) & set(kept[twin].tokens):
            kept[twin] = later
        elif _by_itself(kept[twin], later, tree) and tree.kids(later.token, "dobj") and not (kept[twin].actors or kept[twin].recipients):
            own = tuple(f for f in later.actors if f.head != kept[twin].token)
            kept[twin] = replace(later, actors=own)  # "*clashes* killed nine": the verb tells more
        else:
            kept[twin] = _with_roles_of(kept[twin], later, both=_by_itself(kept[twin], later, tree))
    return kept


def _with_roles_of(first: Match, later: Match, *, both: bool) -> Match:
    """The first of two tellings of one act, with the parties that only the other one names; with the recipients of `both`."""
    if both:
        hurt = [f for f in later.recipients if f not in first.recipients]
        others = tuple(f for f in later.actors if f.head != first.token)
        first = replace(first, actors=first.actors or others, recipients=(*first.recipients, *hurt))
    if not any(f.identified for f in first.recipients) and later.recipients:
        first = replace(first, recipients=later.recipients)
    if not any(f.identified and f.referent and f.referent.kind != "thing" for f in first.actors) and any(
        f.identified for f in later.actors
    ):
        first = replace(first, actors=later.actors)
    return first


def _bundled(first: Match, later: Match, tree: Tree) -> bool:
    """Whether a noun only counts what others name: "a wave of *air strikes* by Chad"."""
    of = tree.heads[later.token]
    nouns = first.part == later.part == "noun" and first.pattern.quad == FORCE and any(f.identified for f in later.actors)
    return nouns and tree.deps[later.token] == "pobj" and tree.lower[of] == "of" and tree.heads[of] == first.token


def _joined_act(first: Match, later: Match, tree: Tree) -> bool:
    """One act in two verbs: "shot and killed", "launched an offensive ..., killing", "a missile that fell", "summoned her to protest"."""
    dep, head = tree.deps[later.token], tree.heads[later.token]
    if dep in ("xcomp", "advcl") and tree.infinitive(later.token) and head == first.top:
        modes = {first.pattern.mode, later.pattern.mode} - {None}
        told = len(modes) < MODES and _known(later.recipients) <= _known(first.recipients) != set()  # who flies there to mediate does both
        same = first.pattern.quad == FORCE or told
        return same and not tree.kids(later.token, "nsubj", "nsubjpass")
    if dep == "conj" and head == first.token and not tree.kids(later.token, "nsubj", "nsubjpass", "dobj", "aux"):
        return later.token - first.token <= 3
    if dep == "relcl" and tree.heads[head] == first.token:
        return not any(f.identified for f in later.actors)
    return dep == "advcl" and tree.tags[later.token] == "VBG" and first.light is not None and head == first.light


def _same_act(first: Match, later: Match, tree: Tree) -> bool:
    """One act told twice with the same parties: "opened fire on marchers and killed three of them"."""
    same = _known(first.actors) == _known(later.actors) != set()
    own = set(tree.kids(later.top, "dobj")) - set(later.tokens)  # "rejected calls and dismissed charges"
    toward = not (later.recipients or own) or (_known(later.recipients) == _known(first.recipients) != set())
    modes = {first.pattern.mode, later.pattern.mode} - {None}
    if later.part == "noun":
        inside = later.light is None and tree.deps[later.token] == "pobj" and tree.within(later.token, first.token)
        return inside and same and toward and not modes
    if later.part != "verb" or tree.kids(later.top, "nsubj", "nsubjpass") or first.top not in _above(tree, later.top):
        return False
    dated = any(tree.kids(v, "npadvmod") for v in (first.top, later.top))
    return same and toward and not dated and len(modes) < MODES


def _under_way(first: Match, later: Match, tree: Tree) -> bool:
    """Whether a verb only says that an act goes on, with its parties: "*arrived on* a visit to Chad", "talks of A and B *continued*"."""
    verb, noun = (later, first) if first.part == "noun" else (first, later)
    if verb.part != "verb" or noun.part != "noun" or noun.pattern.quad == FORCE:
        return False
    said = tree.deps[noun.token] == "nsubj" and tree.heads[noun.token] == verb.token
    same = noun.pattern.mode == verb.pattern.mode
    entered = same and tree.deps[noun.token] == "pobj" and tree.heads[tree.heads[noun.token]] == verb.token
    told = all(_known(n) <= _known(v) for n, v in ((noun.actors, verb.actors), (noun.recipients, verb.recipients)))
    return (said or entered) and told


def _means(harm: Match, deed: Match, tree: Tree) -> bool:
    """Whether a noun says in what somebody was hurt, by those who hurt them: "were killed in an Israeli *air strike*"."""
    prep = tree.heads[deed.token]
    within = (
        deed.part == "noun"
        and tree.deps[deed.token] == "pobj"
        and tree.heads[prep] == harm.token
        and tree.lower[prep] in harm.pattern.with_
    )
    sides = _known(harm.actors) | _known(harm.recipients)
    named = _known(deed.actors) <= sides and {f.referent for f in deed.recipients if f.identified and not f.placelike} <= sides
    hurt = any(f.head in tree.kids(harm.token, "dobj", "nsubjpass", "nsubj") for f in harm.recipients)
    return within and hurt and harm.part == "verb" and harm.pattern.mode is None and named


def _befell(harm: Match, blow: Match, tree: Tree) -> bool:
    """Whether a clause tells what hurt somebody, and nobody's act: "were killed *when their lorry hit a mine*"."""
    when = tree.has(blow.top, AT_ONCE, "mark", "advmod")
    told = when and tree.deps[blow.top] == "advcl" and tree.heads[blow.top] == harm.top and not harm.pattern.mode
    return told and not blow.actors and not harm.actors and _known(blow.recipients) == _known(harm.recipients) != set()


def _by_itself(deed: Match, effect: Match, tree: Tree) -> bool:
    """Whether the deed of somebody known, or of nobody, is itself said to hurt somebody: "*air strikes* on the market killed nine"."""
    somebody = not deed.actors or any(f.identified for f in deed.actors)
    force = deed.part == "noun" and deed.pattern.quad == FORCE and somebody
    of = tree.heads[deed.token]
    subject = tree.heads[of] if tree.deps[deed.token] == "pobj" and tree.lower[of] == "of" else deed.token  # "dozens of *strikes*"
    verb = next(v for v in (effect.token, *tree.up(effect.token)) if tree.deps[v] != "xcomp")  # "reinforcements *began* arriving"
    return force and tree.deps[subject] == "nsubj" and tree.heads[subject] == verb


def _said_of(outer: Match, inner: Match, tree: Tree) -> bool:
    """Whether what somebody is said to be is told by the clause as well: "*said* that the raid *was reckless*"."""
    return PREDICATE in outer.pattern.with_ and tree.deps[inner.token] == "ccomp" and tree.heads[inner.token] == outer.token


def _known(fillers: Sequence[Filler]) -> set[Referent]:
    """Who fills a role, as far as anything is known of them."""
    return {f.referent for f in fillers if f.referent and f.identified}


def _above(tree: Tree, verb: int) -> list[int]:
    """The verbs that a verb is coordinated with."""
    found, step = list[int](), verb
    while tree.deps[step] == "conj" and tree.heads[step] != step:
        step = tree.heads[step]
        found.append(step)
    return found


def _twins(first: Match, later: Match, tree: Tree) -> bool:
    if first.pattern.type != later.pattern.type:
        return False
    if set(first.tokens) & set(later.tokens):
        return True
    if later.part == "noun" and tree.within(later.token, first.token) and not any(f.identified for f in later.actors):
        return tree.deps[later.token] in ("pobj", "dobj", "nsubjpass") and later.light is None
    if _under_way(first, later, tree) or _means(first, later, tree) or _bundled(first, later, tree) or _befell(first, later, tree):
        return True
    if _by_itself(first, later, tree) or _said_of(first, later, tree) or _said_of(later, first, tree):
        return True
    if _joined_act(first, later, tree) or _same_act(first, later, tree):
        return True
    chain = (later.token, *(_above(tree, later.token) if tree.tags[later.token] == "VBG" else ()))  # "..., killing ten *and injuring* 30"
    participle = any(tree.deps[v] == "advcl" and tree.tags[v] == "VBG" and tree.heads[v] == first.token for v in chain)
    return participle and not tree.kids(later.token, "nsubj", "mark")
