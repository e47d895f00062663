"""Homes: the country of bodies, crowds and people for whom the words themselves name none."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from sayso.extract.identify.antecedents import nearest
from sayso.extract.identify.memory import Mention, Referent
from sayso.extract.identify.nobody import leans
from sayso.extract.identify.references import called
from sayso.extract.identify.step import Sentence
from sayso.extract.match.grammar import Roles
from sayso.extract.match.party_words import PartyWords
from sayso.extract.match.scenes import Scenes
from sayso.extract.parse.tree import PLURALS

NAMED = ("organisation", "thing")  # kinds of an armed group with a name, and of what is its own
BEARERS = ("person", "group", "body")  # kinds of those who govern
STRUCK = ("on", "against", "upon")  # before whom a raid strikes
TOLD = ("name", "metonym", "descriptor", "place")  # bases of those of whom the words of a sentence themselves say where they belong


class Homes:
    """Where those are at home whom one sentence names without a country."""

    def __init__(self, sentence: Sentence, roles: Roles, words: PartyWords) -> None:
        """Read one identified sentence."""
        self.sentence, self.roles, self.tree, self.memory = sentence, roles, sentence.tree, sentence.memory
        self._words, self._where = words, sentence.knowledge.where
        self._scene = Scenes(sentence, roles, words)

    def at_home(self, mention: Mention) -> Referent:
        """A body or crowd of no named country is taken to be of the country that the report is about."""
        r = mention.referent
        if r.country or r.entity or not (r.kind in ("person", "group", "body", "thing") or r.unlisted):
            return r
        if self._words.domestic.isdisjoint(r.sectors) or "IGO" in r.sectors:
            return r
        if mention.basis == "reference" and r in self.memory.strange:
            return r
        if self._strangers(mention):
            self.memory.strange.add(r)
            return r
        if self._passing(mention):
            ousted = self.tree.lower[self.tree.heads[mention.head]] in self._words.ousting
            return replace(r, country=self._sent(mention)) if ousted else r
        home = self.memory.homes.get(r) if mention.basis == "reference" else None
        home = home or self._home(mention)
        if (several := self._shared(mention)) is not None:
            home = home if home in several else None
        home = self._garrison(mention, home)
        if home:
            self.memory.homes[r] = home
        return replace(r, country=home) if home else r

    def _garrison(self, mention: Mention, home: str | None) -> str | None:
        """The country of soldiers and settlers in one that has none of its own but another's; else where they are at home.

        Those of "the occupation" are of whoever holds the land told of most, and never at home where they stand.
        """
        if not self._words.occupying.isdisjoint(self.tree.lower[mention.first : mention.head]):
            lands = (home, *(land for land, _ in self.memory.countries.most_common()))
            return next((self._words.occupied[land] for land in lands if land and land in self._words.occupied), None)
        held = home in self._words.garrisoned and self.tree.lower[mention.head] in self._words.garrison
        return self._words.garrisoned[home] if home and held else home

    def _strangers(self, mention: Mention) -> bool:
        """Whether who is meant is of other countries, or is itself some country: "foreign troops", "70 countries"."""
        tree, i = self.tree, mention.head
        if tree.lower[i] in self.sentence.knowledge.references.kinds["country"] and tree.tags[i] in PLURALS:
            return True
        if tree.lower[i] in self._words.allied and tree.tags[i] in PLURALS and not tree.kids(i, "prep", "poss", "compound"):
            return True
        among = (p for prep in tree.kids(i, "prep") for p in tree.kids(prep, "pobj") if tree.tags[p] in PLURALS)
        if any(tree.lower[p] in self.sentence.knowledge.references.kinds["country"] for p in among):
            return True  # "the leaders of both countries"
        role = self.sentence.role(mention.first, i)
        until = i if role is None else role.first if "GOV" in role.noun.sectors else role.last  # not the foreign minister
        leaning = self.sentence.knowledge.descriptors.leaning
        own = (tree.lower[t] for t in range(mention.first, until) if not leans(tree.lower, t, leaning))
        nations = (self.sentence.named[t].name for t in range(mention.first, until) if t in self.sentence.named)
        if any(n.use == "adjective" and n.entity.kind == "place" and not n.entity.country for n in nations):
            return True  # "Yugoslav"
        return not self._words.strange.isdisjoint((*own, tree.lower[i]))

    def _passing(self, mention: Mention) -> bool:
        """Whether people are met anywhere, in the service of any country: "two diplomats"; not so the diplomat told of before."""
        tree, i = self.tree, mention.head
        return tree.lower[i] in self._words.anywhere and not tree.kids(i, "det", "poss", "compound", "amod", "prep")

    def _shared(self, mention: Mention) -> list[str] | None:
        """The countries of a nationality that several own and the text does not settle ("the Korean leader"); None without one."""
        named = (self.sentence.named.get(t) for t in range(mention.first, mention.head))
        return next((n.name.entity.group.split() for n in named if n and n.name.entity.kind == "country" and n.name.entity.group), None)

    def _home(self, mention: Mention) -> str | None:
        """The country of somebody of no named one: where the clause says that a crowd is, else the one that the report is about."""
        placed = (
            self._reigning(mention)
            or self._mission(mention)
            or self._ours(mention)
            or self._scene.here(mention)
            or self._scene.at_mission(mention)
            or self._fellow(mention)
            or self._commanded(mention)
            or self._held(mention)
            or self._beside(mention)
            or self._scene.opened(mention)
            or self._scene.told_where(mention)
            or self._scene.told(mention)
            or self._told_by(mention)
            or self._posted(mention)
            or self._known_rebels(mention)
            or self._sent(mention)
        )
        return placed or self._about(mention)

    def _reigning(self, mention: Mention) -> str | None:
        """The monarchy told of last, for a king or a crown prince of no named country."""
        if self._words.reigning.isdisjoint(mention.referent.roles):
            return None
        words = self.sentence.knowledge.references
        told = called(mention.head, self.sentence.read(mention.head), self.memory, words, words.callings.called["monarchy"])
        return told.referent.country if told else None

    def _mission(self, mention: Mention) -> str | None:
        """The state told of last whose embassy its attackers stand before: none of their own country has one there."""
        tree, i = self.tree, mention.head
        if tree.lower[i] not in self.sentence.knowledge.descriptors.missions or tree.deps[i] not in ("dobj", "pobj", "nsubjpass"):
            return None
        verb = next((v for v in tree.up(i) if tree.verb(v)), i)
        own = {self.at_home(m).country for s in self.roles.subjects(verb) if s != i and (m := self.sentence.at(s))}
        told = nearest(i, self.sentence.read(i), self.memory)
        states = (m.referent.country for m in told if not m.located and m.referent.kind in ("country", "body", "person"))
        return next((land for land in states if land and land not in own), None) if own - {None} else None

    def _held(self, mention: Mention) -> str | None:
        """The country of a state or its men who hold somebody of no named one: "*Chad* jailed a bishop"."""
        tree, i = self.tree, mention.head
        if tree.deps[i] not in ("dobj", "nsubjpass") or tree.lower[tree.heads[i]] not in self._words.custody:
            return None
        doers = [
            m
            for s in self.roles.subjects(tree.heads[i])
            if s != i and (m := self.sentence.at(s)) and (m.basis != "reference" or m.referent.kind == "country")
        ]
        freed = tree.lower[tree.heads[i]] in self._words.freeing
        masters = (
            m
            for m in doers
            if m.referent.kind != "person"
            and not m.referent.also
            and m.referent.sectors
            and not (freed and self._words.jailing.isdisjoint(m.referent.sectors))
        )
        return next((self.at_home(m).country for m in masters), None)

    def _beside(self, mention: Mention) -> str | None:
        """The country of the rulers side by side with whom their subjects or rebels stand: "between *Chad's government* and rebels"."""
        tree, i, r = self.tree, mention.head, mention.referent
        if tree.deps[i] == "pobj" and self._counts(tree.heads[tree.heads[i]]):
            i = tree.heads[tree.heads[i]]  # "dozens of rebels"
        if tree.deps[i] != "conj" or not r.sectors or not (self._words.fellows | self._words.rebels).issuperset(r.sectors):
            return None
        first = tree.first(i)
        ruling = self.sentence.at(first)
        if (
            ruling is None
            or ruling.located
            or ruling.referent.kind not in BEARERS
            or not self._words.envoys.isdisjoint(ruling.referent.roles)
        ):
            return None
        leads = "GOV" in ruling.referent.sectors or not self.sentence.knowledge.references.leaders.isdisjoint(ruling.referent.roles)
        return ruling.referent.country if leads else None

    def _sent(self, mention: Mention) -> str | None:
        """The country of an envoy with whom a state deals that does not name it: the last one told of, as nobody expels his own."""
        tree, i = self.tree, mention.head
        if tree.deps[i] not in ("dobj", "nsubjpass") or self._words.envoys.isdisjoint(mention.referent.roles):
            return None
        over = [t for t in tree.up(i) if tree.deps[i] == "nsubjpass" and tree.lower[t] in self._words.speech]
        said = [s for v in over for s in tree.kids(v, "nsubj")]  # "the minister said that the ambassador had been called in"
        doers = [m for s in self.roles.subjects(tree.heads[i]) or said if (m := self.sentence.at(s)) and m.referent.country]
        own = {m.referent.country for m in doers}
        told = list(nearest(i, self.sentence.read(i), self.memory))
        missions = self.sentence.knowledge.descriptors.missions
        posts = (m.referent.country for m in told if not missions.isdisjoint(m.referent.roles))
        if post := next(filter(None, posts), None):
            return post  # "stormed the Peruvian consulate and killed *the consul*"
        states = (m.referent.country for m in told if not m.located and self._public(m.referent))
        return next((land for land in states if land and land not in own), None) if own else None

    def _public(self, referent: Referent) -> bool:
        """Whether a state is told of, or its rulers, judges or police: "*Prosecutors in Lviv* ... Budapest expelled a diplomat"."""
        ruling = referent.kind == "group" and not self._words.jailing.isdisjoint(referent.sectors)
        return ruling or referent.kind in ("country", "body", "person")

    def _about(self, mention: Mention) -> str | None:
        """The country that the report is about, for whom no other words place; where he is seen in another, that one or none."""
        assailing, visiting = self._assailing(mention), self.memory.visiting()
        own = self._others(mention) | self._backers(mention) | self._scene.stays(mention) | self._dealing(mention)
        about = self.memory.theatre(own | assailing | visiting)
        about = self._nearer(mention, about, own | assailing) or about
        if about is None and assailing:
            about = self.memory.theatre(own | assailing) or self.memory.theatre(own | visiting)  # soldiers may rise
        scenes = self._scene.passed(mention)
        if not scenes or about in scenes or mention.referent.unlisted:
            return about  # who is called by his office alone holds it in the country of the report, wherever he is
        return None if len(scenes) > 1 or not self._words.abroad.isdisjoint(mention.referent.sectors) else scenes.pop()

    def _nearer(self, mention: Mention, about: str | None, elsewhere: set[str]) -> str | None:
        """The one country that a sentence names, for those who suffer in it, where it is not the one that a report is `about`.

        "Belgium was fined for defying *a tribunal*", in a report on Syria; but not where that one stands out by far.
        """
        tree, i = self.tree, mention.head
        while tree.deps[i] == "poss":
            i = tree.heads[i]
        acting = tree.deps[i] == "nsubj" or tree.deps[tree.heads[i]] == "agent"
        if about is None or acting or self.memory.stands_out(about):
            return None
        lands = {m.referent.country for m in self.sentence.found if m.referent.country and m.basis in TOLD}
        named = {n.name.entity.country for n in self.sentence.named.values()}  # further on as well
        others = lands - elsewhere
        return others.pop() if about not in lands | named and len(others) == 1 else None

    def _dealing(self, mention: Mention) -> set[str]:
        """The states that deal with a government or an army of no named country, which is none of theirs: "*Chad* blamed the junta"."""
        tree, i = self.tree, mention.head
        ruling = mention.referent.kind == "body" and not self._words.ruling.isdisjoint(mention.referent.sectors)
        doers = (self.sentence.at(s) for s in self.roles.subjects(tree.heads[i]) if ruling and tree.deps[i] == "dobj")
        return {m.referent.country for m in doers if m and m.referent.kind == "country" and m.referent.country}

    def _assailing(self, mention: Mention) -> set[str]:
        """The states that strike at a government or an army: "*Israeli troops* attacked the army", "*an Israeli raid* on the army"."""
        tree, i, words = self.tree, mention.head, self._words
        if not mention.referent.sectors or not words.ruling.issuperset(mention.referent.sectors):
            return set()
        while tree.deps[i] == "poss":
            i = tree.heads[i]
        over = tree.heads[i]
        if tree.deps[i] == "dobj" and tree.lower[over] in words.assailing:
            heads = self.roles.subjects(over)
        elif tree.deps[i] == "pobj" and tree.lower[over] in STRUCK and tree.lower[tree.heads[over]] in words.assaults:
            heads = [tree.heads[over], *tree.kids(tree.heads[over], "poss")]
        else:
            return set()
        found = (m for h in heads if (m := self.sentence.at(h)) and m.basis in TOLD and m.referent.kind != "person")
        return {m.referent.country for m in found if m.referent.country and words.ruling.issuperset(m.referent.sectors)}

    def _ours(self, mention: Mention) -> str | None:
        """The publisher's country, for what a text calls its own where nobody else speaks: "*our government* sent guns"."""
        own = (p for p in self.tree.kids(mention.head, "poss") if self.tree.lower[p] in self.sentence.knowledge.references.own)
        return self.memory.seat if any(self.sentence.at(p) is None for p in own) else None

    def _fellow(self, mention: Mention) -> str | None:
        """The country of those who deal with a body at home: "South Africa's opposition forced *the government* to act"."""
        tree, i = self.tree, mention.head
        if mention.referent.kind not in ("body", "person") or tree.deps[i] not in ("dobj", "pobj", "nsubj"):
            return None
        verbs = [v for v in (tree.heads[i], *tree.up(tree.heads[i])) if tree.verb(v)]
        doing = [s for v in verbs for s in (self.roles.subjects(v) if tree.deps[v] == "conj" else tree.kids(v, "nsubj"))]
        doers = (self.sentence.at(s) for s in doing if s != i)
        fellows = (m.referent for m in doers if m and m.referent.country and m.basis != "reference")
        house = "LEG" in mention.referent.sectors and mention.first == i and not tree.children[i]  # "the cabinet asked *parliament* to"
        own = self._words.fellows | ({"GOV"} if house else set())
        return next((r.country for r in fellows if own.issuperset(r.sectors) and r.sectors), None)

    def _commanded(self, mention: Mention) -> str | None:
        """The country of whoever commands a force: "Peru's president condemned Chad and ordered *the navy* to sail".

        Also of bodies and bare officials who are told what to do: "ordered *the state bank* to pay", "instructed *officials*".
        """
        tree, i = self.tree, mention.head
        told = tree.lower[tree.heads[i]] in self._words.bidding
        bidden = told and (mention.referent.kind == "body" or (tree.tags[i] == "NNS" and not tree.children[i]))
        if not mention.referent.sectors or not (bidden or self._words.serving.issuperset(mention.referent.sectors)):
            return None
        if tree.deps[i] == "pobj" and tree.heads[tree.heads[i]] != i and self._counts(tree.heads[tree.heads[i]]):
            i = tree.heads[tree.heads[i]]  # "a company of soldiers"
        verb = tree.heads[i]
        within = [tree.heads[verb]] if tree.deps[verb] in ("ccomp", "xcomp") else []  # "let *police* storm", "vowed to use *the army*"
        over = [*([verb] if tree.deps[i] == "dobj" else []), *within] if tree.deps[i] in ("dobj", "nsubj") else []
        orders = (v for v in over if tree.lower[v] in self._words.commanding and not self.roles.passive(v))
        doers = ((self.sentence.at(s), tree.lower[v]) for v in orders for s in self.roles.subjects(v) if s != i)
        masters = (m.referent for m, word in doers if m and (m.referent.kind != "country" or word in self._words.posting))
        return next((r.country for r in masters if r.country), None)

    def _counts(self, i: int) -> bool:
        """Whether a word counts or bundles what follows: "dozens of", "a company of"."""
        return self.tree.lower[i] in self._words.measures | self._words.hosts

    def _known_rebels(self, mention: Mention) -> str | None:
        """The country of the armed group told of most, for bare "the rebels": of one called so, else of one with a name."""
        tree, i = self.tree, mention.head
        if not mention.referent.sectors or not self._words.rebels.issuperset(mention.referent.sectors):
            return None
        if [tree.lower[c] for c in tree.children[i]] != ["the"]:
            return None
        told = nearest(i, self.sentence.read(i), self.memory)
        groups = [m.referent for m in told if not self._words.rebels.isdisjoint(m.referent.sectors)]
        word = tree.lower[i]
        names = {word, *self.sentence.knowledge.references.alike.get(word, ())}
        called = [r for r in groups if not names.isdisjoint(r.roles)]
        lands = (r.country or self.memory.homes.get(r) for r in called or groups if called or r.kind in NAMED)
        return next((land for land, _ in Counter(filter(None, lands)).most_common(1)), None)

    def _told_by(self, mention: Mention) -> str | None:
        """The country whose officials tell of a crowd: "Gaza's health authorities say that 15,000 people have died".

        Whoever speaks for a state tells of its own people where they suffer: "Chad's envoy said that children had been taken".
        """
        tree, i, r = self.tree, mention.head, mention.referent
        if r.kind != "group" or not self._words.bare.issuperset(r.sectors) or tree.deps[i] not in ("nsubj", "nsubjpass", "dobj"):
            return None
        over = [
            v
            for c, v in pairwise((tree.heads[i], *tree.up(tree.heads[i])))
            if tree.deps[c] == "ccomp" and tree.lower[v] in self._words.speech
        ]
        according = [to for c, word in enumerate(tree.lower) if word == "according" for to in tree.kids(c, "prep")]
        cited = [p for to in according for p in tree.kids(to, "pobj")]
        subjects = [s for v in over for s in tree.kids(v, "nsubj")]
        sayers = [m.referent for s in (*subjects, *cited) if (m := self.sentence.at(s)) and m.referent.country]
        own = self._words.telling | ({"GOV", *self._words.rebels} if tree.deps[i] == "nsubjpass" or cited else set())
        return next((r.country for r in sayers if own.intersection(r.sectors)), None)

    def _posted(self, mention: Mention) -> str | None:
        """The state that says where its forces go: "Chad said that *300 soldiers* would be sent to Mali"."""
        tree, i, r = self.tree, mention.head, mention.referent
        clause = tree.heads[i]
        sent = tree.deps[i] in ("nsubj", "nsubjpass") and tree.lower[clause] in self._words.posting and bool(r.sectors)
        said = tree.heads[clause] if tree.deps[clause] == "ccomp" else clause
        if not sent or not self._words.serving.issuperset(r.sectors) or tree.lower[said] not in self._words.speech:
            return None
        sayers = (m for s in tree.kids(said, "nsubj") if (m := self.sentence.at(s)))
        return next((m.referent.country for m in sayers if not self._words.ruling.isdisjoint(m.referent.sectors)), None)

    def _backers(self, mention: Mention) -> set[str]:
        """Countries that back or arm somebody and whose own he is not: "terrorists *backed by Turkey*"."""
        tree, linked = self.tree, self.sentence.knowledge.descriptors.linked
        verbs = (v for v in tree.kids(mention.head, "acl", "relcl") if tree.lower[v] in linked)
        found = (self.sentence.at(p) for v in verbs for word, _, heads in self.roles.obliques(v) if word == "by" for p in heads)
        return {m.referent.country for m in found if m and m.referent.country}

    def _others(self, mention: Mention) -> set[str]:
        """Countries that the clause of a subject deals with: "the president would visit China" is about no Chinese one."""
        tree, i = self.tree, mention.head
        while tree.deps[i] == "poss":
            i = tree.heads[i]
        if tree.deps[i] not in ("nsubj", "nsubjpass"):
            return set()
        phrase = f" {' '.join(tree.lower[mention.first : mention.head + 1])} "
        if any(f" {office} " in phrase for office in self._words.subordinate):
            return set()
        verbs = [tree.heads[i]]
        for v in verbs:
            verbs += tree.kids(v, "xcomp", "ccomp")
        objects = [o for v in verbs for o in tree.kids(v, "dobj", "dative")]
        phrases = [p for v in (*verbs, *objects) for p in tree.kids(v, "prep") if tree.lower[p] not in self._where]
        found = (self.sentence.at(o) for o in (*objects, *(o for p in phrases for o in tree.kids(p, "pobj"))))
        met = [m for m in found if m and m.referent.country]
        states = (m for m in met if m.referent.kind == "country")
        lands = {m.referent.country for m in states if not (m.basis == "reference" and self._subject_of(mention))}
        anyone = self._words.lawless.issuperset(mention.referent.sectors)
        theirs = {m.referent.country for m in met if anyone and self._from_abroad(m)} - self.memory.grounds
        return {land for land in lands | theirs if land}

    def _from_abroad(self, mention: Mention) -> bool:
        """Whether what somebody deals with says nothing of where he is: "a Greek tanker", "the Turkish consulate", "two Danish nurses"."""
        r, word = mention.referent, self.tree.lower[mention.head]
        private = self._words.travelling.issuperset(r.sectors) and r.kind in ("person", "group")
        return private or word in self._words.senders.means or word in self.sentence.knowledge.descriptors.missions

    def _subject_of(self, mention: Mention) -> bool:
        """Whether those who deal with "the state" may be its own people or rebels."""
        return bool(mention.referent.sectors) and self.sentence.knowledge.references.subjects.issuperset(mention.referent.sectors)
