"""Recipients that a passage leaves to its reader: the one whom a reaction answers, or whom the same actor was dealing with."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.extract.explain.implied_words import ImpliedWords, Kind
from sayso.extract.explain.scene import older
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.model import Event, Party
from sayso.model.quad import FORCE, FRIENDLY, HOSTILE

PRONOUNS = ("PRP", "PRP$", "DT")
COMMON = ("NN", "NNS")
CLAUSES = ("xcomp", "ccomp")
SUMMING = ("appos", "npadvmod", "advcl", "dep")  # labels of a noun that sums up the clause before it
REAL = ("occurred", "planned")
REACH = 8  # events back within which a reaction finds what it reacts to
FAR = 24  # the same for one that says of what kind it is ("condemned the *coup*")
CLOSE = 3  # events back within which one that names nobody answers another, or goes on with what its actor began
BESIDE = 10  # characters at most between two of whom one stands beside the other ("Peru and the Chilean ...")
NEAR = 600  # characters back within which the country that the report is about must have been named: some four sentences


@dataclass(frozen=True, slots=True)
class Gap:
    """An event that has no known recipient although its pattern looks for one.

    `reacting`: its object is somebody's deed, named before ("condemned the move"), of one of these types and modes; None where it is
    none. `addressed`: it is done to people of whom no more is known ("told *him*", "asked the *partners*"). `theatre`: the latest
    mention of the country that the report is about, None where there is none; `done_to`: the act can only be meant for that one, as the
    report is about no third country as much, and such acts are done to others.
    `resumed`: its object is a deed told before that it goes on with or undoes ("lift *these sanctions*"); `home` is the country that the
    report is about, wherever the act was done.
    """

    event: Event
    reacting: frozenset[Kind] | None
    addressed: bool
    theatre: Party | None
    done_to: bool = True
    resumed: frozenset[Kind] = frozenset()
    home: str | None = None


@dataclass(frozen=True, slots=True)
class Suffered:
    """A noun for a deed of which only those are told who suffered it (`within` its words), and the kinds that it can be of.

    `stately`: only states do it to anybody ("the execution of two men").
    """

    deed: int
    kinds: frozenset[Kind]
    within: frozenset[int]
    stately: bool = False


def reacting(tree: Tree, match: Match, words: ImpliedWords) -> frozenset[Kind] | None:
    """The types and modes that the object of a trigger can be of, where it is a deed told before: "condemned *the* move", "such violence".

    Acts of other types than those of `reactions` answer nobody ("deployed the army"), and a deed with a doer of its own is not that of
    another ("the release of the bishop").
    """
    if match.pattern.type not in words.reactions:
        return None
    if (kinds := _summed(tree, match, words)) is not None:
        return kinds
    taken = [tree.antecedent(o) for o in _answered(tree, match, words, "dobj", "nsubjpass", "pobj")]
    if any(tree.lower[o] in words.told for o in taken):
        return frozenset()
    objects = (o for o in taken if tree.lower[o] in words.deeds)
    bare = (o for o in objects if tree.tags[o] in COMMON and not _told(tree, o))
    pointed = (o for o in bare if _pointed(tree, o, words))
    return next((frozenset() if tree.kids(o, "meta") else words.deeds[tree.lower[o]] for o in pointed), None)


def _pointed(tree: Tree, noun: int, words: ImpliedWords) -> bool:
    """Whether a noun says of a deed told before what it is: "condemned *the* raid", "protested against *what it called* a provocation"."""
    return bool(tree.kids(noun, "meta")) or tree.has(noun, words.pointers, "det")


def _summed(tree: Tree, match: Match, words: ImpliedWords) -> frozenset[Kind] | None:
    """The types and modes of what a noun behind it sums up, where a clause on it reacts: "jailed Danes, *a step* Oslo deplored"."""
    for clause in (t for t in match.tokens if tree.deps[t] == "relcl" and all(tree.antecedent(o) != o for o in tree.kids(t, "dobj"))):
        noun = tree.heads[clause]
        bare = tree.has(noun, ("a", "an"), "det") and not tree.kids(noun, "prep", "acl")
        if bare and tree.deps[noun] in SUMMING and tree.lower[noun] in words.deeds:
            return words.deeds[tree.lower[noun]]
    return None


def _answered(tree: Tree, match: Match, words: ImpliedWords, *labels: str) -> list[int]:
    """What a reaction takes with these labels, and what it is about: "condemned *the raid*", "voiced concern over *the raid*"."""
    voiced = [o for t in match.tokens for o in (t, *tree.kids(t, "dobj"))]
    about = [p for t in voiced for p in tree.kids(t, "prep") if tree.lower[p] in words.about]
    return [o for t in (*match.tokens, *about) for o in tree.kids(t, *labels)]


def suffering(tree: Tree, match: Match, beside: Sequence[Match], words: ImpliedWords) -> Suffered | None:
    """The deed reacted to, where it says only who suffered it: "condemned the strike *on Togo*".

    What the sentence itself tells of the deed, in one of the matches `beside`, goes before what its noun can mean.
    """
    if match.pattern.type not in words.reactions or match.pattern.quad in FRIENDLY:
        return None
    taken = _answered(tree, match, words, "dobj", "pobj")
    if "object" not in match.pattern.recipient:
        taken = [o for o in taken if tree.heads[o] not in match.tokens]  # "lodged a *protest*" answers no protest
    if _placed(tree, match, taken, words):
        return None
    harmed = ((o, m) for o in taken for m in beside if m.pattern.type in words.harming and m.token in (o, *tree.kids(o, "relcl", "acl")))
    for deed, told in harmed:
        victims = (deed, *(f.head for f in told.recipients), *_phrases(tree, deed))
        kinds = frozenset({(told.pattern.type, told.pattern.mode)})
        done = any(f.identified for f in told.actors)
        return None if done else Suffered(deed, kinds, frozenset(victims), stately=_stately(tree, deed, words))
    return _by_name(tree, next((o for o in taken if words.deeds.get(tree.lower[o])), None), words)


def _placed(tree: Tree, match: Match, taken: Sequence[int], words: ImpliedWords) -> bool:
    """Whether the recipients are the state in which something was done that only states do: "condemned the arrest of a nun *in Moscow*"."""
    acts = [o for o in taken if tree.lower[o] in words.state_acts]
    blamed = [f for f in match.recipients if f.identified]
    return bool(blamed) and all(f.placelike and any(tree.within(f.head, o) for o in acts) for f in blamed)


def _by_name(tree: Tree, deed: int | None, words: ImpliedWords) -> Suffered | None:
    """What a noun for a deed without a doer tells of it."""
    if deed is None or tree.kids(deed, "poss"):
        return None
    doing = {"by", "between", *(() if tree.lower[deed] in words.undergone else ("of",))}
    kinds, within = words.deeds[tree.lower[deed]], frozenset(_phrases(tree, deed))
    return None if tree.has(deed, doing, "prep") else Suffered(deed, kinds, within, stately=_stately(tree, deed, words))


def _stately(tree: Tree, deed: int, words: ImpliedWords) -> bool:
    """Whether a noun is for what only states do to anybody whom nobody else holds: "the execution of two poets", not of hostages."""
    return tree.lower[deed] in words.stately and words.captives.isdisjoint(tree.lower[t] for t in _phrases(tree, deed))


def _phrases(tree: Tree, noun: int) -> list[int]:
    """All that stands in the prepositional phrases of a noun."""
    return [h for p in tree.kids(noun, "prep") for h in tree.subtree(p)]


def blamed(
    event: Event, suffered: Suffered, earlier: Sequence[Event], deed: Party, latest: Mapping[str, Party], words: ImpliedWords
) -> Event:
    """The event with those for recipients who did such a deed to whom it names, where an event before tells of them.

    Else, of deeds that states do to their own, the country of those who suffered ("condemned the arrest of *Ugandan lawyers*"), as
    `latest` mentions it; of what harms others only the deed's words: who condemns an attack on a town accuses neither town nor country.
    """
    lands, kinds = {p.country for p in event.recipients if p.country}, suffered.kinds
    told = (e for e in reversed(earlier[-FAR:]) if (e.type, e.mode) in kinds or e.type in {t for t, _ in kinds})
    done = (e for e in told if e.status in REAL and lands & {p.country for p in e.recipients} and _other(e.actors, event.actors))
    found = next((tuple(replace(p, basis="context") for p in e.actors if p.identified) for e in done), ())
    if not found and not words.harming.issuperset(type_ for type_, _ in kinds):
        return event
    return replace(event, recipients=found or _rulers(event, suffered, latest, words) or (deed,))


def _rulers(event: Event, suffered: Suffered, latest: Mapping[str, Party], words: ImpliedWords) -> tuple[Party, ...]:
    """The one country whose people suffered what only states do to their own, where it is no actor's; soldiers are executed by others."""
    lands = {p.country for p in event.recipients} - {None}
    stately = suffered.stately and all(words.ruling.isdisjoint(p.sectors) for p in event.recipients)
    if len(lands) != 1 or not (stately or words.ruled.issuperset(f"{type_}/{mode}" for type_, mode in suffered.kinds)):
        return ()
    theirs = (p for p in (*event.recipients, *latest.values()) if p.country in lands and not words.ruling.isdisjoint(p.sectors))
    return tuple(replace(p, basis="context") for p in theirs if lands.isdisjoint(a.country for a in event.actors))[:1]


