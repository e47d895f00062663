"""Whose a noun phrase is: its possessor, the nationality before it, or the phrase behind it."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.extract.identify.descriptor_words import DescriptorWords
from sayso.extract.identify.memory import Kind, Memory, Mention, Referent
from sayso.extract.identify.names import Named, country_of
from sayso.extract.identify.nobody import leans, scene
from sayso.extract.identify.owners import Owner, owned_by
from sayso.extract.parse.tree import Tree
from sayso.lexicon.lexicon import RoleNoun

BODIES = ("body", "organisation", "group")  # kinds of those who have a spokesman


@dataclass(frozen=True, slots=True)
class Described:
    """A role noun within a noun phrase: its first and last token."""

    noun: RoleNoun
    first: int
    last: int

    @property
    def whole(self) -> bool:
        """Whether it tells by itself of what it is: "chief *of staff*"."""
        return self.noun.before[-1:] == ("of",)


class Mentions(Protocol):
    """Whatever finds the mentions of the sentence."""

    def at(self, i: int) -> Mention | None:
        """The mention whose head is a token; None where the words mean nobody."""
        ...


class Owning:
    """The owners that one sentence names; what it takes is that of `Descriptors`."""

    def __init__(self, tree: Tree, named: Mapping[int, Named], memory: Memory, words: DescriptorWords, mentions: Mentions) -> None:
        """Read one sentence."""
        self.tree, self.named, self.memory, self.words, self.mentions = tree, named, memory, words, mentions

    def inside_possessor(self, i: int) -> set[int]:
        """The tokens of the possessor of a noun."""
        owners = self.tree.kids(i, "poss")
        return {t for c in owners for t in self.tree.subtree(c)} if owners else set()

    def owner(self, i: int) -> Referent | None:
        """The possessor of a noun."""
        if not (possessors := self.tree.kids(i, "poss")):
            return None
        owners = map(self.tree.antecedent, possessors)
        found = (mention.referent for owner in owners if owner != i and (mention := self.mentions.at(owner)))
        return next((referent for referent in found if referent.country or referent.sectors), None)

    def state(self, i: int) -> str | None:
        """The country whose neighbour or rival a noun is ("its neighbour"); None where another nationality stands there."""
        if any(t in self.named for c in self.tree.kids(i, "amod", "compound") for t in self.tree.subtree(c)):
            return None
        owner = self.owner(i)
        return owner.country if owner and owner.kind == "country" else None

    def ruler(self, i: int) -> Referent | None:
        """Who holds power and has a counterpart, host or rival; None where a land's name stands there or the owner is a private person."""
        beside = (t for c in self.tree.kids(i, "amod", "compound", "appos", "prep") for t in self.tree.subtree(c) if t in self.named)
        if any("PTY" not in self.named[t].name.entity.sectors for t in beside):
            return None
        owner = self.owner(i)
        return owner if owner and owner.country and not self.words.power.isdisjoint(owner.sectors) else None

    def whose(self, i: int, first: int, role: Described | None = None) -> Owner:
        """The country or body that a noun belongs to: possessor, modifier, or "of X"; a nationality beside "his" comes first."""
        tree, until = self.tree, role.first if role else i
        ends = [t for t in range(first, i) if t in self.named and self.named[t].last == t]
        lands = self._lands(i, ends) if ends else []
        if tree.lower[i] in self.words.counterparts and (there := self._of(i, role)).who:
            return there  # "his counterparts in Ghana and Togo"
        harmed = tree.lower[i] in self.words.harmers  # "his captors" are not his people
        if harmed and (lands or tree.kids(i, "poss") or tree.has(i, ("of",), "prep")):
            return Owner(next(iter(lands), None))
        owner = self.owner(i)
        if owner and not (lands and any(tree.tags[p] == "PRP$" for p in tree.kids(i, "poss"))):
            by_reference = any(m.basis == "reference" for p in tree.kids(i, "poss") if (m := self.mentions.at(p)))
            return Owner(owner, "reference" if by_reference else "descriptor")
        if lands:
            side_by_side = len(lands) > 1 and any(tree.tags[t] in ("CC", ",", "HYPH", ":") for t in range(first, until))
            apart = tuple(land for land in lands[1:] if land.country != lands[0].country)
            return Owner(replace(lands[0], also=apart) if side_by_side else lands[0])
        if told := self._spoken_for(role):
            return Owner(told, "reference")
        return self._of(i, role) if role or tree.lower[i] in self.words.tracts or tree.deps[i] == "pobj" else Owner()

    def _spoken_for(self, role: Described | None) -> Referent | None:
        """The body told of before that a role names in short: "*ministry* spokesman Carlos Ruiz"."""
        if role is None or not role.last or self.tree.lower[role.last] not in self.words.members:
            return None
        word = self.tree.lower[role.last - 1]
        told = (m.referent for m, _ in reversed(self.memory.recent)) if word in self.words.roles else ()
        return next((r for r in told if word in r.roles and r.country and r.kind in BODIES), None)

    def _lands(self, i: int, ends: Sequence[int]) -> list[Referent]:
        """The nationalities and memberships among the names that end at tokens of a noun phrase; where it has none, its seat."""
        owners = self.inside_possessor(i)
        apart = {t for t in ends if t in owners or self._is_linked(t) or self._scene(t, i)}
        lands = [land for t in ends if t not in apart and (land := self._modifier(t))]
        return lands or [land for t in ends if self._is_based(t) and (land := self._modifier(t)) and land.kind == "country"]

    def _scene(self, t: int, i: int) -> bool:
        """Whether a name says where violence struck; a place that is no country is named as a town is: "the *Bekaa Valley* clash"."""
        name = self.named[t].name
        return scene(self.tree, "city" if name.entity.kind == "place" and name.use == "name" else name.use, i, self.words.scenes)

    def _of(self, i: int, role: Described | None) -> Owner:
        """The country or body in a prepositional phrase on a role: "of Kenya", "from both countries", "from Ghana and Togo"."""
        tree = self.tree
        lent = role is not None and tree.lower[role.last] in self.words.members and not role.whole
        for prep in (*tree.kids(i, "prep"), *self._adjacent(i, role)):
            word = tree.lower[prep]
            word = "of" if word == "to" and self._advises(i, prep) else word
            bench = word == "at" and role is not None and not self.words.power.isdisjoint(role.noun.sectors)  # "judges at the court"
            if (word not in self.words.lending and not bench) or (word != "of" and role is not None and "IGO" in role.noun.sectors):
                continue
            heads = ((m, tree.lower[m.head]) for m in self._inside(prep))
            found = [
                m
                for m, head in heads
                if head not in self.words.descent
                and owned_by(m, word, lent=lent, ground=head in self.words.kinds, mission=head in self.words.missions)
            ]
            near = tree.lower[min(i + 1, len(tree) - 1)] in self.words.lending  # no "(tortured) an inmate to death in Iran"
            beside = near or tree.heads[prep] > i
            if len(found) > 1:
                first, *others = (replace(m.referent, also=()) for m in found)
                apart = [
                    r
                    for n, r in enumerate(others)
                    if r.kind != "place" or r.country not in {first.country, *(o.country for o in others[:n])}
                ]
                return Owner(replace(first, also=tuple(apart)), "descriptor", found[-1].last if beside else None)
            if found:
                return Owner(found[0].referent, "reference" if found[0].referent.also else "descriptor", found[0].last if beside else None)
        return self._led(i) if role is not None and role.noun.kind != "person" else Owner()

    def _led(self, i: int) -> Owner:
        """The person by whom a body or a group is led: "the interim government *headed by Karzai*"."""
        tree = self.tree
        verbs = [v for v in tree.kids(i, "acl") if tree.tags[v] == "VBN" and tree.lower[v] in self.words.leading]
        leaders = (m.referent for v in verbs for by in tree.kids(v, "agent") for m in self._inside(by))
        return Owner(next((r for r in leaders if r.kind == "person" and r.country), None))

    def _adjacent(self, i: int, role: Described | None) -> list[int]:
        """Where a crowd of private people is, whatever the "in" hangs on, or lives: "gave tents to *victims in Haiti*".

        Of those at an embassy likewise: "expelled two *officials at the Peruvian embassy*".
        """
        prep, tree = i + 1, self.tree
        after = tree.lower[prep] if prep < len(tree.lower) else ""
        if (after == "at" and self._posted(i)) or (after == "to" and self._advises(i, prep)):
            return [prep]
        if role is None or role.noun.kind != "group" or not self.words.crowds.issuperset(role.noun.sectors):
            return []
        apart = after == "in" and tree.deps[prep] == "prep" and tree.heads[prep] != i
        if apart and tree.deps[i] in ("dobj", "pobj", "nsubjpass", "dative", "conj"):
            return [prep]
        return [p for v in tree.kids(i, "acl", "relcl") if tree.lower[v] in self.words.living for p in tree.kids(v, "prep")]

    def _posted(self, i: int) -> bool:
        """Whether the "at" right after a noun takes a mission, though it hangs on another word."""
        tree, prep = self.tree, i + 1
        return tree.heads[prep] != i and tree.has(prep, self.words.missions, "pobj")

    def _advises(self, i: int, prep: int) -> bool:
        """Whether a "to" right after somebody takes whom he serves, whatever it hangs on: "accused an *aide to the president* of"."""
        return prep == i + 1 and self.tree.lower[i] in self.words.advising

    def _inside(self, prep: int) -> Iterator[Mention]:
        """The mentions that a preposition takes, those side by side apart."""
        heads = self.tree.kids(prep, "pobj")
        while heads:
            yield from (mention for h in heads if (mention := self.mentions.at(h) or self._named_place(h)))
            heads = [k for h in heads for k in self.tree.kids(h, "conj")]

    def _named_place(self, i: int) -> Mention | None:
        """The place that stands beside a noun for one, whatever it hangs on: "police in the capital, *Accra*"."""
        kind = self.tree.lower[i] in self.words.kinds
        beside = [t for t in range(i + 1, i + 3) if kind and t in self.named][:1]
        return next((m for m in map(self.mentions.at, beside) if m and m.placelike), None)

    def phrases(self, i: int, prepositions: Set[str], *, definite: bool = False) -> Iterator[Referent]:
        """Who stands after one of these prepositions on a noun; if wanted, `definite` ones alone."""
        preps = (p for p in self.tree.kids(i, "prep") if self.tree.lower[p] in prepositions)
        inside = (m for p in preps for m in self._inside(p))
        return (m.referent for m in inside if not definite or m.first in self.named or self.tree.kids(m.head, "det", "poss"))

    def _modifier(self, t: int) -> Referent | None:
        """Whose nationality or membership a modifier gives."""
        name = self.named[t].name
        country = country_of(name, self.memory)
        if name.entity.kind == "person":
            return Referent(name.entity.name, "country", country, ("GOV",)) if country else None
        if not country and name.entity.kind != "organisation":
            return None
        kind: Kind = "organisation" if name.entity.kind == "organisation" else "country"
        return Referent(name.entity.name, kind, country, name.entity.sectors, name.entity.id)

    def _is_linked(self, t: int) -> bool:
        """Whether a nationality only backs, brokers or occupies what follows ("Russian-backed"), or has its sympathy ("pro-Russian").

        Nor is a people that they are of the country of those who live in another one: "*ethnic Albanian* rebels".
        """
        lower, first = self.tree.lower, self.named[t].first
        linked = t + 2 < len(lower) and lower[t + 1] == "-" and lower[t + 2] in self.words.linked
        return linked or leans(lower, first, self.words.leaning) or (first > 0 and lower[first - 1] in self.words.descent)

    def _is_based(self, t: int) -> bool:
        """Whether a country is the seat of what follows ("Qatar-based"): what it has no nationality besides is of there."""
        lower = self.tree.lower
        return t + 2 < len(lower) and lower[t + 1] == "-" and lower[t + 2] in self.words.based
