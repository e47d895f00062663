"""Which time expression dates an event: the one attached nearest above or below its trigger."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date

from sayso.extract.judge.borrowed import announced, compared, long, of_apposition, of_ground, of_name, of_record, owner, since_when
from sayso.extract.judge.date_words import DateWords
from sayso.extract.judge.reach import clause
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import PAST, PRESENT, WHO_WHICH, Tree
from sayso.extract.times import TimeMention, coming
from sayso.model.quad import HARSH, TALK

UNKNOWN = "XXXX"  # the year of a date that nothing tells: better than no date
ONE_SCENE = 20  # steps that a day named in another clause of the same scene counts: one attached to the trigger always comes first
ONE_NIGHT = 1  # days from the first to the last of a time that a scene has: "overnight", "in the past 24 hours"
YEAR = 364  # days from its first to its last
AFTER = ("after", "following")
BORROWED = 5  # steps more for a day that stands with the clause above
INSIDE = 2  # steps of a day inside the noun phrase that a relative clause tells more of: "Monday's raid, which killed ..."
HUNG = 4  # steps to what takes part in a clause with "two days after", or is joined to it
ARGUMENTS = ("nsubj", "nsubjpass", "dobj")
BORDERS = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "xcomp", "pcomp", "parataxis")
LATER = "before"  # a clause behind it follows on what is told above it
JUST_PAST = 30  # days after which a day of the year is not yet expected again: "waited until 17 October to ban it"
OF_NOUN_ITSELF = ("poss", "compound", "nmod")  # of a day before what happened on it: "Monday's massacre"
RIGHT_BEHIND = 6  # characters between a time and the more exact one that explains it
OF_NOUN = 30  # steps of a day behind "of": "met on the sidelines *of a summit on Monday*"


def dating(
    tree: Tree, match: Match, times: Sequence[TimeMention], words: DateWords, *, ahead: bool, day: date | None = None
) -> TimeMention | None:
    """The time expression that dates an event; None where none of the sentence's does.

    `ahead`: the event is still to come, so that "by 2030" may date it and "on Monday" or "in May" is the next one, unless that day of
    the year is hardly past on the `day` of publication.
    """
    found = _nearest(tree, match, times, words, ahead=ahead)
    if found is None:
        return None
    first = bisect_left(tree.starts, found.start)
    if ahead and _before_will(tree, match.top, first):
        return None
    called = first > 0 and tree.lower[first - 1] in words.ahead and tree.deps[first] != "poss"  # "called a summit for Friday"
    called = called or announced(tree, match.token, first, words.speech)
    if found.cycle == "year" and found.first == found.last and found.last and day and 0 < (day - found.last).days < JUST_PAST:
        return found
    return coming(found) if called or (ahead and not _looked_back_on(tree, match.top)) else found


def _before_will(tree: Tree, verb: int, time: int) -> bool:
    """Whether a time tells when something was decided, and not when it is to be: "*agreed on Monday* to send troops"."""
    over = tree.heads[verb]
    decided = tree.deps[verb] == "xcomp" and tree.tags[over] in PAST and not tree.kids(over, "auxpass")
    return decided and tree.within(time, over) and not tree.within(time, verb) and over < time < tree.left_edge(verb)


def _looked_back_on(tree: Tree, verb: int) -> bool:
    """Whether what was to come is told as past itself: "*had* planned to meet in May", "*was* to meet in May"."""
    over = [verb]
    while tree.deps[over[-1]] in ("xcomp", "ccomp", "acl"):
        over.append(tree.heads[over[-1]])
    had = any(tree.lower[a] == "had" for v in over for a in tree.kids(v, "aux"))
    return had or any(tree.lower[v] in ("was", "were") for v in over[1:])


def _nearest(tree: Tree, match: Match, times: Sequence[TimeMention], words: DateWords, *, ahead: bool) -> TimeMention | None:
    best, top, targets = None, 99, _targets(tree, match, words) if times else set()
    for mention in times:
        if mention.first is None and (mention.type not in ("DATE", "TIME") or not mention.value.startswith(UNKNOWN)):
            continue
        tokens = tree.cut(mention.start, mention.end)
        if not tokens or (not ahead and _ends(tree, tokens[0], words)) or _of_something_else(tree, match, tokens, words):
            continue
        far = _far(tree, match, mention, tokens, targets, words)
        if far is not None and (far < top or (best and _explains(mention, best))):
            best, top = mention, far
    return best


def _of_something_else(tree: Tree, match: Match, tokens: Sequence[int], words: DateWords) -> bool:
    """Whether a time is that of a record or of another figure, or part of what a thing is called."""
    record = of_record(tree, tokens[0], match.top, words.records)
    act = (match.token, match.top)
    ground = perfect(tree, match.top) and of_ground(tree, tokens, act, words.happenings)
    return record or ground or compared(tree, tokens[0], words.measures) or of_name(tree, tokens, act, words.within)


def _explains(mention: TimeMention, other: TimeMention) -> bool:
    """Whether a time right behind another one says more exactly when in it: "a month ago, *on 13 January*"."""
    if not 0 < mention.start - other.end <= RIGHT_BEHIND:
        return False
    if mention.first is None or mention.last is None or other.first is None or other.last is None:
        return False
    return other.first <= mention.first <= mention.last <= other.last and (mention.first, mention.last) != (other.first, other.last)


def _ends(tree: Tree, first: int, words: DateWords) -> bool:
    """Whether a time only ends something: "until May", but not "all through May"."""
    before = tree.lower[max(0, first - 2) : first]
    return bool(before) and before[-1] in words.ends and before[0] not in words.lasting


def _far(tree: Tree, match: Match, mention: TimeMention, tokens: Sequence[int], targets: set[int], words: DateWords) -> int | None:
    """How far a time expression is from an event, whose time that of the `targets` is; None where it dates something else."""
    if mention.hinged:
        hung = _hung(tree, tokens[-1])
        near = {match.token, *_joined(tree, match.token), *([tree.heads[match.token]] if tree.deps[match.token] in ARGUMENTS else [])}
        return 0 if match.token in hung else HUNG if hung & (near | {match.top}) else None
    if _when(tree, tokens[-1]) & targets:
        return 0
    i = tree.top(tokens)
    verb = clause(tree, i)
    if verb is not None and (_made(tree, i, verb, match, words) or _said_in(tree, verb, targets, words)):
        return INSIDE
    if of_apposition(tree, i, match.token):
        return None
    own = (_spoken_of(tree, match, tokens[0], words) if long(mention) else None) or since_when(tree, i, words.happenings)
    if own is not None:
        return INSIDE if own == match.token else None
    if match.pattern.quad == HARSH and _of_what_is_spoken_of(tree, i, match.top):
        return None
    far = _distance(tree, i, targets, words)
    if far is not None:
        return far
    above = _where(tree, match.top) or _avowed(tree, match.top, words)
    beside = _distance(tree, i, {above}, words) if above is not None else None
    if beside is not None:
        return beside + BORROWED
    if noun := _of_its_noun(tree, i, match.top):
        return noun
    return _loosely(tree, match, mention, i, verb, words)


def _spoken_of(tree: Tree, match: Match, time: int, words: DateWords) -> int | None:
    """The noun for what is spoken of that a long time dates, where it stands with the verb of an act or of that noun's clause."""
    verb = match.top if tree.verb(match.top) else clause(tree, match.top)
    against = verb is not None and (match.pattern.quad == HARSH or match.token != verb)
    if verb is None or verb not in _path(tree, time):
        return None
    found = owner(tree, time, words.happenings, words.topical, verb)
    named = found == match.token or match.token == verb
    return found if found is not None and named and (against or tree.deps[found] == "pobj") else None