def resumed(tree: Tree, match: Match, words: ImpliedWords) -> frozenset[Kind]:
    """The types and modes of a deed told before that an act goes on with or undoes: "lift *these* sanctions", "ended *its* siege"."""
    objects = [o for t in match.tokens for o in tree.kids(t, "dobj", "nsubjpass") if not _told(tree, o)]
    pointed = (o for o in objects if any(tree.lower[c] in words.pointers or tree.tags[c] == "PRP$" for c in tree.kids(o, "det", "poss")))
    return next((words.deeds[tree.lower[o]] for o in pointed if words.deeds.get(tree.lower[o])), frozenset())


def _told(tree: Tree, noun: int) -> bool:
    """Whether words after a noun say whose deed it is, or which; "what it called an act *of war*" only judges it."""
    clauses = (c for c in tree.kids(noun, "relcl", "acl") if not tree.kids(c, "mark"))
    whose = ("by", "between") if tree.kids(noun, "meta") else ("of", "by", "between")
    return any(clauses) or tree.has(noun, whose, "prep")


def elsewhere(tree: Tree, match: Match, words: ImpliedWords) -> bool:
    """Whether an act is none that others do to the country that a report is about: a plea, or a promise of which a clause tells more."""
    pattern = match.pattern
    if words.done_to.isdisjoint((pattern.type, f"{pattern.type}/{pattern.mode}")):
        return True
    return pattern.type in words.spelt_out and bool(tree.kids(match.token, *CLAUSES))


