"""Step 6, match: triggers and the senses whose conditions are met, with their roles filled."""

from collections.abc import Mapping

from sayso.extract.identify.step import Sentence
from sayso.extract.match.doubles import without_doubles
from sayso.extract.match.matches import Match, joined, reciprocal
from sayso.extract.match.nominal import Nominals
from sayso.extract.match.predicates import Predicates
from sayso.extract.match.triggers import EVERY, Matcher, Matching, forms
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE

__all__ = ["Match", "forms", "joined", "match"]  # what a match is made of belongs to this step, though steps below use it too


def match(matcher: Matcher, sentence: Sentence, triggers: Mapping[str, int] = EVERY) -> tuple[list[Match], Matching]:
    """All events that a sentence tells of, in its order; doubles and consumed content are taken out.

    `triggers` are its words that could start any, with the patterns that they leave open. The second value holds the sentence's parties
    and, by token, why a trigger was passed over.
    """
    matching = Matching(matcher, sentence, triggers)
    if not matching.rest:
        return [], matching
    verbs, nouns = matching.candidates(matcher.verbal), matching.candidates(matcher.lexicon.nouns.keys())
    found = Predicates(matching).matches(verbs) if verbs else []
    nominals, words = Nominals(matching), {t for m in found for t in m.tokens}
    taken = {o: m.pattern for m in found for o in m.objects}
    used = words | {o for o in taken if not nominals.told(o)}
    deeds = nominals.matches([i for i in nouns if i not in used], used) if nouns else []
    found += [m for m in deeds if m.token not in taken or _besides(m, taken[m.token])]
    found = [reciprocal(m, sentence.tree) for m in sorted(found, key=lambda m: m.token)]
    return without_doubles(found, sentence.tree, matcher.parties.senders.means, matcher.grammar.occasions), matching


def _besides(deed: Match, over: Pattern) -> bool:
    """Whether a deed is another act than the one of whose verb it is the object, and not said to be of nobody's."""
    harm = deed.pattern.quad == FORCE and deed.pattern.type != over.type
    return harm and any(f.identified for f in (*deed.actors, *deed.recipients))