def _loosely(tree: Tree, match: Match, mention: TimeMention, i: int, verb: int | None, words: DateWords) -> int | None:
    """How far a time is that stands with what an act is done to, or in another clause of its scene; None where it dates something else."""
    if i > 0 and tree.lower[i - 1] == "from" and mention.cycle == "week":
        return None  # "expelled a diplomat and shut its airport *from Friday*"
    own = _belongs(tree, i) or _belongs(tree, tree.heads[i])  # "revived the pact of 2001"
    if match.pattern.quad != HARSH and not own and match.top in _path(tree, i):
        return OF_NOUN
    if verb is None or perfect(tree, match.top):
        return None
    if _in_its_year(tree, match, mention, verb):
        return ONE_SCENE
    days = mention.first and mention.last and (mention.last - mention.first).days <= ONE_NIGHT
    return ONE_SCENE if (days or _meanwhile(tree, verb, match.top, words)) and _one_scene(tree, i, verb, match.top, words) else None


def _in_its_year(tree: Tree, match: Match, mention: TimeMention, verb: int) -> bool:
    """Whether a year that dates what came after an act is that of the act, too: "returned to power in 1994 *after an invasion*"."""
    prep = tree.heads[match.token]
    year = mention.first and mention.last and (mention.last - mention.first).days >= YEAR
    return bool(year) and tree.lower[prep] in AFTER and tree.heads[prep] == verb


