"""Who stands so to somebody told of: neighbours and rivals, counterparts and hosts; and what is told of again under another noun."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from sayso.extract.identify import nobody, references
from sayso.extract.identify.antecedents import nearest
from sayso.extract.identify.descriptors import Descriptors, Meaning
from sayso.extract.identify.knowledge import Knowledge
from sayso.extract.identify.memory import Memory, Mention, Referent
from sayso.extract.identify.owning import Mentions
from sayso.extract.parse.tree import PLURALS, Tree


class Telling(Mentions, Protocol):
    """Whatever finds the mentions of the sentence, one by one or all up to a token."""

    def read(self, until: int | None = None, *, names_only: bool = False) -> list[Mention]:
        """All mentions up to a token."""
        ...


class Related:
    """The words of one sentence that mean somebody by whose neighbour, counterpart or host he is, or a thing by what it is."""

    def __init__(self, tree: Tree, memory: Memory, knowledge: Knowledge, descriptors: Descriptors, mentions: Telling) -> None:
        """Read one sentence."""
        self.tree, self.memory, self.knowledge, self.mentions = tree, memory, knowledge, mentions
        self._descriptors = descriptors

    def meant(self, i: int) -> Meaning | None:
        """Who or what a noun means; None for other nouns."""
        word, words = self.tree.lower[i], self.knowledge.references
        if word in words.things and (told := self._told(i)):
            return Meaning(told, "reference")
        if word in words.peers and (peer := self._peer(i)):
            return peer
        return self._facing(i) if word in words.relational else None

    def _told(self, i: int) -> Referent | None:
        """What somebody owns that was told of under another noun: "stormed the Peruvian embassy. ... *The building*"."""
        words = self.knowledge.references
        if [self.tree.lower[c] for c in self.tree.children[i]] != ["the"]:
            return None
        names = {self.tree.lower[i], *words.things[self.tree.lower[i]]}
        near = nearest(i, self.mentions.read(i), self.memory)
        return next((m.referent for m in near if m.referent.known and not names.isdisjoint(_called(m.referent))), None)

    def _peer(self, i: int) -> Meaning | None:
        """Who does the same elsewhere or receives somebody, where no nationality stands there: "his counterpart", "her host"."""
        owner = self._descriptors.owning.ruler(i)
        if owner is None:
            return None
        other = references.land(i, self.mentions.read(i), self.memory, self.knowledge.references, {owner.country})
        country, plural = other.referent.country if other else None, self.tree.tags[i] in PLURALS
        name = self.tree.written(self.tree.left_edge(i), i)
        return Meaning(Referent(name, "person", country, owner.sectors, plural=plural, roles=owner.roles), "reference")

    def _facing(self, i: int) -> Meaning | None:
        """The neighbour or rival of a state: who is named beside the word, else the last one told of that is not that state itself."""
        apposed = next(
            (m for m in map(self.mentions.at, self.tree.kids(i, "appos")) if m and m.referent.kind in ("country", "person")), None
        )
        if apposed:
            return Meaning(apposed.referent, apposed.basis, apposed.head)
        owner = self._descriptors.owning.state(i)
        if owner is None and (at_home := self._against(i)):
            return at_home
        if owner is None:
            owners = self.tree.kids(i, "poss")
            bare = self.tree.tags[i] == "NN" and not self.tree.children[i]  # a headline's "couple sue *neighbour*"
            private = bare or any(map(self._private, owners)) or nobody.local(self.tree, i, self.mentions.at)
            return Meaning(Referent(self.tree.words[i], "person", None, ("CVL",)), "descriptor") if private else None
        single = self.tree.tags[i] in ("NN", "NNP")
        other = self._opposite(i, owner) if single else None
        return Meaning(other, "reference") if other else Meaning(Referent(self.tree.words[i], "group", plural=True), "text")

    def _opposite(self, i: int, owner: str | None) -> Referent | None:
        """The state whose neighbour or rival another one (ISO alpha-3) is, as far as the sentence names none.

        The one that it has dealt with most, else the other one that the report is about, else the last one told of.
        """
        here, names = self.mentions.read(i), self.knowledge.references.names
        named = any(m.head < i and m.referent.country not in (None, owner) for m in here)
        dealt = (lands - {owner} for d in self.memory.dealings if owner in (lands := {r.country for r in d.sides}))
        often = Counter(land for lands in dealt for land in lands if land)
        meant = next((land for land, _ in often.most_common()), self.memory.theatre({owner} if owner else frozenset()))
        if meant and meant in names and not named:
            return Referent(names[meant], "country", meant, ("GOV",))
        other = references.land(i, here, self.memory, self.knowledge.references, {owner})
        return other.referent if other else None

    def _against(self, i: int) -> Meaning | None:
        """A rival or friend of somebody in power, in politics at home: "the premier's opponents", "his rival"; None for neighbours."""
        words, owner = self.knowledge.references, self._descriptors.owning.ruler(i)
        if owner is None or owner.kind != "person" or self.tree.lower[i] in words.lands or words.politics.serving.issuperset(owner.sectors):
            return None
        sectors = ("OPP",) if "GOV" in owner.sectors and self.tree.lower[i] in words.politics.opposing else ("PTY",)
        name, plural = self.tree.written(self.tree.left_edge(i), i), self.tree.tags[i] in PLURALS
        return Meaning(Referent(name, "group" if plural else "person", owner.country, sectors, plural=plural), "reference")

    def _private(self, i: int) -> bool:
        """Whether an owner is a private person: "my", "the couple", "their" of nobody known."""
        owner = self.mentions.at(i)
        crowd = owner is None or owner.referent.kind in ("person", "group")
        known = owner is not None and not self.knowledge.references.power.isdisjoint(owner.referent.sectors)
        return self.tree.lower[i] in self.knowledge.personal or ((self.tree.noun(i) or self.tree.tags[i] == "PRP$") and crowd and not known)


def _called(referent: Referent) -> Sequence[str]:
    """The nouns by which a thing or a body was called: the last word of its name, and its roles; none of people's."""
    if referent.kind in ("person", "country", "place"):
        return ()
    return (*referent.name.lower().split()[-1:], *referent.roles)
