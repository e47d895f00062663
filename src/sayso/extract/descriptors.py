"""Descriptors: role nouns, whose they are, the names that titles and appositions give them, and things with a nationality."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from sayso.extract.memory import Kind, Memory, Mention, Referent
from sayso.extract.names import Named, Roles, country_of, proper_name
from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon
from sayso.lexicon.lexicon import RoleNoun
from sayso.lexicon.ministry import Portfolios
from sayso.model.event import Basis

Owner = tuple[Referent | None, Basis]  # the country or body that a role belongs to, and how it is known


@dataclass(frozen=True, slots=True)
class DescriptorWords:
    """The role nouns of a lexicon, and the words that keep a nationality or an office from being the role's own."""

    roles: Roles
    linked: frozenset[str]
    former: frozenset[str]
    ministries: Portfolios

    @classmethod
    def of(cls, lexicon: Lexicon) -> "DescriptorWords":
        """Take them from a lexicon."""
        linked, former = lexicon.cue("reference", "linked"), lexicon.cue("reference", "former")
        return cls(lexicon.roles, linked, former, lexicon.ministries)


@dataclass(frozen=True, slots=True)
class Described:
    """A role noun within a noun phrase: its first and last token."""

    noun: RoleNoun
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Meaning:
    """Whom a noun phrase means and how that is known; `last` is the head of an apposition that belongs to it, None without one."""

    referent: Referent
    basis: Basis
    last: int | None = None


class Mentions(Protocol):
    """Whatever finds the mentions of the sentence."""

    def at(self, i: int) -> Mention | None:
        """The mention whose head is a token; None where the words mean nobody."""
        ...