def addressed(tree: Tree, match: Match, people: Container[str], told: Container[str]) -> bool:
    """Whether somebody suffers the act of whom a pronoun or a noun for `people` says no more; words for a deed (`told`) are nobody."""
    unknown = (f.head for f in match.recipients if not f.identified and tree.lower[f.head] not in told)
    return any(tree.tags[h] in PRONOUNS or tree.lower[h] in people for h in unknown)


def implied(gap: Gap, earlier: Sequence[Event], words: ImpliedWords) -> Event:
    """The event with a recipient found in the text before it, basis `context`; as it is where nothing fits.

    Tried in this order: who did what is reacted to, or suffered what is resumed; whom the same actor dealt with last, in the same
    spirit, or who last did something against him that such an act answers; the country that the report is about, for an actor with
    power from elsewhere.
    """
    event = gap.event
    if (
        f"{event.type}/{event.mode}" in words.alone
        or gap.addressed
        or event.status == "denied"
        or any(p.text[0].isupper() for p in event.recipients)
    ):
        return event  # "blamed *the West*" blames nobody else
    found: tuple[Party, ...] = ()
    if gap.reacting is not None:
        reach = FAR if gap.reacting else REACH
        found = _doers(gap, [e for e in reversed(earlier[-reach:]) if _other(e.actors, event.actors)], words)
    if gap.resumed and not (found or event.recipients):
        found = next((e.recipients for e in reversed(earlier[-REACH:]) if _resumes(e, event, gap.resumed)), ())
    found = found or _between(event, earlier[-REACH:], words)
    lately = (e for e in reversed(earlier[-CLOSE:]) if not older(event.time, e.time))
    found = found or next(filter(None, (_dealt_with(e, event, words) for e in lately)), ())
    if not (found or gap.reacting is not None) and gap.theatre and gap.done_to and _abroad(event, gap.theatre, words):
        found = (gap.theatre,)
    found = found or _complaining(gap, words) or _opposite(gap, earlier[-REACH:], words)
    lands = {p.country for p in event.actors if p.country}
    joint = lands if len(lands) > 1 else ()  # what several do side by side none of them suffers
    known = tuple(replace(p, basis="context") for p in found if p.identified and p.country not in joint)
    return replace(event, recipients=known) if known else event