def _meanwhile(tree: Tree, verb: int, act: int, words: DateWords) -> bool:
    """Whether a clause tells what somebody was about when it happened: "*speaking* in May, urged", "held *as he left* in May"."""
    if tree.deps[verb] != "advcl" or tree.heads[verb] != act or (verb > act and tree.tags[verb] == "VBG"):
        return False
    if verb > act:
        return tree.has(verb, words.meanwhile, "mark", "advmod")
    return tree.tags[verb] == "VBG" and not tree.kids(verb, "mark", "advmod") and tree.left_edge(verb) == verb


def _targets(tree: Tree, match: Match, words: DateWords) -> set[int]:
    """The words whose time is that of an act: all of its verbs, and the noun taken for its sentence ("some 700 people protested")."""
    promised = match.pattern.quad == TALK  # "offered to host talks before Christmas" has not offered then
    found = {match.token, match.top}
    found.update(t for t in match.tokens if tree.verb(t) and not (promised and t != match.token and tree.infinitive(t)))
    found.update(
        c for c in tree.kids(match.token, "acl") if tree.lower[c] in words.beginning and tree.tags[c] == "VBN"
    )  # "Fighting flared"
    over = tree.heads[match.top]
    if tree.deps[match.top] == "acl" and tree.deps[over] == "ROOT" and tree.tags[match.top] in PAST:
        found.add(over)
    over = tree.heads[match.token]
    if tree.deps[match.token] == "nsubj" and (tree.lower[over] in words.effects or tree.lower[over] in words.beginning):
        found.add(over)  # "the raid *killed* ten in May"
    return found


def _of_its_noun(tree: Tree, time: int, verb: int) -> int | None:
    """How far a clause is from the time of what it tells more of: "Monday's raid, which killed", "Monday's raid in Gao, where it hit"."""
    if time < verb and tree.deps[time] in OF_NOUN_ITSELF and tree.noun(tree.heads[time]) and tree.has(verb, ("where",), "advmod"):
        return BORROWED
    return INSIDE if tree.deps[verb] == "relcl" and any(h == tree.heads[verb] for h in _path(tree, time)) else None


def _said_in(tree: Tree, verb: int, targets: set[int], words: DateWords) -> bool:
    """Whether a clause tells of the words in which somebody acts: "in an address *broadcast on Monday*, accused"."""
    if tree.deps[verb] != "acl" or tree.lower[verb] not in words.issuing or tree.deps[tree.heads[verb]] != "pobj":
        return False
    prep = tree.heads[tree.heads[verb]]
    return tree.lower[prep] in words.means and tree.heads[prep] in targets


def _made(tree: Tree, time: int, verb: int, match: Match, words: DateWords) -> bool:
    """Whether a clause with a time tells when a deed was done: "the raid, which began on Monday", "that it made in May"."""
    if tree.deps[verb] != "relcl" or _inside_noun(tree, time, verb):
        return False
    noun, subjects, objects = tree.heads[verb], tree.kids(verb, "nsubj"), tree.kids(verb, "dobj")
    own = [s for s in subjects if tree.tags[s] not in WHO_WHICH]
    if own:
        what = all(tree.tags[o] in WHO_WHICH for o in objects)
        return what and tree.lower[verb] in words.making | words.issuing and noun == match.token
    begins = tree.lower[verb] in words.beginning and all(tree.lower[o] in words.beginning_objects for o in objects)
    if not begins or tree.kids(verb, "xcomp", "ccomp"):
        return False
    below = [noun, *_path(tree, noun)]
    during = any(tree.deps[b] == "prep" and tree.lower[b] == "in" for b in below)
    targets = {match.token, match.top}
    return noun in targets or (bool(targets & {*below}) and (during or tree.deps[noun] == "nsubj"))