class Descriptors:
    """The descriptors of one sentence; `mentions` gives the mention at a token, `named` the names by token."""

    def __init__(self, tree: Tree, named: Mapping[int, Named], memory: Memory, words: DescriptorWords, mentions: Mentions) -> None:
        """Read one sentence."""
        self.tree, self.named, self.memory, self.words, self.mentions = tree, named, memory, words, mentions

    def role(self, first: int, i: int) -> Described | None:
        """The last role noun of the noun phrase from `first` to its head, its longest reading; None where it has none."""
        lower, owners = self.tree.lower, self._inside_possessor(i)
        for last in range(i, first - 1, -1):
            if last in owners or (last in self.named and self.named[last].name.use != "people"):
                continue
            for noun in self.words.roles.get(lower[last].rstrip("."), ()):
                begin = last - len(noun.before)
                if begin >= first and tuple(lower[begin:last]) == noun.before:
                    return Described(noun, begin, last)
        return None

    def described(self, i: int, first: int, role: Described) -> Meaning:
        """Whom a phrase means whose head is a role noun: "the Kenyan police", "the president, X"."""
        whose, basis = self._whose(i, first, role.first)
        noun = role.noun
        kind: Kind = "person" if noun.kind == "person" and not noun.plural else "body" if noun.kind == "body" else "group"
        referent = Referent(self.tree.written(first, i), kind, None, self._sectors(first, role), plural=noun.plural)
        if whose:
            referent = _within(referent, whose)
        if kind == "body":
            referent = self._ministry(i, role, referent)
        for child in self.tree.kids(i, "appos"):
            other = self._appositive(child, referent)
            if other:
                return Meaning(other, "name" if other.entity else "descriptor", child)
        return Meaning(referent, basis)

    def _ministry(self, i: int, role: Described, body: Referent) -> Referent:
        """A body with the identifier of the ministry that it is: "the Kenyan defence ministry", "the Ministry of Defence of Kenya"."""
        if body.country is None or body.entity or body.also:
            return body
        tree = self.tree
        noun = " ".join(tree.lower[role.first : role.last + 1])
        phrases = (f"{noun} {tree.lower[prep]} {self._words(prep, of)}" for prep in tree.kids(i, "prep") for of in tree.kids(prep, "pobj"))
        found = next((self.words.ministries[text] for text in (noun, *phrases) if text in self.words.ministries), None)
        return replace(body, entity=found.of(body.country)) if found else body

    def _words(self, prep: int, head: int) -> str:
        """What stands between a preposition and the noun after it, in lower case, with the noun."""
        return " ".join(self.tree.lower[prep + 1 : head + 1])

    def titled(self, i: int, first: int, role: Described) -> Meaning:
        """A person whom the lexicon does not list, with a role before the name."""
        whose, _ = self._whose(i, first, role.first)
        name = self.tree.written(role.last + 1, i)
        referent = Referent(name, "person", None, self._sectors(first, role))
        referent = _within(referent, whose) if whose else referent
        self.memory.bind(name, referent)
        return Meaning(referent, "descriptor")

    def unlisted(self, i: int) -> Meaning | None:
        """A proper name that the lexicon does not list: bound before, or described by what stands beside it; else None."""
        name = proper_name(self.tree, i, self.named)
        bound = self.memory.bound.get(name) or self.memory.bound.get(self.tree.words[i])
        if bound:
            return Meaning(bound, "reference" if bound.entity is None else "name")
        for child in self.tree.kids(i, "appos"):
            role = self.mentions.at(child)
            if role and role.referent.sectors and role.referent.kind == "person" and role.basis in ("descriptor", "reference"):
                referent = replace(role.referent, name=name, plural=False)
                self.memory.bind(name, referent)
                return Meaning(referent, "descriptor", child)
        return None

    def thing(self, i: int, first: int) -> Meaning | None:
        """A noun that is no role, with a nationality or a sector: "an Iranian tanker", "a rebel attack"; None without either."""
        name = self.tree.written(first, i)
        whose, basis = self._whose(i, first, i)
        if not whose or not (whose.country or whose.entity):
            sectors = self._modifier_sectors(first, i)
            return Meaning(Referent(name, "thing", None, tuple(sectors)), "descriptor") if sectors else None
        sectors_of_body = whose.sectors if whose.kind == "organisation" else ()
        plural = self.tree.tags[i] in ("NNS", "NNPS")
        return Meaning(Referent(name, "thing", whose.country, sectors_of_body, plural=plural, also=whose.also), basis)

    def former(self, first: int, until: int) -> bool:
        """Whether a role from one token to another is held no more."""
        return any(self.tree.lower[t].rstrip("-") in self.words.former for t in range(first, until + 1))

    def _sectors(self, first: int, role: Described) -> tuple[str, ...]:
        if self.former(first, role.first):
            return ("ELI",)
        return tuple(dict.fromkeys((*role.noun.sectors, *self._modifier_sectors(first, role.first))))

    def _modifier_sectors(self, first: int, until: int) -> list[str]:
        """Sectors of role nouns that stand before the role itself: "rebel commander", "opposition senators"."""
        found: list[str] = []
        for t in range(first, until):
            if t not in self.named and self.tree.deps[t] in ("compound", "amod", "nmod"):
                nouns = self.words.roles.get(self.tree.lower[t], ())[-1:]
                found += [s for noun in nouns if not noun.before for s in noun.sectors]
        return found

    def _inside_possessor(self, i: int) -> set[int]:
        return {t for c in self.tree.kids(i, "poss") for t in self.tree.subtree(c)}

    def _whose(self, i: int, first: int, until: int) -> Owner:
        """The country or body that a role belongs to, which stands from `until` to its head: possessor, modifier, or "of X"."""
        for owner in self.tree.kids(i, "poss"):
            mention = self.mentions.at(owner)
            if mention and (mention.referent.country or mention.referent.sectors):
                return mention.referent, "reference" if mention.basis == "reference" else "descriptor"
        owners = self._inside_possessor(i)
        ends = (t for t in range(first, i) if t in self.named and self.named[t].last == t)
        lands = [land for t in ends if t not in owners and not self._is_linked(t) and (land := self._modifier(t))]
        if lands:
            side_by_side = len(lands) > 1 and any(self.tree.tags[t] in ("CC", ",", "HYPH", ":") for t in range(first, until))
            return (replace(lands[0], also=tuple(lands[1:])) if side_by_side else lands[0]), "descriptor"
        return self._of(i)

    def _of(self, i: int) -> Owner:
        """The country or body in a prepositional phrase on a role: "of Kenya", "from both countries"."""
        tree = self.tree
        for prep in tree.kids(i, "prep"):
            if tree.lower[prep] not in ("of", "from", "in", "for", "to"):
                continue
            for mention in filter(None, map(self.mentions.at, tree.kids(prep, "pobj"))):
                referent, of = mention.referent, tree.lower[prep] == "of"
                if referent.country and (referent.kind in ("country", "place", "organisation") or of):
                    return replace(referent, also=()), "descriptor"
                if mention.basis == "reference" and referent.also:
                    return referent, "reference"
                if referent.kind == "organisation" and of:
                    return referent, "descriptor"
        return None, "descriptor"

    def _modifier(self, t: int) -> Referent | None:
        """Whose nationality or membership a modifier gives."""
        name = self.named[t].name
        if name.entity.kind == "person":
            return None
        country = country_of(name, self.memory)
        if not country and name.entity.kind != "organisation":
            return None
        kind: Kind = "organisation" if name.entity.kind == "organisation" else "country"
        return Referent(name.entity.name, kind, country, name.entity.sectors, name.entity.id)

    def _is_linked(self, t: int) -> bool:
        """Whether a nationality only backs, brokers or occupies what follows ("Russian-backed")."""
        lower = self.tree.lower
        return t + 2 < len(lower) and lower[t + 1] == "-" and lower[t + 2] in self.words.linked

    def _appositive(self, child: int, referent: Referent) -> Referent | None:
        """The person named beside a role ("the president, X"); an unlisted one is bound to the role."""
        other = self.mentions.at(child)
        if other and other.referent.entity and (other.referent.kind == "person" or referent.kind != "person"):
            return other.referent
        elsewhere = other and other.referent.kind in ("country", "place", "organisation")
        if self.tree.tags[child] != "NNP" or referent.kind != "person" or elsewhere:
            return None
        name = proper_name(self.tree, child, self.named)
        bound = replace(referent, name=name)
        self.memory.bind(name, bound)
        return bound


def _within(referent: Referent, whose: Referent) -> Referent:
    """A role within a country or a body: the country's sector is the role's, a body keeps its own."""
    if whose.kind == "organisation" and whose.sectors:
        own = [] if "IGO" in whose.sectors else [s for s in referent.sectors if s != "GOV"]
        return replace(referent, country=whose.country, sectors=tuple(dict.fromkeys((*whose.sectors, *own))), entity=None)
    also = tuple(replace(referent, country=other.country) for other in whose.also if other.country)
    return replace(referent, country=whose.country, also=also)