def _between(event: Event, earlier: Sequence[Event], words: ImpliedWords) -> tuple[Party, ...]:
    """The two sides of the last event that told of two others, for whoever brings them together: "Oman, which *hosted the talks*"."""
    if f"{event.type}/{event.mode}" not in words.between or event.recipients:
        return ()
    sides = ((e.actors, e.recipients) for e in reversed(earlier) if e.status in REAL)
    apart = (s for s in sides if all(_weighty(p, words) and _other(p, event.actors) for p in s) and _other(*s))
    return next(((*one, *other) for one, other in apart), ())


def _complaining(gap: Gap, words: ImpliedWords) -> tuple[Party, ...]:
    """The state on whose say-so its things were harmed by another: "*Togo* blamed Chad for shelling two villages"."""
    event, lands = gap.event, {p.country for p in gap.event.actors}
    if event.type not in words.harming or not event.says:
        return ()
    said = event.says[-1]
    if not said.country or said.country in lands or words.ruling.isdisjoint(said.sectors) or gap.home not in {None, said.country, *lands}:
        return ()
    return (Party(said.entity, said.name, said.country, said.sectors, said.start, said.end, said.text, "context"),)


def _opposite(gap: Gap, earlier: Sequence[Event], words: ImpliedWords) -> tuple[Party, ...]:
    """The one other state of which the last events tell, for what states do to each other: "*It* recalled its ambassador".

    Of several it is the one that acts in the clause before: "Togo hosted the exiles, and Chad recalled its envoy".
    """
    event, lands = gap.event, {p.country for p in gap.event.actors}
    if f"{event.type}/{event.mode}" not in words.dealings or event.recipients or not _weighty(event.actors, words):
        return ()
    told = [p for e in reversed(earlier) for p in (*e.actors, *e.recipients) if p.country and not words.ruling.isdisjoint(p.sectors)]
    others = [p for p in told if p.country not in lands]
    if len({p.country for p in others}) == 1 and len(others) < len(told):
        return (others[0],)
    beside = next((e.actors for e in earlier if e.evidence == event.evidence), ())
    return tuple(p for p in beside if p in others)[:1]


def _doers(gap: Gap, earlier: Sequence[Event], words: ImpliedWords) -> tuple[Party, ...]:
    """Who did what is reacted to: the last deed that the noun can mean, else the last hostile one; foreigners first.

    Those in opposition react to their own state as well as to others; of a pact all who made it are meant.
    """
    kinds = gap.reacting or frozenset()
    lately = [e for e in earlier if e.status in REAL and not older(e.time, gap.event.time)]
    told = [
        e for e in lately if (kinds and any(p.country for p in e.actors)) or (_weighty(e.actors, words) and not _ours(e, gap.event, words))
    ]
    pacts = [e for e in told if not kinds.isdisjoint(words.pacts) and _side_by_side(e)]
    meant = [(*e.actors, *e.recipients) for e in pacts] + [e.actors for e in told if not kinds or (e.type, e.mode) in kinds]
    if kinds and (to_them := [e.actors for e in told if (e.type, e.mode) in kinds and _concerns(e, gap.event)]):
        return to_them[0]
    if not kinds or gap.event.quad in FRIENDLY or pacts:
        return next(iter(meant), ())
    hostile = [e.actors for e in told if e.quad == FORCE and e.type in {kind for kind, _ in kinds} and not _ours(e, gap.event, words)]
    ruling = any(not words.ruling.isdisjoint(p.sectors) for p in gap.event.actors)
    home = gap.theatre.country if gap.theatre and ruling else None
    levels = (
        [a for a in meant if {p.country for p in a} != {home}],
        meant,
        [a for a in hostile if {p.country for p in a} != {home}],
        hostile,
    )
    return next((found[0] for found in levels if found), ())


def _ours(before: Event, event: Event, words: ImpliedWords) -> bool:
    """Whether those in power react to what their own side did, which is a deed told of them: "Mali's army killed ... Bamako dismissed"."""
    lands = {p.country for p in event.actors if p.country and not words.ruling.isdisjoint(p.sectors)}
    return any(p.country in lands for p in before.actors)


def _side_by_side(event: Event) -> bool:
    """Whether those who do something together stand side by side: "*Chad and Togo* signed", "the *two countries* agreed"."""
    if event.quad in HOSTILE or not all(p.identified for p in (*event.actors, *event.recipients)):
        return False
    pairs = ((a, r) for a in event.actors for r in event.recipients)
    beside = (a.end for a, r in pairs if a.start == r.start or 0 <= r.start - a.end <= BESIDE)
    return any(not end <= event.trigger.start < end + BESIDE for end in beside)


