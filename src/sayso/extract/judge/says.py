"""On whose say-so: the chain of speakers and documents over a trigger, outermost first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sayso.extract.judge.speech_words import SpeechWords
from sayso.extract.match.filler import Filler
from sayso.extract.match.forms import denial, left_open
from sayso.extract.match.matches import Match
from sayso.extract.match.roles import Parties
from sayso.extract.parse.tree import FINITE, Tree

Manner = Literal["quote", "paraphrase", "document"]

SPEAKING = ("person", "group", "body", "organisation", "country")  # kinds of referents that a headline lets speak
RELATIVES = ("WDT", "WP", "WP$", "WRB")
CITING = ("according", "per")  # after which even a thing is cited
QUOTES = '"“”„«»'
REACH = 14  # tokens after a comma within which the verb of "..., a spokesman for the ministry said" stands


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in the words of a sentence, the token of the cue, and whether a document speaks and nobody known.

    `beside`: he speaks together with the one found before, and cites nobody.
    """

    filler: Filler
    cue: int
    document: bool
    beside: bool = False


def says(tree: Tree, match: Match, parties: Parties, words: SpeechWords) -> list[Voice]:
    """The chain of speakers that an event rests on, outermost first; empty where the report speaks itself.

    Those who speak together stand side by side, in the order of the text.
    """
    links: list[list[Voice]] = []
    own = set(match.tokens)
    for voice in _voices(tree, match, parties, words):
        known = any(_same(voice, v) for link in links for v in link)
        if known or voice.filler.head in own or voice.cue in own:
            continue
        if voice.beside and links:
            links[-1].append(voice)
        else:
            links.append([voice])
    return [v for link in reversed(links) for v in link]


def cited(tree: Tree, token: int) -> bool:
    """Whether a token stands within quotation marks that its sentence opens."""
    before, after = "".join(tree.words[:token]), "".join(tree.words[token:])
    marked = any(q in before for q in QUOTES) and any(q in after for q in QUOTES)
    return (marked and before.count('"') % 2 == 1) or before.count("“") > before.count("”")


def _same(one: Voice, other: Voice) -> bool:
    """Whether one is named twice: "the *minister* said *he* believed that ...", "Ms Paz said ..., and *she* added"."""
    a, b = one.filler.referent, other.filler.referent
    if a is None or b is None or one.filler.head == other.filler.head:
        return one.filler.head == other.filler.head
    person = a.kind == b.kind == "person" and a.name == b.name and bool(a.entity or a.unlisted)
    return person or (a == b and "reference" in (one.filler.basis, other.filler.basis))


