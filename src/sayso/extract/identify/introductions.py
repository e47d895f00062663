"""Introductions: unlisted names that the text itself explains, by what stands beside them or what they are made."""

from collections.abc import Mapping
from dataclasses import replace

from sayso.extract.identify.descriptor_words import DescriptorWords
from sayso.extract.identify.descriptors import Descriptors, Meaning
from sayso.extract.identify.memory import Memory, Referent
from sayso.extract.identify.names import Named, proper_name
from sayso.extract.identify.owning import Mentions
from sayso.extract.identify.peoples import CROWD
from sayso.extract.parse.tree import PLURALS, Tree

OF = frozenset({"of"})


class Introductions:
    """Those whom one sentence introduces; what it takes is that of `Descriptors`."""

    def __init__(self, descriptors: Descriptors) -> None:
        """Read the sentence of its descriptors."""
        self._descriptors = descriptors
        self.tree: Tree = descriptors.tree
        self.named: Mapping[int, Named] = descriptors.named
        self.memory: Memory = descriptors.memory
        self.words: DescriptorWords = descriptors.words
        self.mentions: Mentions = descriptors.mentions

    def unlisted(self, i: int) -> Meaning | None:
        """A proper name that the lexicon does not list: bound before, or described by what stands beside it; else None."""
        name = proper_name(self.tree, i, self.named)
        bound = self.memory.known_as(name) or self._of_that_surname(name)
        if bound and bound.known:
            return Meaning(bound, "reference" if bound.entity is None else "name")
        for child in self._beside(i):
            role = self.mentions.at(child)
            if role and role.referent.sectors and role.referent.kind == "person" and role.basis in ("descriptor", "reference"):
                within = child if self.tree.deps[child] == "appos" else None
                return self._descriptors.bound(
                    name, self._in_office(i, replace(role.referent, name=name, plural=False, unlisted=True)), within
                )
        if land := self._land_of_whom(i):
            return self._descriptors.bound(name, Referent(name, "person", land, CROWD, unlisted=True))
        led = self._led(i)
        owner = led or (next(self._descriptors.owning.phrases(i, OF), None) if " " in name else None)
        if (
            owner
            and (owner.kind in ("body", "group") or owner.sectors)
            and (owner is led or owner.kind not in ("thing", "place", "person"))
        ):
            sectors = owner.sectors if owner.kind != "country" else ()
            return self._descriptors.bound(name, Referent(name, "person", owner.country, sectors, unlisted=True))
        return Meaning(bound, "text") if bound else self._courteous(i, name)

    def _of_that_surname(self, name: str) -> Referent | None:
        """Whom the last word of a name means, but for a person of another first name: "*Ivana* Trump" is no Donald."""
        *before, last = name.split()
        bound = self.memory.known_as(last)
        given = [w for w in before if w.lower().rstrip(".") not in self.words.gentlemen | self.words.ladies | self.words.roles.keys()]
        known = bound.name.split()[:-1] if bound and bound.kind == "person" else []
        others = given and known and {w[0].lower() for w in given}.isdisjoint(w[0].lower() for w in known)
        return None if others else bound

    def _courteous(self, i: int, name: str) -> Meaning | None:
        """Somebody of whom only the name is told, whom "he" or "she" means from now on all the same: "*Mr Paz* ..., he"."""
        before = {self.tree.lower[c].rstrip(".") for c in self.tree.kids(i, "compound")}
        gender = "m" if before & self.words.gentlemen else "f" if before & self.words.ladies else None
        if gender is None:
            return None
        somebody = Referent(name, "person", gender=gender, unlisted=True)
        self.memory.bind(name, somebody)
        return Meaning(somebody, "text")

    def _beside(self, i: int) -> list[int]:
        """What a name is said to be: its appositions, and the predicate of "X is the minister" or "X, who was minister"."""
        tree, verb = self.tree, self.tree.heads[i]
        predicate = tree.kids(verb, "attr") if tree.deps[i] == "nsubj" and tree.lower[verb] in self.words.copulas else []
        clauses = [a for c in tree.kids(i, "relcl") if tree.lower[c] in self.words.copulas for a in tree.kids(c, "attr")]
        return [*tree.kids(i, "appos"), *predicate, *clauses, *self._made(i)]

    def _land_of_whom(self, i: int) -> str | None:
        """The country of one of a people whom a name behind him names: "the Dane, *Jens Bo*"."""
        over = self.tree.heads[i]
        named = self.named.get(over) if self.tree.deps[i] == "appos" else None
        one = named is not None and named.name.use in ("people", "adjective") and self.tree.tags[over] not in PLURALS
        mention = self.mentions.at(over) if one else None
        return mention.referent.country if mention and mention.referent.kind in ("person", "group") else None

    def _made(self, i: int) -> list[int]:
        """What somebody is made: "X was named minister", "they appointed X as minister"."""
        tree, verb = self.tree, self.tree.heads[i]
        if tree.deps[i] not in ("nsubjpass", "dobj") or tree.lower[verb] not in self.words.naming:
            return []
        return [
            *tree.kids(verb, "oprd", "attr"),
            *tree.taken(verb, "as"),
        ]

    def _in_office(self, i: int, referent: Referent) -> Referent:
        """Who is made something by a country's man is of that country; who "was" something in a clause beside the name is so no more."""
        tree, verb = self.tree, self.tree.heads[i]
        if referent.country is None and tree.deps[i] == "dobj":
            makers = (self.mentions.at(s) for s in tree.kids(verb, "nsubj"))
            referent = replace(referent, country=next((m.referent.country for m in makers if m), None))
        over = any(tree.tags[c] == "VBD" and tree.kids(c, "attr") for c in tree.kids(i, "relcl"))
        return replace(referent, sectors=("ELI",)) if over and "GOV" in referent.sectors else referent

    def _led(self, i: int) -> Referent | None:
        """What somebody leads, by a relative clause: "X, who heads the navy"."""
        heads = (o for c in self.tree.kids(i, "relcl") if self.tree.lower[c] in self.words.leading for o in self.tree.kids(c, "dobj"))
        return next((m.referent for m in map(self.mentions.at, heads) if m and m.referent.known), None)
