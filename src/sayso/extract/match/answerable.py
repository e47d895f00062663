"""The state that answers for what only states do, where it is told by the place alone: "condemned the jailing of a nun *in Moscow*"."""

from collections.abc import Sequence

from sayso.extract.match.filler import Filler
from sayso.extract.match.roles import Parties
from sayso.extract.match.sides import kin, same
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import HARSH


def answerable(parties: Parties, i: int, pattern: Pattern, tokens: Sequence[int], actors: Sequence[Filler]) -> list[Filler]:
    """The state in which, or of expulsions from which, the act was done that a verb blames; nobody where its doer is told.

    "Condemned the jailing of a Danish nun *in Moscow*", "... the expulsion of its staff *from Mali*".
    """
    tree, roles, grammar = parties.tree, parties.roles, parties.roles.grammar
    blames = pattern.quad == HARSH and bool(actors)
    heads = [*roles.objects(i), *(h for _, _, heads in roles.obliques(i) for h in heads)] if blames else []
    acts = [o for o in heads if tree.lower[o] in grammar.state_acts | grammar.expelling and o not in tokens]
    if not acts or any(f.identified for f in parties.fill(d for o in acts for d in parties.doers(o))):
        return []
    captives = parties.sentence.knowledge.references.politics.captives  # whom others than states hold
    acts = [o for o in acts if captives.isdisjoint(tree.lower[t] for t in tree.subtree(o))]
    where = [(o, "from" if tree.lower[o] in grammar.expelling else "in") for o in acts]
    places = [h for o, word in where for p in tree.subtree(o) if tree.lower[p] == word for h in tree.kids(p, "pobj")]
    states = [f for f in parties.fill(places) if f.placelike and f.referent and f.referent.sectors and not kin(f, actors)]
    return [f for f in states if not any(same(f, a) for a in actors)]