def _voices(tree: Tree, match: Match, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Speakers from the trigger outwards."""
    step = match.token
    yield from _according(tree, step, parties, words)
    yield from _after_outcome(tree, match.token, step, parties, words)
    yield from _beside(tree, step, parties, words)
    for head in tree.up(match.token):
        letter = tree.deps[step] in ("acl", "relcl") and tree.lower[head] in words.documents and bool(_that(tree, step))
        if (tree.deps[step] == "relcl" and not letter) or _aside(tree, step, words):  # background told beside what is said
            yield from _around(tree, step, parties, words)
            return
        if letter:
            yield from _written(tree, head, parties, words)
        if tree.deps[step] == "acl" and tree.lower[head] in words.grammar.claims:
            yield from _claimants(tree, step, head, parties, words)
        if tree.lower[head] in words.quoting and tree.lower[step] == "as":
            yield from _quoted_by(tree, head, parties, words)
        if tree.verb(head) or tree.tags[head] in ("NN", "JJ", "NNS"):
            tells = head == match.light and tree.lower[head] in words.noticing  # "residents reported shelling"
            if tells or _speaks(tree, step, head, words):
                yield from _speakers(tree, head, parties, words)
            yield from _beside(tree, head, parties, words, but=step)
        yield from _according(tree, head, parties, words)
        yield from _after_outcome(tree, match.token, head, parties, words)
        step = head
    yield from _trailing(tree, match.token, parties, words)
    yield from _headed(tree, match.token, parties, words)


def _around(tree: Tree, clause: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who speaks a quotation within which something is told as background: "“the man *who attacked us* fled,” she said"."""
    if cited(tree, clause):
        for step, head in pairwise((clause, *tree.up(clause))):
            if not cited(tree, head) and tree.verb(head) and _speaks(tree, step, head, words):
                yield from _speakers(tree, head, parties, words)


def _after_outcome(tree: Tree, trigger: int, verb: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Those according to whom, named after what came of an act: "shot at them, *killing two, according to* the ministry"."""
    for c in tree.kids(verb, "advcl"):
        if c > trigger and tree.tags[c] == "VBG":
            yield from _according(tree, c, parties, words, apart=True)


def _aside(tree: Tree, clause: int, words: SpeechWords) -> bool:
    """Whether somebody else speaks in a clause beside what is said: "said two died, *while the army spoke* of one"."""
    return tree.deps[clause] == "advcl" and tree.lower[clause] in words.verbs and tree.has(clause, words.asides, "mark", "advmod")


def _speaks(tree: Tree, step: int, head: int, words: SpeechWords) -> bool:
    """Whether a word makes what stands below it somebody's saying: says it, claims it of himself, accuses somebody of it."""
    dep, word = tree.deps[step], tree.lower[head]
    if tree.has(head, words.unsaid, "aux") and not tree.has(head, ("have",), "aux"):
        return False  # "Berlin *should* say that it will help"
    if dep in ("ccomp", "parataxis"):
        return words.utters(tree, head) or left_open(tree, head, words.grammar) or _quoting(tree, head, words) is not None
    if dep == "xcomp":
        passed = word in words.verbs and bool(tree.kids(head, "agent")) and bool(tree.kids(head, "auxpass"))  # "is said by X to have"
        return word in words.self_claiming or passed or left_open(tree, head, words.grammar)
    if word in words.reckoning and dep in ("dobj", "prep"):
        return not words.tolls.isdisjoint(tree.lower[o] for o in tree.kids(head, "dobj"))  # "put the toll of the attack at ten"
    if dep == "dobj":
        return left_open(tree, head, words.grammar)
    return word in words.accusing and dep in ("prep", "pcomp") and tree.lower[step] in ("of", "for", "with", "over")


def _speakers(tree: Tree, verb: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """The subject of a speech verb, those whom it cites, and the outlet that it was told to (inner to outer)."""
    quoting = _quoting(tree, verb, words)
    if quoting is not None:
        roles = parties.roles
        agents = [p for h in (quoting, verb) for c in tree.kids(h, "agent", "prep") if tree.lower[c] == "by" for p in tree.kids(c, "pobj")]
        yield from _all(parties.fill(roles.objects(quoting)), verb, tree, words, parties)
        yield from _all(parties.fill(roles.subjects(quoting) or agents), quoting, tree, words, parties)
        return
    subjects = parties.roles.subjects(verb)
    for c in _cited(tree, verb, subjects, words):
        yield from _all(parties.fill(tree.kids(c, "dobj", "pobj")), c, tree, words, parties)
    yield from _all(parties.fill(subjects), verb, tree, words, parties)
    told = [o for o in tree.kids(verb, "dobj", "dative", "nsubjpass") if _is_outlet(tree, o, parties, words)]
    yield from _all(parties.fill(told), verb, tree, words, parties)


def _quoted_by(tree: Tree, verb: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who passes on what somebody asked for or promised, which is the latter's act: "was quoted *by his office* as telling X to go"."""
    agents = [p for c in tree.kids(verb, "agent") for p in tree.kids(c, "pobj")]
    yield from _all(parties.fill(agents or parties.roles.subjects(verb)), verb, tree, words, parties)


def _quoting(tree: Tree, verb: int, words: SpeechWords) -> int | None:
    """The verb of "quoted X as saying" over its "saying", or itself where that, or what X said, is below it; None for other speech."""
    head = tree.heads[verb]
    if tree.deps[verb] == "pcomp" and tree.lower[head] == "as" and tree.lower[tree.heads[head]] in words.quoting:
        return tree.heads[head]
    if tree.lower[verb] not in words.quoting:
        return None
    saying = any(tree.has(p, words.verbs, "pcomp") for p in tree.kids(verb, "prep") if tree.lower[p] == "as")
    return verb if saying or (tree.kids(verb, "ccomp") and tree.kids(verb, "dobj")) else None


def _cited(tree: Tree, verb: int, subjects: Sequence[int], words: SpeechWords) -> Iterator[int]:
    """Participles that name whom a speaker cites, on the verb, its subject, or what is said, before which the parser hangs them."""
    for top in (verb, *subjects, *tree.kids(verb, "ccomp", "prep", "dobj")):
        yield from (c for c in tree.children[top] if tree.lower[c] in words.citing)


def _claimants(tree: Tree, step: int, noun: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Whose claim it is that is told after a noun ("X's claim that ...", "reports by Y that ..."); of nobody's, the noun itself speaks.

    Of one that is denied it is whoever denies it, and one that is confirmed rests on whoever confirms it.
    """
    if not tree.has(step, ("that",), "mark", "nsubj"):
        return
    confirmed = tree.deps[noun] == "dobj" and tree.lower[tree.heads[noun]] in words.confirming
    if (verb := tree.heads[noun] if confirmed else denial(tree, noun, words.grammar)) is not None:
        yield from _all(parties.fill(parties.roles.subjects(verb)), noun, tree, words, parties)
        return
    owners = parties.fill(_owners(tree, noun, words))
    yield from _all(owners or [Filler(noun, noun, noun, None, "text")], noun, tree, words, parties)


def _that(tree: Tree, clause: int) -> list[int]:
    """The "that" that opens a clause and is nobody in it."""
    objects = tree.kids(clause, "dobj")
    marks = (*tree.kids(clause, "mark"), *(objects if len(objects) > 1 else []))  # "that" is an object too much
    return [m for m in marks if tree.lower[m] == "that"]


def _written(tree: Tree, document: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who says "in a letter that ..." something, which the parser hangs on the letter."""
    preposition = tree.heads[document]
    verb = tree.heads[preposition]
    if tree.deps[document] == "pobj" and tree.lower[verb] in words.verbs and not tree.kids(verb, "ccomp"):
        yield from _speakers(tree, verb, parties, words)


def _owners(tree: Tree, noun: int, words: SpeechWords) -> list[int]:
    """Heads of those whose document or claim a noun is: a possessor, "by X", "from X", "seen by X"."""
    owners = [*tree.kids(noun, "poss"), *tree.taken(noun, "by", "from")]
    passed = (c for c in tree.kids(noun, "acl") if tree.lower[c] in words.passing)
    return owners + [p for c in passed for by in tree.kids(c, "agent") for p in tree.kids(by, "pobj")]


def _headed(tree: Tree, trigger: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who speaks before or after the colon of a headline: "Merz: X attacked Y", "X attacked Y: Merz"."""
    if ":" not in tree.lower:
        return
    colon = tree.lower.index(":")
    first, last = (0, colon - 1) if trigger > colon else (colon + 1, len(tree) - 1)
    mention = parties.sentence.at(last) if first <= last else None
    where = mention and first == 0 and mention.referent.kind == "country" and mention.basis == "name"  # "Mali: rebels enter Gao"
    if mention and not where and (mention.first, mention.last) == (first, last) and mention.referent.kind in SPEAKING:
        yield from _all(parties.fill([last]), colon, tree, words, parties)


def _is_outlet(tree: Tree, i: int, parties: Parties, words: SpeechWords) -> bool:
    if tree.lower[i] not in words.outlets and not tree.noun(i):
        return False
    mention = parties.sentence.at(i)
    people = mention is not None and mention.referent.kind in ("person", "group")  # "told reporters" is told to all
    return tree.lower[i] in words.outlets or bool(mention and not people and "MED" in mention.referent.sectors)


def _beside(tree: Tree, v: int, parties: Parties, words: SpeechWords, but: int = -1) -> Iterator[Voice]:
    """Speech that the parser hangs below the act: "..., as the ministry reported", "..., X said", "as X put it"."""
    for c in tree.kids(v, "parataxis", "advcl", "dep"):
        if c == but or not tree.kids(c, "nsubj"):
            continue
        as_said = tree.has(c, ("as",), "mark", "advmod")
        put = as_said and tree.lower[c] in words.putting and tree.has(c, ("it",), "dobj")
        told = as_said and not tree.kids(c, "dobj", "ccomp")
        inserted = tree.deps[c] == "parataxis" and not tree.kids(c, "ccomp") and not _of_another(tree, c, but)
        if put:
            yield from _all(parties.fill(tree.kids(c, "nsubj")), c, tree, words, parties)
        elif (tree.lower[c] in words.verbs and told) or (words.utters(tree, c) and inserted):
            yield from _speakers(tree, c, parties, words)


def _of_another(tree: Tree, inserted: int, clause: int) -> bool:
    """Whether who speaks beside a clause speaks of it alone: "X fled, *doctors said*, but [Y denied it]"."""
    own = tree.kids(clause, "nsubj", "nsubjpass") if clause >= 0 and tree.deps[clause] == "conj" else []
    return bool(own) and inserted < tree.left_edge(own[0])


def _according(tree: Tree, i: int, parties: Parties, words: SpeechWords, *, apart: bool = False) -> Iterator[Voice]:
    """Those according to whom, or in whose words, something is told, where that hangs on a word; if so wanted, `apart` after a comma."""
    for c in tree.kids(i, "prep", "advmod", "advcl"):
        if apart and tree.lower[c - 1] != ",":
            continue
        word = tree.lower[c]
        if word == "according":
            told = [p for to in (*tree.kids(c, "prep"), c) for p in tree.kids(to, "pobj")]
            yield from _all(parties.fill(o for p in told for o in _accountable(tree, p, words) or [p]), c, tree, words, parties)
        elif word == "per":
            yield from _all(parties.fill(tree.kids(c, "pobj")), c, tree, words, parties)
        elif word in ("in", "by"):
            for account in tree.kids(c, "pobj"):
                yield from _all(parties.fill(_accountable(tree, account, words)), account, tree, words, parties)


def _accountable(tree: Tree, i: int, words: SpeechWords) -> Sequence[int]:
    """Whose words, view or account a noun is; nobody for other nouns."""
    if tree.lower[i] not in words.accounts:
        return []
    return tree.kids(i, "poss") or tree.taken(i, "of")


def _trailing(tree: Tree, trigger: int, parties: Parties, words: SpeechWords) -> Iterator[Voice]:
    """Who speaks after a comma behind a trigger, where the parse does not join them: "..., said the ministry", "..., a spokesman said"."""
    said = [t for t, word in enumerate(tree.lower) if t > trigger and word in words.verbs and tree.tags[t] in FINITE]
    commas = (t for t in range(trigger + 1, len(tree)) if tree.lower[t] in (",", '"', "”")) if said else ()
    for comma in commas:
        verb = next((t for t in said if comma < t < comma + REACH), None)
        if verb is None or any(tree.within(trigger, r) for r in tree.kids(verb, "conj", "dobj")) or _told_of(tree, verb, trigger):
            continue
        after = [] if tree.lower[verb] in words.telling else [o for o in tree.kids(verb, "dobj") if _somebody(tree, o, parties)]
        subjects = [s for s in (*tree.kids(verb, "nsubj"), *after) if tree.lower[s] not in ("who", "which", "that")]
        if subjects and _closed(tree, comma, subjects[0], verb):
            yield from _all(parties.fill(subjects[:1]), verb, tree, words, parties)
            return


def _told_of(tree: Tree, verb: int, trigger: int) -> bool:
    """Whether a verb has a clause of its own, or lies in one about what stands between: "shot down drones *which, he said, were old*"."""
    said = tree.kids(verb, "ccomp")
    if said and not any(tree.within(trigger, c) for c in said):
        return True
    above = (i for i in (verb, *tree.up(verb)) if tree.deps[i] == "relcl" and trigger < tree.heads[i] and not tree.within(trigger, i))
    return any(tree.tags[t] in RELATIVES for i in above for t in range(tree.heads[i], verb))


def _somebody(tree: Tree, i: int, parties: Parties) -> bool:
    """Whether a noun is somebody who could speak: "said *the ministry*", but "promised Mali *help*"."""
    return tree.tags[i] == "NNP" or any(f.identified or f.referent for f in parties.fill([i]))


def _closed(tree: Tree, comma: int, subject: int, verb: int) -> bool:
    """Whether a subject and its verb of speech are all that stands after a comma, up to the next mark or preposition."""
    if tree.kids(verb, "aux", "mark") or not all(tree.within(t, verb) for t in range(comma + 1, verb)):
        return False
    if verb == comma + 1:
        return True
    ends = verb + 1 == len(tree) or tree.lower[verb + 1] in (",", ".", "in", "on", '"', ";")
    return ends and tree.left_edge(subject) == comma + 1


def _all(fillers: Sequence[Filler], cue: int, tree: Tree, words: SpeechWords, parties: Parties) -> Iterator[Voice]:
    """The voices of fillers, who speak together; behind a document stand those who wrote it or passed it on."""
    beside = False
    for filler in (_titled(tree, f, words) for f in fillers):
        own = filler.referent is None and tree.lower[filler.head] in words.author  # a column's author is the report's own voice
        if (
            own
            or (tree.lower[cue] not in CITING and _mute(tree, filler, words, parties))
            or tree.lower[filler.head] in words.silent
            or (tree.lower[filler.head] in words.grammar.temporal and parties.roles.dates(filler.head))
        ):
            continue
        document = tree.lower[filler.head] in words.documents and not (filler.referent and filler.referent.entity)
        for c in (c for c in tree.kids(filler.head, "relcl", "acl") if tree.lower[c] in words.quoting and tree.tags[c] != "VBN"):
            yield from _all(parties.fill(tree.kids(c, "dobj")), c, tree, words, parties)
        yield Voice(filler, cue, document, beside)
        beside = not document
        if document:
            owners = [f for f in parties.fill(_owners(tree, filler.head, words)) if f.identified]
            yield from (Voice(f, cue, document=False) for f in owners)
        for c in (c for c in tree.kids(filler.head, "acl") if tree.lower[c] in words.quoting and tree.tags[c] == "VBN" and not document):
            yield from _all(parties.fill(p for by in tree.kids(c, "agent") for p in tree.kids(by, "pobj")), c, tree, words, parties)


def _mute(tree: Tree, filler: Filler, words: SpeechWords, parties: Parties) -> bool:
    """Whether a word for a thing that is no document, account or outlet stands where somebody speaks: "*the move* suggests that"."""
    i = filler.head
    common = filler.referent is None and tree.tags[i] in ("NN", "NNS") and tree.words[i].islower()
    told = (words.documents, words.outlets, words.accounts, words.tolls, words.grammar.claims, words.telltale)
    person = parties.called(i) or tree.lower[i].removesuffix("s").endswith(words.endings)
    return common and not person and not any(tree.lower[i] in nouns for nouns in told)


def _titled(tree: Tree, filler: Filler, words: SpeechWords) -> Filler:
    """An outlet under the name that stands behind what it is: "the state news agency *SANA*", "a Turkish daily, *Sabah*, reported"."""
    i = filler.head + 1
    if tree.lower[filler.head] not in words.outlets or tree.tags[filler.head] == "NNP":
        return filler
    i += i + 1 < len(tree) and tree.lower[i] == "," and tree.deps[i + 1] == "appos"
    end = i
    while end < len(tree) and tree.words[end][0].isupper():
        end += 1
    if end == i or (filler.referent and filler.referent.entity):
        return filler
    named = filler.referent and replace(filler.referent, name=tree.written(i, end - 1))
    return replace(filler, first=i, last=end - 1, head=end - 1, referent=named)