def _of_what_is_spoken_of(tree: Tree, time: int, trigger: int) -> bool:
    """Whether a time belongs to a noun below a verb in the present: "Norway condemns the raid in Goma on 9 April"."""
    if tree.tags[trigger] not in PRESENT or tree.kids(trigger, "aux", "auxpass"):
        return False
    hung = next((tree.heads[t] for t in (time, *tree.up(time)) if tree.deps[t] in ("prep", "npadvmod")), trigger)
    return tree.noun(hung) and tree.deps[hung] in ("dobj", "pobj") and hung not in (trigger, tree.heads[trigger])


def _where(tree: Tree, v: int) -> int | None:
    """The verb of the clause that a clause with "where" goes on: "*flew* to Lima on Monday, where he met the mayor"."""
    if tree.deps[v] != "relcl" or not any(tree.tags[c] == "WRB" for c in tree.kids(v, "advmod")):
        return None
    return clause(tree, v)


def _hung(tree: Tree, hinge: int) -> set[int]:
    """What hangs on "two days after": the noun or the clause."""
    if tree.deps[hinge] == "mark":
        return {tree.heads[hinge]}
    over = tree.heads[hinge]
    clause = {h for h in (over, tree.heads[over]) if tree.verb(h) and h > hinge}  # "a day after Lima had signed"
    hung = set(tree.kids(hinge, "pobj", "pcomp"))
    return hung | clause if tree.deps[over] == "npadvmod" or not hung else hung


def _joined(tree: Tree, i: int) -> Iterator[int]:
    """The words that a word is joined to."""
    while tree.deps[i] == "conj":
        i = tree.heads[i]
        yield i


def _when(tree: Tree, last: int) -> set[int]:
    """The clause that a time expression is explained by: "seven years ago, when a mob stormed it"."""
    after = last + 2 if tree.lower[last + 1 : last + 2] == [","] else last + 1
    if tree.lower[after : after + 1] != ["when"]:
        return set()
    verb = tree.heads[after]
    return {verb, *(c for c in tree.kids(verb, "conj"))}


def _one_scene(tree: Tree, time: int, verb: int, trigger: int, words: DateWords) -> bool:
    """Whether a day named in another clause of the sentence is that of the trigger too: joined, participial and "as" clauses share it."""
    if (tree.lower[verb] in words.speech and tree.kids(verb, "ccomp")) or _inside_noun(tree, time, verb):
        return False
    below, above = [trigger, *tree.up(trigger)], [verb, *tree.up(verb)]
    common = next((t for t in below if t in above), None)
    if common is None:
        return False
    told, own = below[: below.index(common)], above[: above.index(common)]
    if _came(tree, verb, common, words):
        own = []
    return all(_shares(tree, c, words, later=True) for c in told if tree.verb(c)) and all(
        _shares(tree, c, words, later=False) for c in own if tree.verb(c)
    )


def _came(tree: Tree, verb: int, act: int, words: DateWords) -> bool:
    """Whether a clause tells when somebody came who then acts: "the envoy, who *flew* to Lima *on Friday*, met"."""
    came = tree.deps[verb] == "relcl" and tree.tags[verb] == "VBD" and tree.lower[verb] in words.moving
    return came and any(tree.within(verb, subject) for subject in tree.kids(act, "nsubj"))


def perfect(tree: Tree, v: int) -> bool:
    """Whether a verb stands in the present perfect, which no day of another clause dates: "has promised two, and sent one on Monday"."""
    return tree.tags[v] == "VBN" and tree.has(v, ("has", "have", "'ve"), "aux")


