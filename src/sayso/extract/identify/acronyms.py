"""Acronyms that stand beside the names that they shorten: "the Popular Congress of Togo (PCT)"."""

from collections.abc import Iterator, Mapping

from sayso.extract.identify.names import Named
from sayso.extract.parse.tree import Tree

NEAR = 8  # tokens after the head of a name within which its acronym stands


def acronyms(tree: Tree, i: int, first: int, named: Mapping[int, Named]) -> Iterator[str]:
    """The acronyms, in brackets or after "or", of the name from one token to its head; what is `named` otherwise is none."""
    words = tree.words
    for c, word in enumerate(words[i + 2 : i + NEAR], i + 2):
        bracketed = words[c - 1] == "("
        if (bracketed or words[c - 2 : c] == [",", "or"]) and word.isupper() and len(word) > 1 and c not in named:
            apposed = bracketed and tree.deps[c] == "appos" and tree.heads[c] == i
            if apposed or word in "".join(w[0] for w in words[first:c] if w[0].isupper()):
                yield word
