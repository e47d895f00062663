"""Which PLOVER contexts the words of a passage indicate."""

from collections import defaultdict

from ahocorasick_rs import AhoCorasick

from sayso.lexicon import Lexicon


class ContextFinder:
    """One automaton over the words of all contexts."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Build it."""
        owners: dict[str, set[str]] = defaultdict(set)
        for name, words in lexicon.contexts.items():
            for word in words:
                owners[word].add(name)
        self._owners = [frozenset(found) for found in owners.values()]
        self._automaton = AhoCorasick(list(owners))

    def find(self, text: str) -> frozenset[str]:
        """The contexts of a passage; whole words, the last of which may be a plural."""
        low = text.lower()
        found: set[str] = set()
        for which, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            end += low[end : end + 1] == "s"
            if not low[start - 1 : start].isalnum() and not low[end : end + 1].isalnum():
                found |= self._owners[which]
        return frozenset(found)