def _inside_noun(tree: Tree, time: int, verb: int) -> bool:
    """Whether a time belongs to a noun on its way to a verb: "the raid of Monday", "Monday's raid"."""
    chain = [time, *tree.up(time)]
    return any(_belongs(tree, t) for t in chain[: chain.index(verb)])


def _belongs(tree: Tree, t: int) -> bool:
    return (tree.deps[t] == "poss" or (tree.deps[t] == "prep" and tree.lower[t] == "of")) and tree.noun(tree.heads[t])


def _shares(tree: Tree, v: int, words: DateWords, *, later: bool) -> bool:
    """Whether a clause happens on the day of the one above it; `later`: it may also follow on that."""
    if tree.deps[v] in ("conj", "xcomp"):
        return not any(tree.tags[c] == "MD" for c in tree.kids(v, "aux"))
    if tree.deps[v] in ("acl", "nsubj", "csubj"):  # "leaders meeting on Sunday closed ..."
        over = tree.heads[v]
        while tree.noun(over) and tree.deps[over] in ("pobj", "appos") and over < v:  # "leaders *of the bloc*, meeting on Sunday, closed"
            over = tree.heads[over] if tree.deps[over] == "appos" else tree.heads[tree.heads[over]]
        return tree.tags[v] == "VBG" and "nsubj" in (tree.deps[v], tree.deps[over])
    if tree.deps[v] == "pcomp":  # "shot a judge on Monday *before being shot* by police"
        return later and tree.lower[tree.heads[v]] == LATER
    if tree.deps[v] != "advcl":
        return False
    opening = tree.kids(v, "mark", "advmod", "prep")
    marks = {tree.lower[c] for c in opening if not (c > 0 and tree.lower[c] in words.apart and tree.lower[c - 1] in words.nearly)}
    return marks.isdisjoint(words.apart) or (later and marks & words.apart == {LATER})


def _distance(tree: Tree, i: int, targets: set[int], words: DateWords) -> int | None:
    """Steps from a time expression up to an event's trigger, clause borders uncrossed; None where it belongs elsewhere."""
    below = i
    for steps, head in enumerate(_path(tree, i)):
        if head in targets:
            return steps
        if _belongs(tree, below) and not (tree.deps[head] == "nsubj" and tree.heads[head] in targets):  # "Monday's blast killed ..."
            return None
        below = head
    for target in targets:  # "said on Monday that ..." dates the saying; "met on Monday and signed ..." dates both
        if tree.deps[target] in ("conj", "xcomp", "advcl") and not (tree.kids(target, "nsubj", "nsubjpass") or _still(tree, target)):
            above = _distance(tree, i, {tree.heads[target]}, words)
            if above is not None:
                return above + BORROWED
        if tree.deps[target] == "pcomp" and tree.lower[tree.heads[target]] in words.means:  # "joined Mali on Friday in expelling him"
            above = _distance(tree, i, {tree.heads[tree.heads[target]]}, words)
            if above is not None:
                return above + BORROWED
    return None


def _avowed(tree: Tree, act: int, words: DateWords) -> int | None:
    """The verb of speech under which somebody does what he says he does: "*said on Monday* that he *welcomed* the pact"."""
    verb = tree.heads[act] if tree.deps[act] == "acomp" else act
    said, own = tree.heads[verb], tree.kids(verb, "nsubj")
    himself = any(tree.lower[s] in words.avowing for s in own) and tree.lower[act] in words.avowals
    spoken = tree.deps[verb] == "ccomp" and tree.lower[said] in words.speech and not tree.kids(verb, "aux")
    return said if himself and spoken else None


def _still(tree: Tree, v: int) -> bool:
    """Whether what goes on now is joined to what was: "marched last week and *are calling* on him to go"."""
    present = any(tree.tags[a] in PRESENT for a in tree.kids(v, "aux")) or tree.tags[v] in PRESENT
    return tree.deps[v] == "conj" and present and tree.tags[tree.heads[v]] == "VBD"


def _path(tree: Tree, i: int) -> Iterator[int]:
    """The words above a time expression up to the clause that it dates."""
    for head in tree.up(i):
        yield head
        if tree.verb(head) and tree.deps[head] in BORDERS:
            return