def _concerns(before: Event, event: Event) -> bool:
    """Whether an earlier deed was done to the country of those who act: they dismiss the accusation that was made against them."""
    lands = {p.country for p in event.actors if p.country}
    return any(p.country in lands for p in before.recipients)


def _abroad(event: Event, theatre: Party, words: ImpliedWords) -> bool:
    """Whether those who act have power, and none in the country that the report is about and has named just now."""
    near = event.evidence.start - theatre.start <= NEAR
    return near and _weighty(event.actors, words) and theatre.country not in {p.country for p in event.actors}


def _other(parties: Sequence[Party], actors: Sequence[Party]) -> bool:
    """Whether parties are identified and none of them is an actor, or of the same government."""
    return any(p.identified for p in parties) and not any(_same(p, a) or _one_government(p, a) for p in parties for a in actors)


def _resumes(before: Event, event: Event, kinds: frozenset[Kind]) -> bool:
    """Whether an earlier event is the deed that an act goes on with or undoes: of this kind and the same government, against another."""
    lands = {p.country for p in event.actors if p.country}
    own = any(p.country in lands for p in before.actors)
    return (before.type, before.mode) in kinds and own and _other(before.recipients, event.actors)


def _dealt_with(before: Event, event: Event, words: ImpliedWords) -> tuple[Party, ...]:
    """With whom an event deals, as far as one shortly before it shows: the recipient there, or who is answered."""
    if _continues(before, event, words):
        return before.recipients
    return before.actors if _answers(event, before, words) else ()


def _answers(event: Event, before: Event, words: ImpliedWords) -> bool:
    """Whether an event is of a kind that answers hostile deeds or replies to pleas, and its actor met one of another country's."""
    answering = not words.answers.isdisjoint((event.type, f"{event.type}/{event.mode}"))
    asked_only = before.type in words.asking and before.type not in words.answers and f"{event.type}/{event.mode}" not in words.dealings
    harmed = answering and before.quad in HOSTILE and not (asked_only or (event.recipients and event.says))
    asked = event.type in words.replies and not words.asking.isdisjoint((before.type, f"{before.type}/{before.mode}"))
    if not (harmed or asked) or before.status not in REAL:
        return False
    lands = {p.country for p in event.actors if p.country}
    suffered = _concerns(before, event)
    ruling = any(not words.ruling.isdisjoint(p.sectors) for p in event.actors)
    return suffered and ruling and _weighty(before.actors, words) and lands.isdisjoint(p.country for p in before.actors)


def _continues(before: Event, event: Event, words: ImpliedWords) -> bool:
    """Whether an event goes on with what an earlier one began: same actor, same spirit, a recipient who is another."""
    if event.recipients and {p.country for p in before.recipients} <= {p.country for p in event.actors}:
        return False  # "seized the palace and closed *the airports*", but "expelled Chad's envoy and closed *the border*"
    same_spirit = (before.quad in HOSTILE) == (event.quad in HOSTILE)
    weighed = before.recipients if before.evidence != event.evidence else [replace(p, basis="name") for p in before.recipients]
    return (
        same_spirit
        and (_weighty(weighed, words) or _ground(before, event))
        and any(_same(a, b) for a in before.actors for b in event.actors)
        and _other(before.recipients, event.actors)
    )


def _ground(before: Event, event: Event) -> bool:
    """Whether what an earlier event was done to is ground of a country where none of those who act is at home."""
    lands = {p.country for p in event.actors}
    return any(p.country and not p.sectors and p.country not in lands for p in before.recipients)


def _weighty(parties: Sequence[Party], words: ImpliedWords) -> bool:
    """Whether parties are such as others deal with over several sentences: named ones, states, bodies and armed groups."""
    return any(p.basis != "context" and (p.entity or not words.weighty.isdisjoint(p.sectors)) for p in parties)


def _one_government(one: Party, other: Party) -> bool:
    ruling = "GOV" in one.sectors and "GOV" in other.sectors
    return ruling and one.country is not None and one.country == other.country


def _same(one: Party, other: Party) -> bool:
    if one.entity or other.entity:
        return one.entity == other.entity
    if (one.start, one.end) == (other.start, other.end):
        return True
    return one.country is not None and one.country == other.country and set(one.sectors) == set(other.sectors)
