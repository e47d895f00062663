"""Who stands behind a thing that acts: those who send, fly, fire or wrote it, or whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.match.grammar import Roles
from sayso.lexicon import Lexicon

OWNING = ("belonging",)  # participles before "to" and an owner


@dataclass(frozen=True, slots=True)
class Senders:
    """Finds them; `means` are vehicles, arms and teams that act for others, `texts` speak for them, `sending` is what is done with both."""

    means: frozenset[str]
    texts: frozenset[str]
    sending: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Senders":
        """Take the words from a lexicon's cues."""
        return cls(
            lexicon.noun_cue("reference", "means"),
            lexicon.noun_cue("reference", "carriers"),
            lexicon.verb_cue("reference", "sending") | lexicon.verb_cue("grammar", "carrying"),
        )

    def told(self, roles: Roles, i: int) -> list[int]:
        """Who sends a thing, by the clause on it: "lorries *driven by growers*", "the missiles *that Chad fired*"."""
        tree, found = roles.tree, list[int]()
        for n in self._things(roles, i):
            for v in tree.kids(n, "acl", "relcl"):
                if tree.lower[v] in OWNING:
                    found += _phrase(roles, v, ("to",))
                elif tree.lower[v] in self.sending and n in roles.objects(v):
                    found += roles.subjects(v)
        return [s for s in found if s != i]

    def owners(self, roles: Roles, i: int) -> list[int]:
        """Whose a thing may be, by the phrase on it: "a jet *of the air force*", "a convoy *from the Red Crescent*"."""
        return [h for n in self._things(roles, i) for h in _phrase(roles, n, ("of", "from"))]

    def _things(self, roles: Roles, i: int) -> list[int]:
        """A thing that acts for others, and those that it is made up of: "a convoy of *lorries*"; none for other nouns."""
        lower = roles.tree.lower
        if lower[i] not in self.means and lower[i] not in self.texts:
            return []
        return [i, *(h for h in _phrase(roles, i, ("of",)) if lower[h] in self.means)]


def _phrase(roles: Roles, i: int, words: Sequence[str]) -> list[int]:
    return [h for word, _, heads in roles.obliques(i) if word in words for h in heads]
