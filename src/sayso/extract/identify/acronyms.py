"""Acronyms that stand beside the names that they shorten: "the Popular Congress of Togo (PCT)"."""

from collections.abc import Iterator, Mapping

from sayso.extract.identify.names import Named
from sayso.extract.parse.tree import Tree

NEAR = 8  # tokens after the head of a name within which its acronym stands


def acronyms(tree: Tree, i: int, first: int, named: Mapping[int, Named]) -> Iterator[str]:
    """The acronyms, in brackets or after "or", of the name from one token to its head; what is `named` otherwise is none."""
    for c in range(i + 1, min(i + NEAR, len(tree))):
        if tree.words[c].isupper() and len(tree.words[c]) > 1 and c not in named and _shortens(tree, c, i, first):
            yield tree.words[c]


def _shortens(tree: Tree, c: int, i: int, first: int) -> bool:
    """Whether a word in brackets or after "or" is an apposition of a name, or made of the first letters of what stands before it."""
    before = "".join(tree.words[max(i, c - 2) : c])
    letters = "".join(w[0] for w in tree.words[first:c] if w[0].isupper())
    apposed = tree.deps[c] == "appos" and tree.heads[c] == i
    return (before.endswith("(") and (apposed or tree.words[c] in letters)) or (before.endswith(",or") and tree.words[c] in letters)
